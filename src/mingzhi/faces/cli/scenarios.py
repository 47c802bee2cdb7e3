"""`mingzhi scenario`: plays stories on a throw-away town and says where the town did otherwise."""

from __future__ import annotations

import os
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .installation import AsJson, bring_up_to_date, open_installation
from .outcome import CommandError, Exit, complain, print_json, say
from .serving import progress

if TYPE_CHECKING:
    from .stories import Report

Paths = Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="故事文件，或者装有故事的目录")]


def scenario(
    paths: Paths = None, help_format: Annotated[bool, typer.Option("--help-format", help="说明故事的写法")] = False, as_json: AsJson = False
) -> None:
    """在用过即弃的镇上演一遍故事，核对准许了什么、依据什么拒绝。"""
    if help_format:
        say((files(__package__) / "stories" / "format.md").read_text(encoding="utf-8").rstrip("\n"))
        return
    found = files_of(paths or [])
    if not found:
        raise CommandError("请给出故事文件或者目录，写法见 mingzhi scenario --help-format。", Exit.USAGE)
    with tempfile.TemporaryDirectory(prefix="mingzhi-") as place:
        # A database of an installation is never touched, whatever the environment names.
        os.environ["MINGZHI_DATABASE_URL"] = ""
        open_installation(Path(place))
        with progress() as tell:
            tell("正在搭台")
            bring_up_to_date()
            reports = play_all(found, tell)
    if as_json:
        print_json(reports)
    else:
        for report in reports:
            say(f"{'通过' if report['ok'] else '不符'}  {report['title']}（{report['file']}，{len(report['steps'])} 步）")
            for failure in report["failures"]:
                say(f"      {failure}")
    failed = sum(not report["ok"] for report in reports)
    if failed:
        complain(f"{len(reports)} 个故事中 {failed} 个与实际不符。")
        raise typer.Exit(Exit.FAILED)


def files_of(paths: list[Path]) -> list[Path]:
    """The stories among files and directories; samples are not stories. Raises CommandError for what is not there."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += [one for one in sorted(path.glob("*.yaml")) if one.name != "范本.yaml"]
        elif path.is_file():
            found.append(path)
        else:
            raise CommandError(f"没有文件 {path}。", Exit.USAGE)
    return found


def play_all(paths: list[Path], tell: Any) -> list[dict[str, Any]]:
    """Stories as JSON-ready values, in their order. Raises CommandError for a story nobody could play."""
    from .stories import StoryError, Theatre, in_families

    reports: dict[Path, Report] = {}
    try:
        with Theatre() as theatre:
            for path in in_families(paths):
                tell(f"正在演 {path.name}")
                reports[path] = theatre.play(path)
    except StoryError as problem:
        raise CommandError(str(problem), Exit.USAGE) from problem
    return [_told(path, reports[path]) for path in paths]


def _told(path: Path, report: Report) -> dict[str, Any]:
    return {
        "file": path.name,
        "title": report.story.title,
        "cites": list(report.story.cites),
        "ok": report.ok,
        "failures": report.failures,
        "steps": [
            {
                "file": played.step.path.name,
                "line": played.step.line,
                "at": played.step.at.isoformat(),
                "who": played.step.who,
                "action": played.step.action,
                "outcome": played.outcome,
                "failures": list(played.failures),
            }
            for played in report.steps
        ],
    }
