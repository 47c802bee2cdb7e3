"""Whose name goes, whose stays, and what stands in its place."""

from __future__ import annotations

import pytest

from mingzhi.law.provisions import cited
from mingzhi.law.redaction import Kind, Mode, Options, Person, Role, redact, remains


@pytest.mark.parametrize(
    ("role", "text", "provision"),
    [
        (Role.PARTY, "张某某到场", "disclosure-7.2-mask"),
        (Role.WITNESS, "张某某到场", "disclosure-8.1"),
        (Role.INFORMANT, "举报人到场", "complaint-8"),
        (Role.MINOR, "某未成年人到场", "disclosure-8.4"),
    ],
)
def test_a_name_is_hidden_by_the_role_of_its_bearer(role, text, provision):
    """disclosure-7.2-mask, disclosure-8.1, disclosure-8.4, complaint-8: an informant and a minor keep not even the surname."""
    done = redact("张三到场", [Person("张三", role)])
    assert done.text == text
    assert [(one.kind, one.provision, one.sure) for one in done.hidden] == [(Kind.NAME, provision, True)]


def test_officers_stay_where_the_matter_knows_them_and_where_the_text_says_so():
    """disclosure-5.1: who enforces is published beforehand."""
    text = "执法人员李雪梅、陈志强到场，吴敏记录。"
    assert redact(text, [Person("吴敏", Role.OFFICER)]).text == text


def test_who_is_officer_and_party_alike_is_hidden():
    """disclosure-8.1: nobody can tell two people of one name apart in a text."""
    assert redact("吴敏到场", [Person("吴敏", Role.OFFICER), Person("吴敏", Role.PARTY)]).text == "吴某某到场"


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (Options(), "法定代表人李某某，当事人张某某"),
        (Options(mode=Mode.SUMMARY), "法定代表人李四，当事人张某某"),
        (Options(legal_rep="keep"), "法定代表人李四，当事人张某某"),
        (Options(mode=Mode.SUMMARY, legal_rep="hide"), "法定代表人李某某，当事人张某某"),
        (Options(party="keep"), "法定代表人李某某，当事人张三"),
        (Options(style="star"), "法定代表人李*，当事人张*"),
    ],
)
def test_switches_of_the_town_decide_over_representative_and_party(options, text):
    """disclosure-7.2: a summary names the legal representative. disclosure-8.1: the full text hides them."""
    people = [Person("李四", Role.LEGAL_REP), Person("张三", Role.PARTY)]
    assert redact("法定代表人李四，当事人张三", people, options).text == text


def test_the_name_of_a_unit_keeps_the_person_in_it():
    """disclosure-8.1 speaks of persons; 王建国建材有限公司 is registered and public."""
    people = [Person("王建国", Role.LEGAL_REP)]
    text = "綦江区王建国建材有限公司未依法公示，王建国承认。王建国经营的建材店已关闭。"
    assert redact(text, people).text == "綦江区王建国建材有限公司未依法公示，王某某承认。王某某经营的建材店已关闭。"


def test_a_name_that_is_also_a_word_is_told_from_the_word_or_left_to_a_person():
    """disclosure-8.1"""
    done = redact("高峰在笔录中承认，用电高峰时段抽水。", [Person("高峰", Role.PARTY)])
    assert done.text == "高某某在笔录中承认，用电高峰时段抽水。"
    assert [one.start for one in done.unsure] == [11]
    assert done.publish is None


def test_unknown_names_are_found_by_label_form_and_neighbours():
    """disclosure-8.1"""
    text = "证人贾学军陈述：我看见梅长青倒渣土。在场人：欧阳静、买买提·吐尔逊。\n（签字）：谭 小 龙"
    done = redact(text)
    assert done.text == "证人贾某某陈述：我看见梅某某倒渣土。在场人：欧阳某某、买某某。\n（签字）：谭某某"
    assert not any(one.sure for one in done.hidden)


def test_what_is_masked_already_is_silent():
    """disclosure-7.2-mask"""
    assert remains("当事人张某某、王**，举报人反映，证人李某（女）、赵×，欧阳某某1。") == ()


def test_every_place_says_why_in_chinese_and_cites_a_provision_that_exists():
    """disclosure-8.4"""
    done = redact("张三，电话13900001234，住石壕镇万隆村3组12号，患有糖尿病，月收入3000元，车牌渝A12345。", [Person("张三", Role.PARTY)])
    assert {one.kind for one in done.hidden} == {Kind.NAME, Kind.PHONE, Kind.ADDRESS, Kind.HEALTH, Kind.PROPERTY, Kind.PLATE}
    assert all(one.why and cited(one.provision) for one in done.hidden)


@pytest.mark.parametrize(
    ("text", "publish"),
    [
        ("当事人张某某系未成年人。", False),
        ("当事人：张某某，男，2010年5月2日出生。2026年3月5日，当事人在河边电鱼。", False),
        ("当事人：张某某，男，2008年3月5日出生。2026年3月6日，当事人在河边电鱼。", True),
        ("机密★一年", False),
        ("本案涉及商业秘密。", None),
        ("当场行政处罚决定书", None),
        ("罚款二百元。", True),
    ],
)
def test_a_text_that_says_itself_that_it_may_not_go_out_is_not_published(text, publish):
    """disclosure-9.1: a party under age; juvenile-interpretation-2 counts from the day after the birthday. disclosure-9.2: secrets."""
    done = redact(text)
    assert done.publish is publish
    assert bool(done.reasons) == (publish is not True)
