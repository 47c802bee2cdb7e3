"""`mingzhi ingest`: the files of a card or docking station into the vault, and whether the card may then be wiped."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from .installation import AsJson, DataDir, open_installation, require_tables
from .outcome import CommandError, Exit, complain, print_json, print_table, say

#: A file that changed within so many seconds is still being written.
SETTLED_SECONDS = 3.0
WATCH_SECONDS = 2.0
#: What systems leave on cards, and nobody recorded.
_NOT_RECORDED = {"System Volume Information", "$RECYCLE.BIN", "LOST.DIR", "lost+found"}

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Result:
    """What became of one file. state: taken, known (content already there), held, refused, failed; `copies` verified ones."""

    path: str
    state: str
    reason: str
    sha256: str
    size_bytes: int
    copies: int


_TITLES = {"taken": "已入库", "known": "内容已在库", "held": "待补正", "refused": "未收下", "failed": "没有完成"}
#: States in which the content is in the vault and registered.
_INSIDE = ("taken", "known")


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", exists=True, readable=True, help="存储卡、采集站的目录，或者文件")],
    device: Annotated[str, typer.Option(metavar="CODE", help="设备编号")],
    user: Annotated[str, typer.Option(metavar="ACCOUNT", help="以哪个账号入库")],
    activity: Annotated[str, typer.Option(metavar="NUMBER", help="执法活动编号")] = "",
    watch: Annotated[bool, typer.Option("--watch", help="一直等候新文件，按 Ctrl+C 停止")] = False,
    any_device: Annotated[bool, typer.Option("--any-device", help="文件名写的是别的设备，也按 --device 入库")] = False,
    purpose: Annotated[str, typer.Option(hidden=True)] = "footage",
    as_json: AsJson = False,
    data: DataDir = None,
) -> None:
    """把存储卡或者采集站的文件收入文件库；每份文件都有两个核验过的副本时，说明此卡可以清空。"""
    open_installation(data)
    require_tables()
    from mingzhi.core.organs.models import User
    from mingzhi.core.vault.storage import writable

    owner = User.objects.filter(username=user, is_active=True).first()
    if owner is None:
        raise CommandError(f"没有账号 {user}，或者该账号已停用。", Exit.USAGE)
    if not writable():
        raise CommandError("当前系统用户不能写文件库。请用保管进程的用户运行，见 docs/operations.md。")
    told = {"device": device, "purpose": purpose} | ({"activity": activity} if activity else {})
    round_ = _Round(owner, told, device, any_device)
    results = round_.all_of(paths)
    try:
        while watch:
            _report(results, paths, as_json)
            sys.stdout.flush()
            time.sleep(WATCH_SECONDS)
            while not (results := round_.all_of(paths)):
                time.sleep(WATCH_SECONDS)
    except KeyboardInterrupt:
        return
    _report(results, paths, as_json)
    if any(result.state not in _INSIDE for result in results):
        raise typer.Exit(Exit.FAILED)


class _Round:
    """Looks through the paths, and again, taking each file once as long as it does not change."""

    def __init__(self, owner: Any, told: dict[str, str], device: str, any_device: bool) -> None:
        self.owner, self.told, self.device, self.any_device = owner, told, device, any_device
        self.seen: dict[Path, tuple[int, int]] = {}

    def all_of(self, paths: list[Path]) -> list[Result]:
        found = []
        with _progress() as tell:
            for path in _files(paths):
                try:
                    facts = path.stat()
                except FileNotFoundError:
                    continue
                state = (facts.st_size, facts.st_mtime_ns)
                if self.seen.get(path) == state or time.time() - facts.st_mtime < SETTLED_SECONDS:
                    continue
                found.append(self.one(path, facts.st_size, tell))
                self.seen[path] = state
        return found

    def one(self, path: Path, size: int, tell: Tell) -> Result:
        from mingzhi.core.vault.copies import copies_verified
        from mingzhi.core.vault.errors import VaultError
        from mingzhi.core.vault.uploads import local
        from mingzhi.core.vault.uploads.refusals import UploadRefused

        if sentence := self._another_device(path):
            return Result(str(path), "refused", sentence, "", size, 0)
        sha256 = ""
        try:
            sha256 = local.digest_of(path, lambda position: tell(f"计算 {path.name}", position, size))
            if before := local.known(sha256, size, self.told["purpose"]):
                return Result(str(path), "known", f"与“{before.name}”内容相同", sha256, size, copies_verified(before.blob))
            upload = local.send(path, self.owner, self.told, sha256, lambda position: tell(f"入库 {path.name}", position, size))
        except (UploadRefused, VaultError) as refused:
            return Result(str(path), "refused", str(refused), sha256, size, 0)
        except OSError as problem:
            return Result(str(path), "failed", f"读不出这份文件（{problem.strerror}）。请检查存储卡后再采集。", sha256, size, 0)
        copies = copies_verified(upload.blob) if upload.blob else 0
        state = upload.state if upload.state in _TITLES else "failed"
        reason = upload.reason or ("" if state != "failed" else "已收齐，尚未登记完。稍后再运行一次。")
        return Result(str(path), state, reason, sha256, size, copies)

    def _another_device(self, path: Path) -> str:
        """Why a file is not taken whose name says another device, unless somebody says that it is right."""
        from mingzhi.core.vault.names import read_name

        facts = read_name(path.name)
        if self.any_device or facts is None or not facts.device or facts.device == self.device:
            return ""
        sentence = f"文件名写的设备是 {facts.device}，不是 {self.device}"
        if sys.stdin.isatty() and sys.stderr.isatty() and typer.confirm(f"{path.name}：{sentence}。仍按 {self.device} 入库吗？", err=True):
            return ""
        return f"{sentence}。请核对设备编号；确实无误的，加 --any-device。"


def _files(paths: list[Path]) -> Iterator[Path]:
    """Every file that somebody may have recorded, in order; hidden ones, links and what systems leave are none."""
    for path in paths:
        if path.is_file():
            yield path
            continue
        for found in sorted(path.rglob("*")):
            parts = found.relative_to(path).parts
            if not found.is_symlink() and found.is_file() and not any(part.startswith(".") or part in _NOT_RECORDED for part in parts):
                yield found


def _report(results: list[Result], paths: list[Path], as_json: bool) -> None:
    from mingzhi.core.vault.copies import ENOUGH
    from mingzhi.core.vault.names import read_name

    missing = [result for result in results if result.state not in _INSIDE or result.copies < ENOUGH]
    may_be_wiped = bool(results) and not missing
    if as_json:
        print_json({"files": [asdict(result) for result in results], "may_be_wiped": may_be_wiped})
        return
    rows = [[Path(one.path).name, _TITLES[one.state], str(one.copies), one.sha256[:16], one.reason] for one in results]
    print_table("采集", ["文件", "结果", "副本", "SHA-256", "说明"], rows)
    unread = sum(read_name(Path(one.path).name) is None for one in results)
    if unread:
        complain(f"{unread} 个文件名不合已知的命名规律，按 --device 登记；时间和序号以文件内容为准。")
    if not results:
        complain("没有找到新的文件。")
    elif may_be_wiped:
        say(f"此卡可以清空：{len(results)} 份文件都有 {ENOUGH} 个核验过的副本。")
    else:
        say(f"此卡不能清空：{_why_not(missing)}")


def _why_not(missing: list[Result]) -> str:
    from django.conf import settings

    from mingzhi.core.vault.copies import ENOUGH

    outside = sum(one.state not in _INSIDE for one in missing)
    waiting = len(missing) - outside
    said = [f"{outside} 份没有入库，请按上面的说明处理"] if outside else []
    if waiting:
        wait = (
            "后台任务会自动制作和核验，稍后再运行一次查看" if settings.VAULT_COPY_DIR else "没有设置 MINGZHI_VAULT_COPY，请系统管理员设置"
        )
        said.append(f"{waiting} 份还没有 {ENOUGH} 个核验过的副本，{wait}")
    return "；".join(said) + "。"


@contextmanager
def _progress() -> Iterator[Tell]:
    """How far each file is: a line that moves on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda name, position, size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task("", total=None)
        yield lambda name, position, size: drawn.update(task, description=name, completed=position, total=size)
