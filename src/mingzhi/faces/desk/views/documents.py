"""Documents and files of a matter: their facts, pages and bytes, always through permission."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mingzhi.core import vault
from mingzhi.core.documents.models import Document
from mingzhi.core.documents.pictures import NotDrawn, page_picture, pictures
from mingzhi.core.engine.models import Attachment, Matter
from mingzhi.core.engine.originals import open_original
from mingzhi.core.engine.page_port import has_page_of_its_own
from mingzhi.core.engine.places import subject_of
from mingzhi.core.engine.procedure import procedure_of
from mingzhi.core.engine.viewing import visible
from mingzhi.regulations.disclosure.models import PublicFile

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import DocumentView
from ..reading import now
from ..shapes import DocumentLine, Link
from .matters import matter_of


def _document(request: SignedIn, pk: int) -> Document:
    found = Document.objects.filter(pk=pk).select_related("matter", "blob", "record").first()
    if found is None or not visible(Matter.objects.filter(pk=found.matter_id), request.user).exists():
        raise Http404
    return found


@desk_page
def document(request: SignedIn, pk: int) -> HttpResponse:
    """One document: what it is, its digests, where it belongs."""
    found = _document(request, pk)
    matter_url = reverse("desk:matter", args=[found.matter.kind, found.matter_id])
    view = DocumentView(
        title=found.title,
        code=found.code,
        matter=Link(found.matter.title, matter_url),
        number=found.number,
        made_on=timezone.localdate(found.made_at),
        voided_words=f"已于 {timezone.localdate(found.voided_at)} 作废：{found.voided_because}" if found.voided_at else "",
        sha256=found.sha256,
        sm3=found.sm3,
        facts=[("页数", str(found.pages)), ("制作", f"{found.record.actor_name}　{found.record.title}")],
        pdf_url=reverse("desk:document_pdf", args=[pk]),
        check_url=f"/d/{found.check_code}",
        others=[
            DocumentLine(row.title, reverse("desk:document", args=[row.pk]), row.number, timezone.localdate(row.made_at), row.pages)
            for row in Document.objects.filter(matter_id=found.matter_id).exclude(pk=pk).defer("data")
        ],
        page_urls=[reverse("desk:document_page", args=[pk, page]) for page in range(1, found.pages + 1)],
    )
    crumbs = [
        Link(procedure_of(found.matter).title, reverse("desk:list", args=[found.matter.kind])),
        Link(found.matter.number or found.matter.title, matter_url),
        Link(found.title),
    ]
    return render(
        request, "desk/document.html", {"frame": frame_of(request, found.title, area=found.matter.kind, crumbs=crumbs), "document": view}
    )


@desk_page
def document_pdf(request: SignedIn, pk: int) -> HttpResponseBase:
    """The PDF as it was issued."""
    found = _document(request, pk)
    return _bytes(found.blob, f"{found.title}{found.number}.pdf")


@desk_page
def document_page(request: SignedIn, pk: int, page: int) -> HttpResponse:
    """One page of a document as a picture, for reading on the screen."""
    found = _document(request, pk)
    pages = pictures(found)
    if not 1 <= page <= len(pages):
        raise Http404
    return HttpResponse(pages[page - 1], content_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


def _bytes(blob: Any, name: str) -> HttpResponseBase:
    response = FileResponse(vault.open(blob), content_type=blob.media_type)
    for header, value in vault.serve_headers(blob, name).items():
        response[header] = value
    return response


def _attachment(request: SignedIn, pk: int) -> Attachment:
    found = Attachment.objects.filter(pk=pk).select_related("blob", "matter").first()
    if found is None or not visible(Matter.objects.filter(pk=found.matter_id), request.user).exists():
        raise Http404
    return found


@desk_page
@require_http_methods(["GET", "POST"])
def attachment(request: SignedIn, pk: int) -> HttpResponseBase:
    """An original: asked for with a purpose, which is recorded, and then served."""
    found = _attachment(request, pk)
    purpose = request.POST.get("purpose", "").strip()
    if request.method == "POST" and purpose:
        open_original(found, request.user, purpose, now())
        return _bytes(found.blob, found.name)
    matter_url = reverse("desk:matter", args=[found.matter.kind, found.matter_id])
    context = {
        "frame": frame_of(request, found.name, area=found.matter.kind, crumbs=[Link(found.matter.title, matter_url), Link(found.name)]),
        "file": found,
        "matter": Link(found.matter.title, matter_url),
        "missing": request.method == "POST",
        "thumbnail_url": reverse("desk:attachment_thumbnail", args=[pk]) if found.blob.media_type.startswith("image/") else "",
    }
    return render(request, "desk/original.html", context, status=422 if request.method == "POST" else 200)


@desk_page
def public_file(request: SignedIn, pk: int) -> HttpResponseBase:
    """The copy of a file that is, or will be, public: for whoever may see its matter, without a purpose, for everybody will have it."""
    found = PublicFile.objects.filter(pk=pk).select_related("copy").first()
    if found is None or not visible(Matter.objects.filter(pk=found.matter_id), request.user).exists():
        raise Http404
    return _bytes(found.copy, found.name)


#: Side of a thumbnail; what is shown without asking for a purpose.
_THUMBNAIL_PX = 320


@desk_page
def attachment_thumbnail(request: SignedIn, pk: int) -> HttpResponse:
    """A small picture of an image."""
    found = _attachment(request, pk)
    try:
        picture = vault.thumbnail(found.blob, _THUMBNAIL_PX)
    except vault.NoThumbnail as nothing:
        raise Http404 from nothing
    return HttpResponse(picture, content_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


#: Side of a picture that is read on the page beside what is asked.
_READING_PX = 1600


@desk_page
def read_file(request: SignedIn, kind: str, pk: int, file: int, page: int) -> HttpResponse:
    """A page of a file that is read with a matter, or with the one it is about; the reading is its purpose, and is written down.

    Only where matters of the kind are read on a page of their own.
    """
    found = matter_of(kind, pk, request.user)
    read_with = [row.pk for row in (found, subject_of(found)) if row is not None]
    row = Attachment.objects.filter(pk=file, matter__in=read_with).select_related("blob").first()
    if row is None or not has_page_of_its_own(kind):
        raise Http404
    try:
        picture, media_type = _picture(row.blob, page)
    except (vault.NoThumbnail, NotDrawn, IndexError) as nothing:
        raise Http404 from nothing
    open_original(row, request.user, f"{procedure_of(found).title}阅卷（{found.number}）", now())
    return HttpResponse(picture, content_type=media_type, headers={"Cache-Control": "private, max-age=3600"})


def _picture(blob: Any, page: int) -> tuple[bytes, str]:
    if blob.media_type == "application/pdf":
        return page_picture(blob, page), "image/png"
    return vault.thumbnail(blob, _READING_PX), "image/jpeg"
