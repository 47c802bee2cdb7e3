"""`mingzhi bench`: runs measurements by name on passing databases. What they measure is written beside each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .outcome import CommandError, Exit, print_json, print_table
from .serving import progress


class Where(StrEnum):
    """The databases to measure on."""

    SQLITE = "sqlite"
    POSTGRES = "postgres"
    BOTH = "both"


def bench(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]…", help="测量项目 page、actions、writers、ingest、playback、portal、search、documents、redact，缺省为全部"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="在标准输出上给出 JSON")] = False,
    database: Annotated[Where, typer.Option(help="在哪种数据库上测量")] = Where.BOTH,
    size: Annotated[int | None, typer.Option(min=1, help="件数；缺省按目标的规模，小的只供试跑")] = None,
) -> None:
    """同一次运行中测出下限和实测，给出比值、要求和条件；只用临时数据库。"""
    from .bench import BENCHES, COLUMNS, measure, row_of

    unknown = [name for name in names or () if name not in BENCHES]
    if unknown:
        raise CommandError(f"没有测量项目 {'、'.join(unknown)}；现有：{'、'.join(BENCHES)}。", Exit.USAGE)
    with progress() as tell:
        found = measure(names or BENCHES, database.value, size, tell)
    if as_json:
        print_json(found)
    else:
        print_table("测量", COLUMNS, [row_of(one) for one in found])
