"""亮证: the code an officer shows leads to the public page about his own certificate; nobody else has one."""

from __future__ import annotations

import re

from django.test import Client
from django.utils import timezone

from mingzhi.core.documents.check_code import check_svg
from mingzhi.core.organs.models import Certificate
from tests.cast import Town

from .seats import seat


def test_the_code_leads_to_the_public_page_of_the_badge(town: Town, settings):
    """disclosure-6.1, disclosure-6.3"""
    number = Certificate.objects.get(holder=town["lixuemei"]).number
    page = seat(town, "lixuemei").get("/badge").content.decode()
    address = f"{settings.PUBLIC_URL}/t/{town.authority.code}/badge/{number}"
    assert check_svg(address, fills=True) in page and "viewBox" in page
    (shown,) = re.findall(r'href="(http[^"]+/badge/[^"]+)"', page)
    assert shown == address and "今天可以执法" in Client().get(shown.removeprefix(settings.PUBLIC_URL)).content.decode()


def test_who_may_not_enforce_today_has_none(town: Town):
    """personnel-4"""
    Certificate.objects.filter(holder=town["lixuemei"]).update(withdrawn_on=timezone.localdate())
    for account in ("lixuemei", "wangli"):
        assert seat(town, account).get("/badge").status_code == 404
        assert 'href="/badge"' not in seat(town, account).get("/people/").content.decode()
    assert 'href="/badge"' in seat(town, "wumin").get("/people/").content.decode()
