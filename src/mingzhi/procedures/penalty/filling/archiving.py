"""D47, D48, D48b: cover, contents and 备考表 of the file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.places import last_done

from ..file_order import items_of
from ..models import Case, FileItem
from ..procedure import penalty
from ..severity import in_words
from ..summary import summary
from .closing import ending
from .heading import handlers, heading


@penalty.paper("D47")
@summary.paper("D47")
def cover(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    on_the_spot = case.kind == summary.code
    return heading(case, at) | {
        "file_number": case.file_number,
        "party_names": "、".join(case.penalty_partys.order_by("id").values_list("name", flat=True)),
        "decision_number": case.decision_number,
        "decision": in_words(case.decided_penalties) or ending(case),
        "on_the_spot": on_the_spot,
        "filed_on": "" if on_the_spot else case.filed_on.isoformat(),
        "decided_on": case.decided_on.isoformat() if case.decided_on else "",
        "closed_on": case.closed_on.isoformat(),
        "officers": handlers(case, at),
        "retention": case.kept_for,
        "volumes": 1,
        "pages": case.file_pages,
    }


def _told_apart(row: FileItem) -> str:
    """The title, with what tells this paper from others of its kind: the evidence, the paper served, the person asked."""
    data = row.document.data if row.document else {}
    which = {
        "D07": data.get("asked", {}).get("name"),
        "D08": data.get("evidence_name"),
        "D33": "、".join(paper["title"] for paper in data.get("papers", ())),
    }.get(row.document.code if row.document else "")
    return f"{row.title}（{which}）" if which else row.title


@penalty.paper("D48")
@summary.paper("D48")
def table_of_contents(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    rows = [
        {
            "number": row.number,
            "author": row.author,
            "title": _told_apart(row),
            "on": row.made_on.isoformat(),
            "page": f"{row.first_page}-{row.last_page}" if row.last_page > row.first_page else str(row.first_page),
            "note": row.remark,
        }
        for row in items_of(case)
    ]
    return heading(case, at) | {"file_number": case.file_number, "rows": rows}


@penalty.paper("D48b")
@summary.paper("D48b")
def closing_note(case: Case, *, actor: Any, at: datetime, given: dict) -> dict[str, Any]:
    """Printed when the file is checked, for it names the checker."""
    made = last_done(case, "make_file")
    return heading(case, at) | {
        "file_number": case.file_number,
        "pages": case.file_pages,
        "items": len(items_of(case)),
        "situation": made.given["situation"],
        "filer": made.actor_name,
        "filed_on": local_day(made.at).isoformat(),
        "checker": actor.name,
        "checked_on": local_day(at).isoformat(),
        "signatures": {"checker": given["checker_signature"]},
    }
