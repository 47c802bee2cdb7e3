"""Looking at footage: the purpose first, then the recording piece by piece, with the viewer's name over it. Serves recording-18-scope.

The address is worth nothing without a cookie that lives two minutes, for this person, session and viewing; the page renews it.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mingzhi.core import vault
from mingzhi.core.engine.errors import InvalidInput, PostNotHeld
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.engine.standing import may_open
from mingzhi.core.organs.people import officers_on
from mingzhi.core.vault.ranges import open_whole, piece_of, read_piece
from mingzhi.core.vault.storage import place_below
from mingzhi.regulations.footage import spans, tokens, viewings
from mingzhi.regulations.footage.discs import image_path
from mingzhi.regulations.footage.models import Clip, Copy, Disc, Viewing
from mingzhi.regulations.footage.seeing import ask_to_see

from ..errors import error_page
from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..reading import now
from ..shapes import Link
from .matters import matter_of

_COOKIE = "viewing"
#: What browsers play by themselves; all else is given as a copy that was asked for.
_PLAYED = {"video/mp4": "video", "audio/mpeg": "audio", "audio/wav": "audio", "audio/mp4": "audio"}
_PICTURES = ("image/jpeg", "image/png", "image/webp")


@desk_page
@require_http_methods(["GET", "POST"])
def open_clip(request: SignedIn, pk: int) -> HttpResponseBase:
    """What for, and then the player; whoever may not look is told so before writing what for, and led to where it is asked for."""
    clip: Clip = matter_of("footage", pk, request.user)
    wrong = ""
    try:
        ask_to_see(clip, request.user, now())
    except PostNotHeld as beyond:
        ask = ACTIONS["access.ask"]
        way = Link(ask.title, f"{reverse('desk:open', args=['access', 'ask'])}?clips={pk}")
        return error_page(request, beyond, [way] if may_open(ask, request.user, now()) else [])
    if request.method == "POST":
        try:
            viewings.close_others(request.user, now())
            viewing = viewings.open_clip(clip, request.user, request.POST.get("purpose", ""), now())
            return redirect("desk:play", viewing.code)
        except InvalidInput as missing:
            wrong = missing.errors["purpose"][0]
        except vault.VaultError as gone:
            wrong = str(gone)
    context = {"frame": _frame(request, clip), "clip": clip, "wrong": wrong, "back": _back(clip)}
    return render(request, "desk/clip_open.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)


@desk_page
@require_GET
def play(request: SignedIn, code: str) -> HttpResponse:
    """The player of one viewing."""
    viewing = _viewing(request, code)
    clip, at = viewing.clip, now()
    token = viewings.token_for(viewing, request.user, request.session.session_key or "", at)
    (officer,) = officers_on([request.user], timezone.localdate(at))
    kind = "picture" if clip.blob.media_type in _PICTURES else _PLAYED.get(clip.blob.media_type, "")
    words = f"{officer.name}　{officer.certificate or '无执法证'}　{clip.activity or clip.number}"
    context = {
        "frame": _frame(request, clip), "clip": clip, "viewing": viewing, "kind": kind, "words": words, "at": at, "back": _back(clip),
        "content_url": reverse("desk:play_content", args=[code]), "renew_url": reverse("desk:play_renew", args=[code]),
        "copy_url": f"{reverse('desk:open', args=['copy', 'ask'])}?clip={clip.pk}", "seconds": viewings.lifetime(at),
        "viewings": [(row, viewings.words_of(row)) for row in viewings.viewings_of(clip, request.user, at)],
    }  # fmt: skip
    return _with(render(request, "desk/clip_play.html", context), code, token, at)


@desk_page
@require_POST
def renew(request: SignedIn, code: str) -> HttpResponse:
    """Two more minutes, while the right lasts."""
    viewing, at = _viewing(request, code), now()
    token = viewings.token_for(viewing, request.user, request.session.session_key or "", at)
    return _with(HttpResponse(status=HTTPStatus.NO_CONTENT), code, token, at)


@require_http_methods(["GET", "HEAD"])
def content(request: HttpRequest, code: str) -> HttpResponseBase:
    """One piece, or a picture whole: no database is asked, the token says it all; what is sent is written down first.

    Reads nothing that a middleware lays on the request: most pieces come without (`config/pieces.py`).
    """
    asked = request.META.get("HTTP_RANGE", "")
    found = tokens.read(request.COOKIES.get(_COOKIE, ""), code, request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))
    if found is None:
        return HttpResponse(
            "这次查看的地址已经失效。请回到播放页面重新打开。", status=HTTPStatus.FORBIDDEN, content_type="text/plain; charset=utf-8"
        )
    headers = {
        "Accept-Ranges": "bytes", "ETag": f'"{found.sha256}"', "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
    }  # fmt: skip
    where = place_below(settings.VAULT_DIR / "sha256", found.sha256)
    if found.media_type in _PICTURES and not asked and request.method == "GET":
        return _whole(code, found, where, headers)
    piece = piece_of(found.size, asked, request.META.get("HTTP_IF_RANGE", ""), headers["ETag"])
    headers["Content-Range"] = piece.content_range
    if piece.status != HTTPStatus.PARTIAL_CONTENT or request.method == "HEAD":
        return HttpResponse(status=piece.status, content_type=found.media_type, headers=headers)
    try:
        spans.add(code, piece.start, piece.length)
        if settings.NGINX_ORIGINALS:
            body = b""
            headers |= {"X-Accel-Redirect": str(place_below(settings.NGINX_ORIGINALS, found.sha256)), "X-Piece": piece.range}
        else:
            body = read_piece(where, piece)
    except FileNotFoundError as over:
        raise Http404 from over
    headers["Content-Length"] = str(len(body))
    return HttpResponse(body, status=piece.status, content_type=found.media_type, headers=headers)


def _whole(code: str, found: tokens.Pass, where: Path, headers: dict[str, str]) -> HttpResponseBase:
    """A picture, which browsers ask for at once and cannot show in part: every byte of it counts as seen before the first is sent."""
    try:
        spans.add(code, 0, found.size)
        return FileResponse(open_whole(where), content_type=found.media_type, headers=headers | {"Content-Length": str(found.size)})
    except FileNotFoundError as over:
        raise Http404 from over


@desk_page
@require_POST
def take_copy(request: SignedIn, pk: int) -> HttpResponseBase:
    """What a copy came to, for who asked for it: on record as a download before the first byte. Source: recording-17-release."""
    copy: Copy = matter_of("copy", pk, request.user)
    viewings.open_copy(copy, request.user, now())
    assert copy.output is not None
    response = FileResponse(vault.open(copy.output), content_type=copy.output.media_type)
    for header, value in vault.serve_headers(copy.output, f"{copy.number}").items():
        response[header] = value
    return response


@desk_page
@require_POST
def take_disc(request: SignedIn, pk: int) -> HttpResponseBase:
    """The image of a disc, for those who burn it: on record as a download of every clip on it before the first byte. Source: footage-15-disc."""
    disc: Disc = matter_of("disc", pk, request.user)
    viewings.open_disc(disc, request.user, request.POST.get("purpose", ""), now())
    name = f"{disc.label.replace('/', '-')}.iso"
    return FileResponse(image_path(disc).open("rb"), as_attachment=True, filename=name, content_type="application/x-iso9660-image",
        headers={"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"})  # fmt: skip


def _viewing(request: SignedIn, code: str) -> Viewing:
    found = Viewing.objects.filter(code=code, viewer=request.user).select_related("clip__blob", "clip__authority", "viewer").first()
    if found is None:
        raise Http404
    return found


def _with(response: HttpResponse, code: str, token: str, at: Any) -> HttpResponse:
    path = reverse("desk:play", args=[code])
    response.set_cookie(_COOKIE, token, max_age=viewings.lifetime(at), path=path, httponly=True, samesite="Strict", secure=_secure())
    return response


def _secure() -> bool:
    return bool(settings.SESSION_COOKIE_SECURE)


def _back(clip: Clip) -> Link:
    return Link(clip.number or clip.title, reverse("desk:matter", args=["footage", clip.pk]))


def _frame(request: SignedIn, clip: Clip) -> Any:
    return frame_of(
        request, clip.title, area="footage", crumbs=[Link("音像资料", reverse("desk:list", args=["footage"])), _back(clip), Link("查看")]
    )
