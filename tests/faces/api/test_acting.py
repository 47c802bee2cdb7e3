"""Acting by the interface: performed once, refused in full, every kind of refusal as problem details."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mingzhi.core.engine.models import Draft, Matter, Record
from mingzhi.core.organs.models import WorkYear
from mingzhi.core.vault import open as open_blob
from tests.cast import Town

from .conftest import CLUE, filed, proposal, proposed, registered
from .test_reading import PHOTO


@pytest.fixture(autouse=True)
def _vault(settings: Any, tmp_path: Any) -> None:
    settings.VAULT_DIR = tmp_path / "vault"


def problem(answer: Any, status: int, kind: str) -> dict[str, Any]:
    """The problem details of an answer, whose frame is the same for all."""
    assert answer.status_code == status, answer.content.decode()
    assert answer["Content-Type"] == "application/problem+json"
    found = answer.json()
    assert found.keys() == {"type", "title", "status", "detail", "refusals", "errors", "what_now"}
    assert (found["type"], found["status"]) == (f"urn:mingzhi:problem:{kind}", status)
    assert found["title"]
    assert found["detail"]
    assert found["what_now"]
    return found


def test_an_opening_action_gives_the_matter_and_its_record(town: Town, caller: Any) -> None:
    answer = caller(town["lixuemei"]).post("/actions/penalty.propose", {"input": proposal(town)})
    assert answer.status_code == 201, answer.content.decode()
    done = answer.json()
    record = Record.objects.get()
    assert (done["matter"]["id"], done["matter"]["version"]) == (record.matter_id, 1)
    assert (done["record"]["action"], done["record"]["event_id"]) == ("penalty.propose", record.event_id)
    assert done["replayed"] is False


def test_an_action_gives_the_documents_it_printed(town: Town, caller: Any) -> None:
    case = proposed(town)
    first = caller(town["luokaifu"]).post(
        f"/matters/{case.pk}/actions/penalty.endorse_filing", {"input": {"opinion": "同意。"}, "version": 1}
    )
    assert first.status_code == 200, first.content.decode()
    answer = caller(town["zhouweimin"]).post(
        f"/matters/{case.pk}/actions/penalty.approve_filing", {"input": {"opinion": "同意立案。"}, "version": 2}
    )
    assert [paper["code"] for paper in answer.json()["documents"]] == ["D02"]
    assert answer.json()["matter"]["stage"] == "investigation"


def test_the_same_key_acts_once_and_answers_the_same(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    first = person.post("/actions/clue.register", {"input": CLUE}, headers={"Idempotency-Key": "k-1"})
    again = person.post("/actions/clue.register", {"input": CLUE}, headers={"Idempotency-Key": "k-1"})
    assert (first.status_code, again.status_code) == (201, 201)
    assert {**again.json(), "replayed": False} == first.json()
    assert again.json()["replayed"] is True
    assert Matter.objects.count() == 1


def test_a_replay_shows_the_documents_of_the_first_time(town: Town, caller: Any) -> None:
    case = proposed(town)
    caller(town["luokaifu"]).post(f"/matters/{case.pk}/actions/penalty.endorse_filing", {"input": {"opinion": "同意。"}})
    person, path = caller(town["zhouweimin"]), f"/matters/{case.pk}/actions/penalty.approve_filing"
    first, again = (person.post(path, {"input": {"opinion": "同意立案。"}}, headers={"Idempotency-Key": "k-2"}).json() for _ in range(2))
    assert first["documents"] == again["documents"] != []
    assert case.documents.count() == 1


def test_a_key_used_for_something_else_is_refused(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    person.post("/actions/clue.register", {"input": CLUE}, headers={"Idempotency-Key": "k-1"})
    answer = person.post("/actions/clue.register", {"input": {**CLUE, "place": "别处"}}, headers={"Idempotency-Key": "k-1"})
    problem(answer, 409, "key-reused")


def test_somebody_was_faster(town: Town, caller: Any) -> None:
    case = proposed(town)
    path = f"/matters/{case.pk}/actions/penalty.endorse_filing"
    found = problem(caller(town["luokaifu"]).post(path, {"input": {"opinion": "同意。"}, "version": 0}), 409, "stale")
    assert "10:00" in found["detail"]
    case.refresh_from_db()
    assert case.version == 1


def test_a_shut_gate_lists_every_refusal_with_article_and_mend(town: Town, caller: Any) -> None:
    """recording-8.2"""
    case = proposed(town)
    answer = caller(town["zhouweimin"]).post(f"/matters/{case.pk}/actions/penalty.approve_filing", {"input": {"opinion": "同意。"}})
    found = problem(answer, 409, "refused")
    (refusal,) = found["refusals"]
    assert [row["id"] for row in refusal["provisions"]] == ["recording-8.2"]
    assert refusal["mend"] == "penalty.endorse_filing"
    assert "罗开富" in refusal["who"]
    assert "审核立案" in found["what_now"]


def test_the_wrong_post_is_told_whose_it_is(town: Town, caller: Any) -> None:
    """penalty-law-54"""
    case = proposed(town)
    answer = caller(town["lixuemei"]).post(f"/matters/{case.pk}/actions/penalty.approve_filing", {"input": {"opinion": "同意。"}})
    found = problem(answer, 403, "post-not-held")
    assert "周为民" in found["what_now"]
    assert "penalty-law-54" in {row["id"] for row in found["refusals"][0]["provisions"]}


def test_the_wrong_stage_is_told_with_the_right_one(town: Town, caller: Any) -> None:
    case = filed(town)
    answer = caller(town["luokaifu"]).post(f"/matters/{case.pk}/actions/penalty.endorse_filing", {"input": {"opinion": "同意。"}})
    assert "立案审批" in problem(answer, 409, "wrong-stage")["detail"]


def test_wrong_input_is_told_by_field(town: Town, caller: Any) -> None:
    answer = caller(town["lixuemei"]).post("/actions/penalty.propose", {"input": proposal(town, party_identifier="500399198503121230")})
    assert list(problem(answer, 422, "invalid-input")["errors"]) == ["party_identifier"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("acted_from_on", 20260220),
        ("acted_from_on", "0001-01-01"),
        ("cause", {"text": "x"}),
        ("cause", 5),
        ("endangers_life", "yes"),
        ("officers", "李雪梅"),
        ("officers", [{"id": 1}]),
        ("power", [1]),
        ("power", -1),
        ("never_asked", "x"),
    ],
)
def test_input_of_another_type_than_documented_is_refused_by_field(town: Town, caller: Any, field: str, value: Any) -> None:
    answer = caller(town["lixuemei"]).post("/actions/penalty.propose", {"input": proposal(town, **{field: value})})
    assert list(problem(answer, 422, "invalid-input")["errors"]) == [field]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b'"x"',
        b'{"input": {"source": NaN}}',
        b'{"input": {"place": "\\u0000"}}',
        b'{"input": {"place": "\\ud800"}}',
        b"[" * 100_000,
    ],
)
def test_a_body_that_cannot_be_read_is_refused(town: Town, caller: Any, body: bytes) -> None:
    person = caller(town["lixuemei"])
    answer = person.client.post(
        "/api/v1/actions/clue.register", body, content_type="application/json", headers={"Authorization": f"Bearer {person.secret}"}
    )
    problem(answer, 400, "bad-request")


@pytest.mark.parametrize(
    ("body", "named"), [({"inputs": {}}, "inputs"), ({"input": []}, "input"), ({"input": {}, "version": "1"}, "version")]
)
def test_a_body_of_another_shape_is_told_by_name(town: Town, caller: Any, body: Any, named: str) -> None:
    assert list(problem(caller(town["lixuemei"]).post("/actions/clue.register", body), 422, "invalid-input")["errors"]) == [named]


def test_a_body_beyond_the_limit_is_refused(town: Town, caller: Any, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    problem(caller(town["lixuemei"]).post("/actions/clue.register", {"input": CLUE}), 413, "too-large")


def test_files_come_as_parts_beside_the_input(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    answer = person.client.post(
        "/api/v1/actions/clue.register",
        {"input": json.dumps(CLUE), "attachments": [SimpleUploadedFile("一.png", PHOTO), SimpleUploadedFile("二.png", PHOTO)]},
        headers={"Authorization": f"Bearer {person.secret}"},
    )
    assert answer.status_code == 201, answer.content.decode()
    kept = Matter.objects.get().attachments.order_by("id")
    assert [row.name for row in kept] == ["一.png", "二.png"]
    with open_blob(kept[0].blob) as file:
        assert file.read() == PHOTO


def test_a_file_of_an_unknown_kind_and_a_part_of_an_unknown_name_are_told_by_field(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])

    def send(parts: dict[str, Any]) -> Any:
        return person.client.post("/api/v1/actions/clue.register", parts, headers={"Authorization": f"Bearer {person.secret}"})

    unknown = send({"input": json.dumps(CLUE), "attachments": SimpleUploadedFile("x.png", b"\x00\x01 nothing known")})
    assert list(problem(unknown, 422, "invalid-input")["errors"]) == ["attachments"]
    misnamed = send({"input": json.dumps(CLUE), "photo": SimpleUploadedFile("x.png", PHOTO)})
    assert list(problem(misnamed, 422, "invalid-input")["errors"]) == ["photo"]
    assert not Matter.objects.exists()


def test_a_preview_shows_the_paper_and_keeps_nothing(town: Town, caller: Any) -> None:
    case = proposed(town)
    answer = caller(town["zhouweimin"]).post(f"/matters/{case.pk}/actions/penalty.approve_filing/preview", {"input": {"opinion": "同意。"}})
    assert answer.status_code == 200, answer.content.decode()
    (page,) = answer.json()
    assert page["pdf"].startswith("JVBERi0")
    assert not case.documents.exists()
    assert case.records.count() == 1


def test_a_draft_is_kept_read_replaced_and_discarded(town: Town, caller: Any) -> None:
    case, person = proposed(town), caller(town["luokaifu"])
    for path in (f"/matters/{case.pk}/drafts/penalty.endorse_filing", "/drafts/clue.register"):
        assert person.get(path).status_code == 404
        assert person.put(path, {"input": {"opinion": "半句"}}).status_code == 200
        assert person.put(path, {"input": {"opinion": "半句话"}}).json()["input"] == {"opinion": "半句话"}
        assert person.get(path).json()["input"] == {"opinion": "半句话"}
        assert caller(town["wumin"]).get(path).status_code == 404
        assert person.delete(path).status_code == 204
        assert person.get(path).status_code == 404
    assert not Draft.objects.exists()


def test_a_draft_belongs_to_an_action_of_that_matter(town: Town, caller: Any) -> None:
    case, person = proposed(town), caller(town["luokaifu"])
    for code in ("clue.verify", "penalty.propose", "nothing"):
        problem(person.put(f"/matters/{case.pk}/drafts/{code}", {"input": {}}), 404, "not-found")
    problem(person.put(f"/matters/{case.pk}/drafts/penalty.endorse_filing", {"typed": {}}), 422, "invalid-input")


def test_a_paper_that_cannot_be_made_yet_is_refused_with_the_gate(town: Town, caller: Any) -> None:
    """penalty-law-43"""
    case = filed(town)
    answer = caller(town["zhouweimin"]).post(
        f"/matters/{case.pk}/actions/penalty.decide_recusal/preview", {"input": {"granted": "yes", "reasons": "与当事人是亲属。"}}
    )
    assert problem(answer, 409, "refused")["refusals"]


def test_a_year_without_a_calendar_is_said_and_nothing_is_done(town: Town, caller: Any, clock: Any) -> None:
    """town-filing-sla"""
    clock("2099-03-03 16:00")
    assert not WorkYear.objects.exists()
    answer = caller(town["lixuemei"]).post("/actions/clue.register", {"input": CLUE})
    assert "2099" in problem(answer, 409, "year-unknown")["detail"]
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/matters", 3), ("/matters/{id}", 8), ("/matters/{id}/records", 6), ("/matters/{id}/documents", 6), ("/matters/{id}/deadlines", 9),
        ("/matters/{id}/standing", 240), ("/search?q=万隆", 6), ("/me", 4), ("/procedures", 1), ("/procedures/penalty", 1), ("/provisions", 1),
        ("/documents/{paper}", 6),
    ],
)  # fmt: skip
def test_the_number_of_queries_does_not_grow_with_the_rows(town: Town, caller: Any, path: str, most: int) -> None:
    case, person = filed(town), caller(town["lixuemei"])
    path = path.format(id=case.pk, paper=case.documents.get().pk)

    def asked() -> int:
        with CaptureQueriesContext(connection) as kept:
            answer = person.get(path)
            assert answer.status_code == 200, answer.content.decode()
        return len(kept)

    few = asked()
    for number in range(6):
        registered(town, subject=f"线索{number}")
        Record.objects.create(
            matter_id=case.pk, authority=town.authority, event_id=f"e{number}", action="penalty.assign", title="x", actor=town["lixuemei"],
            actor_name="李雪梅", post="officer", at=case.opened_at, stage_to="investigation", version=50 + number, sentence="x",
        )  # fmt: skip
    assert asked() == few <= most
