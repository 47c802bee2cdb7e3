"""The account behind a session: there while both live, gone with either."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from mingzhi.core.organs.models import Authority, User
from mingzhi.core.organs.sign_in import Accounts, StoredSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    district = Authority.objects.create(kind="district", code="500399", region="500399", name="某区人民政府", place="某区", word="某府")
    return User.objects.create_user("lixue", None, name="李雪", authority=district)


def test_an_account_is_found_while_it_is_active(person: User) -> None:
    assert Accounts().get_user(person.pk) == person
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert Accounts().get_user(person.pk) is None
    assert Accounts().get_user(person.pk + 1) is None


def test_a_session_is_read_back_until_it_ends() -> None:
    kept = StoredSession()
    kept["word"] = "甲"
    kept.save()
    assert StoredSession(kept.session_key)["word"] == "甲"
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    ended = StoredSession(kept.session_key)
    assert "word" not in ended
    assert ended.session_key is None
