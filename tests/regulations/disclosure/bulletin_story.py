"""Steps of a bulletin that its tests build on: a list of random inspections formed on 2026-04-01, to be public until 2026-04-30."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.faces.cli.filming import made_file
from mingzhi.regulations.disclosure.models import Bulletin
from tests.cast import Town, at

from .story import CHECKER, COLLECTOR, HEAD, PUBLISHER, withholding

ROW = {
    "subject": "石壕镇人民政府", "basis": "《重庆市村镇规划建设管理条例》第五条", "object": "辖区在建农房", "content": "按许可施工情况",
    "share": "每年不低于10%", "manner": "现场检查，随机抽取对象和人员",
}  # fmt: skip
LIST = {"topic": "sampling", "title": "2026年随机抽查事项清单", "formed_on": "2026-04-01"}
WORDS = {"text": "抽查由综合行政执法大队组织。", "rows": [ROW]}


def act(town: Town, action: str, bulletin: Bulletin | None, who: str, when: str, /, **data: Any) -> Done:
    """One action of a bulletin, done by somebody at a moment."""
    return perform(f"bulletin.{action}", bulletin, actor=town[who], data=data, at=at(when))


def begun(town: Town, when: str = "2026-04-02 09:00", **told: Any) -> Bulletin:
    return act(town, "begin", None, COLLECTOR, when, **(LIST | told)).matter


def collected(town: Town, bulletin: Bulletin | None = None, when: str = "2026-04-03 09:00", **words: Any) -> Bulletin:
    return act(town, "collect", bulletin or begun(town), COLLECTOR, when, **(WORDS | words)).matter


def checked(town: Town, bulletin: Bulletin | None = None, when: str = "2026-04-03 15:00") -> Bulletin:
    return act(town, "check", bulletin or collected(town), CHECKER, when, opinion="同意公开。").matter


def published(town: Town, bulletin: Bulletin | None = None, when: str = "2026-04-07 10:00") -> Bulletin:
    return act(town, "publish", bulletin or checked(town), PUBLISHER, when).matter


def sent_back(town: Town) -> Bulletin:
    """Back with its collector, with a picture that came along for whoever checks."""
    files = {"basis_file": made_file("流程图.jpg")}
    bulletin = perform("bulletin.collect", begun(town), actor=town[COLLECTOR], data=WORDS, files=files, at=at("2026-04-03 09:00")).matter
    return act(town, "send_back", bulletin, CHECKER, "2026-04-03 09:30", reasons="流程图也要公开。").matter


def carrying(town: Town) -> Bulletin:
    """With that picture to become public."""
    bulletin = sent_back(town)
    return act(town, "attach", bulletin, COLLECTOR, "2026-04-03 09:40", of=bulletin.attachments.get().pk, name="抽查流程图").matter


def to_be_looked_at(town: Town) -> Bulletin:
    return collected(town, carrying(town), "2026-04-03 09:50")


def seen(town: Town) -> Bulletin:
    bulletin = to_be_looked_at(town)
    rows = [row.pk for row in bulletin.disclosure_publicfiles.all()]
    return act(town, "look", bulletin, CHECKER, "2026-04-03 14:00", seen=rows).matter


def published_with_file(town: Town) -> Bulletin:
    return published(town, checked(town, seen(town)))


def renewed(town: Town, old: Bulletin, when: str = "2026-05-06 09:00", text: str = "抽查比例自五月起提高。", **told: Any) -> Bulletin:
    """A newer version of a list that is public, itself public the same day."""
    again = begun(town, when, formed_on=when[:10], replaces=old.pk, **told)
    return published(town, checked(town, collected(town, again, when, text=text), when), when)


def wrong(town: Town) -> Bulletin:
    return act(town, "find_error", published(town), PUBLISHER, "2026-04-20 10:00", reasons="抽查比例写错。").matter


def asked(town: Town, ground: str = "unsuitable", **told: Any) -> Bulletin:
    return act(town, "ask_withholding", begun(town), COLLECTOR, "2026-04-03 10:00", **withholding(ground, **told)).matter


def withheld(town: Town, ground: str = "investigation", **told: Any) -> Bulletin:
    """Withheld since 2026-04-03, by default for another case's sake: asked again until 2026-05-03."""
    told = {"other_case": "綦石壕府立字〔2026〕2号"} | told
    return act(town, "approve_withholding", asked(town, ground, **told), HEAD, "2026-04-03 16:00", opinion="同意。").matter
