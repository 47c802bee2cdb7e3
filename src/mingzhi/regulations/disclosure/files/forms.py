"""Input about files that become public."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.db.models import QuerySet

from mingzhi.core.engine.fields import RowField, RowsOfField, TextField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.models import Attachment
from mingzhi.core.engine.places import subject_of

from ..models import PublicFile
from .keeping import MOST, files_of


class Attach(ActionForm):
    """The file, and under which name everybody gets it."""

    file = forms.FileField(
        label="文件", required=False, help_text="PDF、Word、Excel、文本（TXT、CSV）或者 JPG、PNG 图片。作者、拍摄位置等附带信息自动去掉"
    )
    of = RowField(
        Attachment.objects.none(),
        by=("name",),
        label="已有的附件",
        required=False,
        help_text="已经在本件或者本案里的，不必再传；选一个，或者上传文件",
    )
    name = forms.CharField(label="公开的文件名", max_length=120, required=False, help_text="如“抽查流程图”；留空表示用原来的文件名")
    kept_words = TextField(
        label="核对后保留的字词", rows=2, required=False, help_text="系统认作姓名、号码而其实不是的，每行一个；留空表示没有"
    )

    def prepare(self) -> None:
        if self.matter.pk:
            read_with = [row.pk for row in (self.matter, subject_of(self.matter)) if row is not None]
            self.fields["of"].queryset = Attachment.objects.filter(matter__in=read_with)

    def clean_kept_words(self) -> list[str]:
        return [word.strip() for word in self.cleaned_data["kept_words"].splitlines() if word.strip()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        brought = [one for one in (cleaned.get("file"), cleaned.get("of")) if one]
        if len(brought) == 1:
            cleaned["name"] = cleaned.get("name") or PurePath(brought[0].name).stem.strip()[:120] or "附件"
        elif not self.errors:
            self.add_error("file", "请上传一个文件，或者选一个已有的附件。" if not brought else "上传的文件和已有的附件只能选一样。")
        if self.matter.pk and files_of(self.matter).count() >= MOST:
            self.add_error("file", f"已有 {MOST} 个公开的附件。请合并成一个文件，或者先去掉不需要的。")
        return cleaned


class Look(ActionForm):
    """Each file that was opened and looked at from beginning to end."""

    seen = RowsOfField(
        PublicFile.objects.none(), by=("name",), label="看过的附件", error_messages={"required": "请选择看过的附件。"},
        help_text="打开以后从头看到尾，图里没有应当隐去的姓名、住址、号码、人脸等，才选上",
    )  # fmt: skip

    def prepare(self) -> None:
        if self.matter.pk:
            _choose(self.fields["seen"], files_of(self.matter).filter(pictures=True, seen_at__isnull=True))


class Detach(ActionForm):
    """Which file, and why."""

    file = RowField(PublicFile.objects.none(), by=("name",), label="附件")
    reasons = TextField(label="理由", rows=2, max_length=300)

    def prepare(self) -> None:
        if self.matter.pk:
            _choose(self.fields["file"], files_of(self.matter))


def _choose(field: Any, rows: QuerySet[PublicFile]) -> None:
    """Out of these. Where there is none nothing is asked for: the gate refuses, and says why."""
    field.queryset, field.required = rows, rows.exists()
