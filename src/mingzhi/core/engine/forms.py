"""The input of an action: one declaration that page, API, command and story share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from mingzhi.core.organs.models import User

from .days import local_day
from .families import ABOUT, AboutField, lay_subject
from .fields import SignatureField
from .form_words import speak_plainly
from .procedure import PROCEDURES


@dataclass(frozen=True)
class When:
    """A field applies only while another one holds one of `values`, or anything at all when there are none.

    A tick holds “on” or “”. needed: the values for which it must then be filled in.
    """

    field: str
    values: tuple[str, ...]
    needed: tuple[str, ...] = ()


def when(field: str, *values: str, needed: bool | tuple[str, ...] = False) -> When:
    """`party_operator: when("party_kind", "trader", needed=True)`; needed True: for each of the values, and for “*” without values."""
    plain = tuple(str(value) for value in values)
    asked = (plain or ("*",)) if needed is True else tuple(str(value) for value in needed or ())
    return When(field, plain, asked)


class ActionForm(forms.Form):
    """Checks the input of one action in one matter.

    Subclasses declare fields, narrow choices in `prepare`, and give what the system already knows in `known`:
    it is filled in and marked so; what is named in `now` is filled in with the moment of acting. A day or moment named in
    `past` may not lie after it. For the reader of a page, and checking nothing: `groups` are headings with their fields,
    `only_when` says which fields apply only sometimes, `asked` names what may be left blank here but a gate will ask for;
    `hints` stand above the field `hints_over` (else above the form) and are told anew when one of `hints_of` changes.
    """

    past: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    only_when: Mapping[str, When] = {}
    hints_over: str = ""
    hints_of: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    officers_sign: tuple[str, ...] = ("first_signature", "second_signature")

    def __init__(
        self, data: Mapping[str, Any] | None = None, files: Any = None, *, matter: Any, actor: User, at: datetime, **options: Any
    ) -> None:
        # Once for the class; what follows below is left for fields that this matter has renamed or added.
        speak_plainly(self.base_fields.items())
        super().__init__(data, files, **options)
        self.matter = matter
        self.actor = actor
        self.at = at
        self._name_subject()
        self.prepare()
        self._sign_last()
        speak_plainly(self.fields.items())
        known = dict.fromkeys(self.now, self.at) | self.known()
        self.filled = {name: value for name, value in known.items() if name in self.fields and value not in (None, "")}
        for name, value in self.filled.items():
            self.initial.setdefault(name, value)

    def _name_subject(self) -> None:
        """A form that opens a matter about another says which, first of all; no form declares that itself."""
        procedure = PROCEDURES.get(self.matter.kind) if self.matter is not None and self.matter.pk is None else None
        if procedure is not None and procedure.about:
            self.fields = {ABOUT: AboutField(procedure, self.actor), **self.fields}
            lay_subject(self.matter, self.data if self.is_bound else self.initial, self.actor)

    def _sign_last(self) -> None:
        """Signatures come after everything that is signed, the party's before the officers'."""
        signed = [name for name, field in self.fields.items() if isinstance(field, SignatureField)]
        plain = [name for name in self.fields if name not in signed]
        self.order_fields([*plain, *sorted(signed, key=lambda name: name in self.officers_sign)])

    def parts(self) -> Iterator[tuple[str, list[str]]]:
        """The fields as they are read: under the headings of `groups`, what no group names without one, signatures last."""
        signed = [name for name, field in self.fields.items() if isinstance(field, SignatureField)]
        grouped = {name for _, names in self.groups for name in names}
        for title, names in self.groups:
            if found := [name for name in names if name in self.fields and name not in signed]:
                yield title, found
        if rest := [name for name in self.fields if name not in grouped and name not in signed]:
            seen = any(not self.fields[name].widget.is_hidden for name in rest)
            yield "其他" if self.groups and seen else "", rest
        if signed:
            yield "签名", signed

    def prepare(self) -> None:
        """Narrow choices to this matter and person."""

    def known(self) -> dict[str, Any]:
        """What the system can fill in by itself, by field."""
        return {}

    def hints(self) -> list[str]:
        """What the page says from what is filled in so far, sent or not, right or wrong; it checks nothing."""
        return []

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
