"""`mingzhi export`: what is public as a receiver elsewhere takes it, written to a file.

With `--user` it is the action of the desk, with its matter and its answers. Without, the file is only written, and the ledger keeps that
somebody at the machine took it: no file leaves the house unseen.
"""

from __future__ import annotations

import getpass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, complain, print_json, say

app = typer.Typer(help="生成对外报送的文件。", no_args_is_help=True)

FromDay = Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="公示日期自")]
UntilDay = Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="公示日期至")]
Code = Annotated[str | None, typer.Option(metavar="CODE", help="机关编码；只有一个乡镇的可以不写")]
Account = Annotated[str | None, typer.Option(metavar="ACCOUNT", help="由哪个账号生成并登记为报送；不写的只取文件，台账留痕")]


@app.callback()
def export() -> None:
    """生成对外报送的文件。"""


@app.command("credit")
def credit(
    from_on: FromDay,
    until_on: UntilDay,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE.xlsx", dir_okay=False, help="写到哪个文件")],
    authority: Code = None,
    user: Account = None,
    as_json: AsJson = False,
    data: DataDir = None,
) -> int:
    """信用信息平台的行政处罚“双公示”表；有误的列出原因，不写入文件，退出码为 1。"""
    if out.suffix.lower() != ".xlsx":
        raise CommandError(f"{out.name} 不是 .xlsx 文件名。信用信息平台的表格请写作“-o 文件名.xlsx”。", Exit.USAGE)
    made = _made("credit", from_on, until_on, authority, user, data)
    out.write_bytes(next(iter(made["files"].values())))
    return _told(made, str(out), as_json)


@app.command("site")
def site(
    from_on: FromDay,
    until_on: UntilDay,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", file_okay=False, help="写到哪个目录")],
    authority: Code = None,
    user: Account = None,
    as_json: AsJson = False,
    data: DataDir = None,
) -> int:
    """区政府网站公示专栏的清单、网页和 Word 文件，只含已经公开的文本；有误的列出原因，退出码为 1。"""
    made = _made("site", from_on, until_on, authority, user, data)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made["files"].items():
        (out / name).write_bytes(content)
    return _told(made, str(out), as_json)


def _made(channel: str, from_on: datetime, until_on: datetime, code: str | None, user: str | None, data: Path | None) -> dict[str, Any]:
    """The files by name, what is in them and what had to be left out."""
    if until_on < from_on:
        raise CommandError("截止日期早于起始日期，请核对 --from 和 --to。", Exit.USAGE)
    open_installation(data)
    require_tables()
    days = (from_on.date(), until_on.date())
    return _performed(channel, days, user) if user else _copied(channel, days, code)


def _performed(channel: str, days: tuple[Any, Any], account: str) -> dict[str, Any]:
    """The action of the desk, by a person."""
    from mingzhi.core import vault
    from mingzhi.core.engine.errors import ActionError
    from mingzhi.core.engine.perform import perform
    from mingzhi.core.organs.models import User

    person = User.objects.filter(username=account, is_active=True).select_related("authority").first()
    if person is None:
        raise CommandError(f"没有账号 {account}，或者该账号已停用。", Exit.USAGE)
    given = {"channel": channel, "from_on": days[0], "until_on": days[1]}
    try:
        dispatch = perform("dispatch.prepare", actor=person, data=given).matter
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    files = {}
    for row in dispatch.attachments.select_related("blob").order_by("pk"):
        with vault.open(row.blob) as file:
            files[row.name] = file.read()
    rows = list(dispatch.dispatch_sents.values_list("number", flat=True))
    return {"files": files, "rows": rows, "left_out": dispatch.left_out, "number": dispatch.number}


def _copied(channel: str, days: tuple[Any, Any], code: str | None) -> dict[str, Any]:
    """The same files without a matter; the ledger says that they were taken."""
    from django.db import transaction
    from django.utils import timezone

    from mingzhi.core import ledger
    from mingzhi.core.engine.days import local_day
    from mingzhi.core.organs.models import Authority
    from mingzhi.core.organs.turns import turn
    from mingzhi.regulations.dispatch.files import made
    from mingzhi.regulations.dispatch.models import Channel

    towns = list(Authority.objects.filter(kind=Authority.Kind.TOWN, **({"code": code} if code else {})).order_by("code"))
    if len(towns) != 1:
        known = "、".join(f"{row.code}（{row.place}）" for row in towns)
        raise CommandError(
            f"请用 --authority 写明一个镇的编码{f'：{known}' if known else f'，没有编码为 {code} 的镇' if code else ''}。", Exit.USAGE
        )
    town, now = towns[0], timezone.now()
    package = made(town, Channel(channel), *days, local_day(now), even_empty=True)
    digests = {file.name: file.sha256 for file in package.files}
    numbers = [one.subject.number for one in package.taken]
    with turn(), transaction.atomic():
        ledger.append(
            town,
            event_id=None,
            kind="dispatch.copied",
            at=now,
            actor={"id": None, "post": "machine"},
            obj=f"authority/{town.pk}",
            case=None,
            facts={"channel": channel, "from": str(days[0]), "until": str(days[1]), "sha256": sorted(digests.values())},
            private={"rows": numbers, "files": digests, "machine_user": getpass.getuser()},
        )
    return {"files": {file.name: file.content for file in package.files}, "rows": numbers, "left_out": package.left_out, "number": ""}


def _told(made: dict[str, Any], place: str, as_json: bool) -> int:
    """What was written and what was not; 1 when something had to be left out."""
    left_out = made["left_out"]
    if as_json:
        print_json({"out": place, "rows": made["rows"], "left_out": left_out, "dispatch": made["number"]})
    else:
        under = f"，登记为{made['number']}" if made["number"] else ""
        say(f"{place}：列入 {len(made['rows'])} 件{under}。")
    for row in left_out:
        complain(f"没有列入 {row['number']} {row['title']}：{'；'.join(row['faults'])}")
    return int(Exit.FAILED if left_out else Exit.DONE)
