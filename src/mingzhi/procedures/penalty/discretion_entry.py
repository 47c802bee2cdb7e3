"""Entering benchmarks and lists of what is not punished from a table: an act of the office, with its post and its ledger entry.

Serves personnel-21 and penalty-law-34: which version applied on a day can be shown afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import InvalidOperation
from typing import Any

from django.db import IntegrityError, transaction

from mingzhi.core import ledger
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refusal
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.core.organs.turns import turn
from mingzhi.law.provisions import cited

from .benchmarks import add_benchmark
from .exemptions import add_exemptions
from .models import Benchmark, Exemption

CITES = cited("personnel-21", "penalty-law-34")

Rows = tuple[list[Benchmark], list[Exemption]]


def enter_discretion(table: Mapping[str, Any], person: User, at: datetime) -> Rows:
    """Enter what a table has under `benchmarks` and `exemptions` for the person's own authority, all of it or nothing.

    Raises PostNotHeld for anybody but the clerk, InvalidInput for a table that cannot be read or repeats a version.
    """
    authority, on = person.authority, local_day(at)
    if Post.CLERK not in posts_of(person, on):
        names = "、".join(holder.name for holder in holders(authority, Post.CLERK, on))
        sentence = f"裁量基准和免罚清单由{Post.CLERK.label}录入，您没有这个岗位。请把文件交{f'{Post.CLERK.label} {names}'.strip()}录入。"
        raise PostNotHeld(sentence, [Refusal(sentence, CITES, who=names)])
    try:
        with turn(), transaction.atomic():
            benchmarks = [add_benchmark(authority, row) for row in table.get("benchmarks") or ()]
            items = [item for row in table.get("exemptions") or () for item in add_exemptions(authority, row)]
            if not benchmarks and not items:
                raise ValueError("没有裁量基准，也没有免罚清单事项")
            ledger.append(
                authority,
                event_id=None,
                kind="discretion.entered",
                at=at,
                actor={"id": person.pk, "post": str(Post.CLERK)},
                obj="discretion",
                case=None,
                facts={
                    "benchmarks": [{"power": row.power_code, **_told(row), "tiers": row.tiers} for row in benchmarks],
                    "exemptions": [
                        {"power": row.power_code, "number": row.number, **_told(row), "ground": row.ground, "conditions": row.conditions}
                        for row in items
                    ],
                },
                private={},
            )
    except KeyError as lacking:
        raise InvalidInput(f"表中缺少 {lacking.args[0]}。") from lacking
    except IntegrityError as known:
        raise InvalidInput("同一版本已经录入。更正的，请换一个版本号录入新版本。") from known
    except (AttributeError, IndexError, InvalidOperation, TypeError, ValueError) as wrong:
        raise InvalidInput(f"表不能读：{wrong}。") from wrong
    return benchmarks, items


def _told(row: Benchmark | Exemption) -> dict[str, Any]:
    until = row.valid_until.isoformat() if row.valid_until else None
    return {"source": row.source, "version": row.version, "valid_from": row.valid_from.isoformat(), "valid_until": until}
