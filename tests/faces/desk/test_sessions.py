"""Sessions: they live on while their person works, many pages at once, and stay ended once they were ended."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import update_session_auth_hash
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from mingzhi.faces.desk.sessions import SessionStore
from tests.cast import Town, make_town

from .seats import seat, shown

PAGES = 6
ROUNDS = 10


def ends_soon(desk: Client) -> None:
    """As if the last page had been looked at a while ago."""
    Session.objects.filter(pk=desk.session.session_key).update(expire_date=timezone.now() + timedelta(minutes=5))


def end_of(desk: Client) -> datetime:
    return Session.objects.get(pk=desk.session.session_key).expire_date


def test_a_page_lets_the_session_live_on_and_the_next_one_writes_nothing(town: Town) -> None:
    desk = seat(town, "sysadmin")
    ends_soon(desk)
    before = end_of(desk)
    shown(desk.get("/people/"))
    renewed = end_of(desk)
    assert renewed - before > timedelta(minutes=20)
    shown(desk.get("/people/"))
    assert end_of(desk) == renewed


def test_what_another_page_keeps_in_the_session_is_not_overwritten_by_renewing(town: Town) -> None:
    desk = seat(town, "sysadmin")
    ends_soon(desk)
    session = desk.session
    session["kept"] = "by another page"
    session.save()
    ends_soon(desk)
    shown(desk.get("/people/"))
    assert desk.session["kept"] == "by another page"


def test_a_session_that_was_ended_after_a_page_read_it_stays_ended(town: Town, monkeypatch) -> None:
    desk = seat(town, "sysadmin")
    ends_soon(desk)
    renew = SessionStore.renew

    def too_late(store: SessionStore, at: datetime) -> None:
        Session.objects.all().delete()
        renew(store, at)

    monkeypatch.setattr(SessionStore, "renew", too_late)
    shown(desk.get("/people/"))
    assert not Session.objects.exists()
    assert desk.get("/people/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_many_pages_renew_one_session_at_once_while_it_is_ended_elsewhere() -> None:
    """Each page is either shown or asks to sign in; none breaks, and nothing brings the session back."""
    town = make_town()
    for _ in range(ROUNDS):
        desk = seat(town, "sysadmin")
        ends_soon(desk)
        key = desk.session.session_key
        cookies = {name: morsel.value for name, morsel in desk.cookies.items()}
        start = threading.Barrier(PAGES + 1)
        answers: list[tuple[int, str]] = []

        def look(start: threading.Barrier = start, cookies: dict[str, str] = cookies, answers: list = answers) -> None:
            client = Client(raise_request_exception=False)
            client.cookies.load(cookies)
            start.wait(timeout=60)
            answer = client.get("/people/")
            answers.append((answer.status_code, answer.get("Location", "")))
            connection.close()

        def leave(start: threading.Barrier = start, cookies: dict[str, str] = cookies) -> None:
            client = Client()
            client.cookies.load(cookies)
            start.wait(timeout=60)
            client.post("/sign-out")
            connection.close()

        threads = [threading.Thread(target=look) for _ in range(PAGES)] + [threading.Thread(target=leave)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert set(answers) <= {(200, ""), (302, "/sign-in?next=/people/")}
        assert len(answers) == PAGES
        assert not Session.objects.filter(pk=key).exists()


def test_a_page_is_shown_when_the_session_cannot_be_written(town: Town, monkeypatch) -> None:
    def locked(*_args: object, **_values: object) -> int:
        raise OperationalError("database is locked")

    desk = seat(town, "sysadmin")
    ends_soon(desk)
    monkeypatch.setattr(QuerySet, "update", locked)
    shown(desk.get("/people/"))


def test_who_was_signed_out_elsewhere_while_sending_is_asked_to_sign_in(town: Town, monkeypatch) -> None:
    """A change of password writes the session; when it has gone meanwhile, the way is back to the door."""
    desk = seat(town, "lixuemei")
    key = desk.session.session_key

    def gone(request: object, person: object) -> None:
        update_session_auth_hash(request, person)
        Session.objects.exclude(pk=key).delete()

    monkeypatch.setattr("mingzhi.faces.desk.views.signing.update_session_auth_hash", gone)
    town["lixuemei"].set_password("Old-words-2026")
    town["lixuemei"].save(update_fields=["password"])
    desk.force_login(town["lixuemei"], "mingzhi.core.organs.sign_in.Accounts")
    data = {"old_password": "Old-words-2026", "new_password1": "Quite-new-words-9", "new_password2": "Quite-new-words-9"}
    answer = desk.post("/password", data)
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?next=/")
