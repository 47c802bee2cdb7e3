"""What is not published: minors never, the rest on one of six grounds that somebody else approves, and what makes it public after all."""

from __future__ import annotations

from datetime import date

import pytest

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import InvalidInput, WrongStage
from mingzhi.core.engine.models import Deadline
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.standing import next_action
from mingzhi.core.organs.models import Appointment, User
from mingzhi.procedures.penalty.models import Case, Party
from mingzhi.regulations.disclosure.actions import request_of
from mingzhi.regulations.disclosure.people import minors_because
from mingzhi.regulations.disclosure.public import public_on
from mingzhi.regulations.disclosure.stages import Stage
from tests.cast import at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import story

CONSENT = {"lifted_because": "consent", "lifted_reasons": "权利人2026年4月10日书面同意。"}
OVER = {"lifted_because": "over", "lifted_reasons": "该案已经办结。"}


def running(publication: object, provision: str) -> Deadline:
    return Deadline.objects.get(matter=publication, provision=provision, met_at__isnull=True, lifted_at__isnull=True)


def proof(tmp_name: str = "同意书.txt") -> dict[str, object]:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return {"proof": SimpleUploadedFile(tmp_name, "同意公开。".encode())}


@pytest.mark.parametrize(
    ("born", "acted_on", "words"),
    [
        ("2008-02-20", "2026-02-20", "行为时"),  # eighteen on the day after the birthday only
        ("2008-02-19", "2026-02-20", ""),
        ("2008-04-02", "2026-02-20", "行为时、作出决定时"),
        ("2008-04-10", "2026-02-20", "行为时、作出决定时、现在"),
    ],
)
def test_under_eighteen_at_the_act_at_the_decision_or_now(begun: Staged, born: str, acted_on: str, words: str):
    """disclosure-9.1"""
    case = begun.matter.case
    Party.objects.filter(matter_id=case.pk).update(birth_on=born)
    case.acted_from_on = date.fromisoformat(acted_on)
    why = minors_because(case, date(2026, 4, 3))
    assert (why or "") == (f"当事人{words}不满18周岁" if words else "")


def test_a_trader_has_the_age_of_who_runs_it(begun: Staged):
    """disclosure-9.1"""
    case = begun.matter.case
    Party.objects.filter(matter_id=case.pk).update(kind="trader", birth_on=None, operator="冉中军", operator_identifier=story.YOUNG)
    assert minors_because(case, date(2026, 4, 3))


@pytest.mark.parametrize("action", ["collect", "confirm"])
def test_nobody_collects_or_confirms_a_minors_decision(begun: Staged, action: str):
    """disclosure-9.1"""
    town = begun.town
    publication = story.a_minors(begun.matter)
    data = story.SUMMARY if action == "collect" else {"compared": True, "title": "某案", "text": "某"}
    answer = refused(f"publication.{action}", publication, actor=town["lixuemei"], data=data, at=at("2026-04-03 09:00"))
    assert answer["disclosure-9.1"].mend == "publication.ask_withholding"
    assert next_action(publication, at("2026-04-03 09:00")).name == "ask_withholding"


@pytest.mark.parametrize("action", ["check", "publish"])
def test_what_was_collected_before_it_was_known_goes_no_further(checked: Staged, action: str):
    """disclosure-9.1"""
    town = checked.town
    publication = checked.matter
    if action == "check":
        publication = story.confirmed(
            town,
            story.collected(
                town,
                story.act(town, "send_back", publication, story.CHECKER, "2026-04-07 09:00", reasons="重新采集。").matter,
                "2026-04-07 09:10",
            ),
            "2026-04-07 09:20",
        )
    Party.objects.filter(matter_id=publication.case_id).update(birth_on="2008-02-21")
    who, data = (story.CHECKER, {"opinion": "同意。"}) if action == "check" else (story.PUBLISHER, {})
    answer = refused(f"publication.{action}", publication, actor=town[who], data=data, at=at("2026-04-07 10:00"))
    assert "同意也不能公开" in answer["disclosure-9.1"].sentence


def test_a_minors_decision_stays_withheld_whatever_a_head_says(begun: Staged):
    """disclosure-9.1, disclosure-9-override: consent speaks of secrets of business and privacy only"""
    town = begun.town
    publication = story.asked(town, story.a_minors(begun.matter), "minor")
    answer = refused(
        "publication.refuse_withholding", publication, actor=town["zhouweimin"], data={"reasons": "应当公开。"}, at=at("2026-04-03 11:00")
    )
    assert "disclosure-9.1" in answer
    publication = story.act(town, "approve_withholding", publication, story.HEAD, "2026-04-03 16:00", opinion="同意。").matter
    answer = refused("publication.lift_withholding", publication, actor=town["zhouweimin"], data=OVER, at=at("2026-05-08 11:00"))
    assert "disclosure-9.1" in answer


def test_a_grown_up_is_not_withheld_as_a_minor(begun: Staged):
    """disclosure-9.1, disclosure-15: no selective publication"""
    town = begun.town
    answer = refused(
        "publication.ask_withholding", begun.matter, actor=town["lixuemei"], data=story.withholding("minor"), at=at("2026-04-03 10:00")
    )
    assert "已成年" in answer["disclosure-9.1"].sentence


@pytest.mark.parametrize(("ground", "field"), [("investigation", "other_case"), ("forbidden", "basis")])
def test_a_ground_names_the_case_or_the_article_it_rests_on(begun: Staged, ground: str, field: str):
    """disclosure-9.4, disclosure-9.6"""
    town = begun.town
    with pytest.raises(InvalidInput) as caught:
        story.asked(town, begun.matter, ground=ground)
    assert set(caught.value.errors) == {field}


def test_a_head_approves_and_the_days_to_publish_run_no_longer(begun: Staged):
    """disclosure-9.5, disclosure-12-penalty"""
    town = begun.town
    publication = story.withheld(town, begun.matter)
    assert publication.stage == Stage.WITHHELD
    assert (request_of(publication).granted, request_of(publication).decided_by.name) == (True, "周为民")
    assert Deadline.objects.get(matter=publication).lifted_at == at("2026-04-03 16:00")


@pytest.mark.parametrize("ground", ["state_secret", "trade_secret", "privacy", "stability", "unsuitable"])
def test_what_is_withheld_on_a_ground_is_nowhere_public(begun: Staged, ground: str):
    """disclosure-9.2, disclosure-9.3, disclosure-9.5"""
    town = begun.town
    publication = story.withheld(town, begun.matter, ground)
    assert (publication.stage, publication.ground) == (Stage.WITHHELD, ground)
    assert request_of(publication).decided_by != request_of(publication).asked_by
    assert not public_on(town.authority, date(2026, 5, 1)).filter(pk=publication.pk).exists()
    with pytest.raises(WrongStage):
        story.act(town, "publish", publication, "wangli", "2026-04-10 10:00")


def test_what_is_refused_is_collected_and_its_days_run_on(asked_to_withhold: Staged):
    """disclosure-12-penalty, disclosure-15"""
    town = asked_to_withhold.town
    publication = story.act(
        town, "refuse_withholding", asked_to_withhold.matter, story.HEAD, "2026-04-03 16:00", reasons="隐去后可以公开。"
    ).matter
    assert (publication.stage, publication.ground) == (Stage.COLLECTING, "")
    assert local_day(running(publication, "disclosure-12-penalty").due_at) == date(2026, 4, 13)


def test_nobody_decides_on_their_own_request(begun: Staged):
    """town-separation"""
    town = begun.town
    Appointment.objects.create(person=town["wangli"], authority=town.authority, post="deputy", from_on=date(2026, 1, 1))
    publication = perform(
        "publication.ask_withholding", begun.matter, actor=town["wangli"], data=story.withholding(), at=at("2026-04-03 10:00")
    ).matter
    clerk = User.objects.get(pk=town["wangli"].pk)
    answer = refused("publication.approve_withholding", publication, actor=clerk, data={"opinion": "同意。"}, at=at("2026-04-03 11:00"))
    assert "您提出的" in answer["disclosure-9.5"].sentence


def test_another_investigation_is_asked_after_again_every_thirty_days(investigation_goes_on: Staged):
    """disclosure-9.4, town-withholding-recheck"""
    town = investigation_goes_on.town
    publication = investigation_goes_on.matter
    assert local_day(running(publication, "town-withholding-recheck").due_at) == date(2026, 5, 3)
    story.act(town, "recheck_withholding", publication, story.COLLECTOR, "2026-04-30 10:00", reasons="该案仍在调查。")
    assert local_day(running(publication, "town-withholding-recheck").due_at) == date(2026, 5, 30)


def test_other_grounds_are_not_asked_after(begun: Staged):
    """disclosure-9.4"""
    town = begun.town
    publication = story.withheld(town, begun.matter)
    assert not Deadline.objects.filter(matter=publication, provision="town-withholding-recheck").exists()
    answer = refused(
        "publication.recheck_withholding", publication, actor=town["lixuemei"], data={"reasons": "仍不适宜。"}, at=at("2026-04-30 10:00")
    )
    assert "不需要定期复核" in answer["disclosure-9.4"].sentence


def test_when_the_ground_is_gone_seven_working_days_begin(investigation_goes_on: Staged):
    """disclosure-9.4, disclosure-12-penalty"""
    town = investigation_goes_on.town
    publication = story.act(town, "lift_withholding", investigation_goes_on.matter, story.HEAD, "2026-04-20 10:00", **OVER).matter
    assert publication.stage == Stage.COLLECTING
    assert local_day(running(publication, "disclosure-12-penalty").due_at) == date(2026, 4, 29)
    assert not Deadline.objects.filter(matter=publication, provision="town-withholding-recheck", met_at=None, lifted_at=None).exists()


@pytest.mark.parametrize("ground", ["trade_secret", "privacy"])
def test_consent_and_the_publics_interest_lift_secrets_of_business_and_privacy_with_their_proof(begun: Staged, ground: str):
    """disclosure-9-override, information-rules-15"""
    town = begun.town
    publication = story.withheld(town, begun.matter, ground)
    with pytest.raises(InvalidInput) as caught:
        story.act(town, "lift_withholding", publication, story.HEAD, "2026-04-10 10:00", **CONSENT)
    assert set(caught.value.errors) == {"proof"}
    done = perform(
        "publication.lift_withholding", publication, actor=town["zhouweimin"], data=CONSENT, files=proof(), at=at("2026-04-10 10:00")
    )
    assert done.matter.stage == Stage.COLLECTING
    assert request_of(done.matter).lifted_because == "consent"


@pytest.mark.parametrize("ground", ["state_secret", "stability", "unsuitable"])
def test_nothing_else_yields_to_consent(begun: Staged, ground: str):
    """disclosure-9-override"""
    town = begun.town
    publication = story.withheld(town, begun.matter, ground)
    answer = refused(
        "publication.lift_withholding", publication, actor=town["zhouweimin"], data=CONSENT, files=proof(), at=at("2026-04-10 10:00")
    )
    assert "只能使涉及商业秘密、个人隐私的决定公开" in answer["disclosure-9-override"].sentence


def test_a_withheld_case_is_found_again_by_its_stage(begun: Staged):
    """disclosure-9.5"""
    town = begun.town
    publication = story.withheld(town, begun.matter)
    assert Case.objects.get(pk=publication.case_id).publications.get().get_ground_display() == "认为不适宜公开"
