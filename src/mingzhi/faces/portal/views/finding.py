"""For search engines: which public pages there are, and that the desk is none of them.

Serves 公示制度 2 and 11: what is public is to be found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from mingzhi.core.organs.models import Authority
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.models import Power
from mingzhi.regulations.disclosure.bulletins.shown import in_force
from mingzhi.regulations.disclosure.public import public_on
from mingzhi.regulations.figures.keeping import published_years

from ..visiting import KEPT_SECONDS, Visit, public_page
from .courses import OUTWARD

SERVES = cited("disclosure-2", "disclosure-11.1")

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: A sitemap holds no more addresses. Source: sitemaps.org.
_MOST = 50_000
#: Pages of a town that are there whatever is published.
_PLACES = ("home", "officers", "badges", "powers", "courses", "decisions", "bulletins", "help")


@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
@conditional_page
def robots(request: HttpRequest) -> HttpResponse:
    """The public site may be read by everybody; nothing else is for them. Forms, codes and previews are nobody's list."""
    towns = Authority.objects.filter(kind=Authority.Kind.TOWN).order_by("code").values_list("code", flat=True)
    lines = [
        "User-agent: *",
        "Allow: /t/",
        "Allow: /static/",
        "Disallow: /t/*/objections",
        "Disallow: /t/*/preview/",
        "Disallow: /t/*/search",
    ]
    lines += ["Disallow: /", *(f"Sitemap: {settings.PUBLIC_URL}{reverse('portal:sitemap', args=[code])}" for code in towns)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public_page
def sitemap(visit: Visit) -> HttpResponse:
    """Every page of a town that stands by itself, decisions with the day on which they became public."""
    assert visit.town is not None
    root = Element("urlset", xmlns=_SITEMAP)
    for number, (address, day) in enumerate(_addresses(visit.town)):
        if number == _MOST:
            break
        one = SubElement(root, "url")
        SubElement(one, "loc").text = settings.PUBLIC_URL + address
        if day is not None:
            SubElement(one, "lastmod").text = day.isoformat()
    return HttpResponse(tostring(root, encoding="utf-8", xml_declaration=True), content_type="application/xml; charset=utf-8")


def _addresses(town: Authority) -> Iterator[tuple[str, date | None]]:
    today = timezone.localdate()
    for name in _PLACES:
        yield reverse(f"portal:{name}", args=[town.code]), None
    for code in OUTWARD:
        yield reverse("portal:course", args=[town.code, code]), None
    for code in Power.objects.valid_on(today).filter(authority=town).order_by("code").values_list("code", flat=True).distinct():
        yield reverse("portal:power", args=[town.code, code]), None
    for pk, day in in_force(town).values_list("pk", "published_on"):
        yield reverse("portal:bulletin", args=[town.code, pk]), day
    for pk, day in public_on(town, today).order_by("-published_on", "-pk").values_list("pk", "published_on"):
        yield reverse("portal:decision", args=[town.code, pk]), day
    for year in published_years(town):
        yield reverse("portal:figures_year", args=[town.code, year]), None
