"""Every procedure as it really runs: a picture and the same as a list, both read out of the declared tables."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from mingzhi.core.documents.issuing import titles_printed
from mingzhi.core.engine.flow import acts_of, flow_of, limits_of
from mingzhi.core.engine.flow_chart import as_svg
from mingzhi.core.engine.places import posts_in_words
from mingzhi.core.engine.procedure import PROCEDURES, Action

from ..flow_shapes import ActLine, FlowPage, LimitLine, StageLine
from ..frame import frame_of, listed
from ..gate import SignedIn, desk_page
from ..shapes import Cite, Link
from ..wording import cites


@desk_page
def flow_list(request: SignedIn) -> HttpResponse:
    """The first of all procedures, with the way to the others."""
    return _page(request, listed()[0].code)


@desk_page
def flow(request: SignedIn, code: str) -> HttpResponse:
    """One procedure."""
    if code not in PROCEDURES:
        raise Http404
    return _page(request, code)


def _page(request: SignedIn, code: str) -> HttpResponse:
    procedure = PROCEDURES[code]
    found, title = flow_of(procedure), f"{procedure.title}流程"
    page = FlowPage(
        title=procedure.title,
        procedures=[Link(row.title, reverse("desk:flow", args=[row.code]), row.code == code) for row in listed()],
        picture=Markup(as_svg(found)),
        opening=[_act(action) for way in found.openings for action in way.actions],
        stages=[StageLine(step.title, [_act(*line) for line in acts_of(procedure, step)], step.end) for step in found.steps],
        always=[_act(action) for action in found.always],
        limits=_limits(code, timezone.localdate()),
    )
    crumbs = [Link("流程", reverse("desk:flows")), Link(procedure.title)]
    return render(request, "desk/flow.html", {"frame": frame_of(request, title, area="flows", crumbs=crumbs), "page": page})


def _act(action: Action, leads: str = "") -> ActLine:
    who = "随有关办件办理" if action.follows else posts_in_words(action.by)
    return ActLine(action.title, who, cites(action.provisions), titles_printed(action), leads)


def _limits(code: str, on: date) -> list[LimitLine]:
    return [
        LimitLine(
            row.title, row.period, "、".join(row.starts), "、".join(row.meets),
            Cite(row.rule.provision.cite, reverse("desk:provision", args=[row.rule.provision.id])), row.longer,
        )
        for row in limits_of(PROCEDURES[code], on)
    ]  # fmt: skip
