"""Under which heading of the regulation a bulletin falls, and what follows from that. Serves 公示制度 5 to 7."""

from __future__ import annotations

from django.db import models


class Topic(models.TextChoices):
    """The headings of 公示 5, 6（三） and 7（一）（三）, in their order. Decisions (7（二）) have a procedure of their own."""

    BODY = "body", "执法主体和人员"
    POWERS = "powers", "职责权限"
    BASIS = "basis", "执法依据和委托协议"
    COURSE = "course", "执法程序"
    SAMPLING = "sampling", "随机抽查事项清单"
    REMEDY = "remedy", "救济渠道"
    ADVANCE = "advance", "其他事前公开信息"
    DURING = "during", "事中公示信息"
    INSPECTED = "inspected", "抽查和检查结果"
    RESULT = "result", "其他事后公开信息"


#: By the heading, the provision that asks for it. Inspections have none yet: their results come as texts until they are matters of their own.
ASKED_BY = {
    Topic.BODY: "disclosure-5.1",
    Topic.POWERS: "disclosure-5.2",
    Topic.BASIS: "disclosure-5.3",
    Topic.COURSE: "disclosure-5.4",
    Topic.SAMPLING: "disclosure-5.5",
    Topic.REMEDY: "disclosure-5.6",
    Topic.ADVANCE: "disclosure-5.7",
    Topic.DURING: "disclosure-6.3",
    Topic.RESULT: "disclosure-7.3",
}
#: “法律、法规、规章或者规范性文件规定应当公开的其他信息”: here it has to be said which rule asks for it.
OTHER = (Topic.ADVANCE, Topic.DURING, Topic.RESULT)
#: What is lasting and is published anew when it changes, with its history; results stand each for itself. Source: disclosure-13-update.
LASTING = (Topic.BODY, Topic.POWERS, Topic.BASIS, Topic.COURSE, Topic.SAMPLING, Topic.REMEDY, Topic.ADVANCE, Topic.DURING)
#: 12 speaks of 5 and 7 only: what is shown in the course of enforcement has no such days.
WITHOUT_DAYS = (Topic.DURING,)
