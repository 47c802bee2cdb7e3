"""What a citizen reads at an address of the public site that is no page, or no longer: in the site's own frame, and where to go on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from mingzhi.core.organs.models import Authority

from ..visiting import Visit, only_town


def is_public(request: HttpRequest) -> bool:
    """Whether an address was meant for the public site."""
    first = request.path_info.split("/")[1]
    return first in ("t", "d")


def not_found(request: HttpRequest) -> HttpResponse:
    """404. The frame is that of the town whose code the address begins with."""
    code = request.path_info.removeprefix("/t/").partition("/")[0]
    town = Authority.objects.filter(code=code, kind=Authority.Kind.TOWN).first() or only_town()
    visit = Visit(request, town)
    return visit.render("missing", status=404, action=visit.to("search") if town else "")
