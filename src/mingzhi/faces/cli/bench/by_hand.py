"""The floor of a list page: the same page written by hand, with the driver and joined strings and nothing else.

It asks for the session, the person with their town and unit, their posts, and fifty cases joined with three tables, as hand-written
SQL. No part of the product; it exists so that the product can be compared with what the machine can do.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_kept = threading.local()
_ROWS = 50
_READERS = {"officer", "captain", "reviewer", "deputy", "mayor", "clerk", "archivist", "hearing_chair", "supervisor", "discipline"}
_ZONE = ZoneInfo("Asia/Shanghai")

_SESSION = """SELECT u.id, u.name, u.is_active, a.id, a.region, a.name, a.place, n.name FROM bench_session s
JOIN organs_user u ON u.id = s.person_id JOIN organs_authority a ON a.id = u.authority_id LEFT JOIN organs_unit n ON n.id = u.unit_id
WHERE s.word = ? AND s.ends_at > ?"""
_POSTS = "SELECT post FROM organs_appointment WHERE person_id = ? AND from_on <= ? AND (until_on IS NULL OR until_on >= ?)"
_LIST = """SELECT m.id, m.number, m.title, m.stage, m.handler_names, p.name, d.rule, d.due_at, m.changed_at
FROM engine_matter m JOIN penalty_case c ON c.matter_ptr_id = m.id JOIN penalty_power p ON p.id = c.power_id
LEFT JOIN engine_deadline d ON d.matter_id = m.id AND d.met_at IS NULL AND d.lifted_at IS NULL
WHERE m.region = ? AND m.kind = 'penalty' AND m.closed_at IS NULL ORDER BY m.changed_at DESC, m.id DESC LIMIT 51"""


class _Sqlite:
    """The driver of SQLite; moments come back as text."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect(os.path.join(os.environ["MINGZHI_DATA"], "mingzhi.sqlite3"))  # noqa: PTH118
        self._connection.execute("PRAGMA cache_size=-65536")

    def rows(self, query: str, *values: Any) -> list[tuple]:
        return self._connection.execute(query, values).fetchall()

    def day(self, value: str) -> date:
        return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo("UTC")).astimezone(_ZONE).date()


class _Postgres:
    """The driver of PostgreSQL, each query prepared by the server."""

    def __init__(self, url: str) -> None:
        import psycopg

        parts = urlsplit(url)
        self._connection = psycopg.connect(
            host=parts.hostname,
            port=parts.port,
            user=parts.username,
            password=parts.password,
            dbname=parts.path.lstrip("/"),
            autocommit=True,
        )

    def rows(self, query: str, *values: Any) -> list[tuple]:
        return self._connection.execute(query.replace("?", "%s"), values, prepare=True).fetchall()

    def day(self, value: datetime) -> date:
        return value.astimezone(_ZONE).date()


def _database() -> _Sqlite | _Postgres:
    if not hasattr(_kept, "database"):
        url = os.environ.get("MINGZHI_DATABASE_URL")
        _kept.database = _Postgres(url) if url else _Sqlite()
    return _kept.database


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """One list page, or 403."""
    database = _database()
    word = environ.get("HTTP_COOKIE", "").partition("session=")[2]
    found = database.rows(_SESSION, word, int(time.time()))
    today = datetime.now(_ZONE).date()
    if not found or not found[0][2]:
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [b""]
    person_id, person, _, _, region, authority, place, unit = found[0]
    day = today.isoformat() if isinstance(database, _Sqlite) else today
    posts = {row[0] for row in database.rows(_POSTS, person_id, day, day)}
    if not posts & _READERS:
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [b""]
    rows = []
    for pk, number, title, stage, handlers, power, _rule, due_at, _ in database.rows(_LIST, region)[:_ROWS]:
        due = f'<span class="quiet">剩 {(database.day(due_at) - today).days} 日</span>' if due_at else ""
        rows.append(
            f'<tr><th scope="row" class="num"><a href="/penalty/{pk}/">{escape(number)}</a></th><td class="whole">{escape(title)}</td>'
            f'<td>{escape(power)}</td><td class="wide-only num">行政处罚</td><td><span class="tag ">{escape(stage)}</span></td><td>{due}</td>'
            f'<td class="wide-only num">{escape(handlers)}</td><td class="doings wide-only"><a href="/penalty/{pk}/#do">办理</a></td></tr>\n'
        )
    page = _PAGE.format(
        place=escape(place), unit=escape(unit or ""), person=escape(person), authority=escape(authority), rows="".join(rows)
    ).encode()
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(page)))])
    return [page]


_PAGE = """<!doctype html>
<html lang="zh-CN">
<head><title>行政处罚 · {place}</title><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/static/desk/tokens.css"><link rel="stylesheet" href="/static/desk/desk.css"></head>
<body><header class="top"><a class="town" href="/">{place}综合行政执法</a>
<nav><a href="/">工作台</a><a href="/penalty/" class="on">案件</a><a href="/clue/">线索</a><a href="/powers/">执法事项</a></nav>
<div class="me"><a href="/password">{unit} · {person}</a></div></header>
<main id="main"><h1>行政处罚</h1><form method="get" role="search"><input type="search" name="q"><button class="btn less">查询</button></form>
<table class="cards"><thead><tr><th>文号</th><th>案由</th><th>当事人</th><th>程序</th><th>当前环节</th><th>法定时限</th><th>承办人</th></tr></thead>
<tbody>
{rows}</tbody></table><a href="?after=" rel="next">下一页</a></main><footer class="foot">{authority}</footer></body></html>
"""
