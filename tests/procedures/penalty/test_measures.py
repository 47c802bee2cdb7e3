"""抽样取证、先行登记保存、鉴定: asked, approved beforehand, disposed of."""

from datetime import date

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, Certificate
from mingzhi.procedures.penalty.forms.reporting import Report
from mingzhi.procedures.penalty.models import Evidence, Preservation
from tests.cast import Town, at

from .story import DRAWN, OFFICERS, filed, final_report, investigated, refused_under

GOODS = [{"name": "电焊机", "quantity": "1", "unit": "台"}, {"name": "彩钢瓦", "quantity": "12", "unit": "张"}]
DISPOSALS = [
    {"name": "电焊机", "quantity": "1台", "disposal": "解除保存，退还当事人"},
    {"name": "彩钢瓦", "quantity": "12张", "disposal": "送检"},
]


def act(town: Town, name: str, case, account: str, data: dict, when: str):
    return perform(f"penalty.{name}", case, actor=town[account], data=data, at=at(when))


def keeping_asked(town: Town, case):
    data = {"ground": "可能灭失", "reason": "当事人称次日变卖", "goods": GOODS, "place": "大队证物室", "method": "异地保存"}
    return act(town, "ask_preservation", case, "lixuemei", data, "2026-03-06 09:00")


def keeping_approved(town: Town, case):
    keeping_asked(town, case)
    return act(town, "approve_preservation", case, "zhouweimin", {"opinion": "同意。"}, "2026-03-06 10:00")


def kept(town: Town, case, **changes):
    keeping_approved(town, case)
    data = {"officers": OFFICERS, "acted_at": "2026-03-06 11:00", "party_signature": DRAWN, **changes}
    return act(town, "preserve", case, "lixuemei", data, "2026-03-06 11:30")


def disposed(town: Town, case, disposals=DISPOSALS, when="2026-03-12 10:00"):
    return act(town, "dispose_preserved", case, "lixuemei", {"disposals": disposals, "reasons": "证据已经固定"}, when)


def report_refused(town: Town, case) -> Refused:
    with pytest.raises(Refused) as refused:
        act(town, "report", case, "lixuemei", final_report(case), "2026-03-23 10:00")
    return refused


def test_things_are_kept_for_seven_working_days_and_disposed_of(town: Town):
    """penalty-law-56"""
    case = filed(town).matter
    done = kept(town, case)
    assert done.documents[0].data["until_on"] == "2026-03-17"
    assert done.documents[0].data["workdays"] == 7
    deadline = Deadline.objects.get(matter=case, provision="penalty-law-56")
    assert deadline.due_at == at("2026-03-17 23:59:59")
    assert deadline.rule == "7 个工作日"
    after = disposed(town, case)
    assert after.documents[0].data["notice_number"] == done.documents[0].number
    deadline.refresh_from_db()
    assert deadline.met_at == at("2026-03-12 10:00")


def test_the_head_approves_before_anything_is_kept(town: Town):
    """penalty-law-56-approve"""
    case = filed(town).matter
    done = keeping_approved(town, case)
    assert done.documents[0].data["approved_at"] == "2026-03-06T10:00"
    assert [row["name"] for row in done.documents[0].data["opinions"]] == ["李雪梅", "周为民"]


def test_nothing_is_kept_without_leave(town: Town):
    """penalty-law-56-approve"""
    case = keeping_asked(town, filed(town).matter).matter
    data = {"officers": OFFICERS, "acted_at": "2026-03-06 09:20", "party_signature": DRAWN}
    with pytest.raises(Refused) as refused:
        act(town, "preserve", case, "lixuemei", data, "2026-03-06 09:30")
    assert refused_under(refused) == {"penalty-law-56-approve"}
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.approve_preservation"]


def test_nothing_is_kept_before_the_leave_was_given(town: Town):
    """penalty-law-56-approve"""
    with pytest.raises(Refused) as refused:
        kept(town, filed(town).matter, acted_at="2026-03-06 09:30")
    assert refused_under(refused) == {"penalty-law-56-approve"}


def test_the_captain_gives_no_leave_to_keep_things(town: Town):
    """penalty-law-56-approve"""
    case = keeping_asked(town, filed(town).matter).matter
    with pytest.raises(PostNotHeld):
        act(town, "approve_preservation", case, "luokaifu", {"opinion": "同意"}, "2026-03-06 10:00")


def test_a_head_who_asked_does_not_approve(town: Town):
    """town-separation"""
    mayor = town["tangguohua"]
    Appointment.objects.create(person=mayor, authority=town.authority, post=Post.OFFICER, from_on=date(2025, 1, 1))
    span = {"valid_from": date(2025, 1, 1), "valid_until": date(2029, 12, 31)}
    Certificate.objects.create(holder=mayor, number="500110112099", issuer="重庆市司法局", scope="综合行政执法", **span)
    case = filed(town).matter
    act(town, "assign", case, "luokaifu", {"officers": ["李雪梅", "唐国华"], "reasons": "人手不足"}, "2026-03-05 09:00")
    keeping_asked(town, case)
    with pytest.raises(Refused) as refused:
        act(town, "approve_preservation", case, "tangguohua", {"opinion": "同意"}, "2026-03-06 10:00")
    assert refused_under(refused) == {"town-separation"}


def test_refused_leave_keeps_nothing_and_may_be_asked_again(town: Town):
    """penalty-law-56-approve"""
    case = keeping_asked(town, filed(town).matter).matter
    act(town, "refuse_preservation", case, "zhouweimin", {"reasons": "没有灭失的危险"}, "2026-03-06 10:00")
    assert keeping_approved(town, case).documents[0].code == "D11"
    assert Preservation.objects.filter(matter=case, approved_at__isnull=False).count() == 1


def test_one_request_to_keep_things_waits_for_the_other(town: Town):
    """penalty-law-56-approve"""
    case = keeping_asked(town, filed(town).matter).matter
    with pytest.raises(Refused) as refused:
        keeping_asked(town, case)
    assert refused_under(refused) == {"penalty-law-56-approve"}


def test_leave_that_nobody_asked_for_is_not_given(town: Town):
    """penalty-law-56-approve"""
    standing = {row.action.name: row for row in possible(filed(town).matter, town["zhouweimin"], at("2026-03-06 10:00"))}
    for name in ("approve_preservation", "refuse_preservation"):
        assert [refusal.mend for refusal in standing[name].refusals] == ["penalty.ask_preservation"]


def test_every_thing_kept_is_disposed_of(town: Town):
    """penalty-law-56"""
    case = kept(town, filed(town).matter).matter
    with pytest.raises(InvalidInput) as wrong:
        disposed(town, case, DISPOSALS[:1])
    assert "彩钢瓦" in wrong.value.errors["disposals"][0]


def test_a_thing_is_not_seized_by_naming_it(town: Town):
    """compulsion-law-18"""
    case = kept(town, filed(town).matter).matter
    with pytest.raises(Refused) as refused:
        disposed(town, case, [DISPOSALS[0], DISPOSALS[1] | {"disposal": "扣押"}])
    assert "compulsion-law-18" in refused_under(refused)
    assert "彩钢瓦还没有扣押" in refused.value.refusals[0].sentence


def test_an_entrusted_power_never_seizes(town: Town):
    """compulsion-law-17"""
    case = kept(town, filed(town).matter).matter
    case.power.kind, case.power.entrusting_organ = "entrusted", "重庆市綦江区城市管理局"
    case.power.save()
    with pytest.raises(Refused) as refused:
        disposed(town, case, [DISPOSALS[0], DISPOSALS[1] | {"disposal": "扣押"}])
    assert any("委托的执法事项不得实施扣押" in refusal.sentence for refusal in refused.value.refusals)


def test_nothing_kept_is_nothing_to_dispose_of(town: Town):
    """penalty-law-56"""
    standing = {row.action.name: row for row in possible(filed(town).matter, town["lixuemei"], at("2026-03-06 10:00"))}
    assert [refusal.mend for refusal in standing["dispose_preserved"].refusals] == ["penalty.preserve"]


def test_the_investigation_does_not_end_over_things_kept(town: Town):
    """penalty-law-56"""
    case = kept(town, investigated(town)).matter
    assert [refusal.mend for refusal in report_refused(town, case).value.refusals] == ["penalty.dispose_preserved"]
    disposed(town, case)
    known = Report(matter=case, actor=town["lixuemei"], at=at("2026-03-23 10:00")).filled
    assert known["measures"] == "先行登记保存的物品于2026年3月12日处理：电焊机1台解除保存，退还当事人、彩钢瓦12张送检。"
    assert "批准先行登记保存" in known["course"] and "申请先行登记保存" not in known["course"]
    assert act(town, "report", case, "lixuemei", final_report(case), "2026-03-23 10:00").matter.stage == "reported"


def test_the_investigation_does_not_end_over_an_open_request(town: Town):
    """penalty-law-56-approve"""
    case = keeping_asked(town, investigated(town)).matter
    assert refused_under(report_refused(town, case)) == {"penalty-law-56-approve"}


def sampling_approved(town: Town, case, by="luokaifu"):
    data = {"reason": "同种物品较多", "objects_sampled": "彩钢瓦", "method": "随机抽取2张"}
    act(town, "ask_sampling", case, "lixuemei", data, "2026-03-06 09:00")
    return act(town, "approve_sampling", case, by, {"opinion": "同意。"}, "2026-03-06 10:00")


def sampled(town: Town, case, **changes):
    goods = [{"name": "彩钢瓦", "spec": "900型", "batch": "20260112", "quantity": "2张", "base": "12张"}]
    data = {"officers": OFFICERS, "place": "万隆村三组", "acted_at": "2026-03-06 11:00", "sealed_how": "封条0021", "goods": goods}
    return act(town, "sample", case, "lixuemei", data | {"party_signature": DRAWN} | changes, "2026-03-06 11:30")


@pytest.mark.parametrize("by", ["luokaifu", "zhouweimin"])
def test_samples_are_approved_taken_and_disposed_of(town: Town, by: str):
    """penalty-law-56-sample"""
    case = filed(town).matter
    assert sampling_approved(town, case, by).documents[0].code == "D10"
    voucher = sampled(town, case).documents[0]
    data = {"disposals": [{"name": "彩钢瓦", "quantity": "2张", "disposal": "检测耗用"}]}
    done = act(town, "dispose_sample", case, "lixuemei", data, "2026-03-20 10:00")
    assert done.documents[0].data["voucher_number"] == voucher.number


def test_samples_without_approval_are_refused(town: Town):
    """penalty-law-56-sample"""
    with pytest.raises(Refused) as refused:
        sampled(town, filed(town).matter)
    assert [refusal.mend for refusal in refused.value.refusals] == ["penalty.approve_sampling"]


def test_samples_taken_before_the_approval_are_refused(town: Town):
    """penalty-law-56-sample"""
    case = sampling_approved(town, filed(town).matter).matter
    with pytest.raises(Refused) as refused:
        sampled(town, case, acted_at="2026-03-06 09:30")
    assert refused_under(refused) == {"penalty-law-56-sample"}


def test_sampling_refused_may_be_asked_again(town: Town):
    """penalty-law-56-sample"""
    case = filed(town).matter
    data = {"reason": "同种物品较多", "objects_sampled": "彩钢瓦", "method": "随机抽取2张"}
    act(town, "ask_sampling", case, "lixuemei", data, "2026-03-06 08:00")
    with pytest.raises(Refused):
        act(town, "ask_sampling", case, "lixuemei", data, "2026-03-06 08:10")
    act(town, "refuse_sampling", case, "luokaifu", {"reasons": "不需要检测"}, "2026-03-06 08:30")
    assert sampling_approved(town, case).matter.stage == "investigation"


def test_sampling_shut_actions_say_what_mends_them(town: Town):
    """penalty-law-56-sample"""
    case = filed(town).matter
    captain = {row.action.name: row for row in possible(case, town["luokaifu"], at("2026-03-06 10:00"))}
    assert [refusal.mend for refusal in captain["approve_sampling"].refusals] == ["penalty.ask_sampling"]
    handler = {row.action.name: row for row in possible(case, town["lixuemei"], at("2026-03-06 10:00"))}
    assert [refusal.mend for refusal in handler["dispose_sample"].refusals] == ["penalty.sample"]
    assert [refusal.mend for refusal in handler["receive_appraisal"].refusals] == ["penalty.commission_appraisal"]


def test_the_investigation_does_not_end_over_samples(town: Town):
    """penalty-law-56-sample"""
    case = investigated(town)
    sampling_approved(town, case)
    sampled(town, case)
    assert [refusal.mend for refusal in report_refused(town, case).value.refusals] == ["penalty.dispose_sample"]


def commissioned(town: Town, case):
    data = {
        "institution": "重庆某检测中心",
        "qualification": "检验检测机构资质认定证书 220099000112",
        "sent": [{"name": "彩钢瓦", "quantity": "1张"}],
        "question": "燃烧性能等级",
        "due_on": "2026-03-20",
    }
    return act(town, "commission_appraisal", case, "lixuemei", data, "2026-03-09 09:00")


def received(town: Town, case, **changes):
    data = {
        "report_number": "渝检〔2026〕31号",
        "opinion": "燃烧性能等级为B2级。",
        "received_on": "2026-03-18",
        "object_until_on": "2026-03-25",
    }
    return act(town, "receive_appraisal", case, "lixuemei", data | changes, "2026-03-18 16:00")


def test_an_opinion_becomes_evidence_and_the_party_is_told(town: Town):
    """penalty-law-46, recording-7.5"""
    case = filed(town).matter
    assert commissioned(town, case).documents[0].code == "D14"
    done = received(town, case)
    assert done.documents[0].data["result"] == "燃烧性能等级为B2级。"
    assert Evidence.objects.get(matter=case).kind == "opinion"


def test_an_opinion_from_before_its_commission_is_not_taken(town: Town):
    """penalty-law-46"""
    case = commissioned(town, filed(town).matter).matter
    with pytest.raises(InvalidInput) as wrong:
        received(town, case, received_on="2026-03-08")
    assert "received_on" in wrong.value.errors


def test_the_investigation_does_not_end_while_an_opinion_is_awaited(town: Town):
    """penalty-law-46"""
    case = commissioned(town, investigated(town)).matter
    assert [refusal.mend for refusal in report_refused(town, case).value.refusals] == ["penalty.receive_appraisal"]
