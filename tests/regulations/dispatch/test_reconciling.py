"""Thing by thing: sent, acknowledged, refused or missing, with what stands in the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from mingzhi.regulations.dispatch.reconciling import Line, lines
from tests.procedures.house import Staged
from tests.regulations.disclosure import story as disclosure

from . import story
from .test_answering import publication, rows, withdrawn


def line(staged: Staged, today: str = "2026-04-09") -> Line:
    (found,) = lines(staged.town["wangli"], date.fromisoformat(today))
    return found


@pytest.mark.parametrize(("today", "tone"), [("2026-04-13", "soon"), ("2026-04-14", "late")])
def test_what_nobody_was_told_is_missing_and_late_after_seven_working_days(nothing_sent: Staged, today: str, tone: str):
    """credit-report: decided on 2026-04-01, to be reported until 2026-04-13"""
    credit, site = line(nothing_sent, today).standings
    assert (credit.tone, credit.lacking, site.lacking) == (tone, True, True)
    assert "期限 2026-04-13" in credit.words and "期限" not in site.words


def test_what_stands_in_the_way_is_said_beside_it(nothing_sent: Staged):
    """credit-report"""
    authority = nothing_sent.town.authority
    type(authority).objects.filter(pk=authority.pk).update(credit_code="")
    credit, site = line(nothing_sent).standings
    assert "处罚机关统一社会信用代码：没有填写" in credit.because[0]
    assert not site.because


def test_a_file_on_its_way_its_refusal_and_its_arrival_are_told(sent: Staged):
    """disclosure-7.2, disclosure-11.1"""
    town, dispatch = sent.town, sent.matter
    assert "还没有回执" in line(sent).standings[0].words
    said = {"rows": rows(dispatch), "answered_on": "2026-04-09"}
    story.act(town, "refuse", dispatch, "2026-04-09 09:00", reasons="处罚类别与代码表不符。", **said)
    credit = line(sent).standings[0]
    assert (credit.words, credit.because) == ("2026-04-09被退回", ("处罚类别与代码表不符。",))
    again = story.sent(town)
    story.act(town, "acknowledge", again, "2026-04-09 10:00", rows=rows(again), answered_on="2026-04-09")
    credit = line(sent).standings[0]
    assert (credit.words, credit.tone, credit.lacking) == ("2026-04-09已收妥", "ok", False)


def test_a_correction_that_was_not_told_yet_is_missing(nothing_sent: Staged):
    """disclosure-14-correct"""
    town, of = nothing_sent.town, publication(nothing_sent)
    story.acknowledged(town)
    of = disclosure.act(town, "find_error", of, "wangli", "2026-04-20 09:30", reasons="违法事实写错。").matter
    disclosure.act(
        town, "correct", of, "wangli", "2026-04-20 09:40", text=f"{of.disclosure_editions.last().text} ", title="刘某某案", changes="名称"
    )
    assert line(nothing_sent, "2026-04-20").standings[0].words == "还没有报送（更正后报送）"


def test_a_withdrawal_is_missing_only_where_the_decision_went(nothing_sent: Staged):
    """disclosure-13-withdraw"""
    story.acknowledged(nothing_sent.town)
    withdrawn(nothing_sent)
    found = line(nothing_sent, "2026-04-21")
    assert [one.words for one in found.standings] == ["还没有报送（撤回）", "没有报送过，不必撤回"]
    assert found.gone == "已撤回"


def test_the_page_lists_what_is_lacking(nothing_sent: Staged, settings: Any):
    """disclosure-11.1"""
    settings.PASSWORD_DAYS = 0
    client = Client()
    client.force_login(nothing_sent.town["wangli"], backend="mingzhi.core.organs.sign_in.Accounts")
    page = client.get("/reconciliation", {"only": "lacking"}).content.decode()
    assert publication(nothing_sent).decision_number in page
    assert "还没有报送" in page and "有缺的 1 件" in page
