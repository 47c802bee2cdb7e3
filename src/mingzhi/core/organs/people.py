"""Reads about people: which posts somebody holds, who holds a post, whose certificate is valid on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from .models import Appointment, Authority, Certificate, User
from .posts import ENFORCING, READERS, Post
from .prepared import Prepared

_POSTS = Prepared(
    lambda person, authority, on: (
        Appointment.objects.on(on).filter(person_id=person, authority_id=authority).order_by().values_list("post")
    ),
    person=int,
    authority=int,
    on=date,
)
_HOLDERS = Prepared(
    lambda authority, post, on: User.objects.filter(
        pk__in=Appointment.objects.on(on).filter(authority_id=authority, post=post).values("person"), is_active=True
    ).order_by("name"),
    authority=int,
    post=str,
    on=date,
)


@dataclass(frozen=True)
class Officer:
    """A person as an enforcement officer on one day; `certificate` is empty when none is valid that day."""

    id: int
    name: str
    certificate: str


def posts_of(person: User, on: date) -> frozenset[Post]:
    """The posts a person holds on a day. One query; remembered on the person for that day."""
    kept = person.__dict__.setdefault("_posts_by_day", {})
    if on not in kept:
        rows = _POSTS.rows(person=person.pk, authority=person.authority_id, on=on) if person.is_active else ()
        kept[on] = frozenset(Post(value) for (value,) in rows)
    return kept[on]


def holders(authority: Authority | int, post: Post, on: date) -> list[User]:
    """Who holds a post in an authority on a day, by name."""
    return _HOLDERS.rows(authority=authority.pk if isinstance(authority, Authority) else authority, post=Post(post).value, on=on)


def reads_matters(person: User, on: date) -> bool:
    """Whether any post of the person opens the matters of the authority."""
    return bool(posts_of(person, on) & READERS)


def officers_on(people: Iterable[User], on: date) -> list[Officer]:
    """Each person with the certificate valid that day, in the order given. One query."""
    people = list(people)
    numbers = dict(Certificate.objects.valid_on(on).filter(holder__in=people).order_by("valid_from").values_list("holder_id", "number"))
    return [Officer(id=person.pk, name=person.name, certificate=numbers.get(person.pk, "")) for person in people]


def enforcing_on(authority: Authority | int, on: date) -> QuerySet[Certificate]:
    """The certificates by which people of an authority may enforce on a day: valid, and their holders in a post that enforces.

    Source: personnel-4, penalty-law-42. Holder and unit come along, in the order of the units.
    """
    posted = Appointment.objects.on(on).filter(authority=authority, post__in=ENFORCING).values("person")
    rows = Certificate.objects.valid_on(on).filter(holder__in=posted, holder__is_active=True)
    return rows.select_related("holder__unit").order_by("holder__unit", "holder_id", "valid_from")


def lapsed_certificates(people: Iterable[User], on: date) -> dict[int, str]:
    """Who may not enforce on that day, by id, and why: the certificate that came nearest to it has ended, was withdrawn, or has not begun."""
    rows = Certificate.objects.filter(holder__in=people).order_by("valid_from", "valid_until")
    held = {row.holder_id: row for row in rows}
    valid = {row.holder_id for row in rows if _lapse(row, on) == ""}
    return {person.pk: _lapse(held[person.pk], on) if person.pk in held else "未登记" for person in people if person.pk not in valid}


def _lapse(row: Certificate, on: date) -> str:
    """Why a certificate does not count on a day; empty when it does."""
    if row.withdrawn_on is not None and row.withdrawn_on <= on:
        return f"自 {row.withdrawn_on} 起暂扣、收回或者注销"
    if row.valid_until < on:
        return f"已于 {row.valid_until} 到期"
    return f"自 {row.valid_from} 起有效" if row.valid_from > on else ""


def without_certificate(people: Iterable[User], on: date) -> list[str]:
    """Names of those who may not enforce on that day. Source: penalty-law-42, personnel-4."""
    return [officer.name for officer in officers_on(people, on) if not officer.certificate]
