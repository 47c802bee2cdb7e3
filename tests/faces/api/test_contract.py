"""The description is true: requests made from it, fitting and unfitting, meet no server error and no undocumented answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.faces.api.doors import PersonThrottle
from mingzhi.faces.api.service import api
from tests.cast import Town

from .conftest import filed, proposed, registered

#: Requests made from each operation and mode: few, for there are hundreds of operations, and always the same.
EXAMPLES = 2
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance, response_schema_conformance,
    negative_data_rejection,
]  # fmt: skip


def everybody_in_one(town: Town) -> Any:
    """A person in nearly every post, so that requests come past the question who may."""
    person = town["lixuemei"]
    for post in (Post.CAPTAIN, Post.REVIEWER, Post.DEPUTY, Post.CLERK, Post.ARCHIVIST):
        Appointment.objects.create(person=person, authority=town.authority, post=post, from_on="2025-01-01")
    return person


@pytest.fixture
def ready(town: Town, caller: Any, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> Iterator[tuple]:
    """The description, loaded from the running application; what stands in paths; a key."""
    settings.VAULT_DIR = tmp_path / "vault"
    settings.ALLOWED_HOSTS = ["*"]
    # As Django's own client does: the connection holds the transaction of the test and outlives each request.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    case, waiting, clue = filed(town), proposed(town, acted_from_on="2026-02-21"), registered(town)
    throttle = next(one for one in api.throttle if isinstance(one, PersonThrottle))
    monkeypatch.setattr(throttle, "num_requests", 10**9)
    secret = caller(everybody_in_one(town)).secret
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    rows = {
        "matter_id": cycle([case.pk, waiting.pk, clue.pk, 10**12]),
        "document_id": cycle([case.documents.get().pk, 10**12]),
        "code": cycle(["penalty", "penalty.assign", "clue.register"]),
        "provision_id": cycle(["penalty-law-42", "nothing"]),
    }
    yield (schema, secret), rows
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("method", ["get", "put", "delete", "post"])
def test_no_request_made_from_the_description_meets_an_undocumented_answer(ready: Any, mode: GenerationMode, method: str) -> None:
    (schema, secret), rows = ready
    tried, failures = 0, {}
    for found in schema.get_all_operations():
        operation = found.ok()
        # A preview takes the same input as its action: unfitting input is tried once, and what a database will not take is found by the act.
        spared = operation.path.endswith("/preview") and (mode is GenerationMode.NEGATIVE or connection.vendor == "postgresql")
        if operation.method.lower() != method or spared:
            continue

        @settings(
            max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            nonlocal tried
            tried += 1
            if mode is GenerationMode.POSITIVE:
                for name in case.path_parameters or {}:
                    if name in rows:
                        case.path_parameters[name] = next(rows[name])
            case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=CHECKS)

        try:
            ask()
        except (Exception, ExceptionGroup) as failed:
            failures[operation.label] = f"{type(failed).__name__}: {failed}"
    assert not failures
    assert tried > 0
