"""Input of a discussion of the heads on a proposed decision to execute (D28). Source: review-5-collective."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from mingzhi.procedures.penalty.forms.acts import told
from mingzhi.procedures.penalty.forms.discussion import SITTING, MinutesForm

from ..times import proposal_of


class Discuss(MinutesForm):
    """Who sat, what each said, and whether they agree to the decision that is proposed."""

    groups = (SITTING, ("讨论", ("case_put",)), ("结论", ("agreed", "reasons")))

    agreed = told("同意按照提请的内容作出强制执行决定")

    def known(self) -> dict[str, Any]:
        row = proposal_of(self.matter) if self.matter.pk else None
        if row is None:
            return super().known()
        begins = timezone.localtime(row.begins_at)
        words = f"{self.matter.duties}\n{row.reasons}\n建议：{row.manner.rstrip('。')}，时间{begins:%Y年%-m月%-d日%H时%M分}起。"
        return super().known() | {"case_put": words}
