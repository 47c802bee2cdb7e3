"""Looking at a paper before the act, with the files that come with it: nothing stays, in the vault, the ledger or any table."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.errors import InvalidInput
from mingzhi.core.engine.models import Attachment, Matter, Record
from mingzhi.core.engine.perform import rehearse
from mingzhi.core.ledger import current_log
from mingzhi.core.vault.models import Blob
from tests.cast import Town, at
from tests.procedures.penalty.papers.test_papers import printed
from tests.procedures.penalty.story import filed
from tests.procedures.penalty.test_evidence import picture, sheet, take

pytestmark = pytest.mark.papers

NOON = at("2026-03-04 12:00")


@pytest.fixture
def vault_directory(settings, tmp_path: Path) -> Path:
    """A vault that holds nothing but what this test puts there."""
    settings.VAULT_DIR = tmp_path / "vault"
    return settings.VAULT_DIR


def traces(town: Town, vault_directory: Path) -> tuple:
    """Everything that an act would have changed."""
    files = sorted(path for path in vault_directory.rglob("*") if path.is_file())
    rows = [model.objects.count() for model in (Blob, Attachment, Record)]
    return files, rows, current_log(town.authority), list(Matter.objects.values_list("pk", "version", "stage"))


def test_a_paper_with_a_file_is_looked_at_and_leaves_no_trace(town: Town, vault_directory: Path):
    """recording-7.3"""
    case = filed(town).matter
    before = traces(town, vault_directory)
    file = SimpleUploadedFile("记录.png", picture(9))
    files = {"file": file, "photos": [SimpleUploadedFile("东侧.png", picture(7))]}
    drafts = rehearse("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(photo_notes="东侧外墙"), files=files, at=NOON)
    assert ["草稿不具效力" in printed(pdf) for _, pdf in drafts] == [True, True]
    assert traces(town, vault_directory) == before
    assert file.read() == picture(9)


def test_the_draft_names_the_same_digest_as_the_paper(town: Town, vault_directory: Path):
    """recording-7.3"""
    case = filed(town).matter
    brought = {"file": SimpleUploadedFile("记录.png", picture(9))}
    ((_, draft),) = rehearse("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(), files=brought, at=NOON)
    paper = take(town, case, brought).documents[0]
    assert paper.data["sha256"] == Blob.objects.get(media_type="image/png").sha256
    assert paper.data["sha256"][:16] in printed(draft).replace("\n", "").replace(" ", "")


def test_a_file_the_vault_knows_already_may_be_brought_again(town: Town, vault_directory: Path):
    case = filed(town).matter
    take(town, case, {"file": SimpleUploadedFile("记录.png", picture(9))})
    before = traces(town, vault_directory)
    again = {"file": SimpleUploadedFile("同一记录.png", picture(9))}
    assert rehearse("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(), files=again, at=NOON)
    assert traces(town, vault_directory) == before


def test_a_file_the_vault_would_refuse_is_refused_when_looking(town: Town, vault_directory: Path):
    case = filed(town).matter
    before = traces(town, vault_directory)
    wrong = {"file": SimpleUploadedFile("记录.pdf", picture(9))}
    with pytest.raises(InvalidInput) as refused:
        rehearse("penalty.take_evidence", case, actor=town["lixuemei"], data=sheet(), files=wrong, at=NOON)
    assert "扩展名" in refused.value.errors["file"][0]
    assert traces(town, vault_directory) == before
