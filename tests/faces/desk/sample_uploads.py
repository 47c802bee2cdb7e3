"""Sample context of the page of uploads."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from mingzhi.faces.desk.page_shapes import Choice
from mingzhi.faces.desk.shapes import Link
from mingzhi.faces.desk.upload_shapes import HeldPage, UploadPage, UploadRow

from .sample_case import SHANGHAI, frame

AT = datetime(2026, 9, 2, 16, 40, tzinfo=SHANGHAI)


class SaidForm(forms.Form):
    """What may be said after all; the real one offers what the town has."""

    device = forms.ChoiceField(label="设备", required=False, choices=[("", "按文件名识别"), ("ZF-03", "执法记录仪 ZF-03")])
    activity = forms.ChoiceField(label="执法活动", required=False, choices=[("", "按设备和时间归入")])
    taken_by = forms.ChoiceField(label="摄录人", required=False, choices=[("", "按文件名或者领用人识别")])


def uploads() -> dict[str, tuple[str, dict[str, Any]]]:
    """Files to choose, and what became of earlier ones: taken, half sent, waiting for a word."""
    page = UploadPage(
        uploads_url="/vault/uploads/",
        token="token-of-the-page",
        limit_words="单个文件不超过 16.0 GB，执法结束后 24 小时内存储",
        devices=[Choice("ZF-03", "执法记录仪 ZF-03（李雪梅）"), Choice("ZF-04", "执法记录仪 ZF-04（陈志强）")],
        activities=[Choice("綦石壕府活动〔2026〕7号", "09-02 万隆村三组现场检查（勘验）", True)],
        rows=[
            UploadRow("ZF03_500112_20260902100511_0007.MP4", "1.9 GB", "已入库", AT, "ok", url="/footage/9/"),
            UploadRow(
                "ZF03_500112_20260902103011_0008.MP4", "2.0 GB", "接收中", AT, words="已收到 1.2 GB。在上面再选同一个文件，从中断处继续。"
            ),
            UploadRow("DSC_0102.JPG", "4.1 MB", "待补正", AT, "soon", "执法活动里没有“7号”。请核对编号。", answer_url="/uploads/a1/"),
        ],
    )
    held = HeldPage(
        "DSC_0102.JPG",
        "4.1 MB",
        AT,
        "执法活动：找不到“綦石壕府活动〔2026〕9号”，请从列表中选择。",
        SaidForm(),
        "/uploads/a1/",
        Link("上传音像资料", "/uploads"),
    )
    return {
        "upload_held": ("desk/upload_held.html", {"frame": frame("DSC_0102.JPG", "音像资料"), "page": held}),
        "uploads": ("desk/uploads.html", {"frame": frame("上传音像资料", "音像资料"), "page": page}),
        "uploads_none": (
            "desk/uploads.html",
            {"frame": frame("上传音像资料", "音像资料"), "page": UploadPage("/vault/uploads/", "t", "单个文件不超过 16.0 GB")},
        ),
    }
