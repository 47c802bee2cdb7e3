"""Which installation a command works on: `--data DIR` or MINGZHI_DATA, and its database brought up to date."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from .outcome import CommandError

DataDir = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", file_okay=False, help="内置安装的数据目录，缺省为 MINGZHI_DATA 或 ./data")
]
AsJson = Annotated[bool, typer.Option("--json", help="在标准输出上给出 JSON")]


def open_installation(data: Path | None) -> None:
    """Load Django for the installation in `data`. Settings are read once in a process, so the first call decides."""
    import django
    from django.apps import apps

    if apps.ready:
        return
    if data is not None:
        os.environ["MINGZHI_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mingzhi.config.settings")
    django.setup()


def has_tables() -> bool:
    """Whether the installation has its tables: false for a directory that nothing was ever started in."""
    from django.conf import settings
    from django.db import OperationalError, connection

    if connection.vendor == "sqlite" and not Path(str(settings.DATABASES["default"]["NAME"])).exists():
        return False
    try:
        return "organs_authority" in connection.introspection.table_names()
    except OperationalError as problem:
        raise CommandError(f"连不上数据库：{problem}。请检查 MINGZHI_DATABASE_URL。") from problem


def require_tables() -> None:
    """Raise CommandError where nothing was installed yet, or where the tables are those of another version."""
    from django.conf import settings

    if not has_tables():
        raise CommandError(f"{settings.DATA_DIR} 中还没有安装。请先运行 mingzhi run，或者用 --data 指明数据目录。")
    if pending_migrations():
        raise CommandError("数据表尚未更新到本版本。请先停止其他进程，运行一次 mingzhi run --no-demo，再办理。")


def pending_migrations() -> int:
    """How many steps bring the tables up to date; 0 when they are."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def bring_up_to_date() -> int:
    """Create or change tables as the program needs them; returns how many steps were taken."""
    from django.conf import settings
    from django.core.management import call_command

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    steps = pending_migrations()
    if steps:
        call_command("migrate", verbosity=0, interactive=False)
    return steps
