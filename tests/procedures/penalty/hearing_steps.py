"""Steps of a case that carries the right to a hearing: a fine of 5,000 yuan for a shed on the market, told on 2026-03-24."""

from __future__ import annotations

from typing import Any

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.models import Case, Hearing
from tests.cast import Town, at

from . import story
from .story import DRAWN, OFFICERS, fine
from .trying import undone


def reported(town: Town, penalties: list[dict[str, str]] | None = None, **changes: Any) -> Case:
    """A case of a temporary building on the market, reported with a fine at the threshold of a citizen."""
    about = {"power": town.powers["temp"].pk, "cause": "擅自修建临时建筑", "facts": "当事人在石壕集市搭建铁皮棚一处。"}
    case = story.investigated(town, **about, **changes)
    return story.reported(town, case, proposed_penalties=penalties or fine("5000"))


def notified(town: Town, penalties: list[dict[str, str]] | None = None, **changes: Any) -> Case:
    return story.notified(town, story.agreed(town, reported(town, penalties, **changes)))


def serve(town: Town, case: Case, when: str, *codes: str) -> Case:
    """Hand over the latest papers of these codes in one visit."""
    papers = [case.documents.filter(code=code).order_by("id").last().pk for code in codes]
    data = {"documents": papers, "acted_at": when, **story.handing_over()}
    return perform("penalty.serve", case, actor=town["lixuemei"], data=data, at=at(when)).matter


def told(town: Town, penalties: list[dict[str, str]] | None = None, **changes: Any) -> Case:
    """Both notices served on 2026-03-24: until 2026-03-31 the party may speak and may ask for a hearing."""
    return serve(town, notified(town, penalties, **changes), "2026-03-24 10:00", "D23", "D24")


def application(**changes: Any) -> dict[str, Any]:
    given = {"asked_by": "刘大成", "channel": "written", "asked_on": "2026-03-26", "reasons": "棚子经村里同意，罚款过重。"}
    return given | changes


def ask(town: Town, case: Case | None = None, when: str = "2026-03-26 15:00", **changes: Any) -> Done:
    return perform("penalty.ask_hearing", case or told(town), actor=town["lixuemei"], data=application(**changes), at=at(when))


def asked(town: Town, case: Case | None = None) -> Case:
    return ask(town, case).matter


def arrangement(**changes: Any) -> dict[str, Any]:
    given = {"chair": "方中正", "members": ["孙静"], "recorder": "王丽", "begins_at": "2026-04-09 09:30", "place": "镇政府二楼会议室"}
    return given | changes


def arrange(town: Town, case: Case | None = None, when: str = "2026-03-27 09:00", **changes: Any) -> Done:
    """The hearing set for 2026-04-09, as early as seven clear working days over 清明 allow."""
    return perform("penalty.arrange_hearing", case or asked(town), actor=town["zhouweimin"], data=arrangement(**changes), at=at(when))


def arranged(town: Town, case: Case | None = None) -> Case:
    """Arranged, and its notice served the same day."""
    return serve(town, arrange(town, case).matter, "2026-03-27 10:00", "D26b")


def hearing(**changes: Any) -> dict[str, Any]:
    given = {
        "from_at": "2026-04-09 09:30",
        "until_at": "2026-04-09 11:00",
        "place": "镇政府二楼会议室",
        "recorder": "王丽",
        "officers": OFFICERS,
        "attendants": [{"role": "当事人", "name": "刘大成", "about": "石壕镇万隆村三组"}],
        "told_rights": True,
        "rights_answer": "听清楚了，不申请回避。",
        "case_put": "当事人擅自在集市搭建铁皮棚，责令后没有拆除，建议罚款5000元。",
        "evidence": [{"evidence": "现场检查笔录", "proof": "铁皮棚的位置和面积", "view": "没有异议"}],
        "party_statement": "已经拆了一半，请求减轻。",
        "last_words": "请从轻处理。",
        "party_signature": DRAWN,
    }
    return given | changes


def hold(town: Town, case: Case | None = None, when: str = "2026-04-09 11:10", who: str = "fangzhongzheng", **changes: Any) -> Done:
    return perform("penalty.hold_hearing", case or arranged(town), actor=town[who], data=hearing(**changes), at=at(when))


def held(town: Town, case: Case | None = None) -> Case:
    return hold(town, case).matter


def report(**changes: Any) -> dict[str, Any]:
    given = {
        "facts": "擅自搭建铁皮棚的事实清楚。",
        "evidence": "证据经质证，当事人没有异议，予以采信。",
        "law": "适用法律正确，当事人已经拆除一半，可以从轻。",
        "procedure": "立案、调查、告知程序合法。",
        "advice": "lighter",
        "penalties": fine("3000"),
        "reasons": "当事人听证前主动拆除一半。",
        "chair_signature": DRAWN,
    }
    return given | changes


def conclude(town: Town, case: Case | None = None, when: str = "2026-04-10 10:00", **changes: Any) -> Done:
    return perform("penalty.report_hearing", case or held(town), actor=town["fangzhongzheng"], data=report(**changes), at=at(when))


def concluded(town: Town, case: Case | None = None, **changes: Any) -> Case:
    return conclude(town, case, **changes).matter


def end(town: Town, case: Case, because: str, when: str, who: str = "fangzhongzheng", **changes: Any) -> Done:
    data = {"because": because, "ended_at": when, "reasons": "当事人没有到场，也没有说明理由。", **changes}
    return perform("penalty.end_hearing", case, actor=town[who], data=data, at=at(when))


def only(case: Case) -> Hearing:
    return Hearing.objects.get(matter_id=case.pk)


def cited_against(town: Town, case: Case, when: str, penalties: list[dict[str, str]] | None = None) -> set[str]:
    """Ids of the provisions under which a decision may not be asked for at a moment; nothing stays done."""
    data = {"penalties": penalties or case.proposed_penalties, "opinion": "建议处罚。"}
    with undone():
        try:
            perform("penalty.propose_decision", case, actor=town["lixuemei"], data=data, at=at(when))
        except Refused as found:
            return {row.id for refusal in found.refusals for row in refusal.provisions}
    return set()
