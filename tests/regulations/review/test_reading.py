"""The page on which a review is read: the deadline, the file page by page, the ten aspects, questions, and rounds side by side."""

from __future__ import annotations

import re

import pytest

from mingzhi.core.documents.models import Document
from mingzhi.law.provisions import provision
from mingzhi.law.reviewing import Aspect
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.review.models import Review
from mingzhi.regulations.review.package import latest
from mingzhi.regulations.review.queries import paper_changes, staffing
from mingzhi.regulations.review.reading import reading_of
from tests.cast import Town, at
from tests.faces.desk.seats import seat, shown

from . import story


@pytest.fixture(autouse=True)
def passwords_do_not_age(settings) -> None:
    """People of the cast never chose a password."""
    settings.PASSWORD_DAYS = 0


def page(town: Town, review: Review, who: str = story.REVIEWER, asked: str = "") -> str:
    return shown(seat(town, who).get(f"/review/{review.pk}/{asked}"))


def turned(town: Town, review: Review, **asked: str):
    """What the page is given when the address asks for a page of the file."""
    return reading_of(review, town[story.REVIEWER], at("2026-03-25 09:00"), asked).reading


def test_the_deadline_stands_before_the_file(town: Town):
    """review-8"""
    html = page(town, story.received(town))
    clock = html.index('aria-label="期限"')
    assert clock < html.index("2026-03-31") < html.index('id="file"') < html.index('id="do"')


def test_before_it_is_received_the_page_says_when_the_period_begins(town: Town):
    """review-8"""
    html = page(town, story.submitted(town))
    assert f"尚未收件。收件后 {provision('review-8').period(at('2026-03-24 09:00').date()).text}内审核完毕。" in html
    assert "收件</button>" in html


def test_every_paper_of_the_package_is_listed_after_the_application(town: Town):
    """review-6"""
    review = story.received(town)
    items = turned(town, review).items
    papers = [item.place.document_id for item in items]
    assert papers == [review.documents.get(code="D21").pk, *(row["id"] for row in latest(review).package)]
    html = page(town, review)
    listed = html[html.index('<ol id="items">') : html.index('id="sheet"')]
    assert all(item.title in listed for item in items)


def test_the_file_is_turned_from_paper_to_paper(town: Town):
    """review-6"""
    review = story.received(town)
    first = turned(town, review).sheet
    assert first.before is None and first.place.page == 1
    seen, sheet = [first.place], first
    while sheet.after:
        sheet = turned(town, review, doc=str(sheet.after.document_id), page=str(sheet.after.page)).sheet
        assert sheet.before == seen[-1]
        seen.append(sheet.place)
    application = review.documents.get(code="D21").pages
    assert len(seen) == application + sum(row["pages"] for row in latest(review).package)
    assert sheet.in_file == f"全卷第 {len(seen) - application} 页，共 {len(seen) - application} 页"


def test_the_page_shows_the_picture_that_was_asked_for(town: Town):
    review = story.received(town)
    report = review.case.documents.get(code="D20")
    html = page(town, review, asked=f"?doc={report.pk}&page=1")
    assert f'<img class="sheet" src="/documents/{report.pk}/pages/1"' in html


def test_a_page_that_does_not_exist_opens_the_last_one_there_is(town: Town):
    review = story.received(town)
    report = review.case.documents.get(code="D20")
    assert turned(town, review, doc=str(report.pk), page="999").sheet.place.page == report.pages
    assert turned(town, review, doc=str(report.pk), page="0").sheet.place.page == 1


def test_papers_of_other_matters_are_not_opened(town: Town):
    review = story.received(town)
    own = {item.place.document_id for item in turned(town, review).items}
    foreign = max(Document.objects.values_list("pk", flat=True)) + 1
    for asked in (str(foreign), "x", "²"):
        assert turned(town, review, doc=asked, page="x").sheet.place.document_id in own


def test_the_ten_aspects_are_asked_with_what_was_found_and_where(town: Town):
    """review-9: an aspect that was judged shows its finding and leads to the page it speaks of."""
    review = story.received(town)
    review = story.act(town, "examine", review, story.REVIEWER, "2026-03-25 10:00", **story.fault(review, "papers", "flawed")).matter
    report = review.case.documents.get(code="D20")
    html = page(town, review)
    assert [f'name="{aspect}_verdict"' in html for aspect in Aspect] == [True] * len(Aspect)
    assert "已审核：" in html and "询问时间写错。" in html
    there = re.search(r'<a href="([^"]+)"[^>]*>看所指的页：《', html)
    assert there and f"doc={report.pk}&amp;page=1" in there[1]
    assert "逐项审核</button>" in html and "十个方面</h2>" not in html


def test_who_does_not_examine_reads_the_ten_aspects_as_a_list(town: Town):
    """review-9"""
    html = page(town, story.corrected(town), "lixuemei")
    assert [aspect.title in html for aspect in Aspect] == [True] * len(Aspect)
    assert "十个方面已审核完" in html and "看所指的页：《" in html
    assert "facts_verdict" not in html


def test_when_all_ten_are_judged_the_opinion_stands_open(town: Town):
    """review-11.1"""
    html = page(town, story.examined(town))
    assert "出具审核意见</button>" in html and "十个方面已审核完" in html


def test_an_action_asked_for_stays_open_while_the_file_is_turned(town: Town):
    html = page(town, story.received(town), asked="?do=ask")
    assert "了解案情</button>" in html
    assert re.search(r'href="[^"]+&amp;do=ask#sheet"[^>]*>', html)


def test_a_refused_finding_keeps_the_page_and_what_was_typed(town: Town, monkeypatch):
    """review-9: a fault without grounds is sent back, on the same page."""
    review = story.received(town)
    monkeypatch.setattr("mingzhi.faces.desk.views.acting.now", lambda: at("2026-03-25 10:00"))
    answer = seat(town, story.REVIEWER).post(f"/review/{review.pk}/examine/do", {"facts_verdict": "flawed", "version": review.version})
    html = shown(answer, 409)
    assert "现在还不能逐项审核，差 1 项" in html
    assert 'id="sheet"' in html and '<option value="flawed" selected>' in html


def test_questions_stand_with_their_answers_under_the_aspects(town: Town):
    """review-10"""
    review = story.asked(town)
    assert "等承办人答复" in page(town, review)
    review = story.act(town, "answer", review, "lixuemei", "2026-03-24 16:00", answer="有复查笔录和照片。").matter
    html = page(town, review)
    asked = html.index("当事人拒不改正有何证据？", html.index('id="questions"'))
    assert html.index('id="do"') < asked < html.index("有复查笔录和照片。", asked)
    assert "等承办人答复" not in html


def test_two_rounds_stand_side_by_side_with_marks_that_need_no_colour(town: Town):
    """review-12"""
    corrected = story.corrected(town)
    review = story.resubmitted(town, corrected, other="当事人所在村反映强烈，已走访。", facts="当事人堆放垃圾，经责令拒不改正。")
    html = page(town, review)
    rounds = html[html.index('id="rounds"') :]
    assert "第2次送审与第1次送审的不同" in rounds and "已更正询问笔录的时间。" in rounds
    assert "<ins><b>＋</b>，已走访</ins>" in rounds and "<del><b>−</b>在万隆村三组公路边</del>" in rounds
    assert "询问笔录的时间更正后再送审。" in rounds
    (pair,) = turned(town, review).comparisons
    assert [row.label for row in pair.fields] == ["基本事实", "其他需要说明的情况"]


def test_papers_made_anew_added_and_taken_out_are_named(town: Town):
    """review-12"""
    review = story.resubmitted(town, story.corrected(town))
    old, new = review.review_submissions.order_by("round")
    assert paper_changes(old, new) == []
    rows = new.package
    again, added, gone = {**rows[0], "id": 990, "sha256": "f" * 64}, {**rows[0], "id": 991, "title": "情况说明", "code": "D99"}, rows[-1]
    new.package = [again, added, *rows[1:-1]]
    assert [(row.kind, row.old_document_id, row.new_document_id) for row in paper_changes(old, new)] == [
        ("重新制作", rows[0]["id"], 990),
        ("新增", None, 991),
        ("减少", gone["id"], None),
    ]


def test_a_paper_of_an_earlier_round_can_still_be_read(town: Town):
    """review-12: what was taken out is compared with what is there."""
    review = story.resubmitted(town, story.corrected(town))
    new = latest(review)
    taken_out = new.package[-1]["id"]
    new.package = new.package[:-1]
    new.save()
    sheet = turned(town, review, doc=str(taken_out)).sheet
    assert sheet.place.document_id == taken_out and sheet.before is None and sheet.in_file == ""


def test_what_changed_after_the_submission_is_said_on_top(town: Town):
    """review-12"""
    review = story.agreed(town)
    assert turned(town, review).notes == []
    Case.objects.filter(pk=review.case_id).update(found="另有三处堆放。")
    assert "这次送审以后：认定的事实有变化。须重新送审后再审核。" in page(town, Review.objects.get(pk=review.pk))


def test_the_list_says_when_too_few_review(town: Town):
    """three-rules-reviewers"""
    client = seat(town, "zhouweimin")
    enough = staffing(town.authority, at("2026-03-25 09:00").date())
    assert not enough.short and "法制审核人员" not in shown(client.get("/review/"))
    reviewer = town[story.REVIEWER]
    reviewer.is_active = False
    reviewer.save()
    html = shown(client.get("/review/"))
    assert "法制审核人员0人" in html and "请补充" in html
    assert "法制审核人员" not in shown(client.get("/penalty/"))


def test_too_few_reviewers_is_said_at_home_to_who_can_change_it(town: Town):
    """three-rules-reviewers"""
    reviewer = town[story.REVIEWER]
    assert "法制审核人员" not in shown(seat(town, "tangguohua").get("/"))
    reviewer.is_active = False
    reviewer.save()
    for head in ("tangguohua", "zhouweimin"):
        html = shown(seat(town, head).get("/"))
        assert "法制审核人员0人" in html and 'href="/review/"' in html
    assert "法制审核人员" not in shown(seat(town, "lixuemei").get("/"))


def test_after_saving_the_page_opens_where_it_was_left(town: Town, monkeypatch):
    """review-9: sheet and aspect."""
    review = story.received(town)
    report = review.case.documents.get(code="D20")
    html = page(town, review, asked=f"?doc={report.pk}&page=1")
    assert f'name="stay.doc" value="{report.pk}"' in html and 'name="stay.at" value="part-10">' in html
    monkeypatch.setattr("mingzhi.faces.desk.views.acting.now", lambda: at("2026-03-25 10:00"))
    left = {"stay.doc": report.pk, "stay.page": 1, "stay.at": ["do", "part-4"]}
    client = seat(town, story.REVIEWER)
    answer = client.post(f"/review/{review.pk}/examine/do", {"facts_verdict": "fit", "version": review.version, **left})
    assert answer.status_code == 302 and answer.url == f"/review/{review.pk}/?doc={report.pk}&page=1#part-4"


def test_a_refused_finding_keeps_the_sheet_that_lay_open(town: Town, monkeypatch):
    """review-9"""
    review = story.received(town)
    report = review.case.documents.get(code="D20")
    monkeypatch.setattr("mingzhi.faces.desk.views.acting.now", lambda: at("2026-03-25 10:00"))
    sent = {"facts_verdict": "flawed", "version": review.version, "stay.doc": report.pk, "stay.page": 1, "stay.at": "x y"}
    html = shown(seat(town, story.REVIEWER).post(f"/review/{review.pk}/examine/do", sent), 409)
    assert f'<img class="sheet" src="/documents/{report.pk}/pages/1"' in html


def test_after_a_refusal_that_hangs_on_what_was_typed_it_can_be_put_right_and_sent_again(town: Town, monkeypatch):
    """review-9"""
    review = story.received(town)
    monkeypatch.setattr("mingzhi.faces.desk.views.acting.now", lambda: at("2026-03-25 10:00"))
    client = seat(town, story.REVIEWER)
    html = shown(client.post(f"/review/{review.pk}/examine/do", {"facts_verdict": "flawed", "version": review.version}), 409)
    assert '<button class="btn main">逐项审核</button>' in html
    assert client.post(f"/review/{review.pk}/examine/do", {"facts_verdict": "fit", "version": review.version}).status_code == 302
