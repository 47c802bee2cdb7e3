"""tus 1.0 over HTTP: core, creation, creation-with-upload, checksum, expiration, termination of what is not whole.

Not offered: deferred length and concatenation, because a recording is whole before it is sent, and trailers. What browser and devices
may rely on is written in the docstring of the package.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from ..models import Upload
from ..storage import Readable, writable
from . import headers, opening, writing
from .doors import Sender, sender_of
from .ending import give_up
from .finishing import finish_soon
from .refusals import UploadRefused

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"
STREAM = "application/offset+octet-stream"
BUSY_SECONDS = "5"

State = Upload.State
_guard = threading.Lock()
_busy: dict[str, int] = {}


def tus(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Method override, protocol version, and every refusal as a sentence with its status."""

    @wraps(view)
    def inside(request: HttpRequest, **named: str) -> HttpResponse:
        method = request.headers.get("X-HTTP-Method-Override", request.method or "").upper()
        try:
            if method == "OPTIONS":
                answer = _options()
            else:
                if method != "GET" and request.headers.get("Tus-Resumable") != VERSION:
                    raise UploadRefused(412, f"请求没有使用 tus {VERSION} 协议。请更新上传程序。", Tus_Version=VERSION)
                answer = view(request, method, sender_of(request), **named)
        except UploadRefused as refused:
            answer = HttpResponse(f"{refused}\n", status=refused.status, content_type="text/plain; charset=utf-8", headers=refused.headers)
        answer["Tus-Resumable"] = VERSION
        answer["Cache-Control"] = "no-store"
        return answer

    return csrf_exempt(inside)


@tus
def collection(request: HttpRequest, method: str, sender: Sender) -> HttpResponse:
    """POST begins an upload, with its first bytes if they come along."""
    if method != "POST":
        raise UploadRefused(405, "这个地址只能新建上传。", Allow="POST, OPTIONS")
    _able_to_write()
    if "Upload-Concat" in request.headers:
        raise UploadRefused(400, "不支持把几次上传拼接成一个文件。请整份上传。")
    if "Upload-Defer-Length" in request.headers:
        raise UploadRefused(400, "须先给出文件大小（Upload-Length）才能上传。")
    size = headers.number(request.headers.get("Upload-Length"), "Upload-Length")
    told = headers.metadata(request.headers.get("Upload-Metadata"))
    opening.check_size(size)
    brings = _brings(request)
    if brings and request.content_type != STREAM:
        raise UploadRefused(415, f"随新建一起发来的内容须为 {STREAM}。")
    checksum = headers.checksum(request.headers.get("Upload-Checksum")) if brings else None
    at = timezone.now()
    upload = opening.begin(sender.person, size, told, at, sender.key)
    if brings:
        upload = _receive(request, upload, 0, checksum)
    answer = HttpResponse(status=201)
    answer["Location"] = reverse("uploads:upload", args=[upload.pk])
    return _progress(answer, upload)


@tus
def item(request: HttpRequest, method: str, sender: Sender, code: str) -> HttpResponse:
    """HEAD tells how far it is, PATCH goes on, DELETE gives it up, GET tells what became of it."""
    upload = Upload.objects.filter(pk=code, owner=sender.person).first()
    if upload is None:
        raise UploadRefused(404, "没有这份上传，或者它不是您的。请从头上传。")
    if method == "GET":
        return _told(upload)
    if method not in ("HEAD", "PATCH", "DELETE"):
        raise UploadRefused(405, "这个地址只能查询、继续或者取消上传。", Allow="HEAD, PATCH, DELETE, GET, OPTIONS")
    if upload.state in (State.REFUSED, State.LAPSED, State.DAMAGED):
        raise UploadRefused(410, upload.reason)
    if method == "PATCH":
        return _patched(request, upload)
    _able_to_write()
    if method == "DELETE":
        give_up(upload, timezone.now())
        return HttpResponse(status=204)
    upload = writing.current(upload.pk)
    answer = HttpResponse(status=200)
    answer["Upload-Length"] = str(upload.size_bytes)
    if upload.metadata:
        answer["Upload-Metadata"] = headers.encoded(upload.metadata)
    return _progress(answer, upload)


def _patched(request: HttpRequest, upload: Upload) -> HttpResponse:
    if request.content_type != STREAM:
        raise UploadRefused(415, f"续传的内容须为 {STREAM}。")
    offset = headers.number(request.headers.get("Upload-Offset"), "Upload-Offset")
    checksum = headers.checksum(request.headers.get("Upload-Checksum"))
    if upload.state != State.RECEIVING:
        if offset != upload.offset_bytes or _brings(request):
            raise UploadRefused(*writing.closed(upload))
        return _progress(HttpResponse(status=204), upload)
    _able_to_write()
    return _progress(HttpResponse(status=204), _receive(request, upload, offset, checksum))


def _receive(request: HttpRequest, upload: Upload, offset: int, checksum: writing.Checksum | None) -> Upload:
    source, length = _body(request)
    with _room(upload.pk):
        upload = writing.write(upload.pk, offset, source, length, checksum)
    if upload.state == State.WHOLE:
        upload = finish_soon(upload, timezone.now())
    if upload.state in (State.REFUSED, State.DAMAGED):
        raise UploadRefused(422, upload.reason)
    return upload


def _options() -> HttpResponse:
    answer = HttpResponse(status=204)
    answer["Tus-Version"] = VERSION
    answer["Tus-Extension"] = EXTENSIONS
    answer["Tus-Max-Size"] = str(settings.RESUMABLE_BYTES)
    answer["Tus-Checksum-Algorithm"] = ",".join(writing.CHECKSUMS)
    return answer


def _progress(answer: HttpResponse, upload: Upload) -> HttpResponse:
    answer["Upload-Offset"] = str(upload.offset_bytes)
    if upload.state == State.RECEIVING:
        answer["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    return answer


def _told(upload: Upload) -> HttpResponse:
    """What became of an upload, for the page that waits for it."""
    facts: dict[str, Any] = {
        "state": upload.state,
        "title": upload.get_state_display(),
        "reason": upload.reason,
        "name": upload.name,
        "size_bytes": upload.size_bytes,
        "offset_bytes": upload.offset_bytes,
        "sha256": upload.sha256,
        "expires_at": _when(upload.expires_at) if upload.state == State.RECEIVING else None,
    }
    return JsonResponse(facts)


def _when(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _brings(request: HttpRequest) -> bool:
    length = request.headers.get("Content-Length", "")
    return length not in ("", "0") or "Transfer-Encoding" in request.headers


def _body(request: HttpRequest) -> tuple[Readable, int | None]:
    """The bytes of the request as they arrive, and how many they will be; None when the sender does not say (chunked)."""
    if "Transfer-Encoding" in request.headers and isinstance(request, WSGIRequest):
        # Django reads nothing without a Content-Length; the server ends this stream where its last chunk ends.
        return request.environ["wsgi.input"], None
    return request, headers.number(request.headers.get("Content-Length") or "0", "Content-Length")


@contextmanager
def _room(code: str) -> Iterator[None]:
    """A place among the uploads this process receives at once; a newer sender of the same upload shares its place."""
    with _guard:
        if code not in _busy and len(_busy) >= settings.UPLOADS_AT_ONCE:
            raise UploadRefused(503, "同时上传的人较多。请稍候，上传程序会自动继续。", Retry_After=BUSY_SECONDS)
        _busy[code] = _busy.get(code, 0) + 1
    try:
        yield
    finally:
        with _guard:
            _busy[code] -= 1
            if not _busy[code]:
                del _busy[code]


def _able_to_write() -> None:
    if not writable():
        raise UploadRefused(503, "上传由文件库的保管进程接收，反向代理没有把 /vault/uploads/ 转给它。请联系系统管理员。")
