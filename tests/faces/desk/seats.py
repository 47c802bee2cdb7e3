"""Sitting down at the desk as somebody of the town, and looking at what is on the page."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import Client

from tests.cast import Town


def seat(town: Town, account: str) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(town[account], "mingzhi.core.organs.sign_in.Accounts")
    return client


def shown(response: HttpResponse, status: int = 200) -> str:
    """The page as text; the status must be as expected."""
    assert response.status_code == status, response.content.decode()[:500]
    return response.content.decode()
