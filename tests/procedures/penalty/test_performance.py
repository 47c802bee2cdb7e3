"""执行: receipts, spot collection, deferral, surcharge, demand, goods."""

from datetime import date
from decimal import Decimal

import pytest

from mingzhi.core.engine.errors import PostNotHeld
from mingzhi.core.engine.models import Handler
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.models import Demand, Payment, Surcharge
from mingzhi.procedures.penalty.owing import accrued
from mingzhi.procedures.penalty.queries import owed
from tests.cast import Town, at
from tests.regulations.review.story import agreed_on, discussed

from .refusing import refused
from .story import DRAWN, OFFICERS, decided, decision_endorsed, paid, receipt, serve, served

OVERDUE = "2026-04-20 09:00"


def pay(town: Town, case, when="2026-04-10 09:00", who="wangli", **changes):
    return perform("penalty.pay", case, actor=town[who], data=receipt(**changes), at=at(when)).matter


def test_the_account_shows_fine_paid_surcharge_and_left(town: Town):
    """penalty-law-67"""
    case = served(town)
    account = owed(case, date(2026, 4, 10))
    assert (account.fine_yuan, account.paid_yuan, account.surcharge_yuan, account.left_yuan) == (300, 0, 0, 300)
    paid(town, case, amount_yuan="120.50")
    assert owed(case, date(2026, 4, 10)).left_yuan == Decimal("179.50")
    assert owed(case, date(2026, 4, 8)).paid_yuan == 0


def test_only_full_payment_meets_the_time_to_pay(town: Town):
    """penalty-law-67"""
    case = served(town)
    row = case.deadlines.get(provision="penalty-law-67")
    assert row.due_at.date() == date(2026, 4, 17)
    paid(town, case, amount_yuan="100")
    row.refresh_from_db()
    assert row.met_at is None
    paid(town, case, amount_yuan="200", receipt_number="0051202", when="2026-04-11 09:00")
    row.refresh_from_db()
    assert row.met_at is not None


def test_officers_cannot_write_the_register(town: Town):
    """penalty-law-67.1"""
    with pytest.raises(PostNotHeld):
        pay(town, served(town), who="lixuemei")


def test_a_clerk_who_handles_the_case_cannot_write_its_register(town: Town):
    """bans-3, penalty-law-67.1"""
    case = served(town)
    Appointment.objects.create(person=town["chenzhiqiang"], authority=town.authority, post=Post.CLERK, from_on=date(2026, 1, 1))
    found = refused("penalty.pay", case, actor=town["chenzhiqiang"], data=receipt(), at=at("2026-04-10 09:00"))
    assert set(found) == {"bans-3"}
    Handler.objects.filter(matter=case, person=town["chenzhiqiang"]).update(until_at=at("2026-04-10 09:00"))
    assert pay(town, case, who="chenzhiqiang").pk


def test_no_receipt_above_what_is_owed_is_taken(town: Town):
    """penalty-law-66"""
    case = served(town)
    assert "尚欠 300.00 元" in refused("penalty.pay", case, actor=town["wangli"], data=receipt(amount_yuan="300.01"), at=at("2026-04-10"))[
        "penalty-law-66"
    ].sentence  # fmt: skip
    assert "penalty-law-66" in refused("penalty.pay", case, actor=town["wangli"], data=receipt(purpose="surcharge"), at=at("2026-04-10"))


def test_nothing_more_is_taken_once_everything_is_paid(town: Town):
    """penalty-law-67"""
    case = paid(town)
    assert "penalty-law-67" in refused("penalty.pay", case, actor=town["wangli"], data=receipt(receipt_number="2"), at=at("2026-04-11"))


def test_a_receipt_is_registered_once_in_the_authority(town: Town):
    """penalty-law-70"""
    case = served(town)
    pay(town, case, amount_yuan="100")
    found = refused("penalty.pay", case, actor=town["wangli"], data=receipt(amount_yuan="100"), at=at("2026-04-11"))
    assert set(found) == {"penalty-law-70"}


def test_a_payment_before_the_decision_is_refused(town: Town):
    """penalty-law-67"""
    found = refused("penalty.pay", served(town), actor=town["wangli"], data=receipt(paid_on="2026-03-31"), at=at("2026-04-10"))
    assert set(found) == {"penalty-law-67"}


def test_a_wrong_payment_is_reversed_by_a_new_row_and_never_edited(town: Town):
    """penalty-law-74"""
    case = paid(town)
    wrong = Payment.objects.get()
    data = {"payment": wrong.pk, "reason": "票据属于另一当事人"}
    perform("penalty.reverse_payment", case, actor=town["wangli"], data=data, at=at("2026-04-11 09:00"))
    assert [row.amount_yuan for row in Payment.objects.all()] == [300, -300]
    assert owed(case, date(2026, 4, 11)).left_yuan == 300
    assert case.deadlines.get(provision="penalty-law-67").met_at is None
    again = {"reason": "再次冲正"}
    assert "penalty-law-74" in refused("penalty.reverse_payment", case, actor=town["wangli"], data=again, at=at("2026-04-11 10:00"))
    pay(town, case, when="2026-04-12 09:00")
    assert owed(case, date(2026, 4, 12)).left_yuan == 0


def collection(**changes) -> dict:
    return {
        "ground": "remote", "reason": "万隆村不通班车，当事人提出", "amount_yuan": "300", "receipt_kind": "重庆市罚没财物专用票据",
        "receipt_number": "0031226", "collected_at": "2026-04-02 10:30", "place": "万隆村三组", "officers": OFFICERS, **changes,
    }  # fmt: skip


def test_after_an_ordinary_decision_money_is_collected_only_where_it_is_remote_and_asked_for(town: Town):
    """penalty-law-69"""
    case = served(town)
    for ground in ("small", "hard_later"):
        found = refused("penalty.collect", case, actor=town["lixuemei"], data=collection(ground=ground), at=at("2026-04-02 11:00"))
        assert "penalty-law-68" in found
    done = perform("penalty.collect", case, actor=town["lixuemei"], data=collection(), at=at("2026-04-02 11:00"))
    assert [paper.code for paper in done.documents] == ["D37"]
    assert case.deadlines.get(provision="penalty-law-67").met_at is not None
    assert case.deadlines.get(provision="penalty-law-71.1").due_at.date() == date(2026, 4, 7)
    assert owed(case, date(2026, 4, 2)).left_yuan == 0


def test_collected_money_goes_to_the_organ_and_then_to_the_bank(town: Town):
    """penalty-law-71.1, penalty-law-71.2, fine-collection-4"""
    case = served(town)
    assert "penalty-law-71.1" in refused(
        "penalty.hand_in", case, actor=town["wangli"], data={"handed_in_at": "2026-04-03 09:00"}, at=at("2026-04-03 10:00")
    )
    perform("penalty.collect", case, actor=town["lixuemei"], data=collection(), at=at("2026-04-02 11:00"))
    slip = {"banked_at": "2026-04-03 11:00", "bank_slip": "B1"}
    assert "penalty-law-71.2" in refused("penalty.bank_in", case, actor=town["wangli"], data=slip, at=at("2026-04-03 12:00"))
    perform("penalty.hand_in", case, actor=town["wangli"], data={"handed_in_at": "2026-04-03 09:00"}, at=at("2026-04-03 10:00"))
    perform("penalty.bank_in", case, actor=town["wangli"], data=slip, at=at("2026-04-03 12:00"))
    assert not case.deadlines.filter(provision__startswith="penalty-law-71", met_at__isnull=True).exists()
    assert owed(case, date(2026, 4, 3)).paid_yuan == 300


def deferral(**changes) -> dict:
    return {
        "applied_on": "2026-04-08", "reasons": "低保户，一次缴清有困难", "opinion": "情况属实，建议准许。",
        "instalments": [{"due_on": "2026-05-28", "amount_yuan": "150"}, {"due_on": "2026-06-28", "amount_yuan": "150"}], **changes,
    }  # fmt: skip


def deferred(town: Town, case, granted="yes"):
    perform("penalty.ask_deferral", case, actor=town["lixuemei"], data=deferral(), at=at("2026-04-08 10:00"))
    data = {"granted": granted, "opinion": "当事人确有经济困难。"}
    return perform("penalty.decide_deferral", case, actor=town["zhouweimin"], data=data, at=at("2026-04-09 10:00"))


def test_a_granted_deferral_takes_the_place_of_the_day_to_pay(town: Town):
    """penalty-law-66.2, penalty-law-72.2, recording-6-application"""
    case = served(town)
    done = deferred(town, case)
    assert [paper.code for paper in done.documents] == ["D36b", "D36c"]
    assert done.documents[0].data["opinions"][-1]["text"] == "准予分期缴纳罚款。当事人确有经济困难。"
    assert done.matter.pay_by_on == date(2026, 6, 28)
    assert case.deadlines.get(provision="penalty-law-67").due_at.date() == date(2026, 6, 28)


def test_a_refused_deferral_leaves_the_day_as_it_was(town: Town):
    """penalty-law-66.2"""
    case = served(town)
    done = deferred(town, case, granted="no")
    assert done.matter.pay_by_on == date(2026, 4, 17)
    assert done.documents[1].data["granted"] is False


@pytest.mark.parametrize(
    "instalments",
    [
        [{"due_on": "2026-05-28", "amount_yuan": "150"}],
        [{"due_on": "2026-04-08", "amount_yuan": "300"}],
    ],
)
def test_instalments_make_up_the_fine_and_lie_ahead(town: Town, instalments: list):
    """penalty-law-66.2"""
    data = deferral(instalments=instalments)
    assert set(refused("penalty.ask_deferral", served(town), actor=town["lixuemei"], data=data, at=at("2026-04-08 10:00"))) == {
        "penalty-law-66.2"
    }


def test_a_deferral_is_asked_once_and_decided_only_when_asked(town: Town):
    """penalty-law-66.2"""
    case = served(town)
    data = {"granted": "yes", "opinion": "同意"}
    assert "penalty-law-66.2" in refused("penalty.decide_deferral", case, actor=town["zhouweimin"], data=data, at=at("2026-04-08"))
    perform("penalty.ask_deferral", case, actor=town["lixuemei"], data=deferral(), at=at("2026-04-08 10:00"))
    assert "penalty-law-66.2" in refused("penalty.ask_deferral", case, actor=town["lixuemei"], data=deferral(), at=at("2026-04-08 11:00"))
    assert "penalty-law-66.2" in refused("penalty.decide_deferral", case, actor=town["zhouweimin"], data=data, at=at("2026-05-29"))


def surcharged(town: Town, case, when=OVERDUE):
    return perform("penalty.surcharge", case, actor=town["zhouweimin"], data={"opinion": "同意加处罚款。"}, at=at(when))


def test_a_surcharge_begins_only_after_the_day_to_pay(town: Town):
    """penalty-law-72.1"""
    case = served(town)
    data = {"opinion": "同意"}
    assert "penalty-law-72.1" in refused("penalty.surcharge", case, actor=town["zhouweimin"], data=data, at=at("2026-04-17 17:00"))
    done = surcharged(town, case, when="2026-04-18 09:00")
    assert [paper.code for paper in done.documents] == ["D38"]
    assert Surcharge.objects.get().from_on == date(2026, 4, 18)
    assert Surcharge.objects.get().amount_yuan == 9
    assert "penalty-law-72.1" in refused("penalty.surcharge", case, actor=town["zhouweimin"], data=data, at=at("2026-04-19"))


def test_a_decided_surcharge_grows_daily_up_to_the_fine(town: Town):
    """penalty-law-72.1"""
    case = served(town)
    surcharged(town, case)
    assert owed(case, date(2026, 4, 20)).surcharge_yuan == 27
    assert owed(case, date(2026, 5, 20)).surcharge_yuan == 297
    assert owed(case, date(2026, 5, 21)).surcharge_yuan == 300
    assert owed(case, date(2026, 9, 1)).left_yuan == 600


def test_a_surcharge_stands_still_from_the_day_the_fine_is_paid(town: Town):
    """penalty-law-72.1"""
    case = served(town)
    surcharged(town, case)
    pay(town, case, when="2026-04-24 09:00", paid_on="2026-04-22")
    assert owed(case, date(2026, 5, 30)).surcharge_yuan == 45
    pay(town, case, when="2026-05-30 09:00", paid_on="2026-05-29", purpose="surcharge", amount_yuan="45", receipt_number="S1")
    assert owed(case, date(2026, 5, 30)).left_yuan == 0


def test_each_part_of_a_fine_bears_the_surcharge_until_it_is_paid():
    """penalty-law-72.1"""
    due = date(2026, 4, 17)
    assert accrued(Decimal(1000), [(date(2026, 4, 10), Decimal(400))], due, date(2026, 4, 27)) == 180
    assert accrued(Decimal(1000), [(date(2026, 4, 22), Decimal(400))], due, date(2026, 4, 27)) == 60 + 180
    assert accrued(Decimal(1000), [], due, date(2026, 5, 27), [(date(2026, 4, 20), date(2026, 5, 24))]) == 150


def test_a_demand_says_the_four_things_the_law_asks_for(town: Town):
    """compulsion-law-35, compulsion-law-54"""
    case = served(town)
    data = {"manner": "到代收机构缴款"}
    assert "penalty-law-72.1" in refused("penalty.demand", case, actor=town["zhouweimin"], data=data, at=at("2026-04-17 17:00"))
    surcharged(town, case)
    paper = perform("penalty.demand", case, actor=town["zhouweimin"], data=data, at=at("2026-04-20 10:00")).documents[0]
    assert paper.code == "D39"
    assert paper.data["until_days"] == 10
    assert paper.data["manner"] == "到代收机构缴款"
    assert (paper.data["fine_yuan"], paper.data["surcharge_yuan"]) == ("300.00", "27.00")
    assert "陈述和申辩" in paper.data["rights"]
    assert Demand.objects.get().by_on == date(2026, 5, 7)


GOODS = {"goods": [{"name": "三轮车", "quantity": "1", "unit": "辆"}], "disposal": "依法公开拍卖", "reason": "有使用价值"}


def confiscated(town: Town):
    """The littering case, decided with a confiscation as well, as told."""
    case = decision_endorsed(town)
    case.power.penalty_kinds = ["fine", "confiscation"]
    case.power.save()
    rows = [{"kind": "fine", "content": "罚款", "amount_yuan": "300"}, {"kind": "confiscation", "content": "没收三轮车1辆"}]
    case.told_penalties = case.proposed_penalties = rows
    case.save()
    agreed_on(town, case, "2026-04-01")
    case = discussed(town, case)
    return serve(town, decided(town, case, penalties=rows), "D30", "2026-04-02 10:00").matter


def test_confiscated_goods_are_disposed_of_by_two_people_with_approval(town: Town):
    """penalty-law-74"""
    case = confiscated(town)
    disposal = {"officers": OFFICERS, "place": "证物室", "disposed_at": "2026-04-09 09:00", "course": "拍卖成交", "proceeds_yuan": "860"}
    assert "penalty-law-74" in refused("penalty.dispose_goods", case, actor=town["lixuemei"], data=disposal, at=at("2026-04-09 10:00"))
    asked = perform(
        "penalty.ask_goods_disposal", case, actor=town["lixuemei"], data={**GOODS, "party_signature": DRAWN}, at=at("2026-04-03")
    )
    decision = {"granted": "yes", "opinion": "同意拍卖。"}
    approved = perform("penalty.approve_goods_disposal", case, actor=town["zhouweimin"], data=decision, at=at("2026-04-07"))
    alone = refused(
        "penalty.dispose_goods", case, actor=town["lixuemei"], data={**disposal, "officers": ["李雪梅"]}, at=at("2026-04-09 10:00")
    )
    assert "penalty-law-42" in alone
    done = perform("penalty.dispose_goods", case, actor=town["lixuemei"], data=disposal, at=at("2026-04-09 10:00"))
    assert [paper.code for step in (asked, approved, done) for paper in step.documents] == ["D44", "D44b", "D44c"]


def test_goods_are_disposed_of_only_where_the_decision_takes_them(town: Town):
    """penalty-law-74"""
    assert "penalty-law-74" in refused("penalty.ask_goods_disposal", served(town), actor=town["lixuemei"], data=GOODS, at=at("2026-04-03"))


def test_no_more_is_collected_than_the_fine(town: Town):
    """penalty-law-68"""
    data = collection(amount_yuan="301")
    found = refused("penalty.collect", served(town), actor=town["lixuemei"], data=data, at=at("2026-04-02 11:00"))
    assert set(found) == {"penalty-law-68"}


def test_one_batch_of_goods_is_decided_before_the_next_is_proposed(town: Town):
    """penalty-law-74"""
    case = confiscated(town)
    decision = {"granted": "no", "opinion": "改为移交有关部门。"}
    early = refused("penalty.approve_goods_disposal", case, actor=town["zhouweimin"], data=decision, at=at("2026-04-03 08:00"))
    assert early["penalty-law-74"].mend == "penalty.ask_goods_disposal"
    perform("penalty.ask_goods_disposal", case, actor=town["lixuemei"], data=GOODS, at=at("2026-04-03 09:00"))
    assert "penalty-law-74" in refused("penalty.ask_goods_disposal", case, actor=town["lixuemei"], data=GOODS, at=at("2026-04-03 10:00"))
    perform("penalty.approve_goods_disposal", case, actor=town["zhouweimin"], data=decision, at=at("2026-04-07"))
    assert perform("penalty.ask_goods_disposal", case, actor=town["lixuemei"], data=GOODS, at=at("2026-04-08")).documents
