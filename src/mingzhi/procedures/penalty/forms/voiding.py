"""What is asked for when a paper is struck out."""

from __future__ import annotations

from django import forms

from mingzhi.core.documents.models import Document
from mingzhi.core.engine.fields import RowField
from mingzhi.core.engine.forms import ActionForm

from ..serving import voidable


class VoidPaper(ActionForm):
    """Which paper, and why."""

    document = RowField(Document.objects.none(), label="文书", by=("number",), help_text="尚未送达、可以重新制作的文书")
    reasons = forms.CharField(label="作废理由", max_length=200)

    def prepare(self) -> None:
        self.fields["document"].queryset = voidable(self.matter)
