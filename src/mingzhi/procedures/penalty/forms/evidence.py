"""Input of taking evidence: the eight kinds, originals and copies, files and photos."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import FilesField, MomentField, SignatureField, TextField
from mingzhi.core.engine.forms import when

from ..models import Evidence
from .acts import ActForm, SignedForm


class TakeEvidence(ActForm, SignedForm):
    """What the sheet of a piece of evidence asks for (D08), and the sheet of photos when there are some (D08b)."""

    past = ("acted_at", "made_at")
    now = ("acted_at",)
    groups = (
        ("证据", ("kind", "copies", "name", "proves", "source", "holder", "maker", "made_at")),
        ("提取", ("acted_at", "place", "method", "officers")),
        ("原件和复制件", ("is_copy", "matches_original", "unmatched_because", "original_kept_at")),
        ("文件和照片", ("file", "photos", "photo_notes")),
    )
    only_when = {"matches_original": when("is_copy", "on"), "unmatched_because": when("is_copy", "on")}

    kind = forms.ChoiceField(label="证据种类", choices=Evidence.Kind.choices)
    name = forms.CharField(label="证据名称", max_length=200)
    source = forms.CharField(label="证据来源", max_length=200)
    holder = forms.CharField(label="持有人或提供人", max_length=100)
    maker = forms.CharField(label="制作人", max_length=100)
    made_at = MomentField(label="制作时间")
    acted_at = MomentField(label="提取时间")
    method = forms.CharField(label="提取（制作）方法", max_length=200)
    copies = forms.CharField(label="数量（页数）", max_length=50)
    proves = TextField(label="证明内容", rows=2)
    is_copy = forms.BooleanField(label="是复制件", required=False)
    matches_original = forms.BooleanField(label="与原件核对无异", required=False, help_text="复制件由执法人员与原件当面核对后勾选")
    unmatched_because = forms.CharField(label="未与原件核对的原因", max_length=200, required=False)
    original_kept_at = forms.CharField(label="原件存放处", max_length=200, required=False)
    file = forms.FileField(label="文件", required=False, help_text="电子数据必须上传文件，由系统计算摘要")
    photos = FilesField(label="照片", help_text="可一次选择多张")
    photo_notes = TextField(label="照片说明", rows=3, required=False, help_text="每张照片一行，按照片次序")
    holder_signature = SignatureField(label="提供人签名", may_refuse=True, required=False)

    def known(self) -> dict[str, Any]:
        return super().known() | {"place": self.matter.place}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Evidence.Kind.ELECTRONIC:
            self.require("file", when="证据是电子数据")
        if cleaned.get("kind") == Evidence.Kind.AUDIOVISUAL and not cleaned.get("file"):
            self.require("original_kept_at", when="视听资料没有上传文件")
        if cleaned.get("is_copy"):
            self.require("original_kept_at", when="证据是复制件")
        made, taken = cleaned.get("made_at"), cleaned.get("acted_at")
        if made and taken and made > taken:
            self.add_error("made_at", "制作时间不能晚于提取时间。")
        photos, notes = cleaned.get("photos") or [], (cleaned.get("photo_notes") or "").splitlines()
        notes = [line.strip() for line in notes if line.strip()]
        if "photos" not in self.errors and len(photos) != len(notes):
            self.add_error("photo_notes", f"照片 {len(photos)} 张，说明 {len(notes)} 行。请每张照片写一行说明。")
        return cleaned
