"""The page from which footage goes into the vault, what became of what this person sent, and the word that one of them waits for.

The bytes go to /vault/uploads/ (see `core.vault.uploads`); nothing is received here. Serves recording-16, footage-12.
"""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mingzhi.core.engine.viewing import visible
from mingzhi.core.vault.models import Upload
from mingzhi.core.vault.uploads.ending import give_up
from mingzhi.core.vault.uploads.finishing import answer
from mingzhi.core.vault.uploads.refusals import UploadRefused
from mingzhi.regulations.equipment.models import Device
from mingzhi.regulations.equipment.stages import Stage as Where
from mingzhi.regulations.footage.forms.held import Said
from mingzhi.regulations.footage.models import Clip
from mingzhi.regulations.recording.models import Activity, Carried
from mingzhi.regulations.recording.stages import Stage

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Choice
from ..reading import now
from ..shapes import Link, Tone
from ..upload_shapes import HeldPage, UploadPage, UploadRow

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
    """Choose files and see them through; `activity` (an id) is chosen beforehand where the way here knows it, with its only device."""
    person = request.user
    asked = request.GET.get("activity", "")
    activities = visible(Activity.objects.exclude(stage=Stage.COMPLETE), person).order_by("-arrived_at")[:ACTIVITIES]
    here = next((row for row in activities if str(row.pk) == asked), None)
    carried = list(Carried.objects.filter(matter=here).values_list("device_id", flat=True)) if here else []
    devices = Device.objects.filter(authority_id=person.authority_id).exclude(stage=Where.RETIRED).order_by("code")
    page = UploadPage(
        uploads_url=reverse("uploads:uploads"),
        token=get_token(request),
        limit_words=f"单个文件不超过 {filesizeformat(settings.RESUMABLE_BYTES)}，执法结束后 24 小时内存储",
        devices=[
            Choice(device.code, f"{device.title}（{device.holder or device.keeper}）", carried == [device.pk])
            for device in devices.select_related("holder", "keeper")
        ],
        activities=[Choice(row.number, f"{timezone.localtime(row.arrived_at):%m-%d} {row.title}", row == here) for row in activities],
        rows=_rows(person.pk),
        back=Link(f"{here.number} {here.title}", reverse("desk:matter", args=[here.kind, here.pk])) if here else None,
    )
    return render(request, "desk/uploads.html", {"frame": frame_of(request, "上传音像资料", area="uploads"), "page": page})


@desk_page
@require_http_methods(["GET", "POST"])
def held(request: SignedIn, code: str) -> HttpResponse:
    """What its owner says of a file that waits for a word, or that it is not to be registered. Source: footage-12."""
    upload = Upload.objects.filter(pk=code, owner=request.user, purpose="footage", state=Upload.State.HELD).first()
    if upload is None:
        raise Http404
    form, wrong = Said(request.user, upload.metadata), ""
    if request.method == "POST":
        form = Said(request.user, upload.metadata, request.POST)
        try:
            if "give_up" in request.POST:
                give_up(upload, now())
                messages.success(request, f"{_named(upload)}不再登记。")
                return redirect("desk:uploading")
            if form.is_valid() and (answered := answer(upload, form.metadata(), now())).state != Upload.State.HELD:
                return _registered(request, answered)
        except UploadRefused as refused:
            wrong = str(refused)
        upload.refresh_from_db()
    page = HeldPage(
        name=_named(upload),
        size=filesizeformat(upload.size_bytes),
        at=upload.created_at,
        reason=wrong or upload.reason,
        form=form,
        action_url=reverse("desk:held_upload", args=[code]),
        back=Link("上传音像资料", reverse("desk:uploading")),
    )
    frame = frame_of(request, page.name, area="uploads", crumbs=[page.back, Link(page.name)])
    status = HTTPStatus.OK if request.method == "GET" else HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.CONFLICT
    return render(request, "desk/upload_held.html", {"frame": frame, "page": page}, status=status)


def _registered(request: SignedIn, upload: Upload) -> HttpResponse:
    """On to the clip it became; where the keeper registers it, back to where its owner sees it come."""
    clip = Clip.objects.filter(blob=upload.blob_id).first() if upload.state == Upload.State.TAKEN else None
    if clip is None:
        messages.success(request, f"{_named(upload)}已补正，系统正在登记。请过一分钟刷新本页查看。")
        return redirect("desk:uploading")
    messages.success(request, f"已补正并入库，编号{clip.number}。")
    return redirect("desk:matter", "footage", clip.pk)


def _named(upload: Upload) -> str:
    return upload.name or upload.code


def _rows(person_id: int) -> list[UploadRow]:
    # What waits for a word is shown until it has one.
    shown = Q(changed_at__gte=timezone.now() - LATELY) | Q(state=Upload.State.HELD)
    uploads = list(Upload.objects.filter(shown, owner_id=person_id, purpose="footage").order_by("-changed_at")[:ROWS])
    clips = dict(Clip.objects.filter(blob__in=[row.blob_id for row in uploads if row.blob_id]).values_list("blob_id", "pk"))
    return [_row(upload, clips.get(upload.blob_id)) for upload in uploads]


def _row(upload: Upload, clip: int | None) -> UploadRow:
    words = upload.reason
    if upload.state == Upload.State.RECEIVING:
        words = f"已收到 {filesizeformat(upload.offset_bytes)}。在上面再选同一个文件，从中断处继续；{timezone.localtime(upload.expires_at):%m-%d %H:%M} 前有效。"
    return UploadRow(
        name=_named(upload),
        size=filesizeformat(upload.size_bytes),
        state=upload.get_state_display(),
        at=upload.changed_at,
        tone=_TONES.get(upload.state, ""),
        words=words,
        url=reverse("desk:matter", args=["footage", clip]) if clip else "",
        answer_url=reverse("desk:held_upload", args=[upload.pk]) if upload.state == Upload.State.HELD else "",
    )
