"""Actions as cards: open with their form, or closed with every reason, its article, who can supply it and the way there."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.urls import reverse

from mingzhi.core.documents.issuing import titles_printed
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.drafts import draft_of
from mingzhi.core.engine.fields import RowsOfField
from mingzhi.core.engine.forms import ActionForm
from mingzhi.core.engine.procedure import Action
from mingzhi.core.engine.standing import Standing
from mingzhi.core.organs.models import User

from .form_parts import errors_of, parts_of
from .shapes import ActionCard, FormView
from .wording import cites, refusal, way


def address_of(action: Action, matter: Any, doing: str = "do") -> str:
    """Where the form of an action is sent: `do`, `draft`, `preview` or `hints`."""
    if action.opens:
        return reverse(f"desk:open_{doing}", args=[action.procedure.code, action.name])
    return reverse(f"desk:{doing}", args=[matter.kind, matter.pk, action.name])


def empty_form(action: Action, matter: Any, actor: User, at: datetime, given: Mapping[str, Any] | None = None) -> tuple[Any, str]:
    """The form to be filled in: with the draft if there is one, with `given`, with what the system knows. Returns words on the draft."""
    if action.form is None:
        return forms.Form(), ""
    draft = draft_of(actor, action.code, matter if matter is not None and matter.pk else None)
    several = {name for name, field in action.form.base_fields.items() if isinstance(field, RowsOfField)}
    initial = {name: [value] if name in several and isinstance(value, str) else value for name, value in (given or {}).items()}
    form = action.form(matter=matter, actor=actor, at=at, initial=initial)
    if draft is None:
        return form, ""
    for name, field in form.fields.items():
        if not field.widget.value_omitted_from_data(draft.data, {}, name) or name in draft.data:
            form.initial[name] = field.widget.value_from_datadict(draft.data, {}, name)
            form.filled.pop(name, None)
    return form, f"已恢复 {draft.saved_at.astimezone(at.tzinfo):%m-%d %H:%M} 的草稿"


def form_view(action: Action, matter: Any, form: Any, draft_words: str = "") -> FormView:
    """A form with its addresses; the key makes a second click the same act."""
    over = form.hints_over if isinstance(form, ActionForm) else ""
    hints = form.hints() if isinstance(form, ActionForm) else []
    return FormView(
        form=form,
        url=address_of(action, matter),
        main_label=action.title,
        filled=dict.fromkeys(getattr(form, "filled", {}), ""),
        draft_url=address_of(action, matter, "draft") if action.form else "",
        draft_words=draft_words,
        preview_url=address_of(action, matter, "preview") if action.prints else "",
        version=matter.version if matter is not None and matter.pk else None,
        key=secrets.token_urlsafe(12),
        lead=[*([action.help] if action.help else []), *([] if over else hints)],
        multipart=form.is_multipart(),
        parts=parts_of(form),
        errors=errors_of(form),
        hints=hints if over else [],
        hints_over=over,
        hints_of=[form[name].auto_id for name in form.hints_of if name in form.fields] if over else [],
        hints_url=address_of(action, matter, "hints") if over else "",
    )


def card(standing: Standing, matter: Any, *, may: frozenset[str], form: FormView | None = None) -> ActionCard:
    """One action of a matter's stage. `may`: codes this person can do now, which decides who sees a button.

    That an action is somebody else's is said once, by `who`; the refusals of such a card are what its doer still lacks.
    """
    action = standing.action
    shut = standing.refusals[0 if standing.mine else 1 :]
    done = [row for row in shut if row.done]
    here = reverse("desk:matter", args=[matter.kind, matter.pk])
    return ActionCard(
        code=action.code,
        title=action.title,
        url=way(action, matter) if action.opens else f"{here}?do={action.name}",
        allowed=standing.allowed,
        cites=cites(action.provisions),
        refusals=[refusal(row, matter, may) for row in done or shut],
        form=form,
        prints=titles_printed(action),
        who="" if standing.mine else standing.who,
        done=_done_words(action, matter) if done else "",
    )


def _done_words(action: Action, matter: Any) -> str:
    """When it was done in this matter for the last time; another act may have left nothing to do."""
    last = matter.records.filter(action=action.code).order_by("-version").values_list("at", flat=True).first()
    return f"{local_day(last)} 已办理" if last else "不必再办"
