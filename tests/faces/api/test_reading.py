"""Reading: lists and their cursors, one matter, documents and files; what may not be seen is not found."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core.engine.models import Attachment, Matter
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.core.ledger import current_log, entries
from mingzhi.core.vault.storage import path
from tests.cast import Town, at, make_town

from .conftest import CLUE, filed, proposed, registered

PHOTO = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02"
    b"\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(autouse=True)
def _vault(settings: Any, tmp_path: Any) -> None:
    settings.VAULT_DIR = tmp_path / "vault"


def many_clues(town: Town, count: int) -> None:
    for number in range(count):
        registered(town, subject=f"线索之{number}")


def test_pages_follow_each_other_without_gap_or_repetition_while_clues_come_in(town: Town, caller: Any) -> None:
    many_clues(town, 7)
    before = set(Matter.objects.values_list("id", flat=True))
    person = caller(town["lixuemei"])
    seen: list[int] = []
    page = person.get("/matters?limit=3").json()
    while True:
        seen += [row["id"] for row in page["items"]]
        if page["next"] is None:
            break
        registered(town, subject="翻页时新来的线索")
        page = person.get(f"/matters?limit=3&cursor={page['next']}").json()
    assert len(seen) == len(set(seen))
    assert set(seen) == before


def test_a_list_is_narrowed_by_kind_stage_state_words_and_own_matters(town: Town, caller: Any) -> None:
    case, clue = proposed(town), registered(town)
    person = caller(town["wumin"])

    def found(query: str) -> list[int]:
        return [row["id"] for row in person.get(f"/matters?{query}").json()["items"]]

    assert found("kind=penalty") == [case.pk]
    assert found("stage=registered") == [clue.pk]
    assert found("state=closed") == []
    assert set(found("state=open")) == {case.pk, clue.pk}
    assert found("q=刘大成") == [case.pk]
    assert found(f"q={clue.number}") == [clue.pk]
    assert found("mine=true") == []
    assert [row["id"] for row in caller(town["chenzhiqiang"]).get("/matters?mine=true").json()["items"]] == [case.pk]


def test_a_list_says_stage_and_handlers_in_words(town: Town, caller: Any) -> None:
    proposed(town)
    row = caller(town["lixuemei"]).get("/matters").json()["items"][0]
    assert (row["kind_title"], row["stage_title"], row["handlers"]) == (PROCEDURES["penalty"].title, "立案审批", "李雪梅、陈志强")
    assert row["opened_at"] == "2026-03-03T10:00:00+08:00"


@pytest.mark.parametrize("cursor", ["x", "WzEsMl0", "W10", "bnVsbA", "WyIyMDI2LTAzLTAzIiwgMV0"])
def test_a_cursor_made_up_by_hand_is_refused(town: Town, caller: Any, cursor: str) -> None:
    answer = caller(town["lixuemei"]).get(f"/matters?cursor={cursor}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["what_now"] == "请对照接口说明检查请求后再发。"


def test_parameters_outside_their_bounds_are_problems_by_name(town: Town, caller: Any) -> None:
    answer = caller(town["lixuemei"]).get("/matters?limit=101&state=lost")
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"] == {"limit": ["不能大于 100。"], "state": ["只能是 ''、'open'、'closed' 之一。"]}


def test_matters_of_another_town_are_not_found_anywhere(town: Town, caller: Any) -> None:
    case = filed(town)
    paper = case.documents.get()
    other = make_town("500110113", "赶水镇", "綦赶府", prefix="g-")
    stranger = caller(other["lixuemei"])
    assert stranger.get("/matters").json()["items"] == []
    assert stranger.get("/search?q=刘大成").json() == {"matters": [], "documents": []}
    paths = [f"/matters/{case.pk}{part}" for part in ("", "/standing", "/records", "/deadlines", "/documents", "/drafts/penalty.assign")]
    paths += [f"/documents/{paper.pk}", f"/documents/{paper.pk}/pdf"]
    assert {path: stranger.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)
    answer = stranger.post(f"/matters/{case.pk}/actions/penalty.assign", {"input": {}})
    missing = stranger.post(f"/matters/{case.pk + 1000}/actions/penalty.assign", {"input": {}})
    assert answer.status_code == missing.status_code == 404
    assert answer.json() == missing.json()


def test_an_administrator_sees_no_matter(town: Town, caller: Any) -> None:
    case = proposed(town)
    person = caller(town["sysadmin"])
    assert person.get("/matters").json()["items"] == []
    assert person.get(f"/matters/{case.pk}").status_code == 404


def test_standing_tells_what_is_missing_under_which_article_and_who_supplies_it(town: Town, caller: Any) -> None:
    """recording-8.2"""
    case = proposed(town)
    answer = caller(town["zhouweimin"]).get(f"/matters/{case.pk}/standing").json()
    row = next(one for one in answer["actions"] if one["code"] == "penalty.approve_filing")
    assert (row["allowed"], row["mine"]) == (False, True)
    (refusal,) = row["refusals"]
    assert refusal["mend"] == "penalty.endorse_filing"
    assert "罗开富" in refusal["who"]
    assert [one["id"] for one in refusal["provisions"]] == ["recording-8.2"]
    assert refusal["provisions"][0]["text"]


def test_records_come_latest_first_and_never_show_their_input(town: Town, caller: Any) -> None:
    """complaint-8"""
    clue = registered(town, informant_name="匿名甲", informant_contact="13900000002")
    person = caller(town["luokaifu"])
    perform("clue.assign", clue, actor=town["luokaifu"], data={"people": ["吴敏"]}, at=at("2026-03-03 11:00"))
    first = person.get(f"/matters/{clue.pk}/records?limit=1").json()
    assert [row["action"] for row in first["items"]] == ["clue.assign"]
    last = person.get(f"/matters/{clue.pk}/records?limit=1&before={first['next']}").json()
    assert [row["action"] for row in last["items"]] == ["clue.register"]
    assert last["next"] is None
    everything = "".join(
        person.get(f"/matters/{clue.pk}{part}").content.decode() for part in ("", "/standing", "/records", "/deadlines", "/documents")
    )
    assert "匿名甲" not in everything
    assert "13900000002" not in everything


def test_deadlines_are_told_in_words_under_their_provision(town: Town, caller: Any) -> None:
    case = filed(town)
    rows = caller(town["lixuemei"]).get(f"/matters/{case.pk}/deadlines").json()
    kept = set(case.deadlines.values_list("provision", flat=True))
    assert {row["provision"]["id"] for row in rows} == kept
    assert all(row["words"] and row["due_at"].endswith("+08:00") for row in rows)


def test_a_document_is_told_by_its_facts_and_sent_as_it_was_issued(town: Town, caller: Any) -> None:
    case = filed(town)
    person = caller(town["wumin"])
    (row,) = person.get(f"/matters/{case.pk}/documents").json()
    assert row == person.get(f"/documents/{row['id']}").json()
    kept = case.documents.get()
    assert (row["code"], row["sha256"], row["sm3"]) == ("D02", kept.sha256, kept.sm3)
    assert row["check_url"].endswith(f"/d/{kept.check_code}")
    answer = person.get(f"/documents/{row['id']}/pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert b"".join(answer.streaming_content) == path(kept.blob).read_bytes()


def test_an_original_is_opened_only_for_a_purpose_and_the_look_is_in_the_ledger(town: Town, caller: Any) -> None:
    """personnel-26"""
    clue = perform(
        "clue.register",
        actor=town["lixuemei"],
        data=CLUE,
        files={"attachments": [SimpleUploadedFile("现场.png", PHOTO)]},
        at=at("2026-03-03"),
    ).matter
    (shown,) = caller(town["wumin"]).get(f"/matters/{clue.pk}").json()["attachments"]
    assert shown["name"] == "现场.png"
    person = caller(town["wumin"], "read")
    refused = person.get(f"/attachments/{shown['id']}")
    assert (refused.status_code, list(refused.json()["errors"])) == (422, ["purpose"])
    size = current_log(town.authority)[2]
    answer = person.get(f"/attachments/{shown['id']}?purpose=核对现场照片")
    assert b"".join(answer.streaming_content) == PHOTO
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "%E7%8E%B0%E5%9C%BA.png" in answer["Content-Disposition"]
    (entry,) = list(entries(current_log(town.authority)[0], size))
    assert entry.kind == "attachment.opened"
    assert entry.said["d"] == {"attachment": Attachment.objects.get().pk}
    assert entry.private["purpose"] == "核对现场照片"
    named = person.get(f"/attachments/{shown['id']}", headers={"X-Purpose": "%E6%A0%B8%E5%AF%B9"})
    assert named.status_code == 200
    assert next(entries(current_log(town.authority)[0], size + 1)).private["purpose"] == "核对"


def test_an_original_of_another_town_is_not_found_and_leaves_no_entry(town: Town, caller: Any) -> None:
    perform(
        "clue.register",
        actor=town["lixuemei"],
        data=CLUE,
        files={"attachments": [SimpleUploadedFile("现场.png", PHOTO)]},
        at=at("2026-03-03"),
    )
    size = current_log(town.authority)[2]
    other = make_town("500110113", "赶水镇", "綦赶府", prefix="g-")
    answer = caller(other["lixuemei"]).get(f"/attachments/{Attachment.objects.get().pk}?purpose=核对")
    assert answer.status_code == 404
    assert current_log(town.authority)[2] == size


def test_search_finds_matters_by_name_and_documents_by_number(town: Town, caller: Any) -> None:
    case = filed(town)
    person = caller(town["wumin"])
    assert [row["id"] for row in person.get("/search?q=大成").json()["matters"]] == [case.pk]
    number = case.documents.get().number
    assert [row["number"] for row in person.get("/search", data={"q": number}).json()["documents"]] == [number]
    assert person.get("/search?q=").status_code == 422


def test_me_tells_posts_and_what_may_be_opened(town: Town, caller: Any) -> None:
    me = caller(town["lixuemei"]).get("/me").json()
    assert (me["name"], me["posts"]) == ("李雪梅", ["执法人员"])
    assert {"penalty.propose", "clue.register"} <= {row["code"] for row in me["openings"]}


def test_a_procedure_shows_its_table_and_the_input_of_each_action(town: Town, caller: Any) -> None:
    person = caller(town["lixuemei"])
    assert "penalty" in {row["code"] for row in person.get("/procedures").json()}
    found = person.get("/procedures/penalty").json()
    propose = next(row for row in found["actions"] if row["code"] == "penalty.propose")
    assert propose["input"]["properties"]["cause"]["maxLength"] == 150
    assert "cause" in propose["input"]["required"]
    assert propose["provisions"][0]["cite"]
    assert person.get("/procedures/nothing").status_code == 404


def test_provisions_tell_what_they_guard(town: Town, caller: Any) -> None:
    """penalty-law-42"""
    person = caller(town["lixuemei"])
    assert {row["law"] for row in person.get("/provisions?law=行政处罚法").json()} == {"行政处罚法"}
    found = person.get("/provisions/penalty-law-42").json()
    assert "penalty.propose" in found["guards"]
    assert person.get("/provisions/penalty-law-9999").status_code == 404
