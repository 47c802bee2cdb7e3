"""Doing: sending an action's form, keeping its draft, looking at its papers before they are final. Page, API and story share the action."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from mingzhi.core.documents.issuing import titles_printed
from mingzhi.core.engine.drafts import keep_draft
from mingzhi.core.engine.errors import InvalidInput, Refused, Stale
from mingzhi.core.engine.families import lay_subject
from mingzhi.core.engine.out_of_turn import not_theirs
from mingzhi.core.engine.perform import perform, rehearse
from mingzhi.core.engine.places import post_for
from mingzhi.core.engine.procedure import PROCEDURES, Action
from mingzhi.core.engine.standing import openings

from ..cards import address_of, empty_form, form_view
from ..errors import no_preview
from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..reading import now
from ..shapes import ActionCard, Link
from ..wording import cites, refusal
from .matters import matter_of, matter_page

_NOT_INPUT = {"csrfmiddlewaretoken", "version", "key"}
#: What a page of its own sends along so that it opens where it was left: `stay.page`, and `stay.at` for the place on it.
_STAY = "stay."
_PLACE = re.compile(r"[a-z][a-z0-9-]*")


def _action(kind: str, name: str, opens: bool) -> Action:
    procedure = PROCEDURES.get(kind)
    action = procedure.actions.get(name) if procedure else None
    if action is None or action.opens != opens:
        raise Http404
    return action


def _typed(data: QueryDict) -> dict[str, Any]:
    """What was typed, for the draft: one value, or a list where a field has several."""
    return {name: values if len(values) > 1 else values[0] for name, values in data.lists() if _is_input(name) and values}


def _is_input(name: str) -> bool:
    return name not in _NOT_INPUT and not name.startswith(_STAY)


def _left_at(data: QueryDict) -> dict[str, str]:
    """Where the page stood when the form was sent, as its address says it; empty for pages that do not say."""
    return {name.removeprefix(_STAY): data[name] for name in data if name.startswith(_STAY) and name != f"{_STAY}at"}


def _back(kind: str, pk: int, data: QueryDict) -> str:
    """The page of the matter, where it was left."""
    asked, place = _left_at(data), data.get(f"{_STAY}at", "")
    address = reverse("desk:matter", args=[kind, pk])
    return f"{address}{f'?{urlencode(asked)}' if asked else ''}{f'#{place}' if _PLACE.fullmatch(place) else ''}"


def _version(request: SignedIn) -> int | None:
    text = request.POST.get("version", "")
    return int(text) if text.isdecimal() else None


@require_POST
@desk_page
def do(request: SignedIn, kind: str, pk: int, name: str) -> HttpResponse:
    """Perform an action on a matter; a refusal shows the same page with the reasons and everything that was typed."""
    action, at = _action(kind, name, opens=False), now()
    found = matter_of(kind, pk, request.user)
    try:
        done = perform(
            action.code, found, actor=request.user, data=request.POST, files=request.FILES,
            version=_version(request), at=at, key=request.POST.get("key") or None,
        )  # fmt: skip
    except (InvalidInput, Refused) as problem:
        keep_draft(request.user, action.code, found, _typed(request.POST), at)
        form = action.form(request.POST, request.FILES, matter=found, actor=request.user, at=at) if action.form else None
        messages.error(request, problem.sentence)
        refused = problem.refusals if isinstance(problem, Refused) else None
        asked = _left_at(request.POST)
        return matter_page(request, found, doing=name, form=form, refusals=refused, status=problem.status, asked=asked)
    except Stale as problem:
        keep_draft(request.user, action.code, found, _typed(request.POST), at)
        messages.error(request, problem.sentence)
        return matter_page(request, matter_of(kind, pk, request.user), doing=name, status=problem.status)
    messages.success(request, f"已办：{action.title}。" + "".join(f"已生成{paper}。" for paper in map(str, done.documents)))
    return redirect(_back(kind, pk, request.POST))


@desk_page
@require_http_methods(["GET", "POST"])
def open_new(request: SignedIn, kind: str, name: str) -> HttpResponse:
    """The form of an action that opens a matter, and its sending. Who may not is told so before the form, not after filling it."""
    action, at = _action(kind, name, opens=True), now()
    blank = _blank(action, request)
    if request.method == "GET":
        # Whoever handles the case may begin what is about it.
        lay_subject(blank, request.GET, request.user)
        if post_for(action, blank, request.user, timezone.localdate(at)) is None:
            raise not_theirs(action, blank, timezone.localdate(at))
        form, words = empty_form(action, blank, request.user, at, request.GET.dict())
        return _opening_page(request, action, form, words)
    try:
        done = perform(action.code, actor=request.user, data=request.POST, files=request.FILES, at=at, key=request.POST.get("key") or None)
    except (InvalidInput, Refused) as problem:
        keep_draft(request.user, action.code, None, _typed(request.POST), at)
        form = action.form(request.POST, request.FILES, matter=blank, actor=request.user, at=at)
        messages.error(request, problem.sentence)
        return _opening_page(request, action, form, "", problem)
    messages.success(request, f"已办：{action.title}。" + "".join(f"已生成{paper}。" for paper in map(str, done.documents)))
    return redirect("desk:matter", kind=kind, pk=done.matter.pk)


def _blank(action: Action, request: SignedIn) -> Any:
    authority = request.user.authority
    return action.procedure.matter(authority=authority, region=authority.region, kind=action.procedure.code, stage="")


def _opening_page(request: SignedIn, action: Action, form: Any, words: str, problem: Any = None) -> HttpResponse:
    url = reverse("desk:list", args=[action.procedure.code])
    may = frozenset(found.code for found in openings(request.user, now()))
    refused = [refusal(row, None, may) for row in problem.refusals] if isinstance(problem, Refused) else []
    view = ActionCard(
        code=action.code, title=action.title, url=address_of(action, None), allowed=True, cites=cites(action.provisions),
        refusals=refused, form=form_view(action, None, form, words), prints=titles_printed(action),
    )  # fmt: skip
    crumbs = [Link(action.procedure.title, url), *([Link(action.title)] if action.title != action.procedure.title else [])]
    context = {
        "frame": frame_of(request, action.title, area=action.procedure.code, crumbs=crumbs),
        "matter": Link(action.title, url),
        "card": view,
    }
    template = "desk/refused.html" if refused else "desk/action.html"
    return render(request, template, context, status=problem.status if problem else 200)


@require_POST
@desk_page
def draft(request: SignedIn, kind: str, name: str, pk: int | None = None) -> HttpResponse:
    """Keep what has been typed so far."""
    action = _action(kind, name, opens=pk is None)
    found = matter_of(kind, pk, request.user) if pk is not None else None
    row = keep_draft(request.user, action.code, found, _typed(request.POST), now())
    words = f"草稿已存 {timezone.localtime(row.saved_at):%H:%M}"
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"words": words})
    messages.success(request, f"{words}。")
    if found is None:
        return redirect("desk:open", kind=kind, name=name)
    return redirect(f"{reverse('desk:matter', args=[kind, found.pk])}?{urlencode({**_left_at(request.POST), 'do': name})}#do")


@require_POST
@desk_page
def preview(request: SignedIn, kind: str, name: str, pk: int | None = None) -> HttpResponse:
    """The first paper the action would print, as a draft; nothing is kept, nor are the files that came along."""
    action = _action(kind, name, opens=pk is None)
    found = matter_of(kind, pk, request.user) if pk is not None else None
    try:
        papers = rehearse(action.code, found, actor=request.user, data=request.POST, files=request.FILES, at=now())
    except (InvalidInput, Refused) as problem:
        return no_preview(
            request, problem, {name: str(field.label) for name, field in action.form.base_fields.items()} if action.form else {}
        )
    if not papers:
        raise Http404
    _, pdf = papers[0]
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": "inline", "X-Paper": action.code})


@require_POST
@desk_page
def hints(request: SignedIn, kind: str, name: str, pk: int | None = None) -> HttpResponse:
    """What the form says to what has been filled in so far, as a piece of its page; nothing is checked and nothing is kept."""
    action = _action(kind, name, opens=pk is None)
    if action.form is None:
        raise Http404
    found = matter_of(kind, pk, request.user) if pk is not None else _blank(action, request)
    form = action.form(request.POST, matter=found, actor=request.user, at=now())
    return render(request, "desk/_hints.html", {"hints": form.hints()})
