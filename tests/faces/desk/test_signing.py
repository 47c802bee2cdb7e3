"""The door and the change of password, in an office's words."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Town

from .seats import seat, shown


@pytest.mark.django_db
def test_a_wrong_password_is_told_without_saying_which_of_the_two_is_wrong(town: Town) -> None:
    page = shown(Client().post("/sign-in", {"username": "lixuemei", "password": "wrong"}))
    assert "账号或者密码不对，请重新输入。" in page
    assert 'value="lixuemei"' in page
    assert "Username" not in page


@pytest.mark.django_db
def test_an_empty_door_asks_for_both_by_name(town: Town) -> None:
    page = shown(Client().post("/sign-in", {"next": "/"}))
    assert "请填写账号。" in page
    assert "请填写密码。" in page


@pytest.mark.django_db
def test_the_rules_of_a_password_stand_once_and_as_text(town: Town) -> None:
    page = shown(seat(town, "lixuemei").get("/password"))
    assert "&lt;li&gt;" not in page
    assert page.count("10 个字符") == 1
