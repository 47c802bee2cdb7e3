"""Canonical bytes: the same as the package rfc8785 writes, and nothing a ledger may not hold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.core.ledger.canonical import canonical, canonical_text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_bytes_are_those_of_rfc_8785(value):
    assert canonical(value) == rfc8785.dumps(value)


def test_keys_sort_by_utf_16_units_and_not_by_code_points():
    assert canonical({"\ufb33": 1, "\U0001f600": 2}).decode() == '{"\U0001f600":2,"\ufb33":1}'


@pytest.mark.parametrize("value", [1.5, {"a": [0.0]}, 2**53, -(2**53), Decimal("1"), date(2026, 1, 1), b"x", {1: 2}, {"a": {3}}])
def test_what_json_cannot_keep_exactly_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        canonical(value)


def test_lone_surrogate_is_refused():
    with pytest.raises(ValueError):
        canonical({"a": "\ud800"})


def test_public_text_is_written_in_nfc_so_that_equal_words_are_equal_bytes():
    assert canonical_text({"e\u0301": ["e\u0301"]}) == canonical_text({"\u00e9": ["\u00e9"]})
    assert canonical({"a": "e\u0301"}) != canonical({"a": "\u00e9"})
