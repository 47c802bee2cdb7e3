"""The public check page: is this paper genuine? It confirms number, title, date and digest, and shows no content.

Serves 行政处罚法 39 and 48 and 政务公开: whoever holds a paper can check it. Needs no sign-in, sets no cookie.
"""

from __future__ import annotations

import re

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from mingzhi.core.documents.models import Document
from mingzhi.core.organs.models import Authority

from ..shapes import CheckPage
from ..visiting import Visit, only_town

#: So many hexadecimal digits of SHA-256 prove that the asker holds the paper: numbers alone can be guessed.
ASKED_DIGITS = 8
_HEXADECIMAL = re.compile(rf"[0-9a-f]{{{ASKED_DIGITS},64}}")


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def check(request: HttpRequest, code: str) -> HttpResponse:
    """The paper whose QR code leads here. An unknown code is 404, told in words."""
    return _answer(request, _papers().filter(check_code=code).first())


@require_safe
@cache_control(public=True, no_cache=True)
@conditional_page
def ask(request: HttpRequest) -> HttpResponse:
    """Number and first digits of the file's fingerprint, typed in; without either, the empty form. A sheet in the hand is scanned instead."""
    number, digits = _tidy(request.GET.get("number", "")), re.sub(r"\s", "", request.GET.get("digits", "")).lower()
    if not number and not digits:
        return _page(request, CheckPage(""))
    if not number or not _HEXADECIMAL.fullmatch(digits):
        problem = f"请把文号和指纹都填上。指纹是电子文书（PDF 文件）的 SHA-256 值，至少填前 {ASKED_DIGITS} 位，由数字和字母 a 到 f 组成。"
        return _page(request, CheckPage("", asked_number=number, asked_digits=digits, problem=problem), 400)
    return _answer(request, _papers().filter(number=number, sha256__startswith=digits).first(), number, digits)


def _papers() -> QuerySet[Document]:
    """Papers with the authority that made them."""
    return Document.objects.select_related("matter__authority")


def _answer(request: HttpRequest, paper: Document | None, number: str = "", digits: str = "") -> HttpResponse:
    """What may be said of a paper; 404 for one that does not exist."""
    if paper is None:
        return _page(request, CheckPage("unknown", asked_number=number, asked_digits=digits), 404)
    authority = paper.matter.authority
    page = CheckPage(
        state="voided" if paper.voided_at else "genuine",
        number=paper.number,
        title=paper.title,
        made_on=timezone.localtime(paper.made_at).date(),
        voided_on=timezone.localtime(paper.voided_at).date() if paper.voided_at else None,
        sha256=paper.sha256,
        sm3=paper.sm3,
        issuer=paper.data.get("organ") or authority.name,
        asked_number=number,
        asked_digits=digits,
    )
    return _page(request, page, town=authority)


def _page(request: HttpRequest, page: CheckPage, status: int = 200, town: Authority | None = None) -> HttpResponse:
    """The page of the paper's town, or of the only one."""
    return Visit(request, town or only_town()).render("document_check", status, check=page)


def _tidy(number: str) -> str:
    """A number as it is kept, however it was typed: six-angle brackets, no spaces, plain digits."""
    kept = re.sub(r"\s", "", number).translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    return re.sub(r"[\[［【(（〔](\d{4})[\]］】)）〕]", r"〔\1〕", kept)
