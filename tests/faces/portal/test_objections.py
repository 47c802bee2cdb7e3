"""A citizen says that what was published is wrong, without sign-in, and follows it by a code to its answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Attachment, Deadline
from mingzhi.core.engine.page_port import remark_on, remarks_at_home
from mingzhi.core.ledger import verify
from mingzhi.regulations.disclosure import sending
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Objection, Publication, SentObjection
from mingzhi.regulations.disclosure.reading import reading_of
from tests.cast import at
from tests.procedures.house import Staged, Stages
from tests.procedures.penalty.refusing import refused
from tests.procedures.penalty.trying import undone
from tests.regulations.disclosure import story

SAID = {"made_by": "刘大成", "contact": "13900000001", "content": "堆放的是柴草，不是垃圾。", "proof": "有照片"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)


@pytest.fixture
def staged(stages: Stages, monkeypatch: pytest.MonkeyPatch) -> Iterator[Staged]:
    """A decision that is public since 2026-04-07; it is 2026-04-20."""
    monkeypatch.setattr(timezone, "now", lambda: at("2026-04-20 10:00"))
    found = stages["publication: published"]
    with undone():
        yield found


def root(staged: Staged) -> str:
    return f"/t/{staged.town.authority.code}"


def form_of(staged: Staged) -> str:
    return f"{root(staged)}/decisions/{staged.matter.pk}/objection"


def sent(staged: Staged, **said) -> SentObjection:
    answer = Client().post(form_of(staged), SAID | said)
    assert answer.status_code == 302, answer.content.decode()
    return SentObjection.objects.latest("id")


def told(staged: Staged, code: str, status: int = 200) -> str:
    answer = Client().get(f"{root(staged)}/objections", {"code": code})
    assert answer.status_code == status and "no-store" in answer["Cache-Control"]
    return answer.content.decode()


def test_an_objection_is_sent_taken_in_answered_and_corrected(staged: Staged):
    """disclosure-14-objection, disclosure-14-correct"""
    town, row = staged.town, sent(staged)
    page = told(staged, sending.spaced(row.code).lower())
    assert "已经收到" in page and "2026-04-27" in page and not any(words in page for words in SAID.values())
    # Whoever takes it in finds it filled in as it was sent; its days run since it was sent.
    data = {"sent": row.pk, "made_by": "别人", "content": "别的", "received_on": "2026-04-21"}
    publication = story.act(town, "register_objection", staged.matter, "wangli", "2026-04-22 10:00", **data).matter
    taken = Objection.objects.get(sent=row)
    assert (taken.made_by, taken.content, taken.received_on) == (SAID["made_by"], SAID["content"], date(2026, 4, 20))
    assert f"{Deadline.objects.get(matter=publication, provision='town-objection-sla').due_at.astimezone():%m-%d}" == "04-27"
    assert "正在核实" in told(staged, row.code)
    answer = {"upheld": "yes", "answer": "确是柴草，予以更正。", "told_on": "2026-04-23"}
    publication = story.act(town, "answer_objection", publication, "lixuemei", "2026-04-23 10:00", **answer).matter
    assert "正在更正" in told(staged, row.code) and answer["answer"] in told(staged, row.code)
    text = latest(publication).text.replace("垃圾", "柴草")
    story.act(town, "correct", publication, "wangli", "2026-04-24 10:00", text=text, changes="柴草")
    page = told(staged, row.code)
    assert "已经更正" in page and "2026-04-24" in page
    assert "柴草" in Client().get(f"{root(staged)}/decisions/{publication.pk}").content.decode()


def test_what_is_not_right_is_told_with_its_reasons(staged: Staged):
    """disclosure-14-objection"""
    row = sent(staged)
    publication = story.act(
        staged.town, "register_objection", staged.matter, "wangli", "2026-04-20 11:00", sent=row.pk, **story_input(row)
    ).matter
    answer = {"upheld": "no", "answer": "现场照片显示是垃圾。", "told_on": "2026-04-20"}
    story.act(staged.town, "answer_objection", publication, "lixuemei", "2026-04-20 12:00", **answer)
    assert "没有错" in told(staged, row.code) and answer["answer"] in told(staged, row.code)


def story_input(row: SentObjection) -> dict:
    return {"made_by": row.made_by, "content": row.content, "received_on": "2026-04-20"}


def test_an_answer_that_everybody_with_the_code_reads_names_nobody(staged: Staged):
    """disclosure-14-objection, disclosure-8.1"""
    row = sent(staged)
    publication = story.act(
        staged.town, "register_objection", staged.matter, "wangli", "2026-04-20 11:00", sent=row.pk, **story_input(row)
    ).matter
    data = {"upheld": "no", "answer": "刘大成自认是垃圾，电话13900000001。", "told_on": "2026-04-20"}
    found = refused("publication.answer_objection", publication, actor=staged.town["lixuemei"], data=data, at=at("2026-04-20 12:00"))
    assert "刘大成" in found["disclosure-14-objection"].sentence


def test_it_waits_where_those_who_answer_see_it(staged: Staged):
    """disclosure-14-objection: with contact and last day, for who may see the publication; told on the first page of their posts."""
    sent(staged)
    wangli = staged.town["wangli"]
    remark = remark_on("publication", wangli, timezone.now())
    assert "1件异议" in remark and "2026-04-27" in remark and "刘大成" not in remark
    page = reading_of(staged.matter, wangli, timezone.now(), {})
    assert page is not None and any("待登记" in line and SAID["contact"] in line for line, _, _ in page.reading.objections)


def test_whoever_handles_the_case_sees_it_too_and_when_its_days_are_over(staged: Staged):
    """disclosure-14-objection: an officer of another case is told nothing of it"""
    sent(staged)
    handler, other = staged.town["lixuemei"], staged.town["wumin"]
    kind, remark = next(iter(remarks_at_home(handler, at("2026-04-27 10:00"))))
    assert kind == "publication" and "1件异议" in remark and "逾期" not in remark
    assert "其中1件已经逾期" in remark_on("publication", handler, at("2026-04-28 10:00"))
    assert remarks_at_home(other, at("2026-04-27 10:00")) == []


def test_it_is_on_record_and_cannot_change_unseen(staged: Staged):
    """disclosure-14-objection: the ledger says that it came, and nothing of who sent it."""
    row = sent(staged)
    assert verify().ok
    SentObjection.objects.filter(pk=row.pk).update(content="改过")
    assert not verify().ok


def test_files_come_along_and_are_laid_to_the_publication(staged: Staged):
    """disclosure-14-objection"""
    row = sent(staged, attachments=[SimpleUploadedFile("柴草.png", PNG, "image/png")])
    assert [one.name for one in row.proofs.all()] == ["柴草.png"]
    story.act(staged.town, "register_objection", staged.matter, "wangli", "2026-04-20 11:00", sent=row.pk, **story_input(row))
    assert Attachment.objects.get(matter=staged.matter, name="柴草.png").added_by == staged.town["wangli"]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"contact": ""}, "请填写这一项"),
        ({"content": "长" * 2001}, "写得太长"),
        ({"attachments": [SimpleUploadedFile(f"{n}.png", PNG) for n in range(4)]}, "最多 3 个文件"),
        ({"attachments": [SimpleUploadedFile("x.exe", b"MZ" * 40)]}, "没有收下"),
    ],
)
def test_nothing_typed_is_lost_when_something_is_wrong(staged: Staged, said: dict, words: str):
    answer = Client().post(form_of(staged), SAID | said)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page
    assert all(value in page for name, value in SAID.items() if name not in said)
    assert ("重新选" in page) == ("attachments" in said) and not SentObjection.objects.exists()


def test_a_form_from_elsewhere_is_not_taken_and_comes_back_filled(staged: Staged):
    client = Client(enforce_csrf_checks=True)
    answer = client.post(form_of(staged), SAID)
    assert answer.status_code == 403 and all(value in answer.content.decode() for value in SAID.values())
    token = client.cookies["csrftoken"].value
    assert client.post(form_of(staged), SAID | {"csrfmiddlewaretoken": token}).status_code == 302
    evil = {"HTTP_ORIGIN": "https://elsewhere.example"}
    assert client.post(form_of(staged), SAID | {"csrfmiddlewaretoken": token}, **evil).status_code == 403


def test_more_than_can_be_looked_at_are_asked_to_call(staged: Staged, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sending, "MOST_WAITING", 1)
    sent(staged)
    answer = Client().post(form_of(staged), SAID)
    page = answer.content.decode()
    assert answer.status_code == 429 and answer["Retry-After"] and SAID["content"] in page and staged.town.authority.phone in page
    monkeypatch.setattr(sending, "MOST_WAITING", 9)
    monkeypatch.setattr(sending, "MOST_AN_HOUR", 1)
    assert Client().post(form_of(staged), SAID).status_code == 429
    monkeypatch.setattr(timezone, "now", lambda: at("2026-04-20 11:01"))
    assert Client().post(form_of(staged), SAID).status_code == 302


def test_only_what_is_public_can_be_objected_to(staged: Staged):
    Publication.objects.filter(pk=staged.matter.pk).update(stage="withheld")
    assert Client().get(form_of(staged)).status_code == 404 == Client().post(form_of(staged), SAID).status_code


def test_what_was_withdrawn_meanwhile_is_told_so_and_waits_no_longer(staged: Staged):
    row = sent(staged)
    Publication.objects.filter(pk=staged.matter.pk).update(stage="withdrawn")
    page = told(staged, row.code)
    assert "不再展示" in page and "刘某某" not in page
    assert remark_on("publication", staged.town["wangli"], timezone.now()) == ""


def test_a_code_that_nobody_was_given_tells_nothing(staged: Staged):
    assert "没有查到" in told(staged, "AAAA-AAAA-AAAA", 404)
    assert "查询码" in Client().get(f"{root(staged)}/objections").content.decode()


def test_what_somebody_took_in_cannot_be_taken_in_again(staged: Staged):
    row = sent(staged)
    publication = story.act(
        staged.town, "register_objection", staged.matter, "wangli", "2026-04-20 11:00", sent=row.pk, **story_input(row)
    ).matter
    answer = {"upheld": "no", "answer": "现场照片显示是垃圾。", "told_on": "2026-04-20"}
    publication = story.act(staged.town, "answer_objection", publication, "lixuemei", "2026-04-20 12:00", **answer).matter
    with pytest.raises(InvalidInput) as caught:
        story.act(staged.town, "register_objection", publication, "wangli", "2026-04-20 13:00", sent=row.pk, **story_input(row))
    assert set(caught.value.errors) == {"sent"}


def test_the_days_of_a_long_wait_are_counted_from_the_day_it_was_sent(staged: Staged):
    """town-objection-sla"""
    row = sent(staged)
    assert sending.answer_due_on(row) == date(2026, 4, 27) and timezone.localdate() + timedelta(days=7) == date(2026, 4, 27)
