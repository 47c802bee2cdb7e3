"""Inside a passing installation: matters with titles and parties as a town has them, and questions put to the search and to LIKE.

The texts are laid the way a restore would: rows first, the index over all of them afterwards. Questions go through the product's `find`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from mingzhi.core.engine import search
from mingzhi.core.engine.models import Matter
from mingzhi.core.engine.terms import terms_of
from mingzhi.core.organs.models import Authority, User

from .town import ACCOUNT

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
_GIVEN = "芳敏静强磊洋艳勇军杰娟涛明超霞平刚桂文辉玲华红建国志伟海燕春梅秀英建华德明大成小玲玉兰永福世海"
_CAUSES = (
    "未取得乡村建设规划许可证建设", "占道经营", "乱堆垃圾、杂物，拒不改正", "擅自在街道修建临时设施", "露天焚烧秸秆", "未密闭运输散装货物",
    "违法占用耕地", "擅自设置户外广告",
)  # fmt: skip
_VILLAGES = ("万隆村", "石泉村", "高山村", "羊叉村", "白果村", "梨园村", "长征社区")
#: Found in a handful of all titles, however many there are.
_RARE = ("万燚", "欧阳静远", "鹿鸣春饭馆", "令狐冲之")
_BATCH = 5000
#: As many as a page of the desk asks for.
LIMIT = 20
#: Each question so many times; the first is not counted, for it also reads the index from the disk.
ROUNDS = 26
#: What is compared with LIKE to the last one is found in pages of this many.
_WALKED = 2000
_WALKED_PAGES = 5


def lay_titles(count: int) -> None:
    """So many matters of the town, each with the text it is found by, indexed."""
    town = Authority.objects.get(kind="town")
    now = timezone.now()
    index = _index_taken_away()
    with transaction.atomic():
        for batch in _batches(range(1, count + 1)):
            rows = [_matter(town, number, count, now) for number in batch]
            Matter.objects.bulk_create(rows, batch_size=_BATCH)
            _lay_texts([(row.pk, search.plain(_text(row, number))) for row, number in zip(rows, batch, strict=True)])
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(index)
        else:
            cursor.execute("INSERT INTO engine_searchterms (engine_searchterms) VALUES ('optimize')")
        cursor.execute("ANALYZE")


def _batches(numbers: Iterable[int]) -> Iterator[list[int]]:
    left = iter(numbers)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _lay_texts(rows: list[tuple[int, str]]) -> None:
    """Texts with their index words, without asking what was there before."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany("INSERT INTO engine_searchtext (matter_id, text) VALUES (%s, %s)", rows)
            search.lay_terms(rows)
            return
        with cursor.copy("COPY engine_searchtext (matter_id, text) FROM STDIN") as lines:  # type: ignore[attr-defined]
            for row in rows:
                lines.write_row(row)
        with cursor.copy("COPY engine_searchterms (matter_id, terms) FROM STDIN") as lines:  # type: ignore[attr-defined]
            for pk, text in rows:
                lines.write_row((pk, terms_of(text)))


def _index_taken_away() -> str:
    """On PostgreSQL, the statement that makes the index again, as the product has it: over a million rows at once it is sooner made."""
    if connection.vendor == "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'searchterms_by_term'")
        (statement,) = cursor.fetchone()
        cursor.execute("DROP INDEX searchterms_by_term")
    return str(statement)


def _matter(town: Authority, number: int, of: int, now: Any) -> Matter:
    return Matter(
        authority=town, region=town.region, kind="penalty", number=f"某镇府立字〔2026〕{number}号", title=f"{_name(number, of)}{_cause(number)}案",
        stage="investigation", handler_names="李测、陈量", opened_at=now, changed_at=now, version=1,
    )  # fmt: skip


def _text(row: Matter, number: int) -> str:
    return f"{row.number} {row.title} {row.handler_names} {_VILLAGES[number % len(_VILLAGES)]}{number % 9 + 1}组"


def _name(number: int, of: int) -> str:
    """A party: one of three has a name of two characters."""
    share = max(of // (2 * len(_RARE)), 1)
    if number % share == 0:
        return _RARE[number // share % len(_RARE)]
    given = _GIVEN[number * 7 % len(_GIVEN)]
    more = "" if number % 3 == 0 else _GIVEN[number // 50 % len(_GIVEN)]
    return f"{_SURNAMES[number % len(_SURNAMES)]}{given}{more}"


def _cause(number: int) -> str:
    return _CAUSES[number * 3 % len(_CAUSES)]


def ask_titles() -> dict[str, Any]:
    """Every question many times, and all that it finds beside all that LIKE finds."""
    viewer = User.objects.select_related("authority").get(username=ACCOUNT)
    questions = {
        "rare": (*_RARE, "万燚 村", "〔2026〕77号", "〔2026〕7号", "燚"),
        "common": ("未取得", "占道经营", "王芳", "李", "高山村 张", "建设"),
    }
    found: dict[str, Any] = {"like": 0, "found": 0, "both": 0}
    for name, asked in questions.items():
        took, likes, each, texts = [], [], {}, {}
        for question in asked:
            times = [_asked(question, viewer) for _ in range(ROUNDS)][1:]
            took += times
            each[question] = round(statistics.median(times), 2)
            texts[question] = _texts(question)
            likes.append(_like(question, LIMIT)[1])
            ours, theirs = _walked(question, viewer), set(_like(question, _WALKED * _WALKED_PAGES)[0])
            found["like"] += len(theirs)
            found["found"] += len(ours)
            found["both"] += len(theirs & ours)
        found[name] = {
            "p95_ms": sorted(took)[int(len(took) * 0.95)],
            "median_ms": round(statistics.median(took), 3),
            "like_ms": round(statistics.median(likes), 2),
            "asked": len(took),
            "each": each,
            "texts": texts,
        }
    return found


def _asked(question: str, viewer: User) -> float:
    began = time.perf_counter()
    search.find(question, viewer, LIMIT)
    return (time.perf_counter() - began) * 1000


def _walked(question: str, viewer: User) -> set[int]:
    """The newest ten thousand that the search finds, page by page; all of them where there are fewer."""
    found: set[int] = set()
    after = None
    for _ in range(_WALKED_PAGES):
        hits = search.find(question, viewer, _WALKED, after)
        found |= {hit.matter.pk for hit in hits}
        if len(hits) < _WALKED:
            break
        after = hits[-1].matter.pk
    return found


def _like(question: str, limit: int) -> tuple[list[int], float]:
    """The newest that LIKE finds in the same texts, and how many milliseconds that took."""
    where, words = _likes(question)
    with connection.cursor() as cursor:
        began = time.perf_counter()
        cursor.execute(f"SELECT matter_id FROM engine_searchtext WHERE {where} ORDER BY matter_id DESC LIMIT {limit}", words)
        rows = cursor.fetchall()
    return [row[0] for row in rows], (time.perf_counter() - began) * 1000


def _texts(question: str) -> int:
    """In how many texts all words of a question stand, so that a reader sees what is rare here."""
    where, words = _likes(question)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM engine_searchtext WHERE {where}", words)
        return int(cursor.fetchone()[0])


def _likes(question: str) -> tuple[str, list[str]]:
    words = [f"%{word}%" for word in search.asked_words(question)]
    return " AND ".join(["text LIKE %s"] * len(words)), words
