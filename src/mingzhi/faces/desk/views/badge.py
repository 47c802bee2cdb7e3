"""亮证: the code an officer shows, which leads to the public page that says whether its holder may enforce today.

Serves 公示制度 6（一） and 行政处罚法 55: certificates are shown unasked, and whoever doubts can check.
"""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from mingzhi.core.documents.check_code import check_svg
from mingzhi.core.organs.people import enforcing_on

from ..frame import frame_of
from ..gate import SignedIn, desk_page


@desk_page
def badge(request: SignedIn) -> HttpResponse:
    """The viewer's own; 404 for who may not enforce today."""
    held = enforcing_on(request.user.authority_id, timezone.localdate()).filter(holder=request.user).last()
    if held is None:
        raise Http404
    address = settings.PUBLIC_URL + reverse("portal:badge", args=[request.user.authority.code, held.number])
    shown = {"certificate": held, "picture": Markup(check_svg(address, fills=True)), "address": address}
    return render(request, "desk/badge.html", {"frame": frame_of(request, "亮证", area="people"), **shown})
