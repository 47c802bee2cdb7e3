"""A YAML text whose every value knows its line. What is wrong is gathered and told at once, not raised one by one.

Whether a value fits is asked of the model's own field, so that a length or a list of choices stands in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, cast

import yaml
from django.db import models

from .mistakes import Mistake

_NULL = "tag:yaml.org,2002:null"
_YES = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
_DAY = "请写成 2026-01-31 的样子"


class Row:
    """One mapping of the file, read by name. Every reading gives a value that can be worked with, also where it notes a mistake."""

    def __init__(self, loader: yaml.SafeLoader, node: yaml.MappingNode, path: str, mistakes: list[Mistake]) -> None:
        self._loader, self.path, self.line, self._mistakes = loader, path, node.start_mark.line + 1, mistakes
        self._known: dict[str, None] = {}
        written = [str(key.value) for key, _ in node.value if isinstance(key, yaml.ScalarNode) and key.value != "<<"]
        for name in dict.fromkeys(name for name in written if written.count(name) > 1):
            self.wrong(name, "写了不止一次", "请只留一处")
        loader.flatten_mapping(node)
        self._nodes: dict[str, yaml.Node] = {str(key.value): value for key, value in node.value}

    def wrong(self, name: str | None, what: str, instead: str) -> None:
        """Note a mistake at a value of this row, or at the row itself."""
        node = getattr(self, "_nodes", {}).get(name or "")
        line = node.start_mark.line + 1 if node is not None else self.line
        path = f"{self.path}.{name}" if self.path and name else self.path or name or ""
        self._mistakes.append(Mistake(line, path, what, instead))

    def has(self, name: str) -> bool:
        """Whether something is written there."""
        node = self._node(name)
        return node is not None

    def close(self) -> None:
        """Note every name that nobody asked for."""
        for name in self._nodes.keys() - self._known.keys():
            likely = get_close_matches(name, self._known, 1)
            instead = f"是不是 {likely[0]}" if likely else f"这里可以写：{'、'.join(self._known)}"
            self.wrong(name, f"没有“{name}”这一项", instead)

    def of(self, model: type[models.Model], names: Iterable[str], **written: str) -> dict[str, Any]:
        """Values for fields of a model, under their own names or those of `written` (field=name in the file)."""
        return {name: self._of(cast(models.Field, model._meta.get_field(name)), written.get(name, name)) for name in names}

    def _of(self, field: models.Field, name: str) -> Any:
        required = not (field.blank or field.has_default() or field.null)
        if field.choices:
            default = field.get_default() if field.has_default() else None
            return self.choice(name, {str(value): str(label) for value, label in field.choices}, default)
        if isinstance(field, models.DateField):
            return self.day(name, required)
        if isinstance(field, models.DecimalField):
            return self.amount(name)
        if isinstance(field, models.BooleanField):
            return self.flag(name, field.get_default())
        return self.text(name, required, field.max_length)

    def text(self, name: str, required: bool = False, most: int | None = None) -> str:
        """A text as it is written, a number with its leading zeros; empty when there is none."""
        found = self._scalar(name)
        if not found:
            if required:
                self.wrong(name, f"缺少 {name}", f"请写 {name}: 和内容")
            return ""
        if most is not None and len(found) > most:
            self.wrong(name, f"太长，有 {len(found)} 字", f"最多 {most} 字")
        return found

    def choice(self, name: str, choices: Mapping[str, str], default: Any = None) -> str:
        """One of the words of a list."""
        found = self._scalar(name)
        if not found and default is not None:
            return str(default)
        if found not in choices:
            self.wrong(name, f"没有“{found}”这个词" if found else f"缺少 {name}", _one_of(found, choices))
            return next(iter(choices))
        return found

    def day(self, name: str, required: bool = False) -> date | None:
        """A day."""
        node = self._node(name)
        if node is None:
            if required:
                self.wrong(name, f"缺少 {name}", f"请写日期，{_DAY}")
            return None
        return self._day(node, name)

    def days(self, name: str) -> list[date]:
        """A list of days, in order."""
        found = [self._day(node, name) for node in self._items(name, "日期的列表，如 [2027-01-01]")]
        return sorted({day for day in found if day is not None})

    def whole(self, name: str) -> int:
        """A whole number; 0 where there is none."""
        found = self._scalar(name)
        if not (found.isascii() and found.isdecimal()):
            self.wrong(name, f"“{found}”不是整数" if found else f"缺少 {name}", "请写整数")
            return 0
        return int(found)

    def amount(self, name: str) -> Decimal | None:
        """Yuan, or None."""
        found = self._scalar(name)
        try:
            amount = Decimal(found) if found else None
        except InvalidOperation:
            amount = Decimal(-1)
        if amount is not None and not (amount.is_finite() and amount >= 0 and amount == round(amount, 2)):
            self.wrong(name, f"“{found}”不是金额", "请写元，最多两位小数，如 500 或 500.50")
            return None
        return amount

    def flag(self, name: str, default: bool) -> bool:
        """Yes or no."""
        found = self._scalar(name).lower()
        if found and found not in _YES:
            self.wrong(name, f"“{found}”不是 true 或 false", "请写 true 或者 false")
        return _YES.get(found, default)

    def words(self, name: str, choices: Mapping[str, str]) -> list[str]:
        """A list of words out of a list."""
        found = []
        for node in self._items(name, "列表"):
            word = str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""
            if word in choices:
                found.append(word)
            else:
                self._note(node, name, f"没有“{word}”这个词", _one_of(word, choices))
        return found

    def row(self, name: str) -> Row | None:
        """The mapping under a name; None with a mistake noted where there is none."""
        node = self._node(name)
        if isinstance(node, yaml.MappingNode):
            return self._below(node, name)
        self.wrong(name, f"缺少 {name}" if node is None else f"{name} 的写法不对", f"请写 {name}: 并在下一行缩进写各项")
        return None

    def rows(self, name: str, required: bool = False) -> list[Row]:
        """The mappings in a list under a name, none where there is no list."""
        found = []
        if required and self._node(name) is None:
            self.wrong(name, f"缺少 {name}", f"请写 {name}: 并在下面逐条写“- ”开头的各项")
        for number, node in enumerate(self._items(name, "“- ”开头的各条"), start=1):
            if isinstance(node, yaml.MappingNode):
                found.append(self._below(node, f"{name}[{number}]"))
            else:
                self._note(node, f"{name}[{number}]", "应是若干“名称: 内容”", "请写成 {名称: 内容, …}，写法见样例")
        return found

    def _below(self, node: yaml.MappingNode, name: str) -> Row:
        return Row(self._loader, node, f"{self.path}.{name}" if self.path else name, self._mistakes)

    def _note(self, node: yaml.Node, name: str, what: str, instead: str) -> None:
        self._mistakes.append(Mistake(node.start_mark.line + 1, f"{self.path}.{name}" if self.path else name, what, instead))

    def _node(self, name: str) -> yaml.Node | None:
        self._known[name] = None
        node = self._nodes.get(name)
        return None if node is None or node.tag == _NULL else node

    def _scalar(self, name: str) -> str:
        node = self._node(name)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(name, "应是一个词或者一句话", f"请写成 {name}: 内容")
            return ""
        return str(node.value).strip()

    def _items(self, name: str, shape: str) -> list[yaml.Node]:
        node = self._node(name)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(name, "应是一个列表", f"请写成{shape}")
            return []
        return list(node.value)

    def _day(self, node: yaml.Node, name: str) -> date | None:
        value = None
        if isinstance(node, yaml.ScalarNode):
            try:
                value = date.fromisoformat(str(node.value).strip())
            except ValueError:
                value = None
        if value is None:
            self._note(node, name, f"“{getattr(node, 'value', '')}”不是日期" if isinstance(node, yaml.ScalarNode) else "不是日期", _DAY)
        return value


def _one_of(found: str, choices: Mapping[str, str]) -> str:
    """What to write instead: the word that was probably meant, else every word there is."""
    if likely := get_close_matches(found, choices, 1):
        return f"是不是 {likely[0]}（{choices[likely[0]]}）"
    if meant := [value for value, label in choices.items() if label == found]:
        return f"请写 {meant[0]}"
    return f"请写 {'、'.join(f'{value}（{label}）' for value, label in choices.items())} 之一"


def read(text: str, mistakes: list[Mistake]) -> Row | None:
    """The mapping a text holds; None, with the mistake noted, when it holds something else."""
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or str(problem)
        mistakes.append(Mistake(mark.line + 1 if mark else 1, "", f"不是 YAML：{what}", "请核对这一行和上一行的缩进、冒号、引号"))
        return None
    if not isinstance(node, yaml.MappingNode):
        mistakes.append(Mistake(1, "", "文件是空的，或者不是若干“名称: 内容”", "请从 mingzhi town example 给出的样例写起"))
        return None
    return Row(loader, node, "", mistakes)
