"""All files of one delivery as one package (ZIP), for whoever carries them to the receiver. Serves 公示 11(一)."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from mingzhi.core import vault
from mingzhi.core.documents.packing import packed
from mingzhi.core.engine.originals import open_original
from mingzhi.regulations.dispatch.models import Dispatch

from ..gate import SignedIn, desk_page
from ..reading import now
from .matters import matter_of


@desk_page
@require_POST
def take_package(request: SignedIn, pk: int) -> HttpResponse:
    """Every file as it lies in the vault. The delivery is the purpose, and each file that is taken is written into the ledger."""
    dispatch: Dispatch = matter_of("dispatch", pk, request.user)
    rows = list(dispatch.attachments.filter(added_at=dispatch.opened_at).order_by("pk"))
    if not rows:
        raise Http404
    files = []
    for row in rows:
        found = open_original(row, request.user, f"取出报送文件（{dispatch.number}）", now())
        with vault.open(found.blob) as file:
            files.append((found.name, file.read()))
    response = HttpResponse(packed(files), content_type="application/zip")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{dispatch.title}.zip") or "attachment"
    response["X-Content-Type-Options"], response["Cache-Control"] = "nosniff", "private, no-store"
    return response
