"""变更承办人、回避."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, NotFound, PostNotHeld, Refused
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.places import handler_ids
from mingzhi.core.engine.standing import possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

from .story import DRAWN, filed, inspected, propose, refused_under, reported


def assign(town: Town, case, officers, when="2026-03-04 14:00"):
    data = {"officers": officers, "reasons": "原承办人调离"}
    return perform("penalty.assign", case, actor=town["luokaifu"], data=data, at=at(when))


def request(town: Town, case, account="lixuemei", when="2026-03-04 11:00", **changes):
    data = {"person": "陈志强", "asked_by": "刘大成", "reason": "其亲属与本案有利害关系", "applicant_signature": DRAWN, **changes}
    return perform("penalty.request_recusal", case, actor=town[account], data=data, at=at(when))


def decide(town: Town, case, granted="yes", account="zhouweimin", when="2026-03-04 12:00"):
    data = {"granted": granted, "reasons": "经核查属实"}
    return perform("penalty.decide_recusal", case, actor=town[account], data=data, at=at(when))


def test_other_officers_take_over(town: Town):
    """penalty-law-42"""
    done = assign(town, filed(town).matter, ["李雪梅", "吴敏"])
    case = Case.objects.get(pk=done.matter.pk)
    assert handler_ids(case) == [town["lixuemei"].pk, town["wumin"].pk]
    assert case.handler_names == "李雪梅、吴敏"
    assert done.documents[0].data["former_officers"] == "陈志强"
    with pytest.raises(PostNotHeld):
        perform("penalty.inspect", case, actor=town["chenzhiqiang"], data={}, at=at("2026-03-04 15:00"))


def test_one_officer_alone_is_not_put_in_charge(town: Town):
    """penalty-law-42"""
    with pytest.raises(Refused) as refused:
        assign(town, filed(town).matter, ["李雪梅"])
    assert "penalty-law-42" in refused_under(refused)


def test_the_same_officers_are_no_change(town: Town):
    """penalty-law-42"""
    with pytest.raises(InvalidInput) as wrong:
        assign(town, filed(town).matter, ["陈志强", "李雪梅"])
    assert "officers" in wrong.value.errors


def test_whoever_approved_in_a_case_does_not_come_to_handle_it(town: Town):
    """town-separation"""
    case = filed(town).matter
    Appointment.objects.create(person=town["luokaifu"], authority=town.authority, post=Post.OFFICER, from_on="2025-01-01")
    with pytest.raises(Refused) as refused:
        assign(town, case, ["李雪梅", "罗开富"])
    assert refused_under(refused) == {"town-separation"}


def test_a_granted_recusal_ends_the_handling_and_stops_the_case_until_another_is_named(town: Town):
    """penalty-law-43, penalty-law-42, posts-6.6"""
    case = filed(town).matter
    assert request(town, case).documents[0].code == "D04"
    done = decide(town, case)
    assert done.documents[0].data["granted"] is True
    with pytest.raises(Refused) as refused:
        inspected(town, case, officers=["李雪梅", "吴敏"])
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.assign"]
    assign(town, case, ["李雪梅", "吴敏"])
    assert inspected(town, case, officers=["李雪梅", "吴敏"]).documents[0].code == "D05"


def test_a_recused_officer_is_not_put_in_charge_again(town: Town):
    """penalty-law-43"""
    case = request(town, filed(town).matter).matter
    decide(town, case)
    with pytest.raises(Refused) as refused:
        assign(town, case, ["李雪梅", "陈志强"])
    assert "penalty-law-43" in refused_under(refused)


def test_a_rejected_request_leaves_everything_as_it_was(town: Town):
    """penalty-law-43.3"""
    case = request(town, filed(town).matter).matter
    decide(town, case, granted="no")
    assert handler_ids(Case.objects.get(pk=case.pk)) == [town["lixuemei"].pk, town["chenzhiqiang"].pk]


def test_the_investigation_goes_on_until_a_recusal_is_decided(town: Town):
    """penalty-law-43.3"""
    case = request(town, filed(town).matter).matter
    assert inspected(town, case).matter.stage == "investigation"


def test_an_undecided_recusal_holds_up_the_end_of_the_investigation(town: Town):
    """penalty-law-43.3"""
    case = reported(town)
    request(town, case, when="2026-03-23 11:00")
    standing = {row.action.name: row for row in possible(case, town["luokaifu"], at("2026-03-23 12:00"))}
    assert "penalty.decide_recusal" in [refusal.mend for refusal in standing["agree_report"].refusals]


def test_an_officer_may_ask_to_keep_out(town: Town):
    """personnel-25"""
    done = request(town, filed(town).matter, account="chenzhiqiang", own=True, person="", asked_by="")
    assert done.documents[0].data["challenged"] == "陈志强"
    assert done.record.sentence == "陈志强申请陈志强回避"


def test_a_request_on_the_partys_behalf_names_both(town: Town):
    """penalty-law-43"""
    with pytest.raises(InvalidInput) as wrong:
        request(town, filed(town).matter, person="", asked_by="")
    assert {"person", "asked_by"} <= set(wrong.value.errors)


def test_the_same_recusal_is_not_asked_twice(town: Town):
    """penalty-law-43"""
    case = request(town, filed(town).matter).matter
    with pytest.raises(Refused) as refused:
        request(town, case)
    assert refused_under(refused) == {"penalty-law-43"}


def test_nobody_decides_about_themselves(town: Town):
    """penalty-law-43.3, town-separation"""
    case = request(town, filed(town).matter, person="周为民").matter
    with pytest.raises(Refused) as refused:
        decide(town, case)
    assert refused_under(refused) == {"penalty-law-43.3", "town-separation"}
    assert decide(town, case, account="tangguohua").documents[0].data["decided_by"] == "镇长唐国华"


def test_nothing_is_decided_that_nobody_asked(town: Town):
    """penalty-law-43.3"""
    with pytest.raises(Refused) as refused:
        decide(town, filed(town).matter)
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.request_recusal"]


@pytest.mark.parametrize("account", ["fangzhongzheng", "zhaomingyuan", "wangli", "sunjing", "zhouweimin", "luokaifu"])
def test_whoever_takes_part_may_ask_to_keep_out(town: Town, account: str):
    """penalty-law-43, penalty-law-64.4, personnel-25: reviewers, and the chair, members and recorder of a hearing too."""
    done = request(town, filed(town).matter, account=account, own=True, person="", asked_by="")
    assert done.documents[0].data["challenged"] == town[account].name


def test_an_administrator_asks_for_nothing_in_a_case(town: Town):
    """penalty-law-43"""
    with pytest.raises(NotFound):
        request(town, filed(town).matter, account="sysadmin")


def test_a_head_who_must_keep_out_leaves_recusals_to_another_head(town: Town):
    """penalty-law-43.3, personnel-25"""
    case = decide(town, request(town, filed(town).matter, person="周为民").matter, account="tangguohua").matter
    case = request(town, case).matter
    with pytest.raises(Refused) as refused:
        decide(town, case)
    assert refused_under(refused) == {"penalty-law-43.3", "personnel-25"}
    assert "唐国华" in refused.value.refusals[0].sentence
    assert decide(town, case, account="tangguohua").documents[0].code == "D04b"


def test_a_head_who_must_keep_out_decides_where_no_other_can(town: Town):
    """penalty-law-43.3: else a request against the last head would hold up the case for ever."""
    case = decide(town, request(town, filed(town).matter, person="周为民").matter, account="tangguohua").matter
    case = request(town, case, person="唐国华").matter
    assert decide(town, case, granted="no").documents[0].data["granted"] is False


def test_a_head_who_must_keep_out_no_longer_decides(town: Town):
    """penalty-law-43"""
    case = propose(town)
    request(town, case, person="周为民", when="2026-03-03 10:30")
    decide(town, case, account="tangguohua", when="2026-03-03 10:40")
    perform("penalty.endorse_filing", case, actor=town["luokaifu"], data={"opinion": "同意。"}, at=at("2026-03-03 11:00"))
    with pytest.raises(Refused) as refused:
        perform("penalty.approve_filing", case, actor=town["zhouweimin"], data={"opinion": "同意"}, at=at("2026-03-03 12:00"))
    assert "penalty-law-43" in refused_under(refused)
