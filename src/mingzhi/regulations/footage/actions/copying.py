"""Copies for somebody else: asked for, approved, made, handed over. Source: recording-17-release, equipment-8-copy."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from mingzhi.core.organs.models import User
from mingzhi.core.vault.models import Blob

from ..models import Clip, Copy
from ..stages import Copying


def ask(
    copy: Copy, *, actor: User, at: datetime, clip: Clip, form: str, recipient_kind: str, recipient: str, purpose: str, basis: str,
    from_s: Decimal | None, until_s: Decimal | None, blurs: list[dict[str, Any]], unblurred_because: str,
) -> None:  # fmt: skip
    """Ask for a copy: of what, for whom, what for, which part, what is hidden. Source: recording-17-release."""
    copy.clip, copy.form, copy.recipient_kind, copy.recipient, copy.purpose, copy.basis = (
        clip,
        form,
        recipient_kind,
        recipient,
        purpose,
        basis,
    )
    copy.from_s, copy.until_s, copy.unblurred_because, copy.asked_by = from_s or Decimal(0), until_s, unblurred_because, actor
    copy.blurs = [{name: str(value) for name, value in row.items() if value is not None} for row in blurs]
    copy.parent_sha256 = clip.blob.sha256
    copy.title = f"向{recipient}提供{clip.number}"


def approve(copy: Copy, *, actor: User, at: datetime, opinion: str) -> None:
    """Allow it; the untouched original needs a second person. Source: recording-17-release, recording-18-approve."""
    copy.approved_by, copy.approved_at = actor, at
    copy.stage = Copying.FIRST if copy.form == Copy.Form.ORIGINAL else Copying.APPROVED


def approve_second(copy: Copy, *, actor: User, at: datetime, opinion: str) -> None:
    """Allow the original to leave, as the second of two. Source: recording-17-release."""
    copy.output, copy.made_at, copy.tool, copy.recipe = copy.clip.blob, at, "", {"kind": "original"}


def refuse(copy: Copy, *, actor: User, at: datetime, reasons: str) -> None:
    """Not allow it, with reasons. Source: recording-17-release."""


def withdraw(copy: Copy, *, actor: User, at: datetime, reasons: str) -> None:
    """Ask no more."""


def made(copy: Copy, *, actor: User, at: datetime, output: Blob, recipe: dict[str, Any], tool: str, rechecked_at: datetime) -> None:
    """Keep what was made, how and with what, and that the original is still whole. Source: recording-17-immutable."""
    copy.output, copy.recipe, copy.tool, copy.made_at, copy.rechecked_at, copy.problem = output, recipe, tool, at, rechecked_at, ""


def not_made(copy: Copy, *, actor: User, at: datetime, problem: str) -> None:
    """Keep why it could not be made."""
    copy.problem = problem


def make_again(copy: Copy, *, actor: User, at: datetime) -> None:
    """Try once more what could not be made."""
    copy.problem = ""


def hand_over(copy: Copy, *, actor: User, at: datetime, receiver: str, handed_at: datetime) -> None:
    """Hand it over against a signature. Source: recording-17-release."""
    copy.receiver, copy.handed_at = receiver, handed_at
