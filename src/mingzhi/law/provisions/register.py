"""The loaded register and its two doors: `provision(id)` to read a row, `cited(ids)` to declare what code enforces."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from mingzhi.law.provisions.reading import read_register
from mingzhi.law.provisions.row import Provision


class UnknownProvision(LookupError):
    """An id that is not in the register was cited; the message names the nearest ones."""


@cache
def _register() -> MappingProxyType[str, Provision]:
    beside = sorted((file for file in files(__package__).iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    return MappingProxyType(read_register(beside))


def all_provisions() -> tuple[Provision, ...]:
    """Every provision of the register, by file and row."""
    return tuple(_register().values())


def provision(provision_id: str) -> Provision:
    """The provision of that id. Raises UnknownProvision with the nearest ids."""
    found = _register().get(provision_id)
    if found is None:
        raise UnknownProvision(_unknown(provision_id))
    return found


def cited(*provision_ids: str) -> tuple[Provision, ...]:
    """The provisions a gate, deadline, action or test cites; fails at import when one does not exist."""
    return tuple(provision(provision_id) for provision_id in provision_ids)


def _unknown(provision_id: str) -> str:
    known = list(_register())
    below = [one for one in known if one.startswith((f"{provision_id}.", f"{provision_id}-"))]
    near = list(dict.fromkeys([*below, *get_close_matches(provision_id, known, n=5, cutoff=0.6)]))[:6]
    hint = f"相近的有：{'、'.join(near)}" if near else "可用 mingzhi provisions 查看全部条款"
    return f"条款登记簿中没有 {provision_id}；{hint}"
