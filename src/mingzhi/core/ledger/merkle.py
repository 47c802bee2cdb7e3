"""RFC 6962 Merkle trees over any hash of hashlib: pure, no database, no clock.

A frontier is the list of roots of the perfect subtrees that make up a tree, largest first; it is all one
needs to go on appending. Verification functions answer True or False and never raise on a bad proof.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

HASH_BYTES = 32
TILE_HEIGHT = 8

Subtree = Callable[[int, int], bytes]
"""Root of the leaves [low, high), a subtree as RFC 6962 §2.1 splits them."""


class Hasher:
    """Leaf and node hashes of one algorithm ("sha256", "sm3"). Raises ValueError when this machine lacks it."""

    def __init__(self, algorithm: str) -> None:
        self.algorithm = algorithm
        # Copying a primed state is cheaper than looking the algorithm up in OpenSSL for every hash.
        self._empty = hashlib.new(algorithm)
        self._leaf = hashlib.new(algorithm, b"\x00")
        self._node = hashlib.new(algorithm, b"\x01")

    def leaf(self, content: bytes) -> bytes:
        """Hash of one leaf: H(00 ‖ content)."""
        state = self._leaf.copy()
        state.update(content)
        return state.digest()

    def node(self, left: bytes, right: bytes) -> bytes:
        """Hash of an inner node: H(01 ‖ left ‖ right)."""
        state = self._node.copy()
        state.update(left + right)
        return state.digest()

    def empty(self) -> bytes:
        """Root of the tree without leaves: H()."""
        return self._empty.digest()


@dataclass(frozen=True, slots=True)
class Completed:
    """A perfect subtree of 256^level leaves that an append has just filled; `index` counts such subtrees from 0."""

    level: int
    index: int
    root: bytes


def push(hasher: Hasher, size: int, frontier: list[bytes], leaf: bytes) -> list[Completed]:
    """Append a leaf hash to a tree of `size` leaves: change `frontier` in place, return the tile subtrees it filled."""
    completed = []
    node, height, rest = leaf, 0, size
    while rest & 1:
        node = hasher.node(frontier.pop(), node)
        height += 1
        rest >>= 1
        if height % TILE_HEIGHT == 0:
            completed.append(Completed(height // TILE_HEIGHT, size >> height, node))
    frontier.append(node)
    return completed


def root(hasher: Hasher, frontier: Sequence[bytes]) -> bytes:
    """Root of the tree that this frontier describes."""
    if not frontier:
        return hasher.empty()
    node = frontier[-1]
    for left in reversed(frontier[:-1]):
        node = hasher.node(left, node)
    return node


def split_frontier(stored: bytes) -> list[bytes]:
    """The frontier as stored: hashes one after another, largest subtree first."""
    return [stored[start : start + HASH_BYTES] for start in range(0, len(stored), HASH_BYTES)]


def fold(hasher: Hasher, nodes: Iterable[tuple[int, bytes]]) -> bytes:
    """Root over neighbouring perfect subtrees given left to right as (height, root), heights never rising."""
    stack: list[tuple[int, bytes]] = []
    for height, node in nodes:
        while stack and stack[-1][0] == height:
            node = hasher.node(stack.pop()[1], node)
            height += 1
        stack.append((height, node))
    return root(hasher, [node for _, node in stack])


def subtrees(hasher: Hasher, leaves: Sequence[bytes]) -> Subtree:
    """A Subtree over leaf hashes held in memory."""
    return lambda low, high: fold(hasher, ((0, leaf) for leaf in leaves[low:high]))


def _split(count: int) -> int:
    """Largest power of two smaller than `count` (count > 1)."""
    return 1 << ((count - 1).bit_length() - 1)


def inclusion_path(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """Audit path of leaf `index` in the tree of `size` leaves (RFC 6962 §2.1.1), leaf end first.

    Raises IndexError unless 0 <= index < size.
    """
    if not 0 <= index < size:
        raise IndexError(f"leaf {index} is not in a tree of {size}")
    path = []
    low, high = 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        if index < middle:
            path.append(subtree(middle, high))
            high = middle
        else:
            path.append(subtree(low, middle))
            low = middle
    path.reverse()
    return path


def consistency_path(old_size: int, size: int, subtree: Subtree) -> list[bytes]:
    """Proof that the tree of `old_size` leaves is a prefix of the tree of `size` (RFC 6962 §2.1.2).

    Raises IndexError unless 0 <= old_size <= size.
    """
    if not 0 <= old_size <= size:
        raise IndexError(f"a tree of {old_size} is no prefix of a tree of {size}")
    if old_size in (0, size):
        return []
    path = []
    low, high, whole = 0, size, True
    while old_size != high:
        middle = low + _split(high - low)
        if old_size <= middle:
            path.append(subtree(middle, high))
            high = middle
        else:
            path.append(subtree(low, middle))
            low, whole = middle, False
    if not whole:
        path.append(subtree(low, high))
    path.reverse()
    return path


def included(hasher: Hasher, leaf: bytes, index: int, size: int, path: Sequence[bytes], expected_root: bytes) -> bool:
    """True when `path` proves that `leaf` stands at `index` in the tree of `size` with `expected_root`."""
    if not 0 <= index < size:
        return False
    node, position, last = leaf, index, size - 1
    for sibling in path:
        if last == 0:
            return False
        if position & 1 or position == last:
            node = hasher.node(sibling, node)
            while not position & 1 and position:
                position >>= 1
                last >>= 1
        else:
            node = hasher.node(node, sibling)
        position >>= 1
        last >>= 1
    return last == 0 and node == expected_root


def consistent(hasher: Hasher, old_size: int, old_root: bytes, size: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """True when `path` proves that the tree (old_size, old_root) is a prefix of the tree (size, new_root)."""
    if not 0 <= old_size <= size:
        return False
    if old_size == size:
        return not path and old_root == new_root
    if old_size == 0:
        return not path and old_root == hasher.empty()
    proof = list(path) if old_size & (old_size - 1) else [old_root, *path]
    if not proof:
        return False
    position, last = old_size - 1, size - 1
    while position & 1:
        position >>= 1
        last >>= 1
    old, new = proof[0], proof[0]
    for sibling in proof[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            old, new = hasher.node(sibling, old), hasher.node(sibling, new)
            while not position & 1 and position:
                position >>= 1
                last >>= 1
        else:
            new = hasher.node(new, sibling)
        position >>= 1
        last >>= 1
    return last == 0 and old == old_root and new == new_root


@functools.cache
def hasher(algorithm: str) -> Hasher:
    """The one Hasher of an algorithm; made on first use, so that self_test() speaks before an absent algorithm does."""
    return Hasher(algorithm)
