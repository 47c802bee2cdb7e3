"""Misuse: registered, heard, and either educated about or handed on, with its result. Source: footage-16."""

from __future__ import annotations

from datetime import date, datetime

from mingzhi.core.organs.models import User
from mingzhi.regulations.equipment.models import Device

from ..models import Clip, Misuse


def register(
    misuse: Misuse, *, actor: User, at: datetime, misuse_kind: str, person: User, device: Device | None, clip: Clip | None, found_on: date,
    what: str,
) -> None:  # fmt: skip
    """Put on record what was found. Source: footage-16."""
    misuse.misuse_kind, misuse.person, misuse.device, misuse.clip = misuse_kind, person, device, clip
    misuse.found_on, misuse.what = found_on, what
    misuse.title = f"{person.name}{Misuse.Kind(misuse_kind).label}"


def hear(misuse: Misuse, *, actor: User, at: datetime, statement: str) -> None:
    """Keep what the person says to it."""
    misuse.statement = statement


def educate(misuse: Misuse, *, actor: User, at: datetime, measure: str, result: str) -> None:
    """Criticise and educate. Source: footage-16."""
    misuse.measure, misuse.result = measure, result


def hand_on(misuse: Misuse, *, actor: User, at: datetime, handed_to: str, handed_on: date, reasons: str) -> None:
    """Hand on what is serious. Source: footage-16."""
    misuse.serious, misuse.handed_to, misuse.handed_on = True, handed_to, handed_on


def record_result(misuse: Misuse, *, actor: User, at: datetime, result: str) -> None:
    """Keep what came of what was handed on. Source: footage-16."""
    misuse.result = result


def dismiss(misuse: Misuse, *, actor: User, at: datetime, reasons: str) -> None:
    """Find that there was nothing to it, with reasons."""
    misuse.result = reasons
