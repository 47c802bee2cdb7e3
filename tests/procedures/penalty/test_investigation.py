"""现场检查、询问、调取证据、送达地址确认."""

from datetime import date

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, Refused, WrongStage
from mingzhi.core.engine.perform import perform
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, Certificate
from mingzhi.procedures.penalty.models import ConfirmedAddress, Inspection, Presence, Questioning
from tests.cast import CITIZEN, Town, at

from .story import DRAWN, REFUSED, filed, inspected, inspection, propose, questioned, refused_under


def test_an_inspection_is_recorded_printed_and_told(town: Town):
    """penalty-law-55.2"""
    done = inspected(town, filed(town).matter)
    assert [paper.code for paper in done.documents] == ["D05"]
    assert done.record.sentence == "现场检查 万隆村三组 09:00–09:40，制作笔录"
    row = Inspection.objects.get(matter=done.matter)
    assert [officer["certificate"] for officer in row.officers] == ["500110112001", "500110112002"]
    assert row.signatures["party"]["kind"] == "drawn"
    assert "执法证号500110112001" in done.documents[0].data["rights_told"]


def test_an_inspection_recorded_on_another_day_names_its_day(town: Town):
    """recording-7.4"""
    done = inspected(town, filed(town).matter, led_to_filing=True, from_at="2026-03-02 09:00", until_at="2026-03-02 09:30")
    assert done.record.sentence == "现场检查 万隆村三组 2026-03-02 09:00–09:30，制作笔录"


def test_an_inspection_keeps_both_officers_at_its_place(town: Town):
    """town-one-place"""
    case = inspected(town, filed(town).matter).matter
    assert Presence.objects.filter(matter=case, place="万隆村三组").count() == 2


@pytest.mark.parametrize(("blank", "article"), [("showed_card", "penalty-law-55"), ("told_rights", "penalty-law-7")])
def test_an_inspection_without_card_or_rights_is_refused(town: Town, blank: str, article: str):
    """penalty-law-55, recording-7.1, recording-7.7, personnel-23"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, **{blank: False})
    assert {article, "personnel-23"} <= refused_under(refused)


def test_how_the_officers_were_dressed_is_kept_and_printed(town: Town):
    """disclosure-6.1"""
    done = inspected(town, filed(town).matter, attire="not_worn", attire_because="夜间接报后直接到场")
    row = Inspection.objects.get(matter=done.matter)
    assert (row.attire, row.attire_because) == ("not_worn", "夜间接报后直接到场")
    assert done.documents[0].data["attire"] == "未按规定着装、佩戴执法标识，原因：夜间接报后直接到场"


def test_an_inspection_that_does_not_say_how_the_officers_were_dressed_is_refused(town: Town):
    """disclosure-6.1"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, attire="")
    assert refused_under(refused) == {"disclosure-6.1"}


@pytest.mark.parametrize(("blank", "article"), [("showed_card", "recording-7.1"), ("told_rights", "recording-7.7")])
def test_a_questioning_without_card_or_rights_is_refused(town: Town, blank: str, article: str):
    """penalty-law-55, recording-7.1, recording-7.7"""
    with pytest.raises(Refused) as refused:
        questioned(town, filed(town).matter, **{blank: False})
    assert article in refused_under(refused)


def test_an_inspection_by_one_officer_is_refused(town: Town):
    """penalty-law-42"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, officers=["李雪梅"])
    assert "penalty-law-42" in refused_under(refused)


def test_an_inspection_by_somebody_without_a_certificate_is_refused(town: Town):
    """personnel-4"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, officers=["李雪梅", "钱新来"])
    assert "personnel-4" in refused_under(refused)


def test_a_certificate_is_valid_on_its_last_day_and_not_on_the_next(town: Town):
    """penalty-law-42, personnel-4"""
    case = filed(town).matter
    Certificate.objects.filter(holder=town["chenzhiqiang"]).update(valid_until=date(2026, 3, 4))
    inspected(town, case)
    with pytest.raises(Refused) as refused:
        questioned(town, case)
    assert refused_under(refused) == {"penalty-law-42", "personnel-4", "personnel-7"}


def test_a_withdrawn_certificate_enforces_no_more(town: Town):
    """personnel-7"""
    case = filed(town).matter
    Certificate.objects.filter(holder=town["chenzhiqiang"]).update(withdrawn_on=date(2026, 3, 4))
    with pytest.raises(Refused) as refused:
        inspected(town, case)
    assert "personnel-7" in refused_under(refused)


def test_a_card_not_shown_is_refused_under_the_rule_of_disclosure_too(town: Town):
    """disclosure-6.1, penalty-law-55"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, showed_card=False)
    assert {"penalty-law-55", "disclosure-6.1"} <= refused_under(refused)


def test_all_refusals_of_an_inspection_come_at_once(town: Town):
    """penalty-law-42, penalty-law-55, penalty-law-7"""
    with pytest.raises(Refused) as refused:
        inspected(town, filed(town).matter, officers=["李雪梅"], showed_card=False, told_rights=False)
    assert {"penalty-law-42", "penalty-law-55", "penalty-law-7"} <= refused_under(refused)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"until_at": "2026-03-04 09:00"}, "until_at"),
        ({"until_at": "2026-03-04 11:00"}, "until_at"),
        ({"party_signature": ""}, "party_signature"),
        ({"party_absent": True, "witness": ""}, "witness"),
    ],
)
def test_an_inspection_record_with_wrong_times_or_signatures_is_not_taken(town: Town, changes: dict, field: str):
    """recording-7.4"""
    with pytest.raises(InvalidInput) as wrong:
        inspected(town, filed(town).matter, **changes)
    assert field in wrong.value.errors


def test_a_witness_stands_for_an_absent_party(town: Town):
    """recording-7.4"""
    done = inspected(town, filed(town).matter, party_absent=True, witness="王德明", party_opinion="", party_signature="", rights_answer="")
    assert "见证人王德明" in done.documents[0].data["rights_answer"]


def test_a_party_that_will_not_sign_is_noted_with_its_witness(town: Town):
    """recording-7.4"""
    done = inspected(town, filed(town).matter, party_signature=REFUSED)
    assert done.documents[0].data["signatures"]["party"] == REFUSED


def test_an_inspection_before_filing_must_have_led_to_it(town: Town):
    """penalty-law-54.2"""
    case = filed(town).matter
    early = {"from_at": "2026-03-02 09:00", "until_at": "2026-03-02 09:30"}
    with pytest.raises(Refused) as refused:
        inspected(town, case, **early)
    assert refused_under(refused) == {"penalty-law-54.2"}
    inspected(town, case, led_to_filing=True, **early)
    assert Inspection.objects.get(matter=case).led_to_filing


def test_a_questioning_before_filing_is_refused(town: Town):
    """penalty-law-54.2"""
    with pytest.raises(Refused) as refused:
        questioned(town, filed(town).matter, from_at="2026-03-03 14:00", until_at="2026-03-03 14:30")
    assert refused_under(refused) == {"penalty-law-54.2"}


def test_officers_are_not_in_two_places_at_once(town: Town):
    """town-one-place"""
    case = inspected(town, filed(town).matter).matter
    with pytest.raises(Refused) as refused:
        questioned(town, case, from_at="2026-03-04 09:20", until_at="2026-03-04 09:50")
    assert refused_under(refused) == {"town-one-place"}


def test_a_questioning_is_recorded_and_counted(town: Town):
    """recording-7.2"""
    case = filed(town).matter
    first = questioned(town, case)
    again = questioned(town, case, from_at="2026-03-05 10:10", until_at="2026-03-05 10:20")
    assert [first.documents[0].data["times"], again.documents[0].data["times"]] == [1, 2]
    assert list(Questioning.objects.filter(matter=case).values_list("times", flat=True)) == [1, 2]
    assert first.documents[0].data["asked"] | {"gender": "男", "birth_on": "1985-03-12"} == first.documents[0].data["asked"]


def test_one_person_is_not_questioned_twice_at_once(town: Town):
    """recording-7.2"""
    case = questioned(town, filed(town).matter).matter
    Appointment.objects.create(person=town["luokaifu"], authority=town.authority, post=Post.OFFICER, from_on=date(2025, 1, 1))
    with pytest.raises(Refused) as refused:
        questioned(town, case, officers=["吴敏", "罗开富"], from_at="2026-03-05 10:00", until_at="2026-03-05 10:20")
    assert refused_under(refused) == {"recording-7.2", "penalty-law-55.2"}


def test_a_wrong_identity_number_is_not_taken(town: Town):
    """recording-7.2"""
    with pytest.raises(InvalidInput) as wrong:
        questioned(town, filed(town).matter, person_identifier="500399198503121239")
    assert "person_identifier" in wrong.value.errors


def test_a_summons_names_a_time_to_come(town: Town):
    """penalty-law-55.2"""
    case = filed(town).matter
    data = {"officers": ["李雪梅", "陈志强"], "place": "大队询问室", "addressee": "刘大成", "materials": "身份证\n购料凭证"}
    done = perform("penalty.summon", case, actor=town["lixuemei"], data=data | {"appear_at": "2026-03-05 09:30"}, at=at("2026-03-04 11:00"))
    assert done.documents[0].code == "D06"
    assert done.documents[0].data["materials"] == ["身份证", "购料凭证"]
    with pytest.raises(InvalidInput):
        perform("penalty.summon", case, actor=town["lixuemei"], data=data | {"appear_at": "2026-03-04 09:30"}, at=at("2026-03-04 11:00"))


def test_a_holder_is_asked_for_evidence(town: Town):
    """recording-7.3"""
    data = {
        "officers": ["李雪梅", "陈志强"],
        "place": "大队",
        "addressee": "万隆村村委会",
        "items": [{"name": "宅基地登记表", "quantity": "1份"}],
        "until_on": "2026-03-12",
    }
    done = perform("penalty.order_evidence", filed(town).matter, actor=town["lixuemei"], data=data, at=at("2026-03-04 11:00"))
    assert [paper.code for paper in done.documents] == ["D09"]


def address(**changes) -> dict:
    return {
        "officers": ["李雪梅", "陈志强"],
        "address": CITIZEN["party_address"],
        "receiver": "刘大成",
        "phone": "13900000001",
        "party_signature": DRAWN,
        **changes,
    }


def confirm(town: Town, **changes):
    return perform(
        "penalty.confirm_address", filed(town).matter, actor=town["lixuemei"], data=address(**changes), at=at("2026-03-04 11:00")
    )


def test_electronic_service_is_agreed_to_by_signature(town: Town):
    """penalty-law-61.2"""
    done = confirm(town, electronic=True, electronic_kind="sms", electronic_address="13900000001")
    assert done.documents[0].data["sms"] == "13900000001"
    assert ConfirmedAddress.objects.get(matter=done.matter).electronic


def test_a_refused_signature_is_no_consent_to_electronic_service(town: Town):
    """penalty-law-61.2"""
    with pytest.raises(Refused) as refused:
        confirm(town, electronic=True, electronic_kind="sms", electronic_address="13900000001", party_signature=REFUSED)
    assert refused_under(refused) == {"penalty-law-61.2"}


def test_only_a_handler_inspects_and_only_after_filing(town: Town):
    """penalty-law-54"""
    with pytest.raises(PostNotHeld):
        perform("penalty.inspect", filed(town).matter, actor=town["wumin"], data=inspection(), at=at("2026-03-04 10:00"))
    with pytest.raises(WrongStage):
        inspected(town, propose(town, party_identifier="500399198801010018", acted_from_on="2026-02-21"))
