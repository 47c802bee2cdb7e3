"""怎么办案: each procedure towards others as a picture and as the same list, its time limits, and the rights of the party.

Serves 公示制度 5（四）（六） and 6（二）. Picture and list are read out of the declared procedures, so they show what really runs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpResponse
from django.utils import timezone
from markupsafe import Markup

from mingzhi.core.documents.issuing import titles_printed
from mingzhi.core.engine.flow import acts_of, flow_of, limits_of
from mingzhi.core.engine.flow_chart import as_svg
from mingzhi.core.engine.places import posts_in_words
from mingzhi.core.engine.procedure import PROCEDURES, Action
from mingzhi.law.provisions import cited, provision
from mingzhi.regulations.disclosure.bulletins.topics import Topic

from ..shapes import ActLine, CoursePage, LimitLine, Link, Right, StagePart
from ..visiting import Visit, public_page
from .bulletins import links_under

SERVES = cited("disclosure-5.4", "disclosure-5.6", "penalty-law-39")

#: What the town does to others, and the review that major decisions must pass.
OUTWARD = ("penalty", "summary", "seizure", "enforcement", "review")

#: In the words of an office to a citizen; the article beside each.
_RIGHTS = (
    ("看证件", "执法人员应当主动出示执法证；不出示的，您可以拒绝调查、检查。", "penalty-law-55"),
    ("请人回避", "执法人员与案件有利害关系的，您可以申请他回避。", "penalty-law-43"),
    ("说明情况", "决定作出以前会告诉您拟处罚的内容、事实、理由和依据。您可以陈述、申辩，不会因此加重处罚。", "penalty-law-45"),
    ("要求听证", "较大数额罚款等重大处罚，您可以要求听证，不收费用。", "penalty-law-63"),
    ("延期或者分期缴纳", "确有经济困难的，可以申请延期或者分期缴纳罚款。", "penalty-law-66.2"),
    ("复议和诉讼", "不服决定的，可以申请行政复议，或者向人民法院起诉。", "penalty-law-7"),
)


@public_page
def courses(visit: Visit) -> HttpResponse:
    """The first procedure with the way to the others."""
    return _page(visit, OUTWARD[0])


@public_page
def course(visit: Visit, code: str) -> HttpResponse:
    """One procedure."""
    if code not in OUTWARD:
        raise Http404
    return _page(visit, code)


def _page(visit: Visit, code: str) -> HttpResponse:
    procedure = PROCEDURES[code]
    flow = flow_of(procedure)
    page = CoursePage(
        title=f"{procedure.title}流程",
        others=[Link(PROCEDURES[each].title, visit.to("course", each), each == code) for each in OUTWARD],
        picture=Markup(as_svg(flow)),
        stages=[StagePart("开始", [_act(action, "") for way in flow.openings for action in way.actions], False)]
        + [StagePart(step.title, [_act(*line) for line in acts_of(procedure, step)], step.end) for step in flow.steps],
        limits=list(_limits(code, timezone.localdate())),
    )
    rights = [Right(title, words, provision(article).cite) for title, words, article in _RIGHTS]
    return visit.render("course", page=page, rights=rights, filed=links_under(visit, Topic.COURSE, Topic.REMEDY, Topic.DURING))


def _act(action: Action, leads: str) -> ActLine:
    who = "随有关办件办理" if action.follows else posts_in_words(action.by)
    return ActLine(action.title, who, "".join(titles_printed(action)), leads)


def _limits(code: str, on: date) -> Iterable[LimitLine]:
    for row in limits_of(PROCEDURES[code], on):
        yield LimitLine(row.title, row.period, "、".join(row.starts), "、".join(row.meets), row.rule.provision.cite, row.longer)
