"""强制执行: execution of a decision that was not performed, READ FIRST beside 行政强制法 34 to 58.

The demand first; then the court (money, and acts the town may not force), or the organ itself: taking an illegal building down,
having somebody else do it, clearing a road at once. Agreement, suspension and ending are open to every way the organ has in hand.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine import Procedure
from mingzhi.core.organs import HEADS, Post
from mingzhi.procedures.penalty.actions import service, voiding
from mingzhi.procedures.penalty.forms import service as service_forms
from mingzhi.procedures.penalty.forms import voiding as voiding_forms
from mingzhi.procedures.penalty.forms.filing import Reasons
from mingzhi.procedures.penalty.models import Approval, Presence, Service
from mingzhi.procedures.penalty.serving import announcement_over, announcements, codes_served, served_in_words
from mingzhi.procedures.penalty.wording import span

from . import models, times
from .actions import court, opening, own, pausing
from .forms import court as court_forms
from .forms import discussing as discussing_forms
from .forms import opening as opening_forms
from .forms import own as own_forms
from .forms import pausing as pausing_forms
from .models import Enforcement
from .stages import OPEN, OWN, PATH, PATHS, Stage

#: Where a paper of the execution may still have to reach the party; the end itself is told, too.
_SERVING = (*OWN, Stage.AGREED, Stage.SUSPENDED, Stage.DONE, Stage.ENDED)
#: Where the party may still perform by itself.
_PERFORMABLE = (*OWN, Stage.APPLIED, Stage.ACCEPTED, Stage.GRANTED, Stage.TURNED_DOWN, Stage.APPEALED, Stage.AGREED, Stage.SUSPENDED)

# One row an action, so that the table reads like the regulation beside it.
# fmt: off
enforcement = Procedure(
    "enforcement", "强制执行", matter=Enforcement, stages=Stage, ends=(Stage.ENDED,), path=PATH, section="强制执行",
    about="case", of=("penalty", "summary"),
    mainline=(
        "demand", "serve", "complete_announcement", "apply_to_court", "record_acceptance", "record_ruling", "record_result", "propose", "discuss",
        "decide", "announce", "order_substitute", "remind", "carry_out", "keep", "conclude",
    ),
)
enforcement.keeps(
    Approval, Presence, Service, models.Agreement, models.Application, models.Deliberation, models.Execution, models.Order, models.Pause, models.Plea,
    models.Proposal, models.PublicNotice,
)


@enforcement.walks
def way_walked(row: Enforcement) -> tuple[str, ...]:
    """What its way passes; by an agreement from where it was made to its being kept; of what has ended only what was reached."""
    path = PATHS[row.way]
    agreement = models.Agreement.objects.filter(matter_id=row.pk, broken_on__isnull=True).last()
    if agreement is not None and row.held_stage in path:
        path = (*path[: path.index(Stage(row.held_stage)) + 1], Stage.AGREED, Stage.DONE, Stage.ENDED)
    if row.stage == Stage.ENDED:
        reached = set(row.records.values_list("stage_to", flat=True))
        path = tuple(stage for stage in path if stage in reached)
    return path


#: What of the main line belongs to one way alone; the rest is common to all.
_OF_ONE_WAY = {
    Enforcement.Way.COURT: ("apply_to_court", "record_acceptance", "record_ruling", "record_result"),
    Enforcement.Way.DEMOLISH: ("propose", "discuss", "decide", "announce", "carry_out"),
    Enforcement.Way.SUBSTITUTE: ("order_substitute", "remind", "carry_out"),
    Enforcement.Way.CLEAR: ("order_substitute", "carry_out"),
}


@enforcement.skips
def steps_of_other_ways(row: Enforcement, at: datetime) -> tuple[str, ...]:
    """Steps that its way does not take, an announcement that nobody made, and a demand where something is cleared at once."""
    own = _OF_ONE_WAY[Enforcement.Way(row.way)]
    skipped = [name for names in _OF_ONE_WAY.values() for name in names if name not in own]
    skipped += [] if announcements(row).exists() else ["complete_announcement"]
    return (*skipped, *(("demand",) if row.way == Enforcement.Way.CLEAR else ()))


# 提起、催告、陈述申辩 (34 to 36, 38)
enforcement.action(opening.begin, "提起强制执行", opens=True, to=Stage.PREPARED, by=Post.HANDLER, form=opening_forms.Begin, numbered="执字",
    cites=("compulsion-law-34", "penalty-law-72-execute"), tells=lambda row, given: f"提起{row.get_way_display()}",
    help="法律没有授予本镇强制执行权的，申请人民法院强制执行")
enforcement.action(opening.demand, "书面催告", at=Stage.PREPARED, by=HEADS, form=opening_forms.Demand,
    cites=("compulsion-law-35", "compulsion-law-54"), prints="D39", help="罚款已在案件中催告的，不必再催告")
enforcement.action(service.serve, "送达执行文书", at=_SERVING, by=Post.HANDLER, form=service_forms.Serve,
    cites=("compulsion-law-38", "civil-procedure-87", "civil-procedure-88", "recording-9.1"), prints="D33", tells=served_in_words)
enforcement.action(service.announce, "公告送达执行文书", name="announce_paper", at=_SERVING, by=Post.HANDLER, form=service_forms.Announce,
    cites=("compulsion-law-38", "civil-procedure-95", "recording-9.1"), prints="D35", tells=lambda row, given: f"公告送达{given['document']}")
enforcement.action(service.complete_announcement, "登记公告期满", at=_SERVING, by=Post.HANDLER, form=service_forms.CompleteAnnouncement,
    cites=("compulsion-law-38", "civil-procedure-95", "recording-9.1"), prints="D33", tells=announcement_over)
enforcement.action(voiding.void_paper, "作废执行文书", at=_SERVING, by=(Post.CAPTAIN, *HEADS), form=voiding_forms.VoidPaper, cites="recording-2",
    tells=lambda row, given: f"作废{given['document']}：{given['reasons']}", help="编号保留，不再使用；重新制作的文书另取新号。")
enforcement.action(opening.hear, "听取催告后的陈述申辩", at=Stage.PREPARED, by=Post.HANDLER, form=opening_forms.Hear,
    cites=("compulsion-law-36", "recording-7.7"), prints="D39b",
    tells=lambda row, given: f"听取{given['made_by']}的陈述申辩，{models.Plea.Answer(given['answer']).label}")

# 申请人民法院强制执行 (53 to 58)
enforcement.action(court.apply_to_court, "申请法院强制执行", at=Stage.PREPARED, to=Stage.APPLIED, by=HEADS, form=court_forms.ApplyToCourt,
    cites=("compulsion-law-53", "compulsion-law-55", "litigation-law-97"), prints=("D41", "D41b"),
    tells=lambda row, given: f"向{given['court']}申请强制执行")
enforcement.action(court.record_acceptance, "登记法院受理情况", at=Stage.APPLIED, leads=(Stage.ACCEPTED, Stage.TURNED_DOWN), by=Post.HANDLER,
    form=court_forms.RecordAcceptance, cites="compulsion-law-56",
    tells=lambda row, given: f"法院受理，案号{given['docket']}" if given["accepted"] else f"法院不予受理：{given['reasons']}")
enforcement.action(court.record_ruling, "登记法院裁定", at=Stage.ACCEPTED, leads=(Stage.GRANTED, Stage.TURNED_DOWN), by=Post.HANDLER,
    form=court_forms.RecordRuling, cites=("compulsion-law-57", "compulsion-law-58", "compulsion-law-58-serve"),
    tells=lambda row, given: "法院裁定准予强制执行" if given["granted"] else f"法院裁定不准予强制执行：{given['reasons']}")
enforcement.action(court.appeal, "向上一级法院申请复议", at=Stage.TURNED_DOWN, to=Stage.APPEALED, by=HEADS, form=Reasons,
    cites=("compulsion-law-56.2", "compulsion-law-58.3"), tells=lambda row, given: f"向上一级法院申请复议：{given['reasons']}")
enforcement.action(court.record_appeal, "登记上一级法院裁定", at=Stage.APPEALED, leads=(Stage.ACCEPTED, Stage.GRANTED, Stage.TURNED_DOWN),
    by=Post.HANDLER, form=court_forms.RecordAppeal, cites=("compulsion-law-56.2", "compulsion-law-58.3"),
    tells=lambda row, given: "上一级法院支持本机关" if given["upheld"] else "上一级法院维持原裁定")
enforcement.action(court.record_result, "登记法院执行结果", at=Stage.GRANTED, to=Stage.ENDED, by=Post.HANDLER, form=court_forms.RecordResult,
    cites=("compulsion-law-57", "recording-9.3"), tells=lambda row, given: f"{row.get_result_display()}：{given['words']}")

# 强制拆除 (37, 43, 44)
enforcement.action(own.propose, "提请强制执行决定", at=Stage.PREPARED, by=Post.HANDLER, form=own_forms.Propose,
    cites=("compulsion-law-37", "review-6", "recording-8.1"), tells=lambda row, given: f"提请{row.get_way_display()}：{given['manner']}",
    help="强制拆除属于重大行政执法决定，提请之后先送法制审核；再次提请的，以最近一次为准")
enforcement.action(own.discuss, "集体讨论强制执行", at=Stage.PREPARED, by=(Post.CLERK, *HEADS), form=discussing_forms.Discuss,
    cites=("review-5-collective", "personnel-24-review"), prints="D28",
    tells=lambda row, given: f"负责人集体讨论，{'同意' if given['agreed'] else '不同意'}作出强制执行决定")
enforcement.action(own.decide, "作出强制执行决定", at=Stage.PREPARED, to=Stage.DECIDED, by=HEADS, form=own_forms.Decide,
    cites=("compulsion-law-37", "compulsion-law-44", "recording-8.4"), prints="D40")
enforcement.action(own.announce, "公告限期自行拆除", at=Stage.DECIDED, to=Stage.ANNOUNCED, by=Post.HANDLER, form=own_forms.Announce,
    cites="compulsion-law-44", prints="D40c", tells=lambda row, given: f"公告限{given['remove_by_on']}前自行拆除")

# 代履行 (50 to 52)
enforcement.action(own.order_substitute, "作出代履行决定", at=Stage.PREPARED, to=Stage.DECIDED, by=HEADS, form=own_forms.OrderSubstitute,
    cites=("compulsion-law-50", "compulsion-law-51", "compulsion-law-52"), prints="D40b",
    tells=lambda row, given: f"决定由{given['performer']}代履行，费用预算{given['estimate_yuan']}元")
enforcement.action(own.remind, "代履行前催告", at=Stage.DECIDED, by=Post.HANDLER, form=own_forms.Remind, cites="compulsion-law-51",
    prints="D39", tells=lambda row, given: f"催告当事人在{given['on']}代履行之前自行履行")

# 实施、办结 (43, 44, 51)
enforcement.action(own.carry_out, "实施强制执行", at=(Stage.DECIDED, Stage.ANNOUNCED), to=Stage.DONE, by=Post.HANDLER, form=own_forms.CarryOut,
    cites=("compulsion-law-43", "compulsion-law-44", "compulsion-law-51", "recording-9.3", "recording-13-full"), prints="D40d",
    tells=lambda row, given: f"实施{row.get_way_display()} {given['place']} {span(row, given)}")
enforcement.action(pausing.conclude, "办结强制执行", at=Stage.DONE, to=Stage.ENDED, by=Post.HANDLER, form=pausing_forms.Conclude,
    cites="recording-9.3", tells=lambda row, given: f"{row.get_result_display()}：{given['words']}")
enforcement.action(pausing.record_performed, "登记当事人已履行", at=_PERFORMABLE, to=Stage.ENDED, by=Post.HANDLER, form=pausing_forms.Dated,
    cites=("compulsion-law-34", "compulsion-law-51"), tells=lambda row, given: f"当事人已于{given['on']}履行：{given['words']}")

# 协议、中止、恢复、终结 (39, 40, 42)
enforcement.action(pausing.agree, "签订执行协议", at=OWN, to=Stage.AGREED, by=HEADS, form=pausing_forms.Agree, cites="compulsion-law-42",
    prints="D42c")
enforcement.action(pausing.keep, "登记协议履行完毕", at=Stage.AGREED, to=Stage.DONE, by=Post.HANDLER, form=pausing_forms.Dated,
    cites="compulsion-law-42", tells=lambda row, given: f"执行协议于{given['on']}履行完毕")
enforcement.action(pausing.suspend, "中止执行", at=OWN, to=Stage.SUSPENDED, by=HEADS, form=pausing_forms.Suspend, cites="compulsion-law-39",
    prints="D42", tells=lambda row, given: f"中止执行：{models.Pause.Ground(given['ground']).label}")
enforcement.action(pausing.resume, "恢复执行", at=(Stage.SUSPENDED, Stage.AGREED), leads=OWN, by=HEADS, form=Reasons,
    cites=("compulsion-law-39", "compulsion-law-42"), prints="D42d", tells=lambda row, given: f"恢复执行：{given['reasons']}")
enforcement.action(pausing.end, "终结执行", at=OPEN, to=Stage.ENDED, by=HEADS, form=pausing_forms.End,
    cites=("compulsion-law-40", "compulsion-law-39"), prints="D42b", tells=lambda row, given: f"终结执行：{models.Ending(given['ground']).label}")


# 期限
def _court_window(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    return times.court_from(row) if row.way == Enforcement.Way.COURT else None


def _demand_arrived(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    """The day on which a demand before the court was handed over by this very act."""
    if row.way != Enforcement.Way.COURT or times.DEMAND_CODE not in codes_served(given):
        return None
    return _arrived(given)


def _arrived(given: dict[str, Any]) -> date:
    """The day on which a paper was handed over, or on which its announcement ended."""
    if given.get("announcement") is not None:
        return given["announcement"].served_on
    return given["received_on"] or timezone.localdate(given["acted_at"])


def _own_demand_arrived(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    if row.way == Enforcement.Way.COURT or row.stage != Stage.PREPARED or times.DEMAND_CODE not in codes_served(given):
        return None
    return _arrived(given)


def _lapses(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    return timezone.localdate(at) if given["harmless"] else None


def _turned_away(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    return None if given["accepted"] else given["on"]


def _taken(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    return given["on"] if given["accepted"] else None


def _denied(row: Enforcement, at: datetime, given: dict[str, Any]) -> date | None:
    return None if given["granted"] else given["on"]


def _on(row: Enforcement, at: datetime, given: dict[str, Any]) -> date:
    return given["on"]


enforcement.deadline("compulsion-law-54", "催告后等待", waits=True, from_=("serve", "complete_announcement"), until="apply_to_court", since=_demand_arrived)
enforcement.deadline("town-demand-period", "催告的履行期限", waits=True, from_=("serve", "complete_announcement"), until=("decide", "order_substitute"),
    since=_own_demand_arrived)
enforcement.deadline("compulsion-law-53", "申请法院强制执行", from_=("begin", "resume"), until="apply_to_court", since=_court_window)
enforcement.deadline("compulsion-law-56", "法院决定是否受理", waits=True, from_="apply_to_court", until="record_acceptance", met=_on)
enforcement.deadline("compulsion-law-56.2", "对不予受理申请复议", from_="record_acceptance", until="appeal", since=_turned_away)
enforcement.deadline("compulsion-law-57", "法院裁定", waits=True, from_="record_acceptance", until="record_ruling", since=_taken, met=_on)
enforcement.deadline("compulsion-law-58.3", "对不准予执行申请复议", from_="record_ruling", until="appeal", since=_denied)
enforcement.deadline("compulsion-law-39", "中止满期不再执行", from_="suspend", until="resume", lifted_by="end", since=_lapses)
