"""Who may do an action in one matter: posts held, and the place of handler."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mingzhi.core.organs import HEADS, Post
from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import holders, posts_of
from mingzhi.core.organs.prepared import Prepared

from .models import Handler, Matter, Record
from .procedure import Action, subject_of

_HANDLERS = Prepared(
    lambda matter: Handler.objects.filter(matter_id=matter, until_at__isnull=True).order_by("id").values_list("person_id"), matter=int
)


def handler_ids(matter: Matter) -> list[int]:
    """Those who handle the matter now, in the order they were assigned. One query, remembered on the matter.

    A matter about another (a review of a case) is handled by those who handle that one, unless it has handlers of its own.
    """
    kept = matter.__dict__.get("_handler_ids")
    if kept is None:
        rows = _HANDLERS.rows(matter=matter.pk) if matter.pk else ()
        kept = [person_id for (person_id,) in rows]
        subject = None if kept else subject_of(matter)
        matter.__dict__["_handler_ids"] = kept = kept if subject is None else handler_ids(subject)
    return kept


def post_for(action: Action, matter: Matter, person: User, on: date) -> Post | None:
    """The post in which this person may do the action in this matter, or None."""
    if matter.authority_id != person.authority_id:
        return None
    held = posts_of(person, on)
    for post in action.by:
        if post == Post.HANDLER:
            if person.pk in handler_ids(matter):
                return post
        elif post in held:
            return post
    return None


def stand_in(action: Action, matter: Matter, on: date) -> User | None:
    """Somebody who may do the action in this matter, rather not a handler where others hold the post."""
    own = handler_ids(matter)
    people = [person for post in action.by for person in _there(matter, post, on)]
    return min(people, key=lambda person: person.pk in own and Post.HANDLER not in action.by, default=None)


def posts_in_words(posts: Iterable[Post]) -> str:
    """“分管领导或者镇长”."""
    return "或者".join(post.label for post in posts)


def who_may(action: Action, matter: Matter, on: date) -> str:
    """The posts that may do it, with the names of those who hold them on that day."""
    return "，或者".join(f"{post.label} {'、'.join(person.name for person in _there(matter, post, on))}".strip() for post in action.by)


def _there(matter: Matter, post: Post, on: date) -> list[User]:
    """Who holds a post for this matter; remembered on it, because a page asks the same of every action."""
    kept = matter.__dict__.setdefault("_people_by_post", {})
    key = (post, on, *(handler_ids(matter) if post == Post.HANDLER else ()))
    if key not in kept:
        if post == Post.HANDLER:
            kept[key] = list(User.objects.filter(pk__in=handler_ids(matter)).order_by("id"))
        else:
            kept[key] = holders(matter.authority_id, post, on)
    return kept[key]


def who_did(matter: Matter, *names: str) -> set[int]:
    """Ids of those who performed these actions of the matter (named without the procedure's code)."""
    codes = [f"{matter.kind}.{name}" for name in names]
    return set(Record.objects.filter(matter_id=matter.pk, action__in=codes).values_list("actor_id", flat=True))


def last_done(matter: Matter, *names: str) -> Record | None:
    """The latest record of any of these actions, or None."""
    codes = [f"{matter.kind}.{name}" for name in names]
    return Record.objects.filter(matter_id=matter.pk, action__in=codes).order_by("-version").first()


__all__ = ["HEADS", "handler_ids", "last_done", "post_for", "posts_in_words", "stand_in", "subject_of", "who_did", "who_may"]
