"""Every action of the three procedures where it may not be done: at a wrong stage, by a wrong post, with one officer, with a certificate
that is over, by its author, by somebody who must keep out. It is refused under its provision, and nothing but the note of it remains."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from mingzhi.core.engine.errors import ActionError, NotFound, PostNotHeld, Refused, WrongStage
from mingzhi.core.engine.models import Handler, Record, RefusalNote
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.places import post_for
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.core.organs import HEADS, Post
from mingzhi.core.organs.models import Appointment, Certificate, User
from mingzhi.procedures.penalty.models import Recusal
from tests.procedures.house import BEGUN_ABOVE, BY_HAND, DECIDING, INPUTS, PAIRS, Staged, Stages

from .trying import left_behind, undone

pytestmark = pytest.mark.walk

ADMINISTRATOR = "sysadmin"
#: Above the brigade: whose endorsement is a request to the head.
ENDORSED = {
    "penalty.approve_filing": "endorsed",
    "penalty.refuse_filing": "endorsed",
    "penalty.decide": "decision endorsed",
    "penalty.approve_closing": "closing endorsed",
}
TWO_OFFICERS = [code for code, action in BY_HAND.items() if action.form and "officers" in action.form.base_fields]
#: What is paid back goes back at any stage of a penalty on the spot; everything else has stages at which it is out of place.
BOUND_TO_STAGES = [code for code, action in BY_HAND.items() if not action.opens and code != "summary.refund"]
IN_A_CASE = [
    code
    for code, action in BY_HAND.items()
    if not action.opens and (action.procedure.code in ("penalty", "summary") or action.procedure.about)
]


def sample_data(staged: Staged, code: str) -> dict[str, Any]:
    return INPUTS[code].data(staged.town, staged.matter, staged.now)


def tried(staged: Staged, code: str, person: User, data: dict[str, Any], now: datetime | None = None) -> ActionError | None:
    """Try an action: None when it was done, else the refusal."""
    try:
        perform(code, staged.matter, actor=person, data=data, at=now or staged.now)
    except ActionError as refused:
        return refused
    return None


def cited(refused: ActionError | None) -> set[str]:
    return {row.id for refusal in refused.refusals for row in refusal.provisions} if refused else set()


@contextmanager
def nothing_but_notes() -> Iterator[list[ActionError]]:
    """Inside, attempts are refused: each refusal leaves its notes, one for each provision, and no other table changes."""
    notes = RefusalNote.objects.count()
    found: list[ActionError] = []
    with left_behind() as left:
        yield found
    expected = [
        (row.id, refusal.sentence)
        for refused in found
        if isinstance(refused, Refused | PostNotHeld | WrongStage)
        for refusal in refused.refusals
        for row in refusal.provisions
    ]
    assert list(RefusalNote.objects.order_by("id").values_list("provision", "sentence")[notes:]) == expected
    assert set(left.tables) <= {RefusalNote._meta.db_table}


def test_every_action_has_its_input_and_no_other_has():
    assert set(INPUTS) == set(BY_HAND)


@pytest.mark.parametrize(("code", "state"), PAIRS)
def test_the_input_is_taken_where_the_action_is_possible(stages: Stages, code: str, state: str):
    """What the refusals below are compared with: the same act, by whom and where it may be done."""
    staged = stages[state]
    with undone():
        matter = staged.matter
        with left_behind() as left:
            done = perform(code, matter, actor=staged.town[INPUTS[code].who], data=sample_data(staged, code), at=staged.now)
        assert Record.objects.get(pk=done.record.pk).action == code
        assert done.matter.version == (1 if ACTIONS[code].opens else matter.version + 1)
        assert {"engine_record", "ledger_entry"} <= set(left.tables)


def wrong_stages(stages: Stages, action: Action) -> list[Staged]:
    """A matter at each stage of the procedure where the action is not done."""
    found: dict[str, Staged] = {}
    for name in stages.of(action.procedure.code):
        staged = stages[name]
        stage = staged.matter.stage
        if stage not in found and not action.allowed_at(stage):
            found[stage] = staged
    return list(found.values())


def able(staged: Staged, action: Action) -> User:
    """Somebody who holds the post in this matter."""
    on = staged.now.date()
    return next(person for person in staged.town.people.values() if post_for(action, staged.matter, person, on))


@pytest.mark.parametrize("code", BOUND_TO_STAGES)
def test_at_every_other_stage_it_is_refused_under_its_provision(stages: Stages, code: str):
    action = ACTIONS[code]
    wrong = wrong_stages(stages, action)
    assert wrong
    with undone(), nothing_but_notes() as refusals:
        for staged in wrong:
            refused = tried(staged, code, able(staged, action), sample_data(stages[INPUTS[code].states[0]], code))
            assert isinstance(refused, WrongStage) and refused.status == 409
            assert cited(refused) == {row.id for row in action.provisions}
            assert action.procedure.stage_title(staged.matter.stage) in refused.sentence
            refusals.append(refused)


@pytest.mark.parametrize(("code", "state"), [(code, sample.states[0]) for code, sample in INPUTS.items()])
def test_who_does_not_hold_the_post_is_refused_under_its_provision_and_told_who_may(stages: Stages, code: str, state: str):
    staged, action = stages[state], ACTIONS[code]
    data, on = sample_data(staged, code), staged.now.date()
    town, matter = staged.town, staged.matter
    # A new matter has nobody's name on it; then the officer's post is asked for. One about a case has the names of the case.
    strangers = [person for person in town.people.values() if matter is None or not post_for(action, matter, person, on)]
    if matter is None:
        strangers = [person for person in strangers if not Appointment.objects.filter(person=person, post__in=action.by).exists()]
    assert strangers and town[ADMINISTRATOR] in strangers
    able_names = {person.name for person in town.people.values() if person not in strangers}
    with undone(), nothing_but_notes() as refusals:
        for person in strangers:
            refused = tried(staged, code, person, data)
            if action.opens and action.procedure.about and person == town[ADMINISTRATOR]:
                # Who may not see the case is not told who handles it.
                assert isinstance(refused, PostNotHeld)
                refusals.append(refused)
                continue
            if matter is not None and person == town[ADMINISTRATOR]:
                assert isinstance(refused, NotFound) and refused.status == 404
                continue
            assert isinstance(refused, PostNotHeld) and refused.status == 403
            assert cited(refused) == {row.id for row in action.provisions}
            (refusal,) = refused.refusals
            assert all(post.label in refusal.who for post in action.by)
            assert all(name in refusal.who for name in able_names)
            refusals.append(refused)


@pytest.mark.parametrize("code", TWO_OFFICERS)
def test_with_one_officer_it_is_refused(stages: Stages, code: str):
    """penalty-law-42, cq-inspection-15"""
    staged, sample = stages[INPUTS[code].states[0]], INPUTS[code]
    data = sample_data(staged, code)
    with undone(), nothing_but_notes() as refusals:
        refused = tried(staged, code, staged.town[sample.who], data | {"officers": data["officers"][:1]})
        assert isinstance(refused, Refused)
        assert {"penalty-law-42", "cq-inspection-15"} <= cited(refused)
        refusals.append(refused)


def second_officer(staged: Staged, data: dict[str, Any]) -> Certificate:
    return Certificate.objects.get(holder__authority=staged.town.authority, holder__name=data["officers"][1])


@pytest.mark.parametrize("code", TWO_OFFICERS)
def test_a_certificate_holds_on_its_last_day_and_not_on_the_next(stages: Stages, code: str):
    """penalty-law-42, personnel-4"""
    staged, sample = stages[INPUTS[code].states[0]], INPUTS[code]
    data, today = sample_data(staged, code), timezone.localtime(staged.now).date()
    with undone():
        Certificate.objects.filter(pk=second_officer(staged, data).pk).update(valid_until=today - timedelta(days=1))
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, staged.town[sample.who], data)
            assert isinstance(refused, Refused)
            assert {"penalty-law-42", "personnel-4"} <= cited(refused)
            refusals.append(refused)
    with undone():
        Certificate.objects.filter(pk=second_officer(staged, data).pk).update(valid_until=today)
        assert tried(staged, code, staged.town[sample.who], data) is None


def appointed(person: User, *posts: Post) -> User:
    for post in posts:
        Appointment.objects.create(person=person, authority=person.authority, post=post, from_on=date(2025, 1, 1))
    return User.objects.get(pk=person.pk)


def test_every_deciding_action_has_its_author():
    """town-separation"""
    above = {Post.CAPTAIN, *HEADS}
    decide = {code for code, action in BY_HAND.items() if set(action.by) & above and action.procedure.code != "clue"}
    assert decide - BEGUN_ABOVE == set(DECIDING)


@pytest.mark.parametrize("code", DECIDING)
@pytest.mark.parametrize("still_handles", [True, False], ids=["who handles it", "who once asked"])
def test_whoever_asked_does_not_decide(stages: Stages, code: str, still_handles: bool):
    """town-separation"""
    staged, kind = stages[INPUTS[code].states[0]], ACTIONS[code].procedure.code
    with undone():
        asked = Record.objects.filter(matter_id=staged.matter_id, action__in=[f"{kind}.{name}" for name in DECIDING[code]]).last()
        assert asked is not None
        author = appointed(asked.actor, *(post for post in ACTIONS[code].by if post != Post.HANDLER))
        if not still_handles:
            Handler.objects.filter(matter_id=staged.case_id, person=author).update(person=staged.town["wumin"])
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, author, sample_data(staged, code))
            assert isinstance(refused, Refused)
            assert "town-separation" in cited(refused)
            refusals.append(refused)


@pytest.mark.parametrize("code", ["penalty.surcharge", "penalty.demand"])
def test_a_head_does_not_press_for_money_in_an_own_case(stages: Stages, code: str):
    """town-separation"""
    staged = stages[INPUTS[code].states[0]]
    with undone():
        handler = appointed(staged.town["lixuemei"], Post.DEPUTY)
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, handler, sample_data(staged, code))
            assert "town-separation" in cited(refused)
            refusals.append(refused)


@pytest.mark.parametrize(("code", "state"), ENDORSED.items())
def test_whoever_endorsed_does_not_approve(stages: Stages, code: str, state: str):
    """town-separation"""
    staged = stages[state]
    with undone():
        captain = appointed(staged.town["luokaifu"], Post.DEPUTY)
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, captain, sample_data(staged, code))
            assert cited(refused) == {"town-separation"}
            refusals.append(refused)


@pytest.mark.parametrize("code", [code for code in ACTIONS if code.endswith((".check_file", ".return_file"))])
def test_nobody_checks_the_file_of_their_own_case(stages: Stages, code: str):
    """archive-1.4, town-separation"""
    staged = stages[INPUTS[code].states[0]]
    with undone():
        handler = appointed(staged.town["lixuemei"], Post.ARCHIVIST)
        refused = tried(staged, code, handler, sample_data(staged, code))
        assert isinstance(refused, Refused) and cited(refused) == {"archive-1.4", "town-separation"}


def recused(staged: Staged, *people: User) -> None:
    for person in people:
        Recusal.objects.create(
            matter_id=staged.case_id, person=person, asked_by="刘大成", reason="利害关系", asked_at=staged.now, granted=True
        )


@pytest.mark.parametrize("code", IN_A_CASE)
def test_whoever_must_keep_out_does_nothing_more_in_the_case(stages: Stages, code: str):
    """penalty-law-43, personnel-25"""
    staged, sample = stages[INPUTS[code].states[0]], INPUTS[code]
    actor = staged.town[sample.who]
    with undone():
        if code == "penalty.decide_recusal":
            Recusal.objects.filter(matter_id=staged.matter_id).update(person=actor)
        else:
            recused(staged, actor)
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, actor, sample_data(staged, code))
            assert isinstance(refused, Refused)
            assert {"penalty-law-43", "penalty-law-43.3"} & cited(refused)
            refusals.append(refused)


@pytest.mark.parametrize("code", [code for code in TWO_OFFICERS if not ACTIONS[code].opens])
def test_an_officer_who_must_keep_out_takes_no_part(stages: Stages, code: str):
    """penalty-law-43, personnel-25"""
    staged, sample = stages[INPUTS[code].states[0]], INPUTS[code]
    data = sample_data(staged, code)
    with undone():
        recused(staged, User.objects.get(authority=staged.town.authority, name=data["officers"][1]))
        refused = tried(staged, code, staged.town[sample.who], data)
        assert isinstance(refused, Refused) and {"penalty-law-43", "personnel-25"} <= cited(refused)


@pytest.mark.parametrize("code", [code for code in TWO_OFFICERS if not ACTIONS[code].opens])
def test_all_that_is_wrong_is_said_at_once(stages: Stages, code: str):
    """penalty-law-42, penalty-law-43, personnel-4: one officer, without a certificate, who must keep out, with a colleague who is gone."""
    staged, sample = stages[INPUTS[code].states[0]], INPUTS[code]
    data = sample_data(staged, code)
    actor = staged.town[sample.who]
    lone = User.objects.get(authority=staged.town.authority, name=data["officers"][0])
    with undone():
        recused(staged, actor, *({lone} - {actor}))
        Certificate.objects.filter(holder=lone).update(withdrawn_on=date(2026, 1, 1))
        with nothing_but_notes() as refusals:
            refused = tried(staged, code, actor, data | {"officers": data["officers"][:1]})
            assert isinstance(refused, Refused)
            sentences = [refusal.sentence for refusal in refused.refusals]
            assert len(sentences) == len(set(sentences)) >= 4
            assert f"差 {len(sentences)} 项" in refused.sentence
            assert {"penalty-law-42", "cq-inspection-15", "personnel-4", "penalty-law-43", "personnel-25", "posts-6.6"} <= cited(refused)
            refusals.append(refused)


def test_a_decision_that_lacks_everything_lists_everything(stages: Stages):
    """penalty-law-44, penalty-law-40, penalty-law-28, penalty-law-30, penalty-law-42, penalty-law-43, penalty-law-58"""
    staged = stages["decision endorsed"]
    case, head = staged.matter, staged.town["zhouweimin"]
    with undone():
        case.told_penalties, case.told_on, case.found, case.needs_review = [], None, "", "疑难复杂"
        case.proposed_penalties = [{"kind": "fine", "content": "罚款", "amount_yuan": "90000.00"}]
        case.save()
        case.penalty_partys.update(birth_on="2014-01-01")
        case.penalty_correctionorders.all().delete()
        case.penalty_approvals.filter(subject="decision").update(endorsed_by=None)
        recused(staged, head)
        Certificate.objects.filter(holder=staged.town["lixuemei"]).update(valid_until=date(2026, 3, 31))
        with nothing_but_notes() as refusals:
            refused = tried(staged, "penalty.decide", head, sample_data(staged, "penalty.decide"))
            expected = {
                "penalty-law-44", "penalty-law-40", "penalty-law-28", "penalty-law-30", "penalty-law-4", "penalty-law-42", "penalty-law-43",
                "penalty-law-57.2", "penalty-law-58", "recording-8.2",
            }  # fmt: skip
            assert expected <= cited(refused)
            refusals.append(refused)


def test_what_follows_from_elsewhere_is_done_by_nobody_by_hand(stages: Stages):
    """What a matter about the case does to it has its own action there; nobody may begin with that."""
    for code, action in ACTIONS.items():
        if action.follows:
            staged = stages[next(name for name in stages.of(action.procedure.code))]
            with undone():
                refused = tried(staged, code, staged.town["zhouweimin"], {})
                assert isinstance(refused, PostNotHeld) and "不单独办理" in refused.sentence
