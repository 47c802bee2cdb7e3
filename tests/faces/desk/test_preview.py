"""Looking at a paper from the form, files and all; and what is said when it cannot be made yet."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.models import Attachment, Draft
from mingzhi.core.vault.models import Blob
from tests.cast import Town
from tests.procedures.penalty.papers.test_papers import printed
from tests.procedures.penalty.story import filed, proposal, propose
from tests.procedures.penalty.test_evidence import picture

from .seats import seat, shown

pytestmark = pytest.mark.papers

EVIDENCE = {
    "place": "万隆村三组", "kind": "document", "name": "购料收据", "source": "当事人提供", "holder": "刘大成", "maker": "綦江某建材店",
    "made_at": "2026-02-21T10:00", "acted_at": "2026-03-04T09:30", "method": "当事人交出", "copies": "1页", "proves": "建房时间和花费",
    "holder_signature": '{"kind": "paper"}',
}  # fmt: skip


def test_a_form_with_a_file_can_be_looked_at_before_it_is_sent(town: Town) -> None:
    """recording-7.3"""
    case = filed(town).matter
    blobs = Blob.objects.count()
    officers = [town["lixuemei"].pk, town["chenzhiqiang"].pk]
    sent = EVIDENCE | {"officers": officers, "file": SimpleUploadedFile("记录.png", picture(9))}
    answer = seat(town, "lixuemei").post(f"/penalty/{case.pk}/take_evidence/preview", sent)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf"), answer.content.decode()[:2000]
    assert "草稿不具效力" in printed(answer.content)
    assert (Blob.objects.count(), Attachment.objects.count(), Draft.objects.count()) == (blobs, 0, 0)


def test_what_is_wrong_is_named_field_by_field_on_a_page_beside_the_form(town: Town) -> None:
    answer = seat(town, "lixuemei").post("/penalty/new/propose/preview", proposal(town, party_identifier="500399198503121230", place=""))
    page = shown(answer, 422)
    assert "现在还不能预览" in page and "请关闭本页" in page
    assert "身份证号" in page and "请填写违法地点" in page


def test_a_paper_of_somebody_else_s_act_is_not_looked_at(town: Town) -> None:
    """recording-8.2"""
    page = shown(seat(town, "lixuemei").post(f"/penalty/{propose(town).pk}/approve_filing/preview", {"opinion": "同意。"}), 403)
    assert "这件事由别的岗位办理" in page
