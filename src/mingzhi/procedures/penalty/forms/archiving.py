"""Input of the file: paper that came from outside, the term it is kept for, the archivist's check."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowsField, SignatureField, TextField
from mingzhi.core.engine.forms import ActionForm

from ..file_order import SECTIONS
from ..models import Case
from .acts import told

#: How many digits follow the year in a file number (归档号, law.md §3.5).
_SERIAL_DIGITS = 4


def next_file_number(case: Case, on: Any) -> str:
    """The number after the highest of this authority and year, such as “2026-0003”."""
    year = str(on.year)
    held = Case.objects.filter(authority_id=case.authority_id, file_number__startswith=f"{year}-").exclude(pk=case.pk)
    serials = [int(number[len(year) + 1 :]) for number in held.values_list("file_number", flat=True) if number[len(year) + 1 :].isdecimal()]
    return f"{year}-{max(serials, default=0) + 1:0{_SERIAL_DIGITS}}"


class MakeFile(ActionForm):
    """What the file needs beyond the papers issued here."""

    file_number = forms.RegexField(r"^\d{4}-\d{4}$", label="案卷号", help_text="年份-四位顺序号，如 2026-0003")
    wide_influence = told("在辖区范围内有重大影响")
    reviewed_or_sued = told("当事人申请行政复议或者提起诉讼并被受理")
    extra = RowsField(
        {
            "section": forms.ChoiceField(label="归入", choices=[(name, title) for name, title, _ in SECTIONS]),
            "title": forms.CharField(label="题名", max_length=200),
            "author": forms.CharField(label="责任者", max_length=100),
            "made_on": DayField(label="日期"),
            "pages": forms.IntegerField(label="页数", min_value=1),
            "remark": forms.CharField(label="备注", max_length=200, required=False),
        },
        label="其他入卷材料",
        required=False,
        help_text="本系统没有制作的材料，如身份证复印件、缴款凭证",
    )
    situation = TextField(label="本卷情况说明", rows=2)

    def known(self) -> dict[str, Any]:
        number = self.matter.file_number or next_file_number(self.matter, local_day(self.at))
        return {"file_number": number, "situation": "本卷材料齐全，无缺页。"}


class CheckFile(ActionForm):
    """The archivist's signature (archive-1.4)."""

    checker_signature = SignatureField(label="检查人签名")
