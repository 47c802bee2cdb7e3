"""事先告知与陈述申辩: what the party is told, how it is heard and answered."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, WrongStage
from mingzhi.core.engine.perform import perform
from tests.cast import Town, at

from .refusing import refused
from .story import DRAWN, agreed, answered, fine, heard, notified, reported, serve, statement, told


def test_the_captain_agrees_and_the_case_goes_to_notice(town: Town):
    """penalty-law-57"""
    assert agreed(town).stage == "notice"


def test_the_captain_sends_a_report_back(town: Town):
    """penalty-law-57"""
    case = reported(town, littering=True)
    done = perform("penalty.return_report", case, actor=town["luokaifu"], data={"reasons": "缺少现场照片"}, at=at("2026-03-23 15:00"))
    assert done.matter.stage == "investigation"


def test_a_handler_may_not_agree_to_their_own_report(town: Town):
    """town-separation"""
    case = reported(town, littering=True)
    case.handlers.filter(person=town["chenzhiqiang"]).update(person=town["luokaifu"])
    found = refused("penalty.agree_report", case, actor=town["luokaifu"], data={"opinion": "同意"}, at=at("2026-03-23 15:00"))
    assert "town-separation" in found


def test_the_notice_tells_what_is_intended_and_how_long_the_party_may_speak(town: Town):
    """penalty-law-44"""
    case = notified(town)
    paper = case.documents.get(code="D23")
    assert paper.number == "綦石壕府罚告字〔2026〕1号"
    assert paper.data["penalties"] == [{"kind": "罚款", "content": "罚款", "amount_yuan": "300.00"}]
    assert paper.data["statement_workdays"] == 5
    assert paper.data["evidence"] and paper.data["violated"] and paper.data["reasons"]
    assert case.told_penalties == case.proposed_penalties
    assert case.told_on is None


def test_a_report_without_a_penalty_cannot_be_told(town: Town):
    """penalty-law-44"""
    case = agreed(town, conclusion="not_punish", proposed_penalties=[])
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert found["penalty-law-44"].mend == "penalty.return_report"


def test_a_fine_below_the_hearing_threshold_is_told(town: Town):
    """penalty-law-63"""
    case = agreed(town)
    town.powers["litter"].fine_max_citizen_yuan = 20000
    town.powers["litter"].save()
    case.proposed_penalties = fine("4999.99")
    case.save()
    assert notified(town, case).told_penalties == fine("4999.99")


def test_a_fine_above_the_power_is_not_told(town: Town):
    """penalty-law-4"""
    case = agreed(town)
    case.proposed_penalties = fine("501.00")
    case.save()
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert "500" in found["penalty-law-4"].sentence


def test_a_child_is_not_punished_but_sent_to_the_decision_not_to(town: Town):
    """penalty-law-30"""
    case = agreed(town)
    case.penalty_partys.update(birth_on="2013-05-01")
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert found["penalty-law-30"].mend == "penalty.not_punish"


def test_an_expired_certificate_stops_the_notice(town: Town):
    """penalty-law-42"""
    case = agreed(town)
    town["chenzhiqiang"].certificates.update(valid_until="2026-03-23")
    found = refused("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-24 09:00"))
    assert "陈志强" in found["penalty-law-42"].sentence


def test_telling_again_needs_new_facts_and_starts_anew(town: Town):
    """penalty-law-45.2"""
    case = told(town)
    with pytest.raises(InvalidInput) as invalid:
        perform("penalty.notify", case, actor=town["lixuemei"], data={"reasons": "清楚"}, at=at("2026-03-25 09:00"))
    assert "new_facts" in invalid.value.errors
    data = {"reasons": "清楚", "new_facts": "另查明当事人在万隆村五组也堆放垃圾。"}
    case = perform("penalty.notify", case, actor=town["lixuemei"], data=data, at=at("2026-03-25 09:00")).matter
    assert case.told_on is None
    assert "五组" in case.documents.filter(code="D23").last().data["facts"]
    assert not case.deadlines.filter(provision="town-statement-window", lifted_at__isnull=True).exists()


def test_serving_the_notice_opens_five_working_days(town: Town):
    """town-statement-window"""
    case = told(town)
    assert str(case.told_on) == "2026-03-24"
    assert case.deadlines.get(provision="town-statement-window").due_at == at("2026-03-31 23:59").replace(second=59)


def test_a_spoken_statement_is_taken_down_by_two(town: Town):
    """penalty-law-45, posts-6.5"""
    case = heard(town)
    paper = case.documents.get(code="D25")
    assert paper.data["statement"] == "垃圾已经清走了，请求少罚。"
    assert case.penalty_presences.filter(what="听取陈述申辩").count() == 2
    assert case.deadlines.get(provision="town-statement-window").met_at is not None


def test_one_officer_may_not_take_a_statement(town: Town):
    """penalty-law-42"""
    case = told(town)
    found = refused("penalty.hear_statement", case, actor=town["lixuemei"], data=statement(officers=["李雪梅"]), at=at("2026-03-26 10:00"))
    assert "penalty-law-42" in found


def test_a_written_statement_prints_no_record_of_talk(town: Town):
    """penalty-law-45"""
    case = heard(town, channel="written", received_at="2026-03-26 09:00")
    assert not case.documents.filter(code="D25").exists()
    assert case.penalty_statements.get().channel == "written"


def test_every_point_is_answered_with_a_reason(town: Town):
    """penalty-law-45"""
    case = heard(town)
    points = [{"point": "已清走", "finding": "属实", "accepted": "true", "reasons": ""}]
    with pytest.raises(InvalidInput) as invalid:
        perform(
            "penalty.review_statement",
            case,
            actor=town["lixuemei"],
            data={"statement": case.penalty_statements.get().pk, "points": points, "conclusion": "采纳"},
            at=at("2026-03-27 10:00"),
        )
    assert "理由" in invalid.value.errors["points"][0]


def test_a_review_says_whether_it_was_taken(town: Town):
    """penalty-law-45"""
    case = answered(town, heard(town))
    row = case.penalty_statements.get()
    assert row.accepted == "全部采纳" and row.reviewed_at is not None
    assert [paper.data["review"][0]["accepted"] for paper in case.documents.filter(code="D25b")] == [True]


def test_nothing_said_is_nothing_to_review(town: Town):
    """penalty-law-45"""
    case = told(town)
    with pytest.raises(InvalidInput):
        answered(town, case)


WAIVER = {"made_by": "刘大成", "signed_at": "2026-03-25 09:00", "declaration": "自愿放弃陈述和申辩。", "party_signature": DRAWN}


def test_a_waiver_is_signed_after_the_notice_was_received(town: Town):
    """penalty-law-62"""
    case = told(town)
    done = perform("penalty.waive_statement", case, actor=town["lixuemei"], data=WAIVER, at=at("2026-03-25 10:00"))
    assert [paper.code for paper in done.documents] == ["D25c"]
    assert done.documents[0].data["notice_served_on"] == "2026-03-24"


def test_a_waiver_before_service_is_refused(town: Town):
    """penalty-law-44"""
    case = notified(town)
    found = refused("penalty.waive_statement", case, actor=town["lixuemei"], data=WAIVER, at=at("2026-03-25 10:00"))
    assert found["penalty-law-44"].mend == "penalty.serve"


def test_a_waiver_cannot_be_a_refusal_to_sign(town: Town):
    """penalty-law-62"""
    case = told(town)
    data = WAIVER | {"party_signature": {"kind": "refused", "reason": "不愿意", "witness": "王德明"}}
    with pytest.raises(InvalidInput) as invalid:
        perform("penalty.waive_statement", case, actor=town["lixuemei"], data=data, at=at("2026-03-25 10:00"))
    assert "party_signature" in invalid.value.errors


def test_the_notice_is_not_made_before_the_report_is_agreed_to(town: Town):
    """penalty-law-57"""
    case = reported(town, littering=True)
    with pytest.raises(WrongStage):
        notified(town, case)


def test_a_notice_told_again_must_be_served_again(town: Town):
    """penalty-law-44"""
    case = told(town)
    data = {"reasons": "清楚", "new_facts": "另查明新的事实。"}
    case = perform("penalty.notify", case, actor=town["lixuemei"], data=data, at=at("2026-03-25 09:00")).matter
    case = serve(town, case, "D23", "2026-03-25 10:00").matter
    assert str(case.told_on) == "2026-03-25"
