"""Input of clearing."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.fields import RowsOfField, TextField
from mingzhi.core.engine.forms import ActionForm

from ..models import Clip
from ..retention import expired
from ..stages import Clear


class Propose(ActionForm):
    """Which of the expired clips. Source: footage-14."""

    clips = RowsOfField(Clip.objects.none(), by=("number",), label="到期且没有暂停清理的资料")
    because = TextField(label="没有保存价值的理由", rows=3)

    def prepare(self) -> None:
        listed = [clip.pk for clip in expired(self.actor.authority_id, self.at)]
        busy = Clip.objects.filter(tombstones__matter__stage__in=(Clear.PROPOSED, Clear.FIRST, Clear.COOLING), pk__in=listed)
        self.fields["clips"].queryset = Clip.objects.filter(pk__in=listed).exclude(pk__in=busy).select_related("blob").order_by("pk")

    def known(self) -> dict[str, Any]:
        return {"clips": [clip.pk for clip in self.fields["clips"].queryset]}


class Opinion(ActionForm):
    opinion = TextField(label="审批意见", rows=2)

    def known(self) -> dict[str, Any]:
        return {"opinion": "经查看清单，同意清理。"}


class Reasons(ActionForm):
    reasons = TextField(label="理由", rows=2)
