"""What the public form of an objection asks for, and whether it was sent from the page itself.

Serves 公示制度 14.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware

from mingzhi.core.engine.fields import FilesField

from .shapes import FieldLine

#: Files with one objection, and the bytes of each: photographs of a phone, or a scanned page. Source: none.
MOST_FILES, FILE_MIB = 3, 10


class ObjectionForm(forms.Form):
    """Who one is, how one is reached, what is wrong, and what shows it."""

    use_required_attribute = False

    made_by = forms.CharField(label="您的姓名或者单位名称", max_length=50)
    contact = forms.CharField(label="联系电话或者通讯地址", max_length=100, help_text="我们用它核实情况、告诉您结果，不会公开。")
    content = forms.CharField(label="哪里不对，应当是什么", max_length=2000, help_text="请写明哪一项有误。不用写身份证号。")
    proof = forms.CharField(
        label="有什么依据", max_length=1000, required=False, help_text="可以不填。例如收据、照片、证人，或者哪一份文书。"
    )
    attachments = FilesField(label="照片或者文件", help_text=f"可以不传。最多 {MOST_FILES} 个，每个不超过 {FILE_MIB} 兆（JPG、PNG、PDF）。")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.error_messages |= {"required": "请填写这一项。", "max_length": "写得太长了，请写短一些，或者作为文件上传。"}

    def clean_attachments(self) -> list[UploadedFile]:
        files = self.cleaned_data["attachments"]
        if len(files) > MOST_FILES:
            raise ValidationError(f"最多 {MOST_FILES} 个文件，请挑最能说明问题的。")
        large = [file.name for file in files if file.size > FILE_MIB * 1024 * 1024]
        if large:
            raise ValidationError(f"“{large[0]}”超过 {FILE_MIB} 兆。请换一张小一些的照片。")
        return files

    def lines(self) -> list[FieldLine]:
        """The fields as the page shows them, with what was typed and what is wrong with it."""
        return [
            FieldLine(
                name=bound.name,
                label=str(bound.label),
                help=str(bound.help_text),
                kind={"content": "long", "proof": "long", "attachments": "files"}.get(bound.name, "line"),
                value="" if bound.name == "attachments" else bound.value() or "",
                wrong=" ".join(str(error) for error in bound.errors),
                needed=bound.field.required,
                most=getattr(bound.field, "max_length", None) or 0,
            )
            for bound in self
        ]


class _Check(CsrfViewMiddleware):
    """Django's own check, which tells its reason instead of answering in the place of the page."""

    def _reject(self, request: HttpRequest, reason: str) -> str:  # type: ignore[override]
        return reason


def sent_from_here(request: HttpRequest) -> bool:
    """Whether a posted form comes from this site and carries its token."""
    check = _Check(lambda _request: None)  # type: ignore[arg-type,return-value]
    check.process_request(request)
    return check.process_view(request, None, (), {}) is None
