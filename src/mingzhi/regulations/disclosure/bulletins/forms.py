"""Input of a bulletin: what was formed or changed and when, the words that become public."""

from __future__ import annotations

from typing import Any

from django import forms

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.fields import DayField, RowField, RowsField, TextField
from mingzhi.core.engine.forms import ActionForm, when
from mingzhi.core.engine.viewing import visible

from .models import Bulletin
from .stages import IN_FORCE, UNPUBLISHED, Stage
from .texts import COLUMNS, latest
from .topics import LASTING, OTHER, Topic


class Begin(ActionForm):
    """What has to become public, and since when. Source: disclosure-5.5, disclosure-5.7, disclosure-6.3, disclosure-7.3, disclosure-13-update."""

    past = ("formed_on",)
    only_when = {"required_by": when("topic", *OTHER, needed=True), "replaces": when("topic", *LASTING)}

    topic = forms.ChoiceField(label="栏目", choices=Topic.choices)
    title = forms.CharField(label="名称", max_length=200, help_text="如“2026年随机抽查事项清单”“与区水利局的委托执法协议”")
    formed_on = DayField(label="形成（变更）日期", help_text="公开的期限自这一日起算")
    required_by = forms.CharField(
        label="规定应当公开的依据", max_length=200, required=False, help_text="哪一部法律、法规、规章或者规范性文件的哪一条"
    )
    replaces = RowField(
        Bulletin.objects.none(),
        by=("number",),
        label="代替的版本",
        required=False,
        help_text="是已公开的信息有变化的，选择原来的版本；全新的不选",
    )

    def prepare(self) -> None:
        self.fields["replaces"].queryset = visible(Bulletin.objects.filter(stage__in=IN_FORCE), self.actor).order_by(
            "topic", "-published_on"
        )

    def known(self) -> dict[str, Any]:
        return {"formed_on": local_day(self.at)}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        topic, old = cleaned.get("topic"), cleaned.get("replaces")
        if topic in OTHER:
            self.require("required_by", when="规章制度没有逐项列出的信息")
        if topic is None or old is None:
            return cleaned
        if old.topic != topic:
            self.add_error("replaces", f"“{old.title}”属于“{old.get_topic_display()}”，不是所选的栏目。请核对栏目或者代替的版本。")
        elif topic not in LASTING:
            self.add_error("replaces", "结果各自公开，不互相代替。公开有误的，请在原件上登记信息有误。")
        elif cleaned.get("formed_on") and cleaned["formed_on"] < old.formed_on:
            self.add_error("formed_on", f"早于被代替版本的{old.formed_on}，请核对。")
        elif other := old.replaced_by.filter(stage__in=(*UNPUBLISHED, Stage.WITHHOLDING)).first():
            self.add_error("replaces", f"已有新版本在办（{other.number}），请在那一件上办理。")
        return cleaned


class _Words(ActionForm):
    """The words that become public, with the rows of a list of random inspections."""

    title = forms.CharField(label="公开的标题", max_length=200, required=False, help_text="留空表示不改")
    text = TextField(label="公开的内容", rows=12, required=False)
    rows = RowsField(
        {name: forms.CharField(label=label, max_length=300) for name, label in COLUMNS.items()},
        label="随机抽查事项", required=False, help_text="每个抽查事项一行，六栏都填",
    )  # fmt: skip
    kept_words = TextField(
        label="核对后保留的字词", rows=2, required=False, help_text="系统认作姓名、号码而其实不是的，每行一个；留空表示没有"
    )

    def prepare(self) -> None:
        if self.matter.topic != Topic.SAMPLING:
            del self.fields["rows"]

    def known(self) -> dict[str, Any]:
        sheet = latest(self.matter) if self.matter.pk else None
        if sheet is None:
            return {"title": self.matter.title}
        return {"title": sheet.title, "text": sheet.text, "rows": sheet.rows, "kept_words": "\n".join(sheet.kept_words)}

    def clean_kept_words(self) -> list[str]:
        return [word.strip() for word in self.cleaned_data["kept_words"].splitlines() if word.strip()]

    def clean_text(self) -> str:
        """Lines end as the office's own do, whatever the browser sent."""
        return "\n".join(line.rstrip() for line in self.cleaned_data["text"].splitlines())

    def clean_title(self) -> str:
        sheet = latest(self.matter) if self.matter.pk else None
        return self.cleaned_data["title"] or (sheet.title if sheet else self.matter.title)


class Collect(_Words):
    """The text, complete as its heading asks. Source: disclosure-4, disclosure-5.5."""

    basis_file = forms.FileField(label="所依据的文件", required=False, help_text="供审核人核对，不公开")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned.setdefault("rows", [])
        if self.matter.topic == Topic.SAMPLING:
            self.require("rows", when="随机抽查事项清单逐项列明主体、依据、对象、内容、比例、方式")
        else:
            self.require("text", when="没有内容的不能公开")
        return cleaned


class Correct(_Words):
    """The text as it should read, and what was changed in it. Source: disclosure-14-correct."""

    changes = forms.CharField(label="更正了什么", max_length=300)

    def clean(self) -> dict[str, Any]:
        """What is left empty stays as it is."""
        cleaned = super().clean()
        sheet = latest(self.matter) if self.matter.pk else None
        if sheet is not None:
            cleaned["text"] = cleaned.get("text") or sheet.text
            cleaned["rows"] = cleaned.get("rows") or sheet.rows
            cleaned["kept_words"] = cleaned.get("kept_words") or sheet.kept_words
        return cleaned


class End(ActionForm):
    """Why it is public no longer; told to everybody. Source: disclosure-13-update."""

    because = forms.CharField(label="停止公开的理由", max_length=300, help_text="向社会说明，不得写入个人信息")
