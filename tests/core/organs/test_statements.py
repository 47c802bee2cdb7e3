"""Statements handed straight to the driver: the same rows and the same watch over them as through Django's cursor."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from mingzhi.core.organs.models import Authority, Unit, User
from mingzhi.core.organs.prepared import Prepared
from mingzhi.core.organs.statements import execute

pytestmark = pytest.mark.django_db

ADD = "INSERT INTO organs_unit (authority_id, name, kind) VALUES (%s, %s, 'own') RETURNING id"


@pytest.fixture
def district() -> Authority:
    return Authority.objects.create(kind="district", code="500399", region="500399", name="某区人民政府", place="某区", word="某府")


def test_values_go_beside_the_statement_whatever_they_hold(district: Authority) -> None:
    said = "50%s 的 %% ? ' \" 队"
    (pk,) = execute(connection, ADD, (district.pk, said)).fetchone()
    assert Unit.objects.get(pk=pk).name == said
    found = execute(connection, "SELECT name FROM organs_unit WHERE name LIKE '50%%' AND id = %s", (pk,)).fetchall()
    assert [tuple(row) for row in found] == [(said,)]


def test_an_error_has_djangos_name_and_breaks_the_transaction(district: Authority) -> None:
    with transaction.atomic():
        execute(connection, ADD, (district.pk, "执法大队"))
        with pytest.raises(IntegrityError), transaction.atomic():
            execute(connection, ADD, (district.pk, "执法大队"))
        transaction.set_rollback(True)
        with pytest.raises(TransactionManagementError):
            execute(connection, ADD, (district.pk, "规划办"))


@pytest.mark.django_db(transaction=True)
def test_statements_go_on_after_an_error_and_on_a_connection_that_was_made_anew() -> None:
    for _ in range(2):
        assert tuple(execute(connection, "SELECT %s + 1", (41,)).fetchone()) == (42,)
        with pytest.raises(DatabaseError):
            execute(connection, "SELECT nothing FROM nowhere", ())
        assert tuple(execute(connection, "SELECT %s + 2", (41,)).fetchone()) == (43,)
        connection.close()


def test_who_counts_or_wraps_statements_sees_these_too(district: Authority) -> None:
    with CaptureQueriesContext(connection) as seen:
        execute(connection, ADD, (district.pk, "执法大队"))
    assert [row["sql"].startswith("INSERT INTO organs_unit") for row in seen.captured_queries] == [True]

    def refuse(*_args: object) -> None:
        raise AssertionError("asked")

    with connection.execute_wrapper(refuse), pytest.raises(AssertionError, match="asked"):
        execute(connection, ADD, (district.pk, "规划办"))


def test_what_a_prepared_query_joins_in_is_at_hand_or_known_to_be_missing(district: Authority) -> None:
    unit = Unit.objects.create(authority=district, name="执法大队", kind="own")
    people = [
        User.objects.create_user("lixue", None, name="李雪", authority=district, unit=unit),
        User.objects.create_user("wang", None, name="王平", authority=district),
    ]
    asked = Prepared(lambda person: User.objects.select_related("authority", "unit").filter(pk=person), person=int)
    found = [asked.first(person=person.pk) for person in people]
    assert found == people
    with CaptureQueriesContext(connection) as seen:
        assert [person.authority for person in found] == [district, district]
        assert [person.unit for person in found] == [unit, None]
    assert not seen.captured_queries


def test_a_prepared_query_gives_what_the_same_query_gives(district: Authority) -> None:
    """Moments, days, truth and nothing come back as by the ORM, on both databases."""
    person = User.objects.create_user("lixue", None, name="李雪", authority=district, is_active=False)
    columns = [field.attname for field in User._meta.concrete_fields]
    for moment in (None, "2026-03-02 06:20:00+00:00", "2026-03-02 06:20:00.000123+00:00"):
        User.objects.filter(pk=person.pk).update(password_changed_at=moment, reviews_since=moment and moment[:10])
        rows = User.objects.filter(pk=person.pk)
        asked = Prepared(lambda person: User.objects.filter(pk=person), person=int).first(person=person.pk)
        assert [getattr(asked, name) for name in columns] == [getattr(rows.get(), name) for name in columns]
        tuples = Prepared(lambda person: User.objects.filter(pk=person).values_list(*columns), person=int)
        assert tuples.rows(person=person.pk) == list(rows.values_list(*columns))
