"""What enforces each provision and which tests prove it, read from the engine's registries and from the source itself.

A provision is bound when an action, gate, deadline or reaction cites it, or when code or a page names it.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import mingzhi
from mingzhi.core.engine.gates import GATES, REACTIONS
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES
from mingzhi.law.provisions import Provision, all_provisions

SOURCE = Path(mingzhi.__file__).parent
#: Keywords by which declarations cite; the registries already tell what they declare.
_DECLARING = {"cites", "extension"}
_TOKEN = re.compile(r"[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+")


@dataclass(frozen=True)
class Bound:
    """A provision with what binds it (“action penalty.propose”, “gate …”, “deadline …”, “code …”) and what tests it."""

    provision: Provision
    by: tuple[str, ...]
    tests: tuple[str, ...]


def bound_provisions(tests: Path | None) -> list[Bound]:
    """Every provision in the order of the register; `tests` is the directory to look for proofs in, if there is one."""
    by = defaultdict(list)
    for found in (_actions(), _gates(), _deadlines(), _reactions(), _code(SOURCE), _pages(SOURCE)):
        for provision_id, text in found:
            if text not in by[provision_id]:
                by[provision_id].append(text)
    proofs = named_in_tests(tests) if tests else {}
    return [Bound(row, tuple(by[row.id]), tuple(proofs.get(row.id, ()))) for row in all_provisions()]


def proofs_directory() -> Path | None:
    """The tests of the checkout this program runs from; None in an installed package."""
    found = SOURCE.parents[1] / "tests"
    return found if (found / "conftest.py").is_file() else None


def _actions() -> Iterator[tuple[str, str]]:
    for action in ACTIONS.values():
        yield from ((row.id, f"action {action.code}") for row in action.provisions)


def _gates() -> Iterator[tuple[str, str]]:
    for gate in GATES:
        yield from ((row.id, f"gate {_place(gate.function)}") for row in gate.provisions)


def _deadlines() -> Iterator[tuple[str, str]]:
    for procedure in PROCEDURES.values():
        for rule in procedure.deadlines:
            yield rule.provision.id, f"deadline {procedure.code}: {rule.title}"
            if rule.warns:
                yield rule.warns.id, f"deadline {procedure.code}: {rule.title}（预警）"
            if rule.extension:
                yield rule.extension.id, f"deadline {procedure.code}: {rule.title}（延长）"


def _reactions() -> Iterator[tuple[str, str]]:
    for reaction in REACTIONS:
        yield from ((row.id, f"reaction {_place(reaction.function)}") for row in reaction.provisions)


def _place(function: object) -> str:
    return f"{function.__module__.removeprefix('mingzhi.')}.{function.__qualname__}"  # type: ignore[attr-defined]


@cache
def _ids() -> frozenset[str]:
    return frozenset(row.id for row in all_provisions())


def _code(source: Path) -> Iterator[tuple[str, str]]:
    """Ids that code names outside declarations: where it reads a number, or quotes an article."""
    for path in sorted(source.rglob("*.py")):
        if {"migrations", "demo", "bench"} & set(path.parts):
            continue
        module = ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__")
        yield from ((found, f"code {module}{f'.{name}' if name else ''}") for found, name in _named(ast.parse(path.read_text("utf-8")), ""))


def _named(node: ast.AST, within: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        within = f"{within}.{node.name}" if within else node.name
    if isinstance(node, ast.keyword) and node.arg in _DECLARING:
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "deadline":
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in _ids():
        yield node.value, within
    for child in ast.iter_child_nodes(node):
        yield from _named(child, within)


def _pages(source: Path) -> Iterator[tuple[str, str]]:
    """Ids that a page cites."""
    for path in sorted(source.rglob("templates/**/*.html")):
        for found in sorted(set(re.findall(r"cite\(\s*[\"']([^\"']+)[\"']", path.read_text("utf-8")))):
            if found in _ids():
                yield found, f"page {path.relative_to(source)}"


def named_in_tests(tests: Path) -> dict[str, list[str]]:
    """Tests by the id they quote: `file::test` from docstrings, the file for worked examples and stories."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(tests.rglob("*.py")):
        name = path.relative_to(tests.parent)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                for one in _tokens(ast.get_docstring(node) or ""):
                    found[one].append(f"{name}::{node.name}")
    for path in sorted((tests / "examples").rglob("*.yaml")):
        for one in _tokens(path.read_text("utf-8")):
            found[one].append(str(path.relative_to(tests.parent)))
    return found


def _tokens(text: str) -> list[str]:
    return sorted(set(_TOKEN.findall(text)) & _ids())
