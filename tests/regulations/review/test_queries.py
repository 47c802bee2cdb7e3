"""What the reading page shows: the package with its pages, findings in their order, and what two submissions say differently."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.reviewing import Aspect
from mingzhi.regulations.review.package import latest
from mingzhi.regulations.review.queries import differences, findings_of, items_of, runs
from tests.cast import Town
from tests.procedures.penalty import story as case_story

from . import story


def test_pages_are_counted_through_the_package(town: Town):
    """review-6"""
    items = items_of(latest(story.submitted(town)))
    assert items[0].first_page == 1
    for item, following in pairwise(items):
        assert following.first_page == item.last_page + 1
    assert {"D02", "D20"} <= {item.code for item in items} and all(item.document_id and item.sha256 for item in items)


def test_files_of_evidence_are_listed_by_their_digest(town: Town, settings, tmp_path):
    """review-6（三）"""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from mingzhi.core.engine.perform import perform
    from tests.cast import at
    from tests.procedures.penalty.test_evidence import sheet

    settings.VAULT_DIR = tmp_path / "vault"
    case = case_story.investigated(town, littering=True)
    photo = SimpleUploadedFile("现场.txt", b"photo", "text/plain")
    perform("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(), files={"file": photo}, at=at("2026-03-06 10:00"))
    case = case_story.agreed(town, case_story.reported(town, case))
    (item,) = [item for item in items_of(latest(story.submitted(town, case))) if item.evidence_id]
    assert len(item.sha256) == 64 and item.first_page is None


def test_findings_come_in_the_order_of_the_regulation(town: Town):
    """review-9"""
    review = story.received(town)
    for name in ("other", "authority", "facts"):
        review = story.act(town, "examine", review, story.REVIEWER, "2026-03-24 10:00", **{f"{name}_verdict": "fit"}).matter
    assert list(findings_of(latest(review))) == [Aspect.AUTHORITY, Aspect.FACTS, Aspect.OTHER]


def test_two_submissions_are_compared_field_by_field(town: Town):
    """review-12"""
    review = story.resubmitted(
        town, story.corrected(town), other="当事人所在村反映强烈，已走访。", evidence_taking="已检查、询问，证据材料附后。"
    )
    old, new = review.review_submissions.order_by("round")
    (difference,) = differences(old, new)
    assert difference.label == "其他需要说明的情况"
    assert difference.runs == (("same", "当事人所在村反映强烈"), ("new", "，已走访"), ("same", "。"))


def test_a_number_is_one_word_of_a_difference():
    assert list(runs("罚款300元。", "罚款3000元。")) == [("same", "罚款"), ("gone", "300"), ("new", "3000"), ("same", "元。")]


TEXT = st.text(alphabet="罚款3000元，。\nab", max_size=30)


@given(TEXT, TEXT)
def test_the_runs_give_both_texts_again(old: str, new: str):
    found = list(runs(old, new))
    assert "".join(text for kind, text in found if kind != "new") == old
    assert "".join(text for kind, text in found if kind != "gone") == new


@given(TEXT)
def test_the_same_text_has_no_difference(text: str):
    assert all(kind == "same" for kind, _ in runs(text, text))
