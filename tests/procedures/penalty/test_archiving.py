"""立卷: the order of the file, its pages, its term, its check, and that nothing moves afterwards."""

import pytest

from mingzhi.core.engine.errors import InvalidInput, PostNotHeld, WrongStage
from mingzhi.core.engine.models import Record
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.engine.standing import possible
from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.procedures.penalty.file_order import contents, items_of
from mingzhi.procedures.penalty.models import Case, FileItem
from tests.cast import Town, at

from .refusing import refused
from .story import DRAWN, archived, closed, file_made, served


def test_the_file_begins_with_the_decision_and_its_service_and_ends_with_the_closing(town: Town):
    """archive-1.5"""
    case = file_made(town).matter
    codes = [row.document.code for row in items_of(case)]
    assert codes[:3] == ["D30", "D33", "D02"]
    assert codes[codes.index("D23") + 1] == "D33"
    assert codes.index("D15") < codes.index("D23") < codes.index("D05") < codes.index("D20") < codes.index("D29") < codes.index("D16")
    assert codes[-1] == "D46"


def test_pages_are_counted_through_from_the_papers_themselves(town: Town):
    """archive-1.5"""
    done = file_made(town)
    page = 0
    for row in items_of(done.matter):
        assert (row.first_page, row.last_page) == (page + 1, page + row.document.pages)
        page = row.last_page
    assert done.matter.file_pages == page
    cover, contents = done.documents
    assert (cover.code, cover.data["pages"]) == ("D47", page)
    assert (contents.code, len(contents.data["rows"])) == ("D48", len(items_of(done.matter)))


def test_cover_contents_and_note_are_no_items_of_the_file(town: Town):
    """archive-1.5"""
    case = archived(town).matter
    assert not {"D47", "D48", "D48b"} & {row.document.code for row in items_of(case)}


def test_paper_from_outside_closes_its_section(town: Town):
    """archive-1.5"""
    extra = {"section": "party", "title": "身份证复印件", "author": "刘大成", "made_on": "2026-03-05", "pages": 2}
    case = file_made(town, extra=[extra]).matter
    titles = [row.title for row in items_of(case)]
    place = titles.index("身份证复印件")
    row = items_of(case)[place]
    assert row.last_page - row.first_page == 1
    assert titles.index("行政处罚事先告知书") < place < titles.index("现场检查（勘验）笔录")


@pytest.mark.parametrize(("changes", "term"), [({}, "30年"), ({"wide_influence": True}, "永久"), ({"reviewed_or_sued": True}, "永久")])
def test_three_kinds_of_case_are_kept_for_ever_and_the_rest_for_their_term(town: Town, changes: dict, term: str):
    """archive-3.4, archives-order-8"""
    done = file_made(town, **changes)
    assert done.matter.kept_for == done.documents[0].data["retention"] == term


def test_making_the_file_in_its_month_meets_the_deadline(town: Town):
    """archive-1.3"""
    case = file_made(town).matter
    assert case.deadlines.get(provision="archive-1.3").met_at is not None


def test_the_next_free_file_number_is_offered_and_a_used_one_refused(town: Town):
    """archive-1.5"""
    case = closed(town).matter
    other = file_made(town, case).matter
    form = PROCEDURES["penalty"].actions["make_file"].form
    assert form(matter=other, actor=town["lixuemei"], at=at("2026-04-15")).filled["file_number"] == "2026-0001"
    other.file_number = ""
    other.save()
    twin = type(case).objects.get(pk=case.pk)
    twin.pk = twin.id = twin.matter_ptr_id = None
    twin.number, twin.file_number = "另案", "2026-0001"
    twin.save()
    assert form(matter=other, actor=town["lixuemei"], at=at("2026-04-15")).filled["file_number"] == "2026-0002"
    data = {"file_number": "2026-0001", "situation": "齐全"}
    assert "archive-1.5" in refused("penalty.make_file", other, actor=town["lixuemei"], data=data, at=at("2026-04-15"))
    with pytest.raises(InvalidInput):
        perform("penalty.make_file", other, actor=town["lixuemei"], data={**data, "file_number": "一号"}, at=at("2026-04-15"))


def test_a_file_sent_back_is_made_again_and_its_first_cover_no_longer_stands(town: Town):
    """archive-1.4"""
    case = file_made(town).matter
    data = {"file_number": "2026-0001", "situation": "齐全"}
    assert "archive-1.4" in refused("penalty.make_file", case, actor=town["lixuemei"], data=data, at=at("2026-04-15 10:00"))
    case = perform("penalty.return_file", case, actor=town["heping"], data={"reasons": "缺页"}, at=at("2026-04-15 11:00")).matter
    assert case.documents.filter(code__in=("D47", "D48"), voided_at__isnull=False).count() == 2
    found = refused("penalty.check_file", case, actor=town["heping"], data={"checker_signature": DRAWN}, at=at("2026-04-15 12:00"))
    assert found["archive-1.2"].mend == "penalty.make_file"
    file_made(town, case, when="2026-04-16 09:00")
    assert set(FileItem.objects.filter(matter_id=case.pk).values_list("edition", flat=True)) == {1, 2}
    assert {row.edition for row in items_of(case)} == {2}
    assert archived(town, case).matter.stage == "filed"


def test_the_checker_did_not_handle_the_case(town: Town):
    """archive-1.4, town-separation"""
    case = file_made(town).matter
    Appointment.objects.create(person=town["lixuemei"], authority=town.authority, post=Post.ARCHIVIST, from_on="2026-01-01")
    found = refused("penalty.check_file", case, actor=town["lixuemei"], data={"checker_signature": DRAWN}, at=at("2026-04-16"))
    assert set(found) == {"archive-1.4"}
    with pytest.raises(PostNotHeld):
        perform("penalty.check_file", case, actor=town["wumin"], data={"checker_signature": DRAWN}, at=at("2026-04-16"))


def test_the_note_at_the_end_names_filer_and_checker(town: Town):
    """archive-1.4"""
    done = archived(town)
    note = done.documents[0]
    assert (note.code, note.data["filer"], note.data["checker"]) == ("D48b", "李雪梅", "何平")
    assert note.data["pages"] == done.matter.file_pages
    assert note.data["signatures"]["checker"] == DRAWN


def test_nothing_is_done_any_more_to_an_archived_case(town: Town):
    """archive-1.4"""
    case = archived(town).matter
    assert case.stage == "filed"
    assert case.closed_at is not None
    for person in town.people.values():
        assert not [row for row in possible(case, person, at("2026-04-20")) if row.allowed]
    for name, action in PROCEDURES["penalty"].actions.items():
        if not action.opens:
            person = next(iter(town.people.values()))
            with pytest.raises((WrongStage, PostNotHeld)):
                perform(f"penalty.{name}", case, actor=person, data={}, at=at("2026-04-20"))


def test_the_contents_name_the_party_for_what_the_party_wrote_and_the_town_by_its_short_name(town: Town):
    """archive-1.5"""
    case = served(town)
    asked = {
        "applied_on": "2026-04-03", "reasons": "经济困难", "instalments": [{"due_on": "2026-06-01", "amount_yuan": "300"}], "opinion": "建议准许。",
    }  # fmt: skip
    case = perform("penalty.ask_deferral", case, actor=town["lixuemei"], data=asked, at=at("2026-04-03")).matter
    authors = {item.document.code: item.author for item in contents(case)}
    assert authors["D36"] == "刘大成"
    assert authors["D30"] == "石壕镇人民政府"


def test_a_case_whose_record_is_broken_goes_into_no_archive(town: Town):
    """recording-1, recording-2, penalty-law-47"""
    case = file_made(town).matter
    Case.objects.filter(pk=case.pk).update(version=case.version + 1)
    data = {"checker_signature": DRAWN}
    found = refused("penalty.check_file", case, actor=town["heping"], data=data, at=at("2026-04-17 09:00"))
    assert set(found) == {"recording-1"} and "不连续" in found["recording-1"].sentence
    Case.objects.filter(pk=case.pk).update(version=case.version)
    assert archived(town, Case.objects.get(pk=case.pk)).matter.stage == "filed"


def test_every_step_from_filing_to_archive_left_its_record_and_its_paper(town: Town):
    """recording-1, recording-5, recording-10, penalty-law-47"""
    case = archived(town).matter
    steps = list(Record.objects.filter(matter_id=case.pk).order_by("version").values_list("action", flat=True))
    assert len(steps) == case.version
    assert steps[0] == "penalty.propose" and steps[-1] == "penalty.check_file"
    assert {"penalty.approve_filing", "penalty.report", "penalty.decide", "penalty.serve", "penalty.approve_closing"} <= set(steps)
    kinds = {row.document.code for row in items_of(case)}
    assert {"D02", "D05", "D07", "D15", "D16", "D20", "D23", "D29", "D30", "D33", "D46"} <= kinds


def test_until_the_archive_the_handlers_keep_the_papers_and_afterwards_nobody_changes_them(town: Town):
    """archive-3.2"""
    case = file_made(town).matter
    assert {row.person.name for row in case.handlers.filter(until_at__isnull=True)} == {"李雪梅", "陈志强"}
    filed = archived(town, case).matter
    for person in town.people.values():
        assert not [row for row in possible(filed, person, at("2026-04-20")) if row.allowed]
