"""送达: each way with its proof, the day that counts, and what follows from it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import possible
from mingzhi.procedures.penalty.forms.service import Serve
from mingzhi.procedures.penalty.models import Case, Service
from mingzhi.procedures.penalty.serving import unserved
from tests.cast import Town, at

from .refusing import refused
from .story import DRAWN, decided, handing_over, notified, serve, served, told

REFUSAL = {"kind": "refused", "reason": "认为处罚过重", "witness": "王德明"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def serving(case: Case, code: str = "D30", **changes) -> dict:
    papers = [paper.pk for paper in case.documents.filter(code=code)]
    return {"documents": papers, "acted_at": "2026-04-02 10:00", **handing_over(**changes)}


def serve_at(town: Town, case: Case, when: str = "2026-04-20 10:00", **changes):
    return perform("penalty.serve", case, actor=town["lixuemei"], data=serving(case, **changes), at=at(when))


def invalid(town: Town, case: Case, **changes) -> dict:
    with pytest.raises(InvalidInput) as caught:
        serve_at(town, case, **changes)
    return dict(caught.value.errors)


def no(town: Town, case: Case, **changes) -> dict:
    return refused("penalty.serve", case, actor=town["lixuemei"], data=serving(case, **changes), at=at("2026-04-20 10:00"))


def test_serving_the_decision_starts_performance_and_the_days_to_pay(town: Town):
    """penalty-law-61, penalty-law-67, recording-9.1"""
    case = served(town)
    assert case.stage == "performance"
    assert str(case.decision_served_on) == "2026-04-02"
    assert str(case.pay_by_on) == "2026-04-17"


def test_the_last_day_to_pay_rolls_off_a_rest_day(town: Town):
    """penalty-law-67, civil-procedure-85"""
    case = serve_at(town, decided(town), acted_at="2026-04-03 10:00").matter
    assert str(case.pay_by_on) == "2026-04-20"


def test_the_decision_is_to_be_served_in_seven_working_days(town: Town):
    """penalty-law-61"""
    case = decided(town)
    row = case.deadlines.get(provision="penalty-law-61")
    assert row.due_at.astimezone(at("2026-04-01").tzinfo).date().isoformat() == "2026-04-13"
    served(town, case)
    row.refresh_from_db()
    assert row.met_at == at("2026-04-02 10:00")


def test_serving_another_paper_does_not_meet_the_decisions_deadline(town: Town):
    """penalty-law-61"""
    case = decided(town)
    serve_at(town, case, code="D15")
    assert case.deadlines.get(provision="penalty-law-61").met_at is None
    assert Case.objects.get(pk=case.pk).stage == "service"


def test_several_papers_of_one_visit_have_a_receipt_each(town: Town):
    """civil-procedure-87"""
    case = decided(town)
    papers = [paper.pk for paper in unserved(case)]
    assert [paper.code for paper in unserved(case)] == ["D15", "D30"]
    data = serving(case) | {"documents": papers}
    done = perform("penalty.serve", case, actor=town["lixuemei"], data=data, at=at("2026-04-02 10:30"))
    assert [paper.data["papers"][0]["title"] for paper in done.documents] == ["责令改正通知书", "行政处罚决定书"]
    assert not unserved(case).exists()


def test_a_paper_served_once_is_not_served_again(town: Town):
    """civil-procedure-87"""
    case = served(town)
    assert "documents" in invalid(town, case)


def test_a_telephone_call_is_not_service(town: Town):
    """civil-procedure-88"""
    errors = invalid(town, decided(town), method="telephone")
    assert "电话通知不是送达" in errors["method"][0]


def test_direct_service_names_who_signed_and_as_what(town: Town):
    """civil-procedure-88"""
    case = decided(town)
    assert set(invalid(town, case, receiver="", relation="")) == {"receiver", "relation"}
    assert "relation" in invalid(town, case, relation="邻居")
    done = serve_at(town, case, receiver="刘妻", relation="同住成年家属")
    assert done.documents[0].data["receiver_relation"] == "同住成年家属"


def test_leaving_a_paper_needs_a_witness(town: Town):
    """civil-procedure-89"""
    case = decided(town)
    leaving = {"method": "leave", "receiver": "", "relation": "", "refused_because": "拒绝签收", "receiver_signature": REFUSAL}
    assert set(no(town, case, **leaving)) == {"civil-procedure-89"}
    done = serve_at(town, case, **leaving, witness="王德明（万隆村村委会）")
    assert done.documents[0].data["witness"] == "王德明（万隆村村委会）"
    assert str(done.matter.decision_served_on) == "2026-04-02"


def test_leaving_a_paper_may_be_recorded_with_pictures(town: Town):
    """civil-procedure-89"""
    case = decided(town)
    leaving = {"method": "leave", "refused_because": "拒绝签收", "recorded": True}
    assert "请附上照片" in no(town, case, **leaving)["civil-procedure-89"].sentence
    picture = SimpleUploadedFile("留置.png", PNG, content_type="image/png")
    data, files = serving(case, **leaving), {"file": picture}
    done = perform("penalty.serve", case, actor=town["lixuemei"], data=data, files=files, at=at("2026-04-02 11:00"))
    assert done.matter.penalty_services.get(document__code="D30").attachment is not None


def test_leaving_a_paper_names_the_refusal(town: Town):
    """civil-procedure-89"""
    assert "refused_because" in invalid(town, decided(town), method="leave", witness="王德明")


def test_post_counts_from_the_day_on_the_return_receipt(town: Town):
    """civil-procedure-91"""
    case = decided(town)
    posted = {"method": "post", "receiver": "", "relation": ""}
    assert set(invalid(town, case, **posted)) == {"proof", "received_on"}
    done = serve_at(town, case, **posted, proof="XA12345678950", received_on="2026-04-08")
    assert str(done.matter.decision_served_on) == "2026-04-08"
    assert done.documents[0].data["served_at"].startswith("2026-04-08")


def test_nothing_is_received_before_it_was_sent(town: Town):
    """civil-procedure-91"""
    posted = {"method": "post", "proof": "XA12345678950", "received_on": "2026-04-01"}
    assert "received_on" in invalid(town, decided(town), **posted)


def test_nothing_is_received_in_the_future(town: Town):
    """civil-procedure-91"""
    posted = {"method": "post", "proof": "XA12345678950", "received_on": "2026-04-21"}
    assert "received_on" in invalid(town, decided(town), **posted)


def test_entrusted_service_says_what_stood_in_the_way(town: Town):
    """civil-procedure-91"""
    case = decided(town)
    entrusted = {"method": "entrusted", "proof": "委托函1号回执", "received_on": "2026-04-09"}
    assert set(no(town, case, **entrusted)) == {"civil-procedure-91"}
    done = serve_at(town, case, **entrusted, note="当事人在外镇居住，委托其居住地镇政府送达")
    assert str(done.matter.decision_served_on) == "2026-04-09"


def test_electronic_service_needs_the_signed_consent(town: Town):
    """penalty-law-61.2, civil-procedure-90"""
    case = decided(town)
    mailed = {"method": "electronic", "proof": "渝快办 到达记录 20260403", "received_on": "2026-04-03"}
    assert no(town, case, **mailed)["penalty-law-61.2"].mend == "penalty.confirm_address"
    consent = {
        "matter": case, "address": "万隆村三组", "receiver": "刘大成", "phone": "13900000001", "electronic": True,
        "electronic_address": "13900000001", "confirmed_at": at("2026-04-02 09:00"),
    }  # fmt: skip
    case.penalty_confirmedaddresss.create(**{name: value for name, value in consent.items() if name != "matter"})
    assert str(serve_at(town, case, **mailed).matter.decision_served_on) == "2026-04-03"


def test_consent_signed_after_the_message_comes_too_late(town: Town):
    """penalty-law-61.2"""
    case = decided(town)
    case.penalty_confirmedaddresss.create(
        address="万隆村三组", receiver="刘大成", phone="13900000001", electronic=True, confirmed_at=at("2026-04-02 10:01")
    )
    mailed = {"method": "electronic", "proof": "到达记录", "received_on": "2026-04-03"}
    assert "penalty-law-61.2" in no(town, case, **mailed)


def test_forwarded_service_names_its_ground_and_counts_from_the_signature(town: Town):
    """civil-procedure-92, civil-procedure-93, civil-procedure-94"""
    case = decided(town)
    forwarded = {"method": "forwarded", "proof": "转交回执", "received_on": "2026-04-10"}
    assert set(no(town, case, **forwarded)) == {"civil-procedure-92"}
    done = serve_at(town, case, **forwarded, note="当事人被拘留，由綦江区拘留所转交")
    assert str(done.matter.decision_served_on) == "2026-04-10"


def test_nothing_is_served_before_it_was_made(town: Town):
    """civil-procedure-87"""
    assert set(no(town, decided(town), acted_at="2026-04-01 14:59")) == {"civil-procedure-87"}


def test_one_officer_does_not_serve(town: Town):
    """penalty-law-42"""
    assert "penalty-law-42" in no(town, decided(town), officers=["李雪梅"])


def test_an_officer_whose_certificate_was_over_that_day_does_not_serve(town: Town):
    """penalty-law-42"""
    case = decided(town)
    town["chenzhiqiang"].certificates.update(valid_until="2026-04-01")
    assert "陈志强" in no(town, case)["penalty-law-42"].sentence


def test_there_is_nothing_to_serve_once_every_paper_arrived(town: Town):
    """penalty-law-61"""
    case = serve(town, served(town), "D15", "2026-04-02 11:00").matter
    standing = {row.action.name: row for row in possible(case, town["lixuemei"], at("2026-04-03 09:00"))}
    assert [refusal.sentence for refusal in standing["serve"].refusals] == ["本件没有待送达的文书。"]


def failed(town: Town, case: Case, **changes) -> Case:
    data = {"method": "direct", "failed": True, "failed_because": "上门两次无人，邻居称外出务工", "receiver": "", "relation": ""}
    return serve_at(town, case, "2026-04-02 11:00", **data, **changes).matter


def announcing(case: Case, code: str = "D30", **changes) -> dict:
    return {
        "document": case.documents.get(code=code).pk,
        "recipient": "刘大成",
        "ground": "others_failed",
        "tried": "4月2日上门未遇，4月3日邮寄被退回，电话无法接通。",
        "summary": "对刘大成罚款300元。",
        "carrier": "石壕镇人民政府公告栏",
        "acted_at": "2026-04-08 09:00",
        **changes,
    }


def announced(town: Town) -> Case:
    case = failed(town, decided(town))
    return perform("penalty.announce", case, actor=town["lixuemei"], data=announcing(case), at=at("2026-04-08 10:00")).matter


def test_a_failed_attempt_is_kept_and_serves_nothing(town: Town):
    """civil-procedure-87"""
    case = failed(town, decided(town))
    row = case.penalty_services.get(document__code="D30")
    assert row.served_on is None and "外出务工" in row.tried
    assert case.stage == "service" and case.deadlines.get(provision="penalty-law-61").met_at is None
    assert "没有送到" in case.documents.filter(code="D33").last().data["note"]


def test_a_failed_attempt_says_how_it_failed(town: Town):
    """civil-procedure-87"""
    assert set(invalid(town, decided(town), failed=True)) == {"failed_because"}


def test_announcing_comes_only_after_other_ways(town: Town):
    """civil-procedure-95"""
    case = decided(town)
    found = refused("penalty.announce", case, actor=town["lixuemei"], data=announcing(case), at=at("2026-04-08 10:00"))
    assert found["civil-procedure-95"].mend == "penalty.serve"


def test_announcing_writes_down_its_course(town: Town):
    """civil-procedure-95"""
    case = failed(town, decided(town))
    data = announcing(case, tried="")
    found = refused("penalty.announce", case, actor=town["lixuemei"], data=data, at=at("2026-04-08 10:00"))
    assert "原因和经过" in found["civil-procedure-95"].sentence


def test_announcing_within_the_days_meets_the_deadline_of_service(town: Town):
    """penalty-law-61"""
    case = announced(town)
    row = case.deadlines.get(provision="penalty-law-61")
    assert row.met_at is not None and row.met_at <= row.due_at
    assert case.stage == "service" and case.decision_served_on is None
    assert case.documents.get(code="D35").data["days"] == 30


def test_a_paper_is_not_announced_twice(town: Town):
    """civil-procedure-95"""
    case = announced(town)
    found = refused("penalty.announce", case, actor=town["lixuemei"], data=announcing(case), at=at("2026-04-09 10:00"))
    assert found["civil-procedure-95"].mend == "penalty.complete_announcement"


@pytest.mark.parametrize(("moment", "over"), [("2026-05-08 23:59", False), ("2026-05-09 00:00", True)])
def test_an_announcement_runs_thirty_days_to_midnight(town: Town, moment: str, over: bool):
    """civil-procedure-95"""
    case = announced(town)
    if not over:
        found = refused("penalty.complete_announcement", case, actor=town["lixuemei"], at=at(moment))
        assert "2026-05-08" in found["civil-procedure-95"].sentence
        return
    done = perform("penalty.complete_announcement", case, actor=town["lixuemei"], data={}, at=at(moment))
    assert done.matter.stage == "performance"
    assert str(done.matter.decision_served_on) == "2026-05-08"
    assert [paper.code for paper in done.documents] == ["D33"]


def test_there_is_no_end_of_an_announcement_that_never_began(town: Town):
    """civil-procedure-95"""
    found = refused("penalty.complete_announcement", decided(town), actor=town["lixuemei"], at=at("2026-05-09 09:00"))
    assert found["civil-procedure-95"].mend == "penalty.announce"


def test_an_announced_notice_opens_the_window_when_its_days_are_over(town: Town):
    """penalty-law-44, town-statement-window"""
    case = failed(town, notified(town), code="D23", acted_at="2026-03-25 10:00")
    data = announcing(case, "D23", acted_at="2026-03-26 09:00")
    case = perform("penalty.announce", case, actor=town["lixuemei"], data=data, at=at("2026-03-26 10:00")).matter
    assert case.told_on is None
    case = perform("penalty.complete_announcement", case, actor=town["lixuemei"], data={}, at=at("2026-04-27 09:00")).matter
    assert str(case.told_on) == "2026-04-25"
    assert case.deadlines.filter(provision="town-statement-window", met_at__isnull=True).count() == 1


def test_every_way_of_the_law_but_announcing_is_offered(town: Town):
    """civil-procedure-88, civil-procedure-94"""
    offered = {way for way, _ in Serve.base_fields["method"].choices}
    assert offered == set(Service.Method.values) - {"announced"}


def test_the_receipt_carries_the_signatures_and_officers(town: Town):
    """civil-procedure-87"""
    case = told(town)
    paper = case.documents.get(code="D33")
    assert paper.data["signatures"]["receiver"] == DRAWN
    assert [row["name"] for row in paper.data["officers"]] == ["李雪梅", "陈志强"]
    assert paper.data["manner"] == "直接送达"
