"""What is still held of a seizure, in kind or as money: what was sold, destroyed or confiscated is no longer there. Nothing is saved here.

A thing is told from others by its name and its mark. Serves 行政强制法 27, 28.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from .models import Disposal, Seizure


def thing(row: Mapping[str, Any]) -> tuple[str, str]:
    """By what a row of a list is told from others."""
    return row["name"], row.get("mark") or ""


def named(things: Iterable[Mapping[str, Any]]) -> str:
    """“三轮车（渝D00001）、烧烤炉” for sentences."""
    return "、".join(row["name"] + (f"（{row['mark']}）" if row.get("mark") else "") for row in things)


def carried_out(seizure: Any) -> QuerySet[Disposal]:
    return Disposal.objects.filter(matter_id=seizure.pk, carried_out_at__isnull=False)


def left(seizure: Any) -> list[dict[str, Any]]:
    """Things that are still there."""
    gone = {thing(row) for disposal in carried_out(seizure) for row in disposal.goods}
    return [row for row in seizure.goods if thing(row) not in gone]


def money_held(seizure: Any) -> QuerySet[Disposal]:
    """Sales whose proceeds are still with us."""
    return carried_out(seizure).filter(way__in=Disposal.SALES, settled="").order_by("id")


def money_words(sales: Iterable[Disposal]) -> str:
    """“鲜鱼变卖所得款项800.00元” for sentences and papers."""
    return "；".join(f"{named(sale.goods)}{sale.get_way_display()}所得款项{sale.proceeds_yuan}元" for sale in sales)


def total(sales: Iterable[Disposal]) -> Decimal:
    return sum((sale.proceeds_yuan or Decimal(0) for sale in sales), Decimal(0))


def asked_disposal(seizure: Any) -> Disposal | None:
    """The disposal that waits for the head."""
    return Disposal.objects.filter(
        matter_id=seizure.pk, way__in=Disposal.ASKED_FOR, approved_at__isnull=True, refused_at__isnull=True
    ).last()


def approved_disposal(seizure: Any) -> Disposal | None:
    """The disposal that was approved and is not carried out."""
    return Disposal.objects.filter(
        matter_id=seizure.pk, way__in=Disposal.ASKED_FOR, approved_at__isnull=False, carried_out_at__isnull=True
    ).last()


def as_listed(seizure: Seizure, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows chosen, as the list of the seizure has them."""
    chosen = {thing(row) for row in rows}
    return [row for row in seizure.goods if thing(row) in chosen]
