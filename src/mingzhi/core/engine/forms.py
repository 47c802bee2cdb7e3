"""The input of an action: one declaration that page, API, command and story share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from mingzhi.core.organs.models import User

from .deadlines import local_day
from .fields import SignatureField


class ActionForm(forms.Form):
    """Checks the input of one action in one matter.

    Subclasses declare fields, narrow choices in `prepare`, and give what the system already knows in `known`:
    it is filled in and marked so. A day or moment named in `past` may not lie after the moment of acting.
    """

    past: tuple[str, ...] = ()
    officers_sign: tuple[str, ...] = ("first_signature", "second_signature")

    def __init__(
        self, data: Mapping[str, Any] | None = None, files: Any = None, *, matter: Any, actor: User, at: datetime, **options: Any
    ) -> None:
        super().__init__(data, files, **options)
        self.matter = matter
        self.actor = actor
        self.at = at
        self.prepare()
        self._sign_last()
        self.filled = {name: value for name, value in self.known().items() if name in self.fields and value not in (None, "")}
        for name, value in self.filled.items():
            self.initial.setdefault(name, value)

    def _sign_last(self) -> None:
        """Signatures come after everything that is signed, the party's before the officers'."""
        signed = [name for name, field in self.fields.items() if isinstance(field, SignatureField)]
        plain = [name for name in self.fields if name not in signed]
        self.order_fields([*plain, *sorted(signed, key=lambda name: name in self.officers_sign)])

    def prepare(self) -> None:
        """Narrow choices to this matter and person."""

    def known(self) -> dict[str, Any]:
        """What the system can fill in by itself, by field."""
        return {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.past:
            value = cleaned.get(name)
            if isinstance(value, datetime) and value > self.at:
                self.add_error(name, f"不能晚于现在（{timezone.localtime(self.at):%Y-%m-%d %H:%M}）。")
            elif isinstance(value, date) and not isinstance(value, datetime) and value > local_day(self.at):
                self.add_error(name, f"不能晚于今天（{local_day(self.at)}）。")
        return cleaned

    def require(self, *names: str, when: str) -> None:
        """Ask for fields that only some cases need; `when` names the case in the message."""
        for name in names:
            if self.cleaned_data.get(name) in (None, "", []) and name not in self.errors:
                self.add_error(name, f"{when}，必须填写此项。")
