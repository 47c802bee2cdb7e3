"""A visit to the public site of one town: whose site it is, how large the reader wants it, and where its pages are.

No cookie and no script: how a page looks stands in its address, so that every page is the same for everybody and may be kept by a cache.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from mingzhi.core.organs.models import Authority

from .shapes import Link, Site

#: What may stand in `look`, with the words of its switch: larger type, strong contrast. Both together are written "contrast-large".
_LOOKS = {"large": ("大字版", "标准字号"), "contrast": ("高对比度", "标准颜色")}
#: Kinds of files, with the words of their links.
_FILES = {"csv": "下载表格（CSV）", "json": "下载数据（JSON）"}
#: For how many seconds a kept page may be shown without asking. Source: none; what changes is due in days.
KEPT_SECONDS = 60

Page = Callable[..., HttpResponse]


class Visit:
    """One request to a town's public pages. notice: see `Site`."""

    def __init__(self, request: HttpRequest, town: Authority | None, notice: str = "") -> None:
        self.request, self.town, self.notice = request, town, notice
        self.looks = sorted(set(request.GET.get("look", "").split("-")) & set(_LOOKS))

    def asked(self, name: str) -> str:
        """What was typed into a field, without blanks around."""
        return self.request.GET.get(name, "").strip()

    def to(self, name: str, *args: object, **asked: str) -> str:
        """The address of a page of this town in the look of this visit; empty values are left out."""
        place = (self.town.code, *args) if self.town else args
        return self._in_look(reverse(f"portal:{name}", args=place), self.looks, asked)

    def downloads(self, what: str) -> list[Link]:
        """A list as a whole, to take away; the sheets for the board beside it."""
        assert self.town is not None
        files = [Link(words, reverse("portal:download", args=[self.town.code, what, form])) for form, words in _FILES.items()]
        return [*files, Link("公开栏（打印）", self.to("board")), Link("电子屏", self.to("screen"))]

    def site(self) -> Site:
        """The frame of every page."""
        town = self.town
        return Site(
            town=town.place if town else "",
            organ=town.name if town else "",
            phone=town.phone if town else "",
            home=self.to("home") if town else self._in_look(reverse("portal:towns"), self.looks, {}),
            check=self._in_look(reverse("portal:ask"), self.looks, {}),
            look="-".join(self.looks),
            switches=[self._switch(look) for look in _LOOKS],
            notice=self.notice,
            feed=reverse("portal:feed", args=[town.code]) if town else "",
        )

    def render(self, template: str, status: int = 200, **shown: Any) -> HttpResponse:
        """The page of a template, with its frame."""
        return render(self.request, f"portal/{template}.html", {"site": self.site(), **shown}, status=status)

    def _switch(self, look: str) -> Link:
        """The same page with one look more or one less."""
        on = look in self.looks
        looks = sorted(set(self.looks) ^ {look})
        asked = {name: str(value) for name, value in self.request.GET.items() if name != "look"}
        return Link(_LOOKS[look][on], self._in_look(self.request.path, looks, asked), on=on)

    @staticmethod
    def _in_look(path: str, looks: list[str], asked: dict[str, str]) -> str:
        given = {name: value for name, value in asked.items() if value} | ({"look": "-".join(looks)} if looks else {})
        return f"{path}?{urlencode(given)}" if given else path


def public_page(view: Page) -> Page:
    """A page that anybody may read and any cache may keep: asked by GET, with an ETag, for the town named in its address."""

    @require_safe
    @cache_control(public=True, max_age=KEPT_SECONDS)
    @conditional_page
    @wraps(view)
    def answered(request: HttpRequest, town: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(Visit(request, town_or_404(town)), *args, **kwargs)

    return answered


def town_or_404(code: str) -> Authority:
    """The town whose code stands in an address."""
    found = Authority.objects.filter(code=code, kind=Authority.Kind.TOWN).first()
    if found is None:
        raise Http404
    return found


def only_town() -> Authority | None:
    """The town of this installation, when it serves just one."""
    found = Authority.objects.filter(kind=Authority.Kind.TOWN).order_by("id")[:2]
    return found[0] if len(found) == 1 else None
