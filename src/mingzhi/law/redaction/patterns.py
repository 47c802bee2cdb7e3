"""Many words as one pattern that looks at each letter once: what begins alike is asked for once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    tree: dict[str, dict] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branches(tree)


def _branches(node: dict[str, dict]) -> str:
    ends = "" in node
    parts = [re.escape(letter) + _branches(below) for letter, below in sorted(node.items()) if letter]
    if not parts:
        return ""
    single = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if not ends:
        return single
    return f"(?:{single})?" if len(parts) == 1 else f"{single}?"
