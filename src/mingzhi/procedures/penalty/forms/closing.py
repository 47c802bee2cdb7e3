"""Input of closing: how it was performed, in the handler's words."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.fields import TextField
from mingzhi.core.engine.forms import ActionForm


class AskClosing(ActionForm):
    """What the closing sheet needs beyond what the case knows (D46)."""

    opinion = TextField(label="承办人意见", rows=2)
    uncorrected_because = forms.CharField(label="未改正的原因和处理", max_length=300, required=False, help_text="复查没有改正的填写")

    def known(self) -> dict[str, Any]:
        return {"opinion": "本案已办理完毕，建议结案。"}
