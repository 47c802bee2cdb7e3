"""Who uploads: somebody signed in, with the token that protects forms, or a device with a bearer key of scope `upload`."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone

from mingzhi.core.organs.keys import person_of_key
from mingzhi.core.organs.models import Key, User, why_change_password

from .refusals import UploadRefused

TOKEN_HEADER = "X-CSRFToken"


class Sender(NamedTuple):
    """The person, and the key that spoke for them if it was one."""

    person: User
    key: Key | None


class _TokenCheck(CsrfViewMiddleware):
    """Django's check, whose refusal is a reason instead of a page."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def sender_of(request: HttpRequest) -> Sender:
    """Who sends this request. Raises UploadRefused: 401 nobody known, 403 not in this way."""
    word, _, secret = request.headers.get("Authorization", "").partition(" ")
    if word:
        return _by_key(word, secret.strip())
    if not request.user.is_authenticated:
        raise UploadRefused(401, "请先登录后再上传；设备请使用上传密钥。", WWW_Authenticate="Bearer")
    # Read from the header only: the body of these requests is the file, and nothing here reads it as a form.
    if request.method not in ("GET", "HEAD") and (TOKEN_HEADER not in request.headers or _forged(request)):
        raise UploadRefused(403, "页面已过期，无法确认请求来自本系统。请刷新页面后继续上传，已收到的部分不会丢失。")
    person = request.user
    if why := why_change_password(person, timezone.now(), settings.PASSWORD_DAYS):
        raise UploadRefused(403, f"{why}。请先修改密码再上传。")
    # An upload is work: the session lives on while it runs.
    if renew := getattr(request.session, "renew", None):
        renew(timezone.now())
    return Sender(person, None)


def _by_key(word: str, secret: str) -> Sender:
    found = person_of_key(secret, timezone.now()) if word.lower() == "bearer" else None
    if found is None:
        raise UploadRefused(401, "密钥无效或者已吊销。请联系系统管理员发放新的上传密钥。", WWW_Authenticate="Bearer")
    person, key = found
    if key.scope != Key.Scope.UPLOAD:
        raise UploadRefused(403, f"密钥“{key.name}”的权限是“{key.get_scope_display()}”，不能用于上传。请换用上传密钥。")
    return Sender(person, key)


def _forged(request: HttpRequest) -> bool:
    check = _TokenCheck(lambda request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, _unexempted, (), {}) is not None


def _unexempted() -> None:
    """What the check is asked about: something that is not exempt from it."""
