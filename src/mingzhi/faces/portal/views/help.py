"""投诉与异议: where to turn when one does not accept a penalty, finds wrong what was published, or was treated badly.

Serves 公示制度 5（六）, 14 and 管理办法 28: ways of remedy and supervision with their time limits.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from mingzhi.law.provisions import cited, provision

from ..shapes import Right
from ..visiting import Visit, public_page

SERVES = cited("disclosure-5.6", "disclosure-14-objection", "penalty-law-75")


@public_page
def help_page(visit: Visit) -> HttpResponse:
    """Three ways, each with whom to ask and until when."""
    town, today = visit.town, timezone.localdate()
    days = provision("reconsideration-law-20").number("within", today)
    months = provision("litigation-law-46").number("within", today)
    ways = [
        Right(
            "不服处罚决定",
            f"收到决定书后 {days} 日内，可以向{town.review_organ or '上一级人民政府'}申请行政复议；或者 {months} 个月内，向"
            f"{town.court or '有管辖权的人民法院'}起诉。当场作出的处罚，要先申请行政复议。决定书上写的机关和期限更准，请以决定书为准。",
            f"{provision('reconsideration-law-20').cite}；{provision('litigation-law-46').cite}",
        ),
        Right(
            "公开的信息有误",
            "与您有关的公开信息不准确的，可以在那项决定的页面上提出，不用登录；也可以打电话或者当面提出。我们会核实：确实有误的，及时更正并告诉您；没有错的，也会告诉您理由。",
            provision("disclosure-14-objection").cite,
        ),
        Right("执法人员不依法办事", "没有出示证件、态度粗暴、乱罚款、该管不管，都可以投诉举报。", provision("penalty-law-75").cite),
    ]
    return visit.render("help", ways=ways, town=town, decisions=visit.to("decisions"), objections=visit.to("objections"))
