"""Bearer keys: who acts with a secret, and when nobody does."""

from __future__ import annotations

from mingzhi.core.organs.keys import new_key, person_of_key, revoke_key
from tests.cast import Town, at


def test_a_key_acts_as_its_person(town: Town):
    key, secret = new_key(town["lixuemei"], "记录仪", "upload", at("2026-03-03"))
    assert person_of_key(secret, at("2026-03-04")) == (town["lixuemei"], key)


def test_another_secret_is_nobody(town: Town):
    _, secret = new_key(town["lixuemei"], "记录仪", "upload", at("2026-03-03"))
    assert person_of_key(secret + "x", at("2026-03-04")) is None
    assert person_of_key("", at("2026-03-04")) is None


def test_a_revoked_key_is_nobody_from_that_moment(town: Town):
    key, secret = new_key(town["lixuemei"], "记录仪", "read", at("2026-03-03"))
    revoke_key(key, at("2026-03-05 10:00"))
    assert person_of_key(secret, at("2026-03-05 09:59")) is not None
    assert person_of_key(secret, at("2026-03-05 10:00")) is None


def test_a_key_ends_with_its_person(town: Town):
    _, secret = new_key(town["lixuemei"], "记录仪", "act", at("2026-03-03"))
    town["lixuemei"].is_active = False
    town["lixuemei"].save()
    assert person_of_key(secret, at("2026-03-04")) is None


def test_secrets_are_long_and_differ(town: Town):
    secrets = {new_key(town["lixuemei"], str(n), "read", at("2026-03-03"))[1] for n in range(20)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 43
