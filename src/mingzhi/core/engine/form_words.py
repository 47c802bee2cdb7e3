"""What forms say when something is missing or wrong: Django's own sentences replaced by an office's, naming the field.

Messages that a field has of its own stay. Serves every face, because all of them show what the form says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django import forms

from .fields import RowsField

#: Sentences by Django's code; `{label}` is the field's, `%(…)s` is filled in by Django.
_WORDS = {
    "invalid_choice": "{label}里没有“%(value)s”，请从列表中选择。",
    "invalid_list": "{label}应当逐项选择。",
    "max_length": "{label}最多 %(limit_value)d 个字，现有 %(show_value)d 个，请精简。",
    "min_length": "{label}至少 %(limit_value)d 个字，现有 %(show_value)d 个。",
    "min_value": "{label}不能小于 %(limit_value)s。",
    "max_value": "{label}不能大于 %(limit_value)s。",
    "max_digits": "{label}的数字太长，请核对。",
    "max_whole_digits": "{label}的数字太大，请核对。",
    "max_decimal_places": "{label}最多写到小数点后 %(max)s 位。",
    "empty": "上传的文件是空的，请重新选择。",
    "missing": "没有收到{label}，请重新选择文件。",
    "invalid": "{label}的格式不对，请核对后重填。",
    "null_characters_not_allowed": "{label}里有不能识别的字符，请删去后重填。",
}
_VALIDATED = {"max_length", "min_length", "min_value", "max_value", "max_digits", "max_whole_digits", "max_decimal_places"}
_VALIDATED.add("null_characters_not_allowed")


#: Where a field remembers under which label it speaks, and in which words; its copies do too.
_SPOKEN = "spoken_plainly"


def speak_plainly(fields: Iterable[tuple[str, forms.Field]]) -> None:
    """Give every field, and every column of rows, an office's sentences in place of Django's. Changes the fields given.

    One that speaks so already, under the label it has now, is left as it is: the fields of a form are copies, made for each request.
    """
    for name, field in fields:
        # Django fills values in at “%”, where a sentence has any: the sign of a label must not be taken for a place.
        label = str(field.label or name).replace("%", "％")
        before, spoken = vars(field).get(_SPOKEN, ("", {}))
        if before == label:
            continue
        own = _own_words(field, spoken)
        words = {}
        if "required" in field.error_messages and "required" not in own:
            words["required"] = f"请{_verb(field)}{label}。"
        for code, text in _WORDS.items():
            if code not in own and (code in field.error_messages or code in _VALIDATED):
                words[code] = text.replace("{label}", label)
        field.error_messages.update(words)
        vars(field)[_SPOKEN] = (label, words)
        if isinstance(field, RowsField):
            speak_plainly(field.columns.items())


def _verb(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return "上传"
    if isinstance(field, forms.BooleanField):
        return "勾选"
    return "选择" if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else "填写"


def _own_words(field: forms.Field, spoken: Mapping[str, str]) -> set[str]:
    """Codes for which this field or its class speaks for itself. spoken: what it was told here before, which is not its own."""
    djangos = _words_of_django(type(field).__mro__)
    return {code for code, text in field.error_messages.items() if djangos.get(code) is not text and spoken.get(code) is not text}


@cache
def _words_of_django(kinds: tuple[type, ...]) -> dict[str, Any]:
    """What Django says for a field that is of these kinds, the nearest first."""
    found: dict[str, Any] = {}
    for above in reversed(kinds):
        if above.__module__.startswith("django."):
            found |= getattr(above, "default_error_messages", {})
    return found
