"""The page from which footage goes into the vault, and what became of what this person sent.

The bytes go to /vault/uploads/ (see `core.vault.uploads`); nothing is received here. Serves recording-16, footage-12.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.viewing import visible
from mingzhi.core.vault.models import Upload
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.equipment.stages import Stage as Where
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.models import Activity
from mingzhi.regulations.recording.stages import Stage

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Choice
from ..shapes import Tone
from ..upload_shapes import UploadPage, UploadRow

#: How far back the page looks, and how many rows it shows: it is for what was brought lately, the list of footage has the rest.
LATELY = timedelta(days=7)
ROWS = 50
ACTIVITIES = 30

_TONES: dict[str, Tone] = {
    Upload.State.TAKEN: "ok",
    Upload.State.HELD: "soon",
    Upload.State.REFUSED: "late",
    Upload.State.DAMAGED: "late",
}


@desk_page
def uploading(request: SignedIn) -> HttpResponse:
    """Choose files and see them through; `activity` (an id) is chosen beforehand where the way here knows it."""
    person = request.user
    asked = request.GET.get("activity", "")
    activities = visible(Activity.objects.exclude(stage=Stage.COMPLETE), person).order_by("-arrived_at")[:ACTIVITIES]
    devices = Device.objects.filter(authority_id=person.authority_id).exclude(stage=Where.RETIRED).order_by("code")
    page = UploadPage(
        uploads_url=reverse("uploads:uploads"),
        token=get_token(request),
        limit_words=f"单个文件不超过 {filesizeformat(settings.RESUMABLE_BYTES)}，执法结束后 24 小时内存储",
        devices=[
            Choice(device.code, f"{device.title}（{device.holder or device.keeper}）")
            for device in devices.select_related("holder", "keeper")
        ],
        activities=[Choice(row.number, f"{row.arrived_at:%m-%d} {row.title}", str(row.pk) == asked) for row in activities],
        rows=_rows(person.pk),
    )
    return render(request, "desk/uploads.html", {"frame": frame_of(request, "上传音像资料", area="uploads"), "page": page})


def _rows(person_id: int) -> list[UploadRow]:
    since = timezone.now() - LATELY
    uploads = list(Upload.objects.filter(owner_id=person_id, purpose="footage", changed_at__gte=since).order_by("-changed_at")[:ROWS])
    clips = dict(Clip.objects.filter(blob__in=[row.blob_id for row in uploads if row.blob_id]).values_list("blob_id", "pk"))
    return [_row(upload, clips.get(upload.blob_id)) for upload in uploads]


def _row(upload: Upload, clip: int | None) -> UploadRow:
    words = upload.reason
    if upload.state == Upload.State.RECEIVING:
        words = (
            f"已收到 {filesizeformat(upload.offset_bytes)}。在上面再选同一个文件，从中断处继续；{upload.expires_at:%m-%d %H:%M} 前有效。"
        )
    return UploadRow(
        name=upload.name or upload.code,
        size=filesizeformat(upload.size_bytes),
        state=upload.get_state_display(),
        at=upload.changed_at,
        tone=_TONES.get(upload.state, ""),
        words=words,
        url=reverse("desk:matter", args=["footage", clip]) if clip else "",
    )
