"""`mingzhi bench`: runs measurements by name. What they measure is written beside each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .installation import AsJson, open_installation
from .outcome import CommandError, Exit, print_json, print_table
from .serving import progress


class Database(StrEnum):
    BOTH = "both"
    SQLITE = "sqlite"
    POSTGRES = "postgres"


def bench(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]…", help="测量项目，缺省为全部")] = None,
    database: Annotated[Database, typer.Option(help="在哪种数据库上测量")] = Database.BOTH,
    size: Annotated[int | None, typer.Option(min=1, help="数据量；缺省为目标所说的数据量")] = None,
    as_json: AsJson = False,
) -> None:
    """同一次运行中两件事的快慢之比，以及测量的条件。数据库是临时的，测完即弃。"""
    open_installation(None)
    from .bench import BENCHES, COLUMNS, measure, row_of

    unknown = [name for name in names or () if name not in BENCHES]
    if unknown:
        raise CommandError(f"没有测量项目 {'、'.join(unknown)}；现有：{'、'.join(BENCHES)}。", Exit.USAGE)
    with progress() as tell:
        found = measure(names or list(BENCHES), database.value, size, tell)
    if as_json:
        print_json(found)
    else:
        print_table("测量", list(COLUMNS), [row_of(finding) for finding in found])
