"""Amounts of money as the law handles them: exact yuan, and the capitals a document writes them in.

Decimal only, to the cent, never negative. It knows no fine and no threshold; see fines.py.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

CENT = Decimal("0.01")
CENTS_IN_YUAN = 100


def yuan(amount: Decimal | int | str) -> Decimal:
    """An amount in yuan to the cent, without needless zeros. Raises ValueError when negative, not a number, or finer than a cent."""
    if isinstance(amount, float):
        raise ValueError("金额不得用浮点数，请用 Decimal 或整数（元）")
    try:
        value = Decimal(amount)
        exact = value.is_finite() and value >= 0 and value == value.quantize(CENT)
    except InvalidOperation:
        exact = False
    if not exact:
        raise ValueError(f"金额 {amount} 不合规：应不小于零，至多两位小数（元）")
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.quantize(CENT)


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def in_capitals(amount: Decimal | int) -> str:
    """The amount as a document writes it: 人民币壹仟元整, 人民币贰佰零伍元叁角. Up to 9,999,999,999,999,999.99 yuan."""
    value = yuan(amount)
    whole, cents = int(value), int((value - int(value)) * CENTS_IN_YUAN)
    if whole >= 10**16:
        raise ValueError("金额超出大写所能表示的范围")
    jiao, fen = divmod(cents, 10)
    text = f"{_whole_in_capitals(whole)}元" if whole or not cents else ""
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    elif fen and whole:
        text += "零"
    text += f"{_DIGITS[fen]}分" if fen else "整" if not jiao else ""
    return f"人民币{text}"


def _whole_in_capitals(whole: int) -> str:
    if not whole:
        return _DIGITS[0]
    text, gap = "", False
    for power in range(len(_GROUPS) - 1, -1, -1):
        group = whole // 10 ** (4 * power) % 10**4
        if not group:
            gap = gap or bool(text)
            continue
        if text and (gap or group < 1000):
            text += _DIGITS[0]
        text += _group_in_capitals(group) + _group_name(power, whole)
        gap = False
    return text


def _group_name(power: int, whole: int) -> str:
    # 万亿 says 亿 once: only the last of its two groups names it.
    return "万" if power == 3 and whole // 10**8 % 10**4 else _GROUPS[power]


def _group_in_capitals(group: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if not digit:
            gap = gap or bool(text)
            continue
        text += (_DIGITS[0] if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return text
