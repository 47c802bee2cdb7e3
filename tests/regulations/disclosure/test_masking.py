"""What is taken from the decision, what of it is masked, and that a scan stops what is left."""

from __future__ import annotations

from mingzhi.law.redaction import Role
from mingzhi.procedures.penalty.models import Party, Service
from mingzhi.regulations.disclosure.masking import choices_of, decision_of, latest, left_in
from mingzhi.regulations.disclosure.people import people_of
from mingzhi.regulations.disclosure.reading import reading_of
from mingzhi.regulations.disclosure.stages import Stage
from mingzhi.regulations.disclosure.wording import ITEMS, REPRESENTATIVE, missing_items, summary
from tests.cast import CITIZEN, at
from tests.procedures.house import Staged
from tests.procedures.penalty.refusing import refused

from . import story


def test_a_summary_has_the_ten_items_and_no_given_name(collected: Staged):
    """disclosure-7.2, disclosure-7.2-mask"""
    edition = latest(collected.matter)
    assert missing_items(edition.text, of_a_unit=False) == []
    assert "刘大成" in edition.source_text and "刘大成" in edition.source_title
    assert "刘大成" not in edition.text + edition.title
    assert edition.title.startswith("刘某某")
    assert edition.text.count("\n") == len(ITEMS) - 2  # no representative of a citizen


def test_a_full_text_carries_the_decision_and_none_of_its_personal_data(begun: Staged):
    """disclosure-8.1, disclosure-8.2"""
    edition = latest(story.collected(begun.town, begun.matter, form="full"))
    assert CITIZEN["party_identifier"] in edition.source_text and CITIZEN["party_phone"] in edition.source_text
    for personal in ("刘大成", CITIZEN["party_identifier"], CITIZEN["party_phone"]):
        assert personal not in edition.text
    for kept in (begun.town.authority.name, "罚款人民币300元", "第五十条第一款", "李雪梅", "2026年4月1日"):
        assert kept in edition.text


def test_every_hidden_place_says_why_and_under_which_article(begun: Staged):
    """disclosure-8.1 to disclosure-8.4"""
    edition = latest(story.collected(begun.town, begun.matter, form="full"))
    assert edition.hidden
    for row in edition.hidden:
        assert row["why"] and row["provision"] and edition.source_text[row["start"] : row["end"]]


def test_what_was_typed_in_again_stops_the_confirmation(collected: Staged):
    """disclosure-8.2: a fresh scan is silent or nothing goes on"""
    town, publication = collected.town, collected.matter
    text = f"{latest(publication).text}\n备注：刘大成"
    answer = refused(
        "publication.confirm", publication, actor=town["lixuemei"], data={"compared": True, "text": text}, at=at("2026-04-03 09:30")
    )
    assert "刘大成" in answer["disclosure-7.2-mask"].sentence


def test_the_title_is_scanned_too(collected: Staged):
    """disclosure-7.2-mask"""
    data = {"compared": True, "title": "刘大成乱堆垃圾案"}
    answer = refused("publication.confirm", collected.matter, actor=collected.town["lixuemei"], data=data, at=at("2026-04-03 09:30"))
    assert "刘大成" in answer["disclosure-7.2-mask"].sentence


def test_a_summary_without_one_of_its_items_is_not_confirmed(collected: Staged):
    """disclosure-7.2: 应当包括"""
    town, publication = collected.town, collected.matter
    text = "\n".join(line for line in latest(publication).text.splitlines() if not line.startswith("处罚依据"))
    answer = refused(
        "publication.confirm", publication, actor=town["lixuemei"], data={"compared": True, "text": text}, at=at("2026-04-03 09:30")
    )
    assert "处罚依据" in answer["disclosure-7.2"].sentence


def test_a_name_that_the_case_knows_is_not_kept(collected: Staged):
    """disclosure-8.1"""
    town, publication = collected.town, collected.matter
    data = {"compared": True, "kept_words": "刘大成"}
    answer = refused("publication.confirm", publication, actor=town["lixuemei"], data=data, at=at("2026-04-03 09:30"))
    assert "不能作为保留的字词" in answer["disclosure-7.2-mask"].sentence


def test_somebody_whom_the_case_comes_to_know_later_stops_the_publication(collected: Staged):
    """disclosure-8.1: the scan before publishing is a fresh one"""
    town, publication = collected.town, collected.matter
    text = f"{latest(publication).text}\n见证情况：囡囡在场。"
    publication = story.checked(town, story.confirmed(town, publication, text=text))
    paper = publication.case.documents.get(code="D30")
    Service.objects.create(
        matter=publication.case, document=paper, method="leave", place="万隆村", attempted_at=at("2026-04-07 09:00"), witness="村委会 囡囡"
    )
    answer = refused("publication.publish", publication, actor=town["wangli"], at=at("2026-04-07 10:00"))
    assert "囡囡" in answer["disclosure-7.2-mask"].sentence
    assert answer["disclosure-7.2-mask"].mend == "publication.send_back"


def test_a_party_that_is_an_officer_too_is_masked(begun: Staged):
    """disclosure-8.1: of several roles the one that hides most"""
    publication = begun.matter
    Party.objects.filter(matter_id=publication.case_id).update(name="李雪梅")
    roles = {person.name: person.role for person in people_of(publication.case)}
    assert roles["李雪梅"] == Role.PARTY
    assert roles["罗开富"] == Role.OFFICER


def test_a_unit_has_its_representative_in_the_summary(begun: Staged):
    """disclosure-7.2"""
    data = decision_of(begun.matter.case).data | {
        "party": {"kind": "organisation", "name": "石壕某建材有限公司", "representative": "王建国"}
    }
    text = summary(data).text
    assert f"{REPRESENTATIVE}：王建国" in text
    assert missing_items(text.replace("王建国", ""), of_a_unit=True) == [REPRESENTATIVE]


def test_confirming_without_changes_takes_what_was_masked(collected: Staged):
    """disclosure-4"""
    town, publication = collected.town, collected.matter
    proposed = latest(publication).text
    publication = story.confirmed(town, publication)
    assert (publication.stage, latest(publication).text) == (Stage.CHECKING, proposed)


def test_what_a_party_stated_is_no_name(collected: Staged):
    """disclosure-8.1: “当事人陈述” stands in nearly every decision"""
    case = collected.matter.case
    choices = choices_of(latest(collected.matter))
    assert left_in(case, "", "证明当事人陈述的案件经过。", choices) == []
    Party.objects.filter(matter_id=case.pk).update(name="陈述")
    assert left_in(case, "", "证明当事人陈述的案件经过。", choices)


def test_a_doubt_is_told_beside_both_texts_and_stops_nothing(collected: Staged):
    """disclosure-8.1: what is unsure in what somebody wrote is marked on the page, and can be clicked."""
    town, publication = collected.town, collected.matter
    paper = publication.case.documents.get(code="D30")
    Service.objects.create(
        matter=publication.case, document=paper, method="leave", place="万隆村", attempted_at=at("2026-04-02 09:00"), witness="村委会 康庄"
    )
    text = f"{latest(publication).text}\n土石堆在康庄大道边坡上。"
    publication = story.confirmed(town, publication, text=text)
    page = reading_of(publication, town["wangli"], at("2026-04-03 10:00"), {}).reading
    doubt = next(span for span in page.doubts if span.words == "康庄")
    assert any(piece.number == doubt.number for line in page.final_lines for piece in line.original)
    opened = reading_of(publication, town["wangli"], at("2026-04-03 10:00"), {"span": str(doubt.number)}).reading.opened
    assert (opened.span, opened.article_id) == (doubt, "disclosure-8.1")
    assert story.checked(town, publication).stage == Stage.READY
