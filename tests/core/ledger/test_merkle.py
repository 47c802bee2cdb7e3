"""The pure tree: known vectors, and what must hold for every tree."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhi.core.ledger import merkle

CONTENTS = [
    bytes.fromhex(text) for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = {
    ("sha256", 8): "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ("sm3", 1): "2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf",
    ("sm3", 2): "0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d",
    ("sm3", 3): "209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56",
}
ALGORITHMS = st.sampled_from(["sha256", "sm3"])


def grown(hasher: merkle.Hasher, leaves: list[bytes]) -> tuple[list[bytes], list[merkle.Completed]]:
    frontier: list[bytes] = []
    completed = []
    for size, leaf in enumerate(leaves):
        completed += merkle.push(hasher, size, frontier, leaf)
    return frontier, completed


def by_definition(algorithm: str, contents: list[bytes]) -> bytes:
    """RFC 6962 §2.1 read literally, with nothing of the module under test."""
    if not contents:
        return hashlib.new(algorithm).digest()
    if len(contents) == 1:
        return hashlib.new(algorithm, b"\0" + contents[0]).digest()
    k = 1
    while k * 2 < len(contents):
        k *= 2
    return hashlib.new(algorithm, b"\1" + by_definition(algorithm, contents[:k]) + by_definition(algorithm, contents[k:])).digest()


@pytest.mark.parametrize(("algorithm", "size"), ROOTS)
def test_root_of_the_published_leaves_is_the_published_root(algorithm, size):
    hasher = merkle.hasher(algorithm)
    frontier, _ = grown(hasher, [hasher.leaf(content) for content in CONTENTS[:size]])
    assert merkle.root(hasher, frontier).hex() == ROOTS[algorithm, size]


@given(ALGORITHMS, st.lists(st.binary(max_size=20), max_size=40))
def test_root_by_frontier_is_root_by_definition(algorithm, contents):
    hasher = merkle.hasher(algorithm)
    leaves = [hasher.leaf(content) for content in contents]
    frontier, _ = grown(hasher, leaves)
    expected = by_definition(algorithm, contents)
    assert merkle.root(hasher, frontier) == expected
    assert merkle.root(hasher, merkle.split_frontier(b"".join(frontier))) == expected
    assert merkle.fold(hasher, ((0, leaf) for leaf in leaves)) == expected
    assert len(frontier) == len(contents).bit_count()


@given(ALGORITHMS, st.integers(1, 70), st.data())
def test_every_inclusion_proof_holds_and_only_for_its_own_leaf_and_place(algorithm, size, data):
    hasher = merkle.hasher(algorithm)
    leaves = [hasher.leaf(str(number).encode()) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    root = merkle.fold(hasher, ((0, leaf) for leaf in leaves))
    path = merkle.inclusion_path(index, size, merkle.subtrees(hasher, leaves))
    assert merkle.included(hasher, leaves[index], index, size, path, root)
    assert not merkle.included(hasher, hasher.leaf(b"other"), index, size, path, root)
    assert not merkle.included(hasher, leaves[index], index, size, [*path, root], root)
    assert not merkle.included(hasher, leaves[index], size, size, path, root)
    if size > 1:
        other = data.draw(st.integers(0, size - 1).filter(lambda place: place != index))
        assert not merkle.included(hasher, leaves[index], other, size, path, root)
        assert not merkle.included(hasher, leaves[index], index, size, path[:-1], root)


@given(ALGORITHMS, st.integers(0, 70), st.data())
def test_every_consistency_proof_holds_and_a_rewritten_past_has_none(algorithm, size, data):
    hasher = merkle.hasher(algorithm)
    leaves = [hasher.leaf(str(number).encode()) for number in range(size)]
    old_size = data.draw(st.integers(0, size))
    subtree = merkle.subtrees(hasher, leaves)
    old, new = subtree(0, old_size), subtree(0, size)
    path = merkle.consistency_path(old_size, size, subtree)
    assert merkle.consistent(hasher, old_size, old, size, new, path)
    assert not merkle.consistent(hasher, old_size, hasher.leaf(b"rewritten"), size, new, path)
    assert not merkle.consistent(hasher, size + 1, old, size, new, path)
    if old_size:
        assert not merkle.consistent(hasher, old_size, old, size, hasher.leaf(b"rewritten"), path)
    if path:
        assert not merkle.consistent(hasher, old_size, old, size, new, path[:-1])
        assert not merkle.consistent(hasher, old_size, old, size, new, [*path, path[-1]])


@settings(max_examples=5)
@given(st.integers(500, 1100))
def test_every_256th_leaf_fills_one_tile_subtree_with_its_true_root(size):
    hasher = merkle.hasher("sha256")
    leaves = [hasher.leaf(str(number).encode()) for number in range(size)]
    _, completed = grown(hasher, leaves)
    assert [(found.level, found.index) for found in completed] == [(1, index) for index in range(size // 256)]
    for found in completed:
        assert found.root == merkle.subtrees(hasher, leaves)(found.index * 256, found.index * 256 + 256)


def test_asking_for_a_proof_outside_the_tree_is_an_error():
    nothing = merkle.subtrees(merkle.hasher("sha256"), [])
    with pytest.raises(IndexError):
        merkle.inclusion_path(3, 3, nothing)
    with pytest.raises(IndexError):
        merkle.consistency_path(4, 3, nothing)
