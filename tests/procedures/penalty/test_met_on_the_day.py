"""What was done in time and put on record later was done in time; what was done late stays late."""

from mingzhi.core.engine.deadlines import in_words
from mingzhi.core.engine.perform import perform
from tests.cast import Town, at

from .story import OFFICERS, decided, paid, receipt, serve, served

MUCH_LATER = at("2026-05-08")


def words(case, provision: str) -> str:
    return in_words(case.deadlines.get(provision=provision), MUCH_LATER).words


def test_a_fine_paid_in_time_and_registered_late_was_paid_in_time(town: Town):
    """penalty-law-67"""
    case = paid(town, when="2026-04-20 09:00", paid_on="2026-04-17")
    assert words(case, "penalty-law-67") == "已按时办理"
    assert case.deadlines.get(provision="penalty-law-67").met_at == at("2026-04-17 00:00")


def test_a_fine_paid_a_day_late_was_late(town: Town):
    """penalty-law-67"""
    assert words(paid(town, when="2026-04-20 09:00", paid_on="2026-04-18"), "penalty-law-67") == "逾期后办理"


def test_a_fine_in_parts_is_paid_on_the_day_of_its_last_part_in_whatever_order_they_are_registered(town: Town):
    """penalty-law-67"""
    case = paid(town, served(town), when="2026-04-20 09:00", amount_yuan="100", paid_on="2026-04-18")
    paid(town, case, when="2026-04-20 10:00", amount_yuan="200", paid_on="2026-04-09", receipt_number="0051202")
    assert words(case, "penalty-law-67") == "逾期后办理"


def test_a_reversed_receipt_no_longer_says_when_the_fine_was_paid(town: Town):
    """penalty-law-67, penalty-law-74"""
    case = paid(town, when="2026-04-20 09:00", paid_on="2026-04-18")
    wrong = case.penalty_payments.get()
    data = {"payment": wrong.pk, "reason": "日期登记错误"}
    perform("penalty.reverse_payment", case, actor=town["wangli"], data=data, at=at("2026-04-20 10:00"))
    perform("penalty.pay", case, actor=town["wangli"], data=receipt(paid_on="2026-04-17"), at=at("2026-04-20 11:00"))
    assert words(case, "penalty-law-67") == "已按时办理"


def test_a_decision_handed_over_in_time_and_registered_late_was_served_in_time(town: Town):
    """penalty-law-61"""
    case = decided(town)
    late = {"documents": [case.documents.get(code="D30").pk], "method": "direct", "recipient": "刘大成", "receiver": "刘大成"}
    late |= {"relation": "本人", "place": "万隆村三组", "officers": OFFICERS, "receiver_signature": _SIGNED, "acted_at": "2026-04-13 17:00"}
    perform("penalty.serve", case, actor=town["lixuemei"], data=late, at=at("2026-04-20 10:00"))
    assert words(case, "penalty-law-61") == "已按时办理"
    assert case.deadlines.get(provision="penalty-law-61").met_at == at("2026-04-13 17:00")


def test_a_decision_by_post_is_served_on_the_day_of_its_receipt(town: Town):
    """penalty-law-61, civil-procedure-91"""
    case = decided(town)
    posted = {"method": "post", "proof": "EMS 1001", "received_on": "2026-04-14"}
    serve(town, case, "D30", "2026-04-14 17:00", **posted)
    assert words(case, "penalty-law-61") == "逾期后办理"


def test_collected_money_is_handed_in_and_banked_when_it_was_not_when_that_is_registered(town: Town):
    """penalty-law-71.1, penalty-law-71.2"""
    case = served(town)
    taken = {
        "ground": "remote", "reason": "距镇区40公里，当事人主动提出", "amount_yuan": "300", "receipt_kind": "重庆市罚没专用票据",
        "receipt_number": "8800123", "place": "万隆村三组", "collected_at": "2026-04-02 10:30", "officers": OFFICERS,
        "party_signature": _SIGNED,
    }  # fmt: skip
    perform("penalty.collect", case, actor=town["lixuemei"], data=taken, at=at("2026-04-02 11:00"))
    perform("penalty.hand_in", case, actor=town["wangli"], data={"handed_in_at": "2026-04-07 17:00"}, at=at("2026-04-10 10:00"))
    slip = {"banked_at": "2026-04-09 17:00", "bank_slip": "B1"}
    perform("penalty.bank_in", case, actor=town["wangli"], data=slip, at=at("2026-04-20 12:00"))
    assert words(case, "penalty-law-71.1") == "已按时办理"
    assert words(case, "penalty-law-71.2") == "已按时办理"


_SIGNED = {"kind": "drawn", "paths": ["M20 30 L60 90"], "w": 300, "h": 120}
