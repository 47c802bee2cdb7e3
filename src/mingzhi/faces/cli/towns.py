"""`mingzhi town`: the town, its people and what it may do, entered from one file; written out again in the same form."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, complain, print_json, print_table, say

if TYPE_CHECKING:
    from mingzhi.core.engine.account_passwords import Given
    from mingzhi.core.engine.town_entry import By
    from mingzhi.core.organs.models import User

app = typer.Typer(help="镇的设置：机关、机构、人员、岗位、执法证、工作日历、执法事项清单。", no_args_is_help=True)

Passwords = Annotated[Path | None, typer.Option(metavar="FILE", dir_okay=False, help="一次性密码写进这个文件（新建，仅本人可读），不显示")]
Administrator = Annotated[str | None, typer.Option(metavar="ACCOUNT", help="由哪个账号办理，须是安全管理员；不写的，记为在服务器上办理")]


@app.callback()
def town() -> None:
    """镇的设置。"""


@app.command("example")
def example() -> None:
    """打印一份可以直接录入的样例，每项有说明。"""
    say(example_text().rstrip("\n"))


def example_text() -> str:
    """The example file that ships."""
    return (files(__package__) / "town_example.yaml").read_text(encoding="utf-8")


@app.command("load")
def load(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="YAML 文件，写法见 mingzhi town example")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说会做什么，不录入")] = False,
    passwords: Passwords = None,
    user: Administrator = None,
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """录入镇的设置，或者把改动录入；有错的一项也不录入，错处一次说全。"""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise CommandError(f"{file} 不是 UTF-8 编码的文本。请另存为 UTF-8 后再录入。", Exit.USAGE) from problem
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.errors import ActionError
    from mingzhi.core.engine.town_entry import FileMistaken, load_town

    person = administrator(user)
    keep = None if dry_run else (lambda given: _keep(passwords, given) if passwords else None)
    try:
        loaded = load_town(text, by=by_whom(person), at=timezone.now(), user=person, dry_run=dry_run, hand_over=keep)
    except FileMistaken as mistaken:
        raise CommandError("\n".join([f"{file} {mistaken.sentence}", *map(str, mistaken.mistakes)]), Exit.USAGE) from mistaken
    except ActionError as problem:
        raise CommandError(str(problem)) from problem
    shown = [] if passwords else list(loaded.passwords)
    if as_json:
        told: dict[str, Any] = {
            "town": loaded.town.code,
            "dry_run": dry_run,
            "changes": [{"kind": change.kind, "sentence": change.sentence} for change in loaded.changes],
            "passwords": [given._asdict() for given in shown],
            "notes": list(loaded.notes),
        }
        print_json(told)
        return
    for change in loaded.changes:
        say(change.sentence)
    count = len(loaded.changes)
    if not count:
        say(f"{loaded.town.place}的设置与文件一致，没有改动。")
    else:
        say(f"试读完成，会有 {count} 项改动；什么也没有录入。" if dry_run else f"已录入 {count} 项改动，每项在台账中各有一条。")
    tell_passwords(shown)
    if passwords and loaded.passwords:
        say(f"{len(loaded.passwords)} 个新账号的一次性密码已写入 {passwords}，只有您能读。请当面交给本人后删除该文件。")
    for note in loaded.notes:
        complain(f"注意：{note}")


@app.command("show")
def show(
    code: Annotated[str | None, typer.Option("--town", metavar="CODE", help="镇的代码；只有一个镇的不必写")] = None,
    data: DataDir = None,
) -> None:
    """按同样的格式写出镇现在的设置；原样录入不会有改动。"""
    open_installation(data)
    require_tables()
    from django.utils import timezone

    from mingzhi.core.engine.town_entry import town_text
    from mingzhi.core.organs.models import Authority

    towns = Authority.objects.filter(kind=Authority.Kind.TOWN).select_related("parent").order_by("code")
    found = list(towns.filter(code=code) if code else towns[:2])
    if not found:
        sentence = (
            f"没有代码是 {code} 的镇。" if code else "还没有录入镇。请从 mingzhi town example 给出的样例写起，再用 mingzhi town load 录入。"
        )
        raise CommandError(sentence, Exit.USAGE)
    if len(found) > 1:
        names = "、".join(f"{row.code}（{row.place}）" for row in towns)
        raise CommandError(f"这里有几个镇，请用 --town 写明：{names}。", Exit.USAGE)
    say(town_text(found[0], timezone.localdate()).rstrip("\n"))


def administrator(user: str | None) -> User | None:
    """The account of `--user`; None where nobody is named. Raises CommandError for one that is not there."""
    from mingzhi.core.organs.models import User

    if user is None:
        return None
    person = User.objects.filter(username=user, is_active=True).select_related("authority").first()
    if person is None:
        raise CommandError(f"没有账号 {user}，或者该账号已停用。", Exit.USAGE)
    return person


def by_whom(person: User | None) -> By:
    """How the ledger names who did it: the administrator, or the user of the machine."""
    from mingzhi.core.engine.town_entry import By
    from mingzhi.core.organs import Post

    if person is not None:
        return By({"id": person.pk, "post": str(Post.SECURITY_ADMIN)})
    return By({"id": None, "post": "machine"}, {"machine_user": getpass.getuser()})


def tell_passwords(given: Sequence[Given]) -> None:
    """Print passwords, this once."""
    from django.conf import settings

    if given:
        days = settings.ONE_TIME_DAYS
        within = f"，须在 {days} 天内登录" if days > 0 else ""
        say(f"一次性密码，只显示这一次；本人登录后须先改掉{within}：")
        print_table("", ["账号", "姓名", "一次性密码"], [list(one) for one in given])


def _keep(file: Path, given: Sequence[Given]) -> None:
    """Write passwords into a new file for its owner alone. Raises CommandError before anything was entered."""
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as problem:
        raise CommandError(f"{file} 已经存在，为免覆盖，什么也没有录入。请换一个文件名。", Exit.USAGE) from problem
    except OSError as problem:
        raise CommandError(f"{file} 不能写：{problem.strerror}。什么也没有录入。", Exit.USAGE) from problem
    with os.fdopen(opened, "w", encoding="utf-8") as kept:
        kept.writelines("\t".join(one) + "\n" for one in given)
