"""How a company, a shop and a minor are named and spoken to in notice and decision, as file review asks."""

from __future__ import annotations

from typing import Any

import pytest

from mingzhi.core import vault
from mingzhi.core.documents.models import Document
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town

from .papers.test_papers import printed
from .story import agreed, decide, decision_endorsed, decision_proposed, fine, investigated, notified, reported, serve

pytestmark = [pytest.mark.django_db, pytest.mark.papers]


COMPANY = {
    "party_kind": "organisation", "party_name": "重庆石壕建材有限公司", "party_identifier": "91500399MA5U000033",
    "party_address": "重庆市綦江区石壕镇工业路21号", "party_representative": "何大勇", "party_representative_title": "执行董事",
    "party_agent": "秦小波", "party_agent_phone": "13900000133", "party_agent_powers": "一般代理",
}  # fmt: skip


SHOP = {
    "party_kind": "trader", "party_name": "綦江区石壕镇秀英豆花店", "party_identifier": "92500399MA5U000030", "party_trade_name": "綦江区石壕镇秀英豆花店",
    "party_operator": "何秀英", "party_operator_identifier": "500399199007180225", "party_address": "重庆市綦江区石壕镇市场街8号",
}  # fmt: skip


MINOR = {
    "party_kind": "citizen", "party_name": "罗𬭼", "party_identifier": "500399201103050121", "party_address": "重庆市綦江区石壕镇桃源路9号",
    "party_guardian": "罗世海", "party_guardian_phone": "13900000556",
}  # fmt: skip


def decided_against(town: Town, party: dict[str, str], **changes: Any) -> tuple[str, str]:
    """The words of notice and decision in a littering case against this party."""
    case = told_in_story(town, notified(town, agreed(town, reported(town, investigated(town, littering=True, **party)))))
    case = decide(town, decision_endorsed(town, decision_proposed(town, case, **changes)), **changes).matter
    return tuple(words_of(case.documents.get(code=code)) for code in ("D23", "D30"))  # type: ignore[return-value]


def words_of(paper: Document) -> str:
    with vault.open(paper.blob) as file:
        return printed(file.read())


def told_in_story(town: Town, case: Case) -> Case:
    name = case.penalty_partys.get().name
    return serve(town, case, "D23", "2026-03-24 10:00", recipient=name, receiver=name).matter


def test_a_company_is_named_with_who_speaks_for_it_and_spoken_to_as_a_unit(town: Town):
    """file-review 104, 330, 350"""
    notice, decision = decided_against(town, COMPANY)
    for text in (notice, decision):
        assert "名称）：重庆石壕建材有限公司，统一社会信用代码：91500399MA5U000033，法定代表人（负责人）：何大勇，职务：执行董事" in text
        assert "委托代理人：秦小波（一般代理，电话13900000133）" in text
    assert "你单位有权进行陈述和申辩" in notice and "（单位）" not in notice


def test_a_shop_is_named_by_its_sign_and_the_person_who_runs_it(town: Town):
    """file-review 104: only the sign without the operator costs twenty points"""
    notice, decision = decided_against(town, SHOP)
    for text in (notice, decision):
        assert "字号）：綦江区石壕镇秀英豆花店，经营者：何秀英" in text and "500399199007180225" in text
    assert "你有权进行陈述和申辩" in notice


def test_a_minor_with_a_rare_name_is_named_with_the_guardian_and_the_decision_is_not_made_public(town: Town):
    """penalty-law-30, disclosure-9.1"""
    notice, decision = decided_against(town, MINOR, penalties=fine("100"), lighter_reasons="当事人已满十四周岁不满十八周岁，依法从轻处罚")
    for text in (notice, decision):
        assert "罗𬭼" in text and "出生日期：2011年3月5日" in text and "监护人：罗世海（电话13900000556）" in text
    assert "依法从轻处罚。" in decision and "依法不向社会公示" in decision
