"""Money: exact to the cent, and in words as a cashier writes and reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.money import in_capitals, yuan


def test_an_amount_is_exact_to_the_cent_or_refused() -> None:
    assert str(yuan(200)) == str(yuan("200.00")) == "200"
    assert str(yuan("0.5")) == "0.50"
    for amount in (-1, "0.001", "NaN", "Infinity", "两百", "1e30"):
        with pytest.raises(ValueError, match="不合规"):
            yuan(amount)
    with pytest.raises(ValueError, match="浮点"):
        yuan(0.1)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("100", "壹佰元整"),
        ("200", "贰佰元整"),
        ("1000", "壹仟元整"),
        ("1050", "壹仟零伍拾元整"),
        ("1005", "壹仟零伍元整"),
        ("3000", "叁仟元整"),
        ("10000", "壹万元整"),
        ("10500", "壹万零伍佰元整"),
        ("15000", "壹万伍仟元整"),
        ("50000.5", "伍万元伍角"),
        ("100000", "壹拾万元整"),
        ("100005", "壹拾万零伍元整"),
        ("1000000", "壹佰万元整"),
        ("20006000", "贰仟万陆仟元整"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("205.3", "贰佰零伍元叁角"),
        ("205.03", "贰佰零伍元零叁分"),
        ("205.34", "贰佰零伍元叁角肆分"),
        ("0.5", "伍角"),
        ("0.05", "伍分"),
        ("1234567.89", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        ("1000000000000", "壹万亿元整"),
        ("1000100000000", "壹万零壹亿元整"),
    ],
)
def test_amounts_in_words_are_as_a_cashier_writes_them(amount: str, words: str) -> None:
    assert in_capitals(Decimal(amount)) == f"人民币{words}"


def test_an_amount_beyond_words_is_refused() -> None:
    with pytest.raises(ValueError, match="超出大写"):
        in_capitals(10**16)


def spoken(words: str) -> Decimal:
    """Reads an amount back by the rules of a reader, not of the writer."""
    total = section = Decimal(0)
    digit = 0
    for letter in words:
        if letter in (digits := "零壹贰叁肆伍陆柒捌玖"):
            digit = digits.index(letter)
        elif letter in (places := {"拾": 10, "佰": 100, "仟": 1000}):
            section, digit = section + digit * places[letter], 0
        elif letter == "万":
            total, section, digit = total + (section + digit) * 10**4, Decimal(0), 0
        elif letter == "亿":
            total, section, digit = (total + section + digit) * 10**8, Decimal(0), 0
        elif letter == "元":
            total, section, digit = total + section + digit, Decimal(0), 0
        elif letter in (parts := {"角": Decimal("0.1"), "分": Decimal("0.01")}):
            total, digit = total + digit * parts[letter], 0
    return total


@given(st.decimals(0, 10**12 - 1, places=2))
def test_an_amount_in_words_reads_back_as_itself(amount: Decimal) -> None:
    words = in_capitals(amount).removeprefix("人民币")
    assert spoken(words) == amount
    assert "零零" not in words
    assert words.endswith(("整", "角", "分"))
