"""`mingzhi redact`: what may be published of a text, from stdin to stdout; a question of law that needs no installation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer

from mingzhi.law.provisions import cited
from mingzhi.law.redaction import Mode, Options, Person, Redacted, Role, published_lines, redact

from .outcome import CommandError, Exit, complain

#: Other words for roles, as partners write them.
_ROLES = {role.value: role for role in Role} | {
    "legal_representative": Role.LEGAL_REP,
    "legal-rep": Role.LEGAL_REP,
    "representative": Role.LEGAL_REP,
    "complainant": Role.INFORMANT,
    "reviewer": Role.OFFICER,
    "当事人": Role.PARTY,
    "法定代表人": Role.LEGAL_REP,
    "经营者": Role.OPERATOR,
    "代理人": Role.AGENT,
    "证人": Role.WITNESS,
    "亲属": Role.RELATIVE,
    "邻居": Role.NEIGHBOUR,
    "举报人": Role.INFORMANT,
    "未成年人": Role.MINOR,
    "执法人员": Role.OFFICER,
    "其他": Role.OTHER,
}


class HideOrKeep(StrEnum):
    HIDE = "hide"
    KEEP = "keep"


class StyleOfNames(StrEnum):
    SOME = "some"
    STAR = "star"


def redact_text(
    mode: Annotated[Mode, typer.Option(help="全文公开或者摘要公开")] = Mode.FULL,
    legal_rep: Annotated[HideOrKeep | None, typer.Option("--legal-rep", help="法定代表人的姓名；缺省摘要保留、全文隐去")] = None,
    party: Annotated[HideOrKeep, typer.Option(help="当事人为自然人的，姓名隐去或者保留")] = HideOrKeep.HIDE,
    style: Annotated[StyleOfNames, typer.Option(help="名字写作某某（some）或者 *（star）")] = StyleOfNames.SOME,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="逐行读写 JSON：读 id、text，可选 mode、people；写 redacted、hidden、publish、reasons")
    ] = False,
) -> None:
    """隐去不得公开的内容：从标准输入读文本，向标准输出写可以公开的文本。"""
    options = Options(
        mode=mode,
        style=style.value,
        legal_rep=legal_rep.value if legal_rep else None,
        party=party.value,
        allowed=published_lines(),
    )
    if jsonl:
        for line in _lines():
            sys.stdout.write(json.dumps(line.answer(options), ensure_ascii=False) + "\n")
        return
    done = redact(_decoded(_read()), (), options)
    sys.stdout.write(done.text)
    if sys.stderr.isatty():
        _tell(done)


class _Line:
    """One object of the input."""

    def __init__(self, number: int, text: bytes) -> None:
        self.number = number
        try:
            self.given: Any = json.loads(text)
        except ValueError as problem:
            raise self._wrong("不是 JSON") from problem
        if not isinstance(self.given, dict) or not isinstance(self.given.get("text"), str):
            raise self._wrong('应为对象，含字符串 text，如 {"id": 1, "text": "……"}')

    def answer(self, options: Options) -> dict[str, Any]:
        if "mode" in self.given:
            options = replace(options, mode=self._mode())
        done = redact(self.given["text"], self._people(), options)
        return {
            "id": self.given.get("id"),
            "redacted": done.text,
            "hidden": [[one.start, one.end, one.kind.value] for one in done.hidden],
            "publish": done.publish,
            "reasons": list(done.reasons),
        }

    def _mode(self) -> Mode:
        try:
            return Mode(self.given["mode"])
        except ValueError as problem:
            raise self._wrong("mode 只能是 full、summary 之一") from problem

    def _people(self) -> list[Person]:
        people = self.given.get("people") or []
        if not isinstance(people, list) or not all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in people):
            raise self._wrong('people 应为列表，如 [{"name": "张三", "role": "party"}]')
        return [Person(one["name"], self._role(one.get("role", Role.OTHER)), one.get("surname")) for one in people if one["name"].strip()]

    def _role(self, given: object) -> Role:
        found = _ROLES.get(str(given).strip().lower())
        if found is None:
            # Hidden rather than refused: whoever bears it is a person, and all but officers are hidden.
            complain(f"第 {self.number} 行：没有角色 {given}，按其他自然人隐去；现有：{'、'.join(role.value for role in Role)}。")
        return found or Role.OTHER

    def _wrong(self, what: str) -> CommandError:
        return CommandError(f"第 {self.number} 行{what}。", Exit.USAGE)


def _lines() -> Iterator[_Line]:
    stream = getattr(sys.stdin, "buffer", None)
    rows = stream if stream is not None else iter(sys.stdin.read().encode().splitlines(keepends=True))
    for number, row in enumerate(rows, start=1):
        if row.strip():
            yield _Line(number, row)


def _read() -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    content: bytes = stream.read() if stream is not None else sys.stdin.read().encode()
    return content


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise CommandError("标准输入不是 UTF-8 文本，请先转换编码。", Exit.USAGE) from problem


def _tell(done: Redacted) -> None:
    """What was hidden and what a person should look at, for whoever sits before a terminal."""
    for one in done.hidden:
        complain(f"已隐去 第 {one.start + 1} 字起 {one.kind.label}：{one.why}（{cited(one.provision)[0].cite}）")
    for one in done.unsure:
        complain(f"请确认 第 {one.start + 1} 字起 {one.end - one.start} 字：{one.why}")
    for reason in done.reasons:
        complain(reason)
