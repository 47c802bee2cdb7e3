"""`mingzhi account`: an account that wrong passwords locked is opened again, a forgotten password is replaced."""

from __future__ import annotations

from typing import Annotated

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, print_json, say
from .towns import Administrator, administrator, by_whom, tell_passwords

app = typer.Typer(help="账号。", no_args_is_help=True)


@app.callback()
def account() -> None:
    """账号。"""


@app.command("unlock")
def unlock(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="被锁定的账号")],
    user: Annotated[str, typer.Option(metavar="ACCOUNT", help="由哪个账号解锁，须是安全管理员")],
    data: DataDir = None,
) -> None:
    """解锁连续输错密码的账号；密码不变，解锁记入台账。"""
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.account_unlocking import unlock_account
    from mingzhi.core.engine.errors import ActionError
    from mingzhi.core.organs.models import User

    people = {row.username: row for row in User.objects.filter(username__in=(account, user), is_active=True).select_related("authority")}
    for name in (account, user):
        if name not in people:
            raise CommandError(f"没有账号 {name}，或者该账号已停用。", Exit.USAGE)
    try:
        locked = unlock_account(people[account], people[user], timezone.now())
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    say(f"{people[account].name}（{account}）已解锁，可以用原来的密码登录。" if locked else f"账号 {account} 没有被锁定，不必解锁。")


@app.command("reset")
def reset(
    account: Annotated[str, typer.Argument(metavar="ACCOUNT", help="忘记密码的账号")],
    user: Administrator = None,
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """给忘记密码的账号一个一次性密码，只显示这一次；原来的密码和登录随即失效，重置记入台账。"""
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.account_passwords import reset_password
    from mingzhi.core.engine.errors import ActionError

    person, actor = administrator(account), administrator(user)
    by = by_whom(actor)
    try:
        given = reset_password(person, actor, by.actor, by.private, timezone.now())
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    if as_json:
        print_json(given._asdict())
    else:
        tell_passwords([given])
