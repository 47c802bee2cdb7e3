"""`mingzhi key`: bearer keys of devices and partners, shown once."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, print_json, print_table, say

app = typer.Typer(help="设备和合作单位的接口密钥。", no_args_is_help=True)


class Scope(StrEnum):
    READ = "read"
    ACT = "act"
    UPLOAD = "upload"
    CLUES = "clues"


@app.command("new")
def new(
    for_: Annotated[str, typer.Option("--for", metavar="NAME", help="给谁用，如“执法记录仪 3 号”")],
    user: Annotated[str, typer.Option(metavar="ACCOUNT", help="以哪个账号的身份办理")],
    scope: Annotated[Scope, typer.Option(help="可以做什么")] = Scope.READ,
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """发一把新密钥；密钥只显示这一次。"""
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.organs.keys import new_key
    from mingzhi.core.organs.models import User

    person = User.objects.filter(username=user, is_active=True).first()
    if person is None:
        raise CommandError(f"没有账号 {user}，或者该账号已停用。", Exit.USAGE)
    key, secret = new_key(person, for_, scope.value, timezone.now())
    if as_json:
        print_json({"id": key.pk, "name": key.name, "user": user, "scope": key.scope, "key": secret})
        return
    say(f"密钥 {key.pk}（{key.name}，{person.name}，{key.get_scope_display()}）只显示这一次，请立即抄存：")
    say(secret)


@app.command("list")
def list_keys(as_json: AsJson = False, data: DataDir = None) -> None:
    """列出全部密钥，不含密钥本身。"""
    open_installation(data)
    require_tables()
    from mingzhi.core.organs.models import Key

    rows = Key.objects.select_related("person").order_by("pk")
    if as_json:
        print_json(
            [
                {
                    "id": key.pk,
                    "name": key.name,
                    "user": key.person.username,
                    "scope": key.scope,
                    "made_at": key.made_at.isoformat(),
                    "revoked_at": key.revoked_at.isoformat() if key.revoked_at else None,
                }
                for key in rows
            ]
        )
        return
    print_table(
        "接口密钥",
        ["编号", "名称", "账号", "范围", "发出时间", "状态"],
        [
            [
                str(key.pk),
                key.name,
                key.person.username,
                key.get_scope_display(),
                _when(key.made_at),
                f"{_when(key.revoked_at)} 吊销" if key.revoked_at else "有效",
            ]
            for key in rows
        ],
    )


@app.command("revoke")
def revoke(id_: Annotated[int, typer.Argument(metavar="ID", help="密钥编号，见 mingzhi key list")], data: DataDir = None) -> None:
    """吊销一把密钥，立即生效。"""
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.organs.keys import revoke_key
    from mingzhi.core.organs.models import Key

    key = Key.objects.filter(pk=id_).first()
    if key is None:
        raise CommandError(f"没有编号为 {id_} 的密钥。运行 mingzhi key list 查看。", Exit.USAGE)
    if key.revoked_at is not None:
        raise CommandError(f"密钥 {id_} 已于 {_when(key.revoked_at)} 吊销。")
    revoke_key(key, timezone.now())
    say(f"已吊销密钥 {id_}（{key.name}）。")


def _when(moment: datetime) -> str:
    from django.utils import timezone

    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
