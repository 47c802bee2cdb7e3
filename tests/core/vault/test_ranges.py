"""One range of an object: 206 with its bytes and where they lie, 416 beyond the end, and never more at once than a piece."""

from __future__ import annotations

import pytest

from mingzhi.core.vault.ranges import MOST_BYTES, Piece, piece_of, read_piece

SIZE = 10_000


@pytest.mark.parametrize(
    ("asked", "start", "length"),
    [
        ("bytes=0-", 0, SIZE),
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 100),
        ("bytes=9999-", 9999, 1),
        ("bytes=9000-20000", 9000, 1000),
        ("bytes=-500", 9500, 500),
        ("bytes=-20000", 0, SIZE),
        ("", 0, SIZE),
        ("items=0-5", 0, SIZE),
        ("bytes=0-5, 9-10", 0, SIZE),
        ("bytes=5-2", 0, SIZE),
        ("bytes=-", 0, SIZE),
    ],
)
def test_a_range_is_cut_as_http_says(asked, start, length):
    """recording-18-scope: what cannot be read as one range is answered from the beginning."""
    piece = piece_of(SIZE, asked)
    assert piece == Piece(206, start, length, SIZE)
    assert piece.content_range == f"bytes {start}-{start + length - 1}/{SIZE}"


@pytest.mark.parametrize("asked", ["bytes=10000-", "bytes=99999999999999-", "bytes=-0"])
def test_beyond_the_end_there_is_nothing(asked):
    piece = piece_of(SIZE, asked)
    assert (piece.status, piece.length, piece.content_range) == (416, 0, "bytes */10000")


def test_nothing_of_nothing():
    assert piece_of(0, "bytes=0-").status == 416
    assert piece_of(0, "").status == 416


def test_a_large_object_comes_in_pieces():
    assert piece_of(10 * MOST_BYTES, "bytes=5-").length == MOST_BYTES


def test_an_if_range_of_another_content_begins_anew():
    assert piece_of(SIZE, "bytes=100-", '"old"', '"new"').start == 0
    assert piece_of(SIZE, "bytes=100-", '"new"', '"new"').start == 100


def test_a_link_in_the_place_of_an_object_is_not_followed(tmp_path):
    """recording-17-immutable"""
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "object").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match="symbolic links"):
        read_piece(tmp_path / "object", Piece(206, 0, 3, 6))
    assert read_piece(tmp_path / "secret", Piece(206, 1, 3, 6)) == b"ecr"
