"""Lists of what is not punished (免罚清单): which items a case falls under on a day, their words, and entering a list.

A list makes no ground of its own: it says for a power when an act is slight, or a first one. Serves penalty-law-33.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from mingzhi.core.organs.models import Authority

from .grounds import LISTED, Ground
from .models import Case, Exemption

#: What people call the two grounds a list may name.
SHORT = {Ground.SLIGHT: "轻微不罚", Ground.FIRST: "首违不罚"}


def exemptions_of(case: Case) -> Any:
    """Every item that ever named the case's power."""
    return Exemption.objects.filter(authority_id=case.authority_id, power_code=case.power.code).order_by("source", "valid_from", "number")


def exemptions_on(case: Case, on: date) -> Any:
    """Those in force on a day."""
    return exemptions_of(case) & Exemption.objects.valid_on(on)


def conditions_of(item: Exemption) -> str:
    """“1.堆放不足一立方米；2.当日清除”."""
    return "；".join(f"{place}.{text.rstrip('；。')}" for place, text in enumerate(item.conditions, start=1))


def basis_of(item: Exemption) -> str:
    """“《某条例》第五条、《某法》第三十三条”; empty where the list names none."""
    return "、".join(f"{row['law']}{row['article']}" for row in item.basis)


def listed_words(case: Case, on: date, *grounds: str) -> list[str]:
    """What a page says of the items in force for these grounds (for all by default), a sentence each."""
    found = exemptions_on(case, on).filter(ground__in=grounds or LISTED)
    return [f"本事项列入{item}（{SHORT[Ground(item.ground)]}），条件：{conditions_of(item)}。" for item in found]


def add_exemptions(authority: Authority, row: Mapping[str, Any]) -> list[Exemption]:
    """Keep one version of a list from loaded data: source, version, valid, items of number, power, ground, conditions and basis.

    A list is replaced as a whole: the version before it ends the day before. Raises ValueError in words for an item that cannot be.
    """
    first, *last = row["valid"]
    found = []
    for item in row["items"]:
        if item["ground"] not in LISTED:
            raise ValueError(f"第{item['number']}项的 ground 只能是 {'、'.join(LISTED)}")
        if not item["conditions"]:
            raise ValueError(f"第{item['number']}项没有条件")
        found.append(
            Exemption(
                authority=authority,
                power_code=item["power"],
                source=row["source"],
                version=str(row["version"]),
                number=item["number"],
                ground=item["ground"],
                conditions=[str(text) for text in item["conditions"]],
                basis=[{"law": one["law"], "article": one["article"]} for one in item.get("basis", [])],
                valid_from=first,
                valid_until=last[0] if last else None,
            )
        )
    before = Exemption.objects.filter(authority=authority, source=row["source"], valid_from__lt=first)
    before.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=first)).update(valid_until=first - timedelta(days=1))
    return Exemption.objects.bulk_create(found)
