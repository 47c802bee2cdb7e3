"""The grounds on which the law lets a party go unpunished, each with its provision and what the decision says of it."""

from __future__ import annotations

from django.db import models

from mingzhi.law.provisions import Provision, provision


class Ground(models.TextChoices):
    """不予行政处罚的法定情形."""

    CHILD = "child", "不满十四周岁"
    MENTAL = "mental", "精神病人、智力残疾人不能辨认或者控制自己行为"
    SLIGHT = "slight", "违法行为轻微并及时改正，没有造成危害后果"
    FIRST = "first", "初次违法且危害后果轻微并及时改正"
    NO_FAULT = "no_fault", "当事人有证据足以证明没有主观过错"
    LIMITATION = "limitation", "违法行为超过追究时效"


#: Grounds of which a list may name items (轻微免罚、首违不罚).
LISTED = (Ground.SLIGHT, Ground.FIRST)

_PROVISIONS = {
    Ground.CHILD: "penalty-law-30",
    Ground.MENTAL: "penalty-law-31",
    Ground.SLIGHT: "penalty-law-33",
    Ground.FIRST: "penalty-law-33-first",
    Ground.NO_FAULT: "penalty-law-33.2",
    Ground.LIMITATION: "penalty-law-36",
}


def provision_of(ground: str) -> Provision:
    """The article a ground rests on."""
    return provision(_PROVISIONS[Ground(ground)])
