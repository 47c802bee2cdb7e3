"""Documents and files: their facts, and their content under the headers that make it harmless."""

from __future__ import annotations

from urllib.parse import unquote

from django.http import FileResponse
from django.utils import timezone
from ninja import Header, Query, Router

from mingzhi.core import vault
from mingzhi.core.engine.originals import open_original
from mingzhi.core.vault.models import Blob

from ..cursors import WORD
from ..doors import KnownRequest
from ..reads import document_of
from ..shapes import DocumentOut, document_out

router = Router(tags=["文书和文件"])

_BINARY = {"schema": {"type": "string", "format": "binary"}}


def _content(blob: Blob, name: str) -> FileResponse:
    answer = FileResponse(vault.open(blob))
    # Laid over those that FileResponse guesses from the file's own name, which is a digest.
    for header, value in vault.serve_headers(blob, name).items():
        answer[header] = value
    return answer


@router.get("/documents/{int:document_id}", response=DocumentOut, operation_id="read_document", summary="一份文书")
def read_document(request: KnownRequest, document_id: int) -> DocumentOut:
    """文号、名称、日期、摘要值和公开核验地址。"""
    return document_out(document_of(request.auth, document_id, timezone.now()))


@router.get(
    "/documents/{int:document_id}/pdf", operation_id="read_document_pdf", summary="文书的 PDF",
    openapi_extra={"responses": {200: {"description": "PDF", "content": {"application/pdf": _BINARY}}}},
)  # fmt: skip
def read_document_pdf(request: KnownRequest, document_id: int) -> FileResponse:
    """与出具时逐字节相同；其 SHA-256 与文书所载一致。"""
    found = document_of(request.auth, document_id, timezone.now())
    return _content(found.blob, f"{found.title}{found.number}.pdf")


@router.get(
    "/attachments/{int:attachment_id}", operation_id="read_attachment", summary="附件原件",
    openapi_extra={"responses": {200: {"description": "原件", "content": {"*/*": _BINARY}}}},
)  # fmt: skip
def read_attachment(
    request: KnownRequest,
    attachment_id: int,
    purpose: str = Query("", pattern=WORD, description="查看用途"),
    x_purpose: str = Header("", alias="X-Purpose", max_length=2000, description="查看用途，UTF-8 百分号编码；与 purpose 任填其一"),
) -> FileResponse:
    """必须说明用途；谁在何时为何查看，记入台账。"""
    found = open_original(attachment_id, request.auth, (purpose or unquote(x_purpose)).replace("\0", ""), timezone.now())
    return _content(found.blob, found.name)
