"""What pages of the desk need in every test."""

import pytest


@pytest.fixture(autouse=True)
def passwords_do_not_age(settings) -> None:
    """People of the cast never chose a password."""
    settings.PASSWORD_DAYS = 0
