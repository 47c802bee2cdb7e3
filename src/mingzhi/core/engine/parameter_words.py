"""What is said of a parameter that cannot be read, by the kind of mistake that the type checker (pydantic) found.

Serves the command line and the interface, whose parameters are checked by the same library; forms have words of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: Sentences by pydantic's kind of mistake; `{…}` is filled in from what it says besides.
_WORDS = {
    "missing": "没有填写",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "int_parsing_size": "数字太大",
    "float_parsing": "应为数字",
    "decimal_parsing": "应为数字",
    "bool_parsing": "应为 true 或者 false",
    "string_type": "应为文字",
    "string_pattern_mismatch": "格式不符，应符合 {pattern}",
    "string_too_long": "最多 {max_length} 个字",
    "string_too_short": "至少 {min_length} 个字",
    "greater_than_equal": "不能小于 {ge}",
    "greater_than": "应大于 {gt}",
    "less_than_equal": "不能大于 {le}",
    "less_than": "应小于 {lt}",
    "literal_error": "只能是 {expected} 之一",
    "enum": "只能是 {expected} 之一",
}


def parameter_words(kind: str, about: Mapping[str, Any] | None = None) -> str:
    """The sentence for a kind of mistake, without a full stop; `about` holds the limits it names."""
    words = _WORDS.get(kind, "格式不符")
    try:
        return words.format_map({name: str(value).replace(" or ", "、").replace(", ", "、") for name, value in (about or {}).items()})
    except KeyError:
        return "格式不符"
