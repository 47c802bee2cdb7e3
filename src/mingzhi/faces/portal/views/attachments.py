"""Files that are public with a decision or a bulletin, as long as it is: bare copies, never what was brought. Serves 公示制度 8 and 11.

No page: a cache may keep it and ask with its ETag whether it is still the same; a browser shows pictures and PDF and saves the rest.
"""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from mingzhi.core import vault
from mingzhi.core.organs.models import Authority
from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.bulletins.shown import one
from mingzhi.regulations.disclosure.bulletins.stages import Stage
from mingzhi.regulations.disclosure.files.keeping import lines_of, public_file_of
from mingzhi.regulations.disclosure.public import public_on

from ..shapes import FileLink
from ..visiting import KEPT_SECONDS, Visit, town_or_404

SERVES = cited("disclosure-11.1", "disclosure-13-update")


@require_safe
def public_file(request: HttpRequest, town: str, pk: int) -> HttpResponseBase:
    """One file; 404 where its matter was never public or is so no longer, or where it was taken out."""
    authority = town_or_404(town)
    found = public_file_of(authority, pk)
    if found is None or not _is_public(authority, found.matter_id):
        raise Http404
    etag = f'"{found.copy.sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    response = unchanged or FileResponse(vault.open(found.copy), content_type=found.copy.media_type)
    if unchanged is None:
        for header, value in vault.serve_headers(found.copy, found.name).items():
            response[header] = value
    response["ETag"], response["Cache-Control"] = etag, f"public, max-age={KEPT_SECONDS}"
    return response


def files_with(visit: Visit, matter: int, public: bool = True) -> list[FileLink]:
    """What goes along with a text, for its page; public: whether it can be taken already."""
    return [FileLink(row.name, f"{row.kind}，{row.size}", visit.to("public_file", row.pk) if public else "") for row in lines_of(matter)]


def _is_public(authority: Authority, matter: int) -> bool:
    bulletin = one(authority, matter)
    if bulletin is not None:
        return bulletin.stage != Stage.ENDED
    return public_on(authority, timezone.localdate()).filter(pk=matter).exists()
