"""Asking to see footage beyond one's scope, and the answer. Source: recording-18-approve."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mingzhi.core.organs.models import User

from ..models import AccessRequest, AskedClip, Clip


def ask(request: AccessRequest, *, actor: User, at: datetime, clips: list[Clip], want: str, because: str) -> list[Any]:
    """Ask for certain clips, to look or to copy, for the work. Source: recording-18-approve."""
    request.want, request.because, request.asked_by = want, because, actor
    request.title = f"{actor.name}{AccessRequest.Want(want).label}音像资料 {len(clips)} 份"
    return [AskedClip(matter=request, clip=clip) for clip in clips]


def approve(request: AccessRequest, *, actor: User, at: datetime, granted_until: datetime, opinion: str) -> None:
    """Allow it until a moment. Source: recording-18-approve."""
    request.granted_until, request.answered_by, request.answer = granted_until, actor, opinion


def refuse(request: AccessRequest, *, actor: User, at: datetime, reasons: str) -> None:
    """Not allow it, with reasons. Source: recording-18-approve."""
    request.answered_by, request.answer = actor, reasons


def withdraw(request: AccessRequest, *, actor: User, at: datetime, reasons: str) -> None:
    """Ask no more."""


def end(request: AccessRequest, *, actor: User, at: datetime, reasons: str) -> None:
    """End what was allowed before its time. Source: recording-18-scope."""
    request.granted_until = at
