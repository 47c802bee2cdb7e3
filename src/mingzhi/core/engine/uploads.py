"""Files that come with an action: into the vault only once every gate is open, so that a refusal leaves none behind."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from mingzhi.core import vault
from mingzhi.core.organs.models import User
from mingzhi.core.vault.models import Blob

from .errors import InvalidInput
from .models import Attachment, Matter


def lay_files(given: dict[str, Any], matter: Matter, actor: User, at: datetime, *, draft: bool = False) -> list[Attachment]:
    """Put uploaded files into the vault and their unsaved attachments in place of them in the input.

    draft: the files are only told by their digests, for papers that name them; the caller rolls its transaction back.
    Raises InvalidInput naming the field whose file the vault does not take.
    """
    kept: list[Attachment] = []

    def lay(file: UploadedFile, field: str) -> Attachment:
        name = file.name or "附件"
        try:
            blob = _told(file, name) if draft else vault.put(file, declared_name=name)
        except vault.VaultError as refused:
            raise InvalidInput(f"文件“{name}”没有收下。", errors={field: [str(refused)]}) from refused
        kept.append(Attachment(matter=matter, blob=blob, name=name, added_by=actor, added_at=at))
        return kept[-1]

    for field, value in given.items():
        if isinstance(value, UploadedFile):
            given[field] = lay(value, field)
        elif isinstance(value, list) and value and all(isinstance(item, UploadedFile) for item in value):
            given[field] = [lay(item, field) for item in value]
    return kept


def _told(file: UploadedFile, name: str) -> Blob:
    """A row without its bytes, which must not outlive this transaction. The file is left as it came."""
    told = vault.appraise(file, declared_name=name)
    file.seek(0)
    found = Blob.objects.filter(sha256=told.sha256).first()
    if found is None:
        told.save(force_insert=True)
    return found or told
