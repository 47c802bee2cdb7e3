"""公开的信息有误: anybody whom a published decision concerns says so here, and follows by a code what becomes of it.

Serves 公示制度 14. The only public page that is not the same for everybody: no cache keeps it, and it sets the cookie of its form's token.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.law.provisions import cited, provision
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.disclosure.public import public_on
from mingzhi.regulations.disclosure.sending import TooMany, progress, send

from ..objecting import ObjectionForm, sent_from_here
from ..shapes import ObjectionPage, ObjectionState
from ..visiting import Visit, town_or_404

SERVES = cited("disclosure-14-objection")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@csrf_exempt  # asked below, so that a form that is too old comes back with everything that was typed
def objection(request: HttpRequest, town: str, pk: int) -> HttpResponseBase:
    """The form about one published decision; sent, it leads to the page of its code."""
    visit = Visit(request, town_or_404(town))
    about = public_on(visit.town, timezone.localdate()).filter(pk=pk).first()
    if about is None:
        raise Http404
    if request.method != "POST":
        return _form(visit, about, ObjectionForm())
    form = ObjectionForm(request.POST, request.FILES)
    if not sent_from_here(request):
        again = "刚才没有交成：这一页打开得太久了，或者浏览器不接受 Cookie。您填的都还在，请再按一次“提交异议”。"
        return _form(visit, about, form, 403, again)
    if not form.is_valid():
        return _form(visit, about, form, 422)
    try:
        sent = send(about, **form.cleaned_data, at=timezone.now())
    except InvalidInput as refused:
        form.add_error("attachments", refused.errors["attachments"])
        return _form(visit, about, form, 422)
    except TooMany:
        answer = _form(
            visit, about, form, 429, "现在提出的人太多，网上暂时收不下。您填的都还在，请过一小时再提交，或者打电话、到镇政府当面提出。"
        )
        answer["Retry-After"] = "3600"
        return answer
    return redirect(visit.to("objection_state", sent.code))


@require_safe
@never_cache
def objections(request: HttpRequest, town: str) -> HttpResponse:
    """A code typed in; without one the empty form."""
    visit = Visit(request, town_or_404(town))
    return _state(visit, visit.asked("code")) if visit.asked("code") else visit.render("objection_state", page=None, action=_asks(visit))


@require_safe
@never_cache
def objection_state(request: HttpRequest, town: str, code: str) -> HttpResponse:
    """Where the objection with this code stands."""
    return _state(Visit(request, town_or_404(town)), code)


def _state(visit: Visit, code: str) -> HttpResponse:
    assert visit.town is not None
    found = progress(visit.town, code)
    if found is None:
        return visit.render("objection_state", 404, page=ObjectionState("unknown", asked=code), action=_asks(visit))
    public = found.state != "gone"
    page = ObjectionState(
        state=found.state,
        code=found.code,
        number=found.number,
        title=found.title,
        sent_on=found.sent_on,
        due_on=found.due_on,
        answer=found.answer,
        answered_on=found.answered_on,
        corrected_on=found.corrected_on,
        url=visit.to("decision", found.publication) if public else "",
    )
    return visit.render("objection_state", page=page, action=_asks(visit))


def _form(visit: Visit, about: Publication, form: ObjectionForm, status: int = 200, problem: str = "") -> HttpResponse:
    days = provision("town-objection-sla").period(timezone.localdate())
    page = ObjectionPage(
        title=about.shown_title,  # type: ignore[attr-defined]
        number=about.decision_number,
        fields=form.lines(),
        days=days.text,
        problem=problem or (f"有 {len(form.errors)} 处要改，改好后再提交。" if form.errors else ""),
        # A browser never sends a chosen file twice by itself.
        files_again=bool(form.files),
    )
    return visit.render("objection", status, page=page, back=visit.to("decision", about.pk), action=visit.to("objection", about.pk))


def _asks(visit: Visit) -> str:
    return visit.to("objections")
