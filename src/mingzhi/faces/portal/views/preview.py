"""A decision on the public page's own template before it is public: for those at the desk who confirm, check and publish it.

Serves 公示制度 4 and 8: they answer for what everybody will read. No part of the public site: only for who may see the publication,
kept by no cache and listed by no search engine. See docs/decisions/0110.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mingzhi.core.engine.viewing import may_see
from mingzhi.core.organs.models import User, why_change_password
from mingzhi.law.provisions import cited
from mingzhi.regulations.disclosure.masking import latest
from mingzhi.regulations.disclosure.models import Publication
from mingzhi.regulations.disclosure.public import to_be_shown

from ..visiting import Visit, town_or_404
from .decisions import decision_page

SERVES = cited("disclosure-4", "disclosure-8.1")

NOTICE = "预览：这一页只有工作人员看得到。发布以后，群众看到的就是下面这样。"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def preview(request: HttpRequest, town: str, pk: int) -> HttpResponseBase:
    """The latest text; posted from the desk's form, with the title and the text that stand in it unsent."""
    person = get_user(request)
    if not isinstance(person, User):
        return redirect_to_login(request.get_full_path() if request.method != "POST" else "/")
    if why_change_password(person, timezone.now(), settings.PASSWORD_DAYS):
        return redirect(settings.LOGIN_REDIRECT_URL)
    answer = _page(request, person, town, pk)
    answer["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return answer


def _page(request: HttpRequest, person: User, code: str, pk: int) -> HttpResponse:
    town, today = town_or_404(code), timezone.localdate()
    found = Publication.objects.filter(authority=town, pk=pk).select_related("case").first()
    if found is None or not may_see(found, person, today):
        raise Http404
    edition = latest(found)
    if edition is None:
        raise Http404
    title, text = (request.POST.get(name, "").strip() for name in ("title", "text"))
    return decision_page(Visit(request, town, NOTICE), to_be_shown(found, edition, today, title, text), public=False)
