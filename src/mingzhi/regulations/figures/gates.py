"""Facts that must hold before a year's figures are supplied, written about, approved and published."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.gates import Already
from mingzhi.core.engine.places import who_did
from mingzhi.core.organs.models import User
from mingzhi.law.redaction import remains

from .comparing import differences
from .counting import Span, count
from .keeping import cells_of, latest
from .models import YearlyFigures
from .tables import TEXTS

_BY_THE_BRIGADE = ("supply", "supply_anew", "write")
#: So many differences are told in a refusal; of the rest only their number is.
_TOLD = 5


@before("figures.supply", cites="disclosure-10")
def year_is_over(figures: YearlyFigures, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["year"] < local_day(at).year:
        return None
    return f"{given['year']}年还没有过完，提供的只会是一部分。请在{given['year'] + 1}年1月提供；现在可以运行 mingzhi figures 查看。"


@before("figures.supply", cites="disclosure-10")
def year_has_no_figures_yet(figures: YearlyFigures, *, actor: User, at: datetime, given: dict) -> str | None:
    found = YearlyFigures.objects.filter(authority_id=figures.authority_id, year=given["year"]).first()
    return Already(f"{given['year']}年的数据已经提供（{found.number}）。请在该件中办理；有误的，登记数据有误。") if found else None


@before("figures.write", cites="disclosure-10", mend="figures.supply_anew")
def records_still_say_so(figures: YearlyFigures, *, actor: User, at: datetime) -> str | None:
    changed = _changed(figures, at)
    return f"{changed}。请重新提供数据，再编写说明。" if changed else None


@before("figures.approve", "figures.publish", cites="disclosure-10", mend="figures.send_back")
def records_have_not_changed_since(figures: YearlyFigures, *, actor: User, at: datetime) -> str | None:
    changed = _changed(figures, at)
    return f"{changed}。应当如实提供数据，请退回大队重新提供。" if changed else None


@before("figures.write", cites=("information-rules-15", "disclosure-8.2"))
def words_tell_nothing_personal(figures: YearlyFigures, *, actor: User, at: datetime, given: dict) -> str | None:
    """Figures speak of numbers; who was punished is nobody's business there, nor in the source of a number."""
    said = [*(given[name] for name in TEXTS), *(row["source"] for row in latest(figures).entered)]
    left = [text[row.start : row.end] for text in said for row in remains(text)]
    return f"说明或者数据来源中有个人信息：“{'”“'.join(left[:_TOLD])}”。年度数据不写当事人和个人信息，请删去或者改写。" if left else None


@before("figures.approve", cites=("disclosure-10", "town-separation"))
def whoever_approves_did_not_supply(figures: YearlyFigures, *, actor: User, at: datetime) -> str | None:
    if actor.pk not in who_did(figures, *_BY_THE_BRIGADE):
        return None
    return "数据是您提供的，不能再由您批准。数据由大队提供、镇政府公开，请由其他负责人批准。"


@before("figures.publish", cites=("disclosure-10", "town-separation"))
def whoever_publishes_did_neither(figures: YearlyFigures, *, actor: User, at: datetime) -> str | None:
    if actor.pk not in who_did(figures, *_BY_THE_BRIGADE, "approve"):
        return None
    return "数据是您提供或者批准的，不能再由您发布。请由党政办其他人员发布。"


def _changed(figures: YearlyFigures, at: datetime) -> str:
    """What the records say otherwise than what was supplied; empty where nothing."""
    tally = latest(figures)
    now = count(Span(figures.authority, figures.year, local_day(at)), tally.entered)
    found = [words for _, words in differences(cells_of(tally), now)]
    more = f"；另有{len(found) - _TOLD}项" if len(found) > _TOLD else ""
    return f"提供数据之后办件的记录有变动：{'；'.join(found[:_TOLD])}{more}" if found else ""
