"""The demo town: made by the real actions, whole, in every stage, the same each time, and with something to do today."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from django.utils import timezone

from mingzhi.core import vault
from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Attachment, Deadline, Matter, Record
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.ledger.verification import verify
from mingzhi.core.organs.calendars import calendar_of
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User, WorkYear
from mingzhi.core.vault import boxing
from mingzhi.core.vault.models import Blob, Upload
from mingzhi.core.vault.probing import probe
from mingzhi.faces.cli import demo
from mingzhi.faces.cli.demo import parties
from mingzhi.faces.cli.demo.calendar_days import Days, moment
from mingzhi.faces.cli.demo.pictures import photo
from mingzhi.faces.cli.demo.telling import Step, Story, StoryBroken, plan, tell
from mingzhi.faces.cli.demo.town import TOWN_CODE
from mingzhi.faces.cli.demo.year import year
from mingzhi.faces.cli.demo.yearly import yearly_stories
from mingzhi.faces.desk.reading import today as desk_today
from mingzhi.law.identifiers import citizen_number, credit_code
from mingzhi.law.workdays import Calendar
from mingzhi.procedures.clue.stages import Stage as ClueStage
from mingzhi.procedures.penalty.models import Discussion, Hearing, Party, Power
from mingzhi.procedures.penalty.stages import Stage, SummaryStage
from mingzhi.regulations.disclosure.models import Edition, PublicFile
from mingzhi.regulations.figures.keeping import cells_of, published
from mingzhi.regulations.footage.models import Clip, Copy
from tests.faces.portal import canaries

pytestmark = pytest.mark.django_db

#: A Tuesday, so that working days and natural days can both fall due on it.
TODAY = date(2026, 11, 24)
MORNING = timezone.make_aware(datetime.combine(TODAY, time(8, 30)))


#: So many steps of the story are told twice, to see whether the same comes out.
TOLD_TWICE = 60


class Interrupted(Exception):
    """Somebody stopped the load."""


def _named() -> list[tuple]:
    return list(Matter.objects.order_by("opened_at", "id").values_list("kind", "title", "number", "handler_names"))


@pytest.fixture(scope="module")
def interrupted(django_db_setup, django_db_blocker) -> list[tuple]:
    """What stood there when a load was stopped in the middle; it is gone again."""
    found: list[tuple] = []

    def stop(text: str) -> None:
        if f" {TOLD_TWICE}/" in text:
            found.extend(_named())
            raise Interrupted

    with django_db_blocker.unblock():
        with pytest.raises(Interrupted):
            demo.load(stop, today=TODAY, scale="small")
        assert not Authority.objects.exists()
    return found


@pytest.fixture(scope="module")
def made(interrupted: list[tuple], django_db_blocker) -> Iterator[list[str]]:
    """The small demo town with forty people's lives in its cases, made once for this module and undone after it; gives what the progress was told."""
    told: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic(), canaries.woven_into_the_year():
        assert demo.load(told.append, today=TODAY, scale="small")
        yield told
        transaction.set_rollback(True)


def _stages(kind: str) -> set[str]:
    return set(Matter.objects.filter(kind=kind).values_list("stage", flat=True))


@pytest.mark.parametrize(("kind", "stages"), [("penalty", Stage), ("summary", SummaryStage), ("clue", ClueStage)])
def test_every_stage_is_there(made: list[str], kind: str, stages: type) -> None:
    assert _stages(kind) == set(stages.values)


@pytest.mark.parametrize(
    ("kind", "stages"),
    [
        ("review", {"reviewing", "agreed"}),
        ("seizure", {"held", "returned"}),
        ("enforcement", {"accepted", "announced"}),
        ("remedy", {"at_hand", "answering", "ended"}),
        ("crime", {"handed"}),
        ("bulletin", {"checking", "ready", "published", "replaced"}),
        ("lapse", {"held"}),
        ("publication", {"collecting", "checking", "ready", "published", "withholding", "withheld", "objected", "withdrawn"}),
    ],
)
def test_matters_about_cases_stand_at_several_stages(made: list[str], kind: str, stages: set[str]) -> None:
    assert _stages(kind) == stages


def test_a_hearing_lies_ahead_and_one_was_held_and_discussed(made: list[str]) -> None:
    """penalty-law-64, penalty-law-57.2"""
    ahead = Hearing.objects.get(status=Hearing.Status.ARRANGED)
    assert ahead.begins_at > MORNING
    held = Hearing.objects.get(status=Hearing.Status.REPORTED)
    assert Discussion.objects.get().matter_id == held.matter_id


def test_a_review_and_a_remedy_are_due_soon(made: list[str]) -> None:
    """review-8, reconsideration-law-48, compulsion-law-25"""
    for provision in ("review-8", "reconsideration-law-48", "compulsion-law-25"):
        row = Deadline.objects.filter(provision=provision, met_at__isnull=True, lifted_at__isnull=True).latest("id")
        assert TODAY <= local_day(row.due_at) <= TODAY + timedelta(days=10)


def test_the_whole_year_has_reviews_returned_and_submitted_again_and_a_remedy_without_success(made: list[str]) -> None:
    """review-6, review-12: planned, not performed."""
    town = Authority.objects.get(code=TOWN_CODE)
    planned = plan(
        year(Days(calendar_of(town.pk), TODAY), small=False, since=demo.FIRST_DAY), Days(calendar_of(town.pk), TODAY), demo.FIRST_DAY
    )
    codes = [one.step.code for one in planned]
    assert {"review.return_incomplete", "review.resubmit"} <= set(codes)
    assert codes.count("remedy.take_effect") == 2


def test_nothing_is_written_but_by_actions_and_the_ledger_agrees(made: list[str]) -> None:
    report = verify()
    assert report.ok, report.first
    entered = sum(kind.objects.count() for kind in (Authority, Unit, User, Appointment, Certificate, WorkYear, Power))
    assert sum(log.size for log in report.logs) == Record.objects.count() + entered
    assert Record.objects.count() == sum(Matter.objects.values_list("version", flat=True))


def test_everything_happened_before_this_morning(made: list[str]) -> None:
    assert Record.objects.order_by("-at").first().at < MORNING
    moments = list(Record.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)


def test_some_deadlines_are_over_and_some_end_today(made: list[str]) -> None:
    """penalty-law-60, penalty-law-56, penalty-law-71.1, archive-1.3"""
    open_rows = list(Deadline.objects.filter(met_at__isnull=True, lifted_at__isnull=True))
    over = {row.provision for row in open_rows if local_day(row.due_at) < TODAY}
    ending = {row.provision for row in open_rows if local_day(row.due_at) == TODAY}
    assert {"penalty-law-60", "penalty-law-71.1", "penalty-law-67", "archive-1.3"} <= over
    assert {"penalty-law-60", "penalty-law-56", "penalty-law-71.2"} <= ending


@pytest.mark.parametrize("account", ["lixuemei", "luokaifu", "zhouweimin", "wangli", "heping"])
def test_whoever_signs_in_has_something_to_do(made: list[str], account: str) -> None:
    page = desk_today(User.objects.get(username=account), MORNING)
    assert page.mine or page.approvals


def test_a_second_load_does_nothing(made: list[str]) -> None:
    before = Record.objects.count()
    assert demo.load(made.append, today=TODAY) is False
    assert Record.objects.count() == before


def test_progress_is_told_in_words_to_the_last_step(made: list[str]) -> None:
    entailed = {code for code, action in ACTIONS.items() if action.follows}
    steps = Record.objects.exclude(action__in={"clue.become_case", *entailed}).count()
    assert made[0] == "正在建立演示镇：机构、人员和执法事项清单"
    assert f"正在建立演示镇：一年的办件 {steps}/{steps}" in made


def test_the_same_day_gives_the_same_town(made: list[str], interrupted: list[tuple]) -> None:
    finished = {row for row in interrupted if row[2]}
    assert len(finished) > 5
    assert finished <= set(_named())
    titles = [row[:2] for row in _named()]
    assert [row[:2] for row in interrupted] == titles[: len(interrupted)]


def test_discipline_inspection_has_footage_kept_and_asks_for_a_copy(made: list[str]) -> None:
    """recording-18-approve, recording-17-release"""
    inspector = User.objects.get(username="shaoqing")
    assert [row.post for row in inspector.appointments.all()] == ["discipline"]
    copy = Copy.objects.get(asked_by=inspector)
    assert (copy.stage, copy.clip.footage_holds.get().hold_kind) == ("asked", "inspection")


def test_nine_people_are_named_to_the_visitor(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: MORNING)
    rows = demo.sign_ins()
    assert len(rows) == 9
    assert all(posts for _, _, posts in rows)
    assert all(User.objects.get(username=account).check_password(demo.password()) for account, _, _ in rows[:1])


def test_certificates_show_each_turn(made: list[str]) -> None:
    """penalty-law-42, personnel-4, personnel-7"""
    valid = set(Certificate.objects.valid_on(TODAY).values_list("holder__username", flat=True))
    assert not {"tanguoqiang", "shilei"} & valid
    assert Certificate.objects.get(holder__username="pengxiaolan").valid_until < date(2026, 12, 31)
    posts = User.objects.get(username="lixiaofeng").appointments.order_by("from_on").values_list("post", "until_on")
    assert [(post, until is None) for post, until in posts] == [("officer", False), ("clerk", True)]


def test_a_power_that_left_the_list_says_where_to_hand_it(made: list[str]) -> None:
    """penalty-law-17, personnel-19-list"""
    gone = [power for power in Power.objects.filter(scope="penalty", valid_until__isnull=False) if power.hand_to]
    assert gone
    assert all(power.valid_until == date(2025, 6, 30) for power in gone)


def test_an_entrusted_power_names_its_organ_and_its_agreement(made: list[str]) -> None:
    """penalty-law-20"""
    power = Power.objects.get(kind="entrusted")
    assert power.issuer == power.entrusting_organ != power.authority.name
    assert power.entrusting_review_organ and power.entrustment_number
    assert power.fine_max_citizen_yuan is None


def test_parties_of_all_kinds_have_numbers_of_nobody(made: list[str]) -> None:
    rows = list(Party.objects.all())
    assert {row.kind for row in rows} == {"citizen", "trader", "organisation"}
    for row in rows:
        check = citizen_number if row.kind == "citizen" else credit_code
        assert check(row.identifier).valid
        assert parties.AREA in row.identifier[:8]


def test_photographs_are_pictures_of_their_own(made: list[str]) -> None:
    kept = [row.blob for row in Attachment.objects.filter(name__startswith="现场照片").select_related("blob")]
    assert kept
    assert {blob.media_type for blob in kept} == {"image/jpeg"}
    assert all(vault.thumbnail(blob, 160) for blob in kept[:1])
    assert photo("house", 1, MORNING).read() == photo("house", 1, MORNING).read() != photo("shed", 1, MORNING).read()


def test_the_whole_year_has_every_side_exit(made: list[str]) -> None:
    """Planned, not performed: what the full scale adds."""
    town = Authority.objects.get(code=TOWN_CODE)
    planned = plan(
        year(Days(calendar_of(town.pk), TODAY), small=False, since=demo.FIRST_DAY), Days(calendar_of(town.pk), TODAY), demo.FIRST_DAY
    )
    codes = {one.step.code for one in planned}
    exits = {"transfer", "record_receipt", "suspend", "withdraw", "terminate", "not_punish", "refuse_filing", "announce", "assign"}
    assert {f"penalty.{name}" for name in exits} <= codes
    assert {"penalty.decide_deferral", "penalty.surcharge", "penalty.demand", "summary.surcharge", "summary.bank_in"} <= codes


@pytest.mark.parametrize("today", [date(2026, 10, 8), date(2027, 2, 17), date(2028, 1, 1)])
def test_it_can_be_planned_on_any_day(made: list[str], today: date) -> None:
    """After long holidays and in years whose notice is not known to the calendar: nobody is in two places."""
    calendar = Days(calendar_of(Authority.objects.get(code=TOWN_CODE).pk), TODAY).calendar
    for unknown in {today.year - 1, today.year, today.year + 1} - set(calendar.years):
        calendar = calendar.with_year(unknown, [])
    planned = plan(year(Days(calendar, today), small=False, since=demo.FIRST_DAY), Days(calendar, today), demo.FIRST_DAY)
    assert max(one.at for one in planned) < moment(today, "00:00")
    stays: dict[str, list[tuple[datetime, datetime]]] = {}
    for one in planned:
        for name in one.step.officers:
            stays.setdefault(name, []).append((one.scene.from_at, one.scene.until_at))
    for spans in stays.values():
        spans.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_last_years_figures_are_public_and_count_what_was_done_then(made: list[str]) -> None:
    """disclosure-10"""
    cells = cells_of(published(Authority.objects.get(code=TOWN_CODE), TODAY.year - 1))
    assert (cells["penalty.fine"].value, str(cells["penalty.amount"].value), cells["other.inspection"].value) == (3, "0.045", 46)


@pytest.mark.parametrize(("today", "codes"), [(date(2026, 1, 9), []), (date(2026, 1, 14), ["supply", "write"])])
def test_in_january_the_figures_are_being_prepared(today: date, codes: list[str]) -> None:
    told = [story for story in yearly_stories([], Days(Calendar.published(), today)) if story.name == "年度执法数据"]
    assert [step.code.partition(".")[2] for story in told for step in story.steps] == codes


def test_a_refused_step_is_raised_in_words(made: list[str]) -> None:
    days = Days(calendar_of(Authority.objects.get(code=TOWN_CODE).pk), TODAY)
    story = Story("无岗位", [Step(0, "09:00", "clue.register", "heping", {})])
    people = {person.username: person for person in User.objects.all()}
    with pytest.raises(StoryBroken, match="您没有这个岗位"):
        tell(plan([story], days, demo.FIRST_DAY), people, lambda done, every: None)


def test_no_upload_waits_to_be_taken_in_again(made: list[str]) -> None:
    assert set(Upload.objects.values_list("state", flat=True)) == {Upload.State.TAKEN}


@pytest.mark.skipif(boxing.found("ffmpeg") is None, reason="ffmpeg is not installed: the demo has no recordings that play")
def test_recordings_play_without_a_break_for_as_long_as_they_say(made: list[str]) -> None:
    clips = list(Clip.objects.exclude(ended_at=None).select_related("blob", "device"))
    assert len({clip.blob_id for clip in clips}) == len(clips) > 3
    assert {clip.name for clip in clips} == {f"{clip.device.code}_{timezone.localtime(clip.began_at):%Y%m%d%H%M%S}.mp4" for clip in clips}
    for clip in clips[:3]:
        facts = probe(vault.path(clip.blob))
        assert facts.problem == "" and facts.dropouts == ()
        assert facts.duration == clip.ended_at - clip.began_at


def test_nobodys_private_life_in_the_year_is_public(
    made: list[str], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """disclosure-8.1, disclosure-8.2: two hundred values stand in what was published, and none of them, nor any of the parties' own, is found."""
    monkeypatch.setattr(timezone, "now", lambda: MORNING)
    caplog.set_level(logging.DEBUG)
    town = Authority.objects.get(code=TOWN_CODE)
    published = "\n".join(Edition.objects.filter(published_at__isnull=False).values_list("source_text", flat=True))
    assert all(value in published for value in canaries.VALUES)
    own = {value for row in Party.objects.all() for value in _private(row) if value}
    assert len(own) > 100
    found = canaries.leaks(town, TODAY, caplog.records, [*canaries.VALUES, *own])
    # The credit platform has to be told who the party is (0115), and of nobody else.
    told = {(place, value) for place, value in found if place.startswith("credit/") and value in own}
    assert told and found == told


def test_files_are_public_without_what_was_left_in_them(made: list[str]) -> None:
    """disclosure-8.1, disclosure-8.2: who made them stands in the originals, and the same eyes find nothing of it in the copies."""
    rows = list(PublicFile.objects.select_related("original__blob", "copy", "added_by"))
    assert {(row.matter.kind, row.matter.stage, row.copy.media_type) for row in rows} == {
        ("publication", "published", "image/jpeg"),
        ("bulletin", "published", "application/pdf"),
    }
    assert all(row.pictures and row.seen_by not in (None, row.added_by) for row in rows)
    for row in rows:
        assert _of_its_maker(row.original.name, row.original.blob) == set(canaries.MAKER.values)
        assert _of_its_maker(row.name, row.copy) == set()


def _of_its_maker(name: str, blob: Blob) -> set[str]:
    with vault.open(blob) as file:
        found = canaries.values_in([(name, name), *canaries.in_file(name, file.read())], canaries.MAKER.values)
    return {value for _, value in found}


def _private(row: Party) -> list[str]:
    """What of a party nobody may read; a trader trades under a name that everybody may."""
    about = [row.phone, row.operator_identifier, row.guardian, row.guardian_phone, row.agent, row.agent_phone]
    return [*about, row.name, row.identifier, row.address] if row.kind == Party.Kind.CITIZEN else about
