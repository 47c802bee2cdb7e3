"""`mingzhi ledger verify`: every leaf, root, record and row recomputed, and the first that differs named."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, complain, print_json, say

app = typer.Typer(help="防篡改台账。", no_args_is_help=True)


@app.callback()
def ledger() -> None:
    """防篡改台账。"""


@app.command("verify")
def verify(
    authority: Annotated[str | None, typer.Option(metavar="CODE", help="只核对一个机关，给出其编码")] = None,
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """重新计算全部台账，报告第一处不符。"""
    open_installation(data)
    require_tables()
    from mingzhi.core import ledger as core_ledger

    report = core_ledger.verify(_authority(authority))
    if as_json:
        print_json(
            {
                "ok": report.ok,
                "logs": [
                    {"origin": log.origin, "size": log.size, "sha256": log.root_sha256, "sm3": log.root_sm3, "destroyed": log.destroyed}
                    for log in report.logs
                ],
                "differences": [{"origin": row.origin, "seq": row.seq, "sentence": row.sentence} for row in report.differences],
            }
        )
    else:
        for log in report.logs:
            say(f"{log.origin}  {log.size} 条")
            say(f"  SHA-256 {log.root_sha256}")
            say(f"  SM3     {log.root_sm3}")
        say("全部相符。" if report.ok else f"不符 {len(report.differences)} 处。")
    if report.first is not None:
        complain(f"台账不符：{report.first}请停止使用，保全磁盘，与备份比对。")
        raise typer.Exit(Exit.FAILED)


def _authority(code: str | None) -> Any:
    from mingzhi.core.organs.models import Authority

    if code is None:
        return None
    found = Authority.objects.filter(code=code).first()
    if found is None:
        codes = "、".join(Authority.objects.order_by("code").values_list("code", flat=True))
        raise CommandError(f"没有编码为 {code} 的机关；现有：{codes or '无'}。", Exit.USAGE)
    return found
