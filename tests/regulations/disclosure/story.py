"""Steps of a publication that its tests build on, each done by the person whose duty it is, on its invented day.

The decision is 刘大成's fine of 300 yuan of 2026-04-01, served on 2026-04-02: it is to be public until 2026-04-13.
"""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.faces.cli.filming import made_file
from mingzhi.procedures.penalty.models import Case, Party
from mingzhi.regulations.disclosure.models import Publication
from tests.cast import Town, at
from tests.procedures.penalty import story

COLLECTOR, CHECKER, PUBLISHER, HEAD = "lixuemei", "zhaomingyuan", "wangli", "zhouweimin"
SUMMARY = {"form": "summary", "style": "some", "legal_rep": "", "party": "hide"}
FULL = SUMMARY | {"form": "full"}
#: Born 2008-02-21: eighteen only after the act and before the decision.
YOUNG = "500399200802211233"

#: A photograph that lies at the case from the service on.
PHOTOGRAPH = "公告张贴照片.jpg"


def of(case: Case) -> Publication:
    """The publication that the decision of a case began."""
    return Publication.objects.get(case=case)


def act(town: Town, action: str, publication: Publication, who: str, when: str, /, **data: Any) -> Done:
    """One action of a publication, done by somebody at a moment."""
    return perform(f"publication.{action}", publication, actor=town[who], data=data, at=at(when))


def begun(town: Town) -> Publication:
    """Begun by the decision, which was served the day after."""
    return of(story.served(town))


def photographed(town: Town) -> Publication:
    """Begun, and collected; a photograph of the service lies in the file of the case."""
    case = story.decided(town)
    paper = case.documents.filter(code="D30").last()
    data = {"documents": [paper.pk], "acted_at": "2026-04-02 10:00", **story.handing_over()}
    perform("penalty.serve", case, actor=town[COLLECTOR], data=data, files={"file": made_file(PHOTOGRAPH)}, at=at("2026-04-02 10:00"))
    return collected(town, of(case))


def carrying(town: Town) -> Publication:
    """With that photograph to become public."""
    publication = photographed(town)
    return act(town, "attach", publication, COLLECTOR, "2026-04-03 09:10", of=photograph_of(publication)).matter


def photograph_of(publication: Publication) -> int:
    return publication.case.attachments.get(name=PHOTOGRAPH).pk


def to_be_looked_at(town: Town) -> Publication:
    return confirmed(town, carrying(town))


def published_with_file(town: Town) -> Publication:
    publication = to_be_looked_at(town)
    rows = [row.pk for row in publication.disclosure_publicfiles.all()]
    publication = act(town, "look", publication, CHECKER, "2026-04-03 14:00", seen=rows).matter
    return published(town, checked(town, publication))


def collected(town: Town, publication: Publication | None = None, when: str = "2026-04-03 09:00", **choices: Any) -> Publication:
    return act(town, "collect", publication or begun(town), COLLECTOR, when, **(SUMMARY | choices)).matter


def confirmed(town: Town, publication: Publication | None = None, when: str = "2026-04-03 09:30", **said: Any) -> Publication:
    return act(town, "confirm", publication or collected(town), COLLECTOR, when, compared=True, **said).matter


def checked(town: Town, publication: Publication | None = None, when: str = "2026-04-03 15:00") -> Publication:
    return act(town, "check", publication or confirmed(town), CHECKER, when, opinion="已经隐去，同意公开。").matter


def published(town: Town, publication: Publication | None = None, when: str = "2026-04-07 10:00") -> Publication:
    return act(town, "publish", publication or checked(town), PUBLISHER, when).matter


def withholding(ground: str = "unsuitable", **told: Any) -> dict[str, Any]:
    return {"ground": ground, "reasons": "涉及当事人家庭情况，公开没有必要。", "other_case": "", "basis": "", **told}


def asked(
    town: Town, publication: Publication | None = None, ground: str = "unsuitable", when: str = "2026-04-03 10:00", **told: Any
) -> Publication:
    return act(town, "ask_withholding", publication or begun(town), COLLECTOR, when, **withholding(ground, **told)).matter


def withheld(
    town: Town, publication: Publication | None = None, ground: str = "unsuitable", when: str = "2026-04-03 16:00", **told: Any
) -> Publication:
    return act(town, "approve_withholding", asked(town, publication, ground, **told), HEAD, when, opinion="同意。").matter


def investigation_goes_on(town: Town) -> Publication:
    """Withheld since 2026-04-03 for another case's sake: asked again until 2026-05-03."""
    return withheld(town, ground="investigation", other_case="綦石壕府立字〔2026〕2号")


def to_be_withdrawn(town: Town, when: str = "2026-04-20 10:00") -> Publication:
    """Three working days from 2026-04-20: until 2026-04-23."""
    return act(town, "order_withdrawal", published(town), PUBLISHER, when, because="本机关撤销了该决定（綦石壕府撤〔2026〕1号）").matter


def objected(town: Town, publication: Publication | None = None, when: str = "2026-04-20 10:00") -> Publication:
    told = {"made_by": "刘大成", "content": "堆放的是柴草，不是垃圾。", "received_on": when[:10]}
    return act(town, "register_objection", publication or published(town), PUBLISHER, when, **told).matter


def to_be_corrected(town: Town) -> Publication:
    return act(town, "find_error", published(town), PUBLISHER, "2026-04-20 10:00", reasons="违法事实写错。").matter


def shown_long_enough(town: Town) -> Publication:
    publication = published(town)
    Publication.objects.filter(pk=publication.pk).update(shown_until_on="2026-04-07")
    return Publication.objects.get(pk=publication.pk)


def a_minors(publication: Publication) -> Publication:
    """The publication of a decision whose party was under eighteen when it acted."""
    Party.objects.filter(matter_id=publication.case_id).update(identifier=YOUNG, birth_on="2008-02-21")
    return of(Case.objects.get(pk=publication.case_id))
