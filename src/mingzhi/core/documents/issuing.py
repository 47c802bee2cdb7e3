"""Issuing: from an action's facts to a numbered, typeset, kept document, inside the action's transaction.

A paper with a blank statutory field is not issued, and then the action is not done either.
"""

from __future__ import annotations

import hashlib
import io
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from mingzhi.core import vault
from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Matter, Record
from mingzhi.core.engine.numbers import take_number
from mingzhi.core.engine.procedure import Action

from .models import Document
from .paper import Paper, PaperIncomplete
from .photographs import keep_copies, kept_copies, leave_out
from .typeset import TypesetError, typeset_paper

_papers: dict[str, Mapping[str, Paper]] = {}


def use_papers(procedure: str, papers: Mapping[str, Paper]) -> None:
    """Tell which papers a procedure's actions may print."""
    _papers[procedure] = papers


def paper_of(procedure: str, code: str) -> Paper:
    """The declared paper. Raises KeyError."""
    return _papers[procedure][code]


def titles_printed(action: Action) -> list[str]:
    """Names of the papers an action prints, as they stand in a sentence: 《责令改正通知书》."""
    return [f"《{paper_of(action.procedure.code, code).title}》" for code in action.prints]


def issue(matter: Matter, record: Record, action: Action, *, actor: Any, at: datetime, given: dict) -> list[Document]:
    """Number, typeset and keep every paper of the action. Raises InvalidInput naming the blank fields of a paper."""
    return [_keep(matter, record, paper, data, at) for paper, data in _filled(matter, action, actor, at, given)]


def draw(matter: Matter, record: Record, action: Action, *, actor: Any, at: datetime, given: dict) -> list[tuple[str, bytes]]:
    """Every paper of the action as a draft, without number and code."""
    found = []
    for paper, data in _filled(matter, action, actor, at, given):
        data.pop("organ_word", None)
        leave_out(paper, data)
        full = {"number": "", **data, "check_url": ""}
        found.append((str(data.get("title") or paper.title), typeset_paper(paper, full, draft=True, made_at=at)))
    return found


def document_numbers(matter: Matter) -> Iterable[str]:
    """Numbers of the matter's papers, voided ones too: what a matter is found by."""
    return Document.objects.filter(matter_id=matter.pk).exclude(number="").order_by("pk").values_list("number", flat=True)


def typeset_again(document: Document) -> bytes:
    """The PDF of a document made anew from its data; equal to the kept one as long as template and fonts are. Raises VaultDamaged."""
    paper = paper_of(document.matter.kind, document.code)
    return typeset_paper(paper, document.data, made_at=document.made_at, pictures=kept_copies(paper, document.data))


def _filled(matter: Matter, action: Action, actor: Any, at: datetime, given: dict) -> Iterator[tuple[Paper, dict[str, Any]]]:
    procedure = action.procedure
    for code in action.prints:
        paper = paper_of(procedure.code, code)
        built = procedure.papers[code](matter, actor=actor, at=at, given=given)
        for data in built if isinstance(built, list) else [built] if built else []:
            yield paper, {"made_on": timezone.localtime(at).date().isoformat(), "case_number": matter.number, **data}


def _keep(matter: Matter, record: Record, paper: Paper, data: dict[str, Any], at: datetime) -> Document:
    organ_word = data.pop("organ_word", "")
    code = secrets.token_urlsafe(9)
    number = data.get("number") or (
        take_number(matter.authority, paper.word, timezone.localtime(at).date(), organ_word) if paper.word else ""
    )
    data |= {"number": number, "check_url": f"{settings.PUBLIC_URL}/d/{code}"}
    data.setdefault("title", paper.title)
    try:
        pdf = typeset_paper(paper, data, made_at=at, pictures=keep_copies(paper, data, at=at))
    except PaperIncomplete as incomplete:
        raise InvalidInput(str(incomplete), errors={"__all__": [f"{blank.label}未填写" for blank in incomplete.blanks]}) from incomplete
    except TypesetError as failed:
        raise InvalidInput(f"《{paper.title}》没有排出来，本次办理未生效。{failed}") from failed
    blob = vault.put(io.BytesIO(pdf), declared_name=f"{paper.code}.pdf")
    return Document(
        matter=matter,
        record=record,
        blob=blob,
        code=paper.code,
        title=data["title"],
        number=number,
        data=data,
        template_sha256=template_digest(paper.template),
        sha256=blob.sha256,
        sm3=blob.sm3,
        pages=_pages(pdf),
        made_at=at,
        check_code=code,
    )


@cache
def template_digest(template: Path) -> str:
    """SHA-256 over the template and the shared library it draws on: which form a document was printed from."""
    parts = [template, *sorted((Path(__file__).parent / "typst").glob("*.typ"))]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


_PAGE_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")


def _pages(pdf: bytes) -> int:
    """How many sheets the PDF has: the largest count of its page tree."""
    return max((int(found) for found in _PAGE_COUNT.findall(pdf)), default=1)
