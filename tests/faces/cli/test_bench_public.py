"""What `mingzhi bench portal search` lays and asks, in the database of the tests and without a served installation: how, not how fast."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test import Client

from mingzhi.core.documents.paper import blanks
from mingzhi.core.engine import search as engine_search
from mingzhi.core.organs.models import User
from mingzhi.faces.cli.bench import BENCHES, COLUMNS, GOALS, documents, portal, row_of, search
from mingzhi.faces.cli.bench.client import WrongAnswer
from mingzhi.faces.cli.bench.decision import decision
from mingzhi.faces.cli.bench.lean import rate
from mingzhi.faces.cli.bench.published import lay_decisions
from mingzhi.faces.cli.bench.searching import ask_titles, lay_titles
from mingzhi.faces.cli.bench.town import ACCOUNT, lay
from mingzhi.law.identifiers import identify
from mingzhi.procedures.penalty.papers import PAPERS


def test_each_measurement_says_which_goal_it_answers():
    assert BENCHES.keys() == GOALS.keys()


def test_the_search_is_compared_with_like_to_the_last_matter(db):
    """Names of two characters, single characters and two words at once included."""
    lay(0)
    lay_titles(600)
    found = ask_titles()
    assert found["like"] == found["found"] == found["both"] > 600
    assert found["rare"]["asked"] == 8 * 25
    assert found["common"]["texts"]["建设"] == 75
    rows = [*(search._took("SQLite", 600, name, found[name]) for name in search.MOST_MS), search._recall("SQLite", 600, found)]
    assert all(len(row_of(row)) == len(COLUMNS) for row in rows)
    assert rows[-1]["met"]
    hits = engine_search.find("万燚", User.objects.get(username=ACCOUNT))
    assert hits and all("万燚" in hit.matter.title for hit in hits)
    if connection.vendor == "postgresql":
        # The index is taken away while the texts are laid, and made over all of them afterwards.
        assert "searchterms_by_term" in connection.introspection.get_constraints(connection.cursor(), "engine_searchterms")


def test_a_search_that_misses_one_does_not_meet_the_goal():
    assert not search._recall("SQLite", 9, {"like": 1000, "found": 999, "both": 999})["met"]
    assert search._recall("SQLite", 9, {"like": 9, "found": 10, "both": 9})["also"] == {"多找到": 1}


def test_documents_are_set_beside_what_is_installed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "ROUNDS", 1)
    monkeypatch.setattr(documents, "_weasyprint", list)
    found, of_a_case, without = documents.measure(lambda text: None, "", 2)
    assert found["also"]["每份页数"] >= 2 and found["floor_is"] == "目标下限" and found["also"]["字体"]
    assert "案件各种文书" in of_a_case["what"] and of_a_case["also"]["每份页数"] >= 1
    assert "没有安装 WeasyPrint" in without["skipped"]
    as_installed, as_prepared = documents._Peer(" 甲 ", "宋", documents._set), documents._Peer("用预备字体的甲 ", "明执宋", documents._set)
    monkeypatch.setattr(documents, "_weasyprint", lambda: [as_installed, as_prepared])
    monkeypatch.setattr(documents, "_slow_for", lambda: {"注意": documents.SLOW_PEER})
    monkeypatch.setattr(documents, "proofs_directory", lambda: None)
    _, no_examples, beside, beside_prepared = documents.measure(lambda text: None, "", 1)
    assert "安装包中没有" in no_examples["skipped"]
    assert beside["floor_is"] == "WeasyPrint 同样的文字" and "libharfbuzz-subset" in beside["also"]["注意"]
    # Each says in which font the other was, and the second is measured by itself.
    assert [row["also"]["WeasyPrint 字体"] for row in (beside, beside_prepared)] == ["宋", "明执宋"]
    assert "用预备字体的甲" in beside_prepared["what"]
    monkeypatch.setattr(documents, "_weasyprint", lambda: [as_installed])
    *_, unprepared = documents.measure(lambda text: None, "", 1)
    assert "make setup" in unprepared["skipped"]
    rows = (found, of_a_case, without, no_examples, beside, beside_prepared, unprepared)
    assert all(len(row_of(row)) == len(COLUMNS) for row in rows)


def test_of_the_decisions_that_are_measured_no_two_say_the_same_of_anybody():
    made = [decision(number) for number in range(200)]
    assert made[7] == decision(7)
    assert [blanks(PAPERS["D30"], data) for data in made if blanks(PAPERS["D30"], data)] == []
    for told in ("number", "cause", "process", "facts", "party", "check_url"):
        assert len({str(data[told]) for data in made}) == len(made), told
    assert all(identify(data["party"]["id_number"]).valid for data in made)
    # What an organ writes again and again.
    for kept in ("violated", "basis", "payment", "remedy", "performance", "publication"):
        assert len({str(data[kept]) for data in made}) == 1, kept


def test_the_pages_that_are_measured_are_those_of_public_decisions(db):
    lay(1)
    places = lay_decisions(3)
    for place, words in zip(places.values(), ("某镇府罚决字〔2026〕3号", "现场检查笔录"), strict=True):
        answer = Client().get(place)
        assert answer.status_code == 200 and words in answer.content.decode()


def test_a_page_is_measured_beside_a_file_of_the_same_bytes():
    met = object.__new__(portal._Met)
    met.page, met.file, met.bytes = "/page", "/file", 9
    met.rates, met.costs = {"/page": [10.0, 30.0, 20.0], "/file": [30.0, 50.0, 40.0]}, {"/page": [0.2], "/file": [0.1]}
    found = portal._finding("SQLite", 3, 8, "list", met, 5.0)
    assert (found["figure"], found["floor"], found["ratio"], found["met"]) == (20.0, 40.0, 0.5, True)
    assert len(row_of(found)) == len(COLUMNS)


@contextmanager
def server(answer: bytes) -> Iterator[int]:
    """Answers every request over one connection alike."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(10)

        def serve() -> None:
            line, _ = door.accept()
            with line:
                while line.recv(4096):
                    line.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield door.getsockname()[1]
        thread.join(10)


def test_the_lean_client_reads_bodies_of_a_length_and_in_pieces():
    with server(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") as port:
        assert rate(port, "/", 3, 1).body == b"hello"
    with server(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n") as port:
        assert rate(port, "/", 3, 1, each_anew=True).per_second > 0


def test_the_lean_client_takes_no_error_for_a_page():
    with server(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n") as port, pytest.raises(WrongAnswer, match="503"):
        rate(port, "/", 1, 1)
