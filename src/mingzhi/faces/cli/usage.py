"""A wrong command line told in an office's words: which option or argument, what is wrong with it, where the right way stands."""

from __future__ import annotations

import re
from typing import Any

import typer

from mingzhi.core.engine.parameter_words import parameter_words

#: The errors of a wrong command line, in whichever click typer brings along.
UsageError: Any = typer.BadParameter.__mro__[1]

_SAID = (
    (re.compile(r"No such command '(.*)'"), "没有命令 {0}"),
    (re.compile(r"No such option: (\S+)"), "没有选项 {0}"),
    (re.compile(r"Option '(.*)' requires an argument"), "{0} 后面缺少内容"),
    (re.compile(r"Option '(.*)' does not take a value"), "{0} 后面不写内容"),
    (re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)"), "多出了 {0}"),
)
_FILE = (
    (re.compile(r"'(.*)' does not exist"), "没有 {0}"),
    (re.compile(r"'(.*)' is a directory"), "{0} 是目录，应为文件"),
    (re.compile(r"'(.*)' is a file"), "{0} 是文件，应为目录"),
    (re.compile(r"'(.*)' is not readable"), "{0} 不能读取"),
)


def usage_sentence(problem: Any) -> str:
    """What is wrong with the command line, and where to read how it is written."""
    return f"用法不对：{_what(problem)}。运行 {_command(problem)} --help 查看用法。"


def _what(problem: Any) -> str:
    name = _name(getattr(problem, "param", None))
    if type(problem).__name__ == "MissingParameter":
        return f"缺少 {name}"
    message = str(getattr(problem, "message", problem)).rstrip(".")
    if name is None:
        likely = "、".join(getattr(problem, "possibilities", None) or ())
        return _told(_SAID, message) + (f"，是不是 {likely}" if likely else "")
    choices = re.search(r"is not one of (.*)", message)
    if choices:
        return f"{name} 只能是 {choices[1].replace(chr(39), '').replace(', ', '、')} 之一"
    cause = problem.__cause__
    if cause is not None and hasattr(cause, "errors"):
        found = cause.errors()[0]
        return f"{name} {parameter_words(found['type'], found.get('ctx'))}"
    return f"{name} {_told(_FILE, message)}"


def _told(table: tuple[tuple[re.Pattern[str], str], ...], message: str) -> str:
    for pattern, words in table:
        if read := pattern.search(message):
            return words.format(*read.groups())
    return message


def _name(parameter: Any) -> str | None:
    """How the parameter is written on the command line: the option, or what stands for the argument."""
    if parameter is None:
        return None
    written = [name for name in parameter.opts if name.startswith("--")]
    return str(written[0] if written else parameter.metavar or parameter.name.upper())


def _command(problem: Any) -> str:
    """The command as it is typed, whatever the program was started as."""
    words, context = [], getattr(problem, "ctx", None)
    while context is not None and context.parent is not None:
        words.append(str(context.info_name))
        context = context.parent
    return " ".join(("mingzhi", *reversed(words)))
