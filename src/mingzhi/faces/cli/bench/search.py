"""G11: finding matters by words of their title and party, beside LIKE on the same texts in the same run."""

from __future__ import annotations

from typing import Any

from .finding import Finding
from .installation import Progress, installation

MATTERS = 1_000_000
#: Most milliseconds at the 95th of a hundred questions, by how often the words stand in a title.
MOST_MS = {"rare": 2.0, "common": 50.0}
_TITLES = {"rare": "少见的词（两字姓名在内）", "common": "常见的词"}


def measure(tell: Progress, database: str, size: int | None) -> list[dict[str, Any]]:
    """How long questions take, and whether they find what LIKE finds. `size`: matters, fewer for a quick look."""
    matters = size or MATTERS
    with installation(database, tell, cases=0) as made:
        tell(f"{database}：正在装入 {matters} 件的名称和当事人")
        made.run("lay_titles", count=matters)
        tell(f"{database}：正在检索")
        found = made.run("ask_titles")
        version = made.run("version")
    return [*(_took(version, matters, name, found[name]) for name in MOST_MS), _recall(version, matters, found)]


def _took(version: str, matters: int, name: str, found: dict[str, Any]) -> dict[str, Any]:
    most = MOST_MS[name]
    return Finding(
        goal="G11", what=f"检索，{_TITLES[name]}，p95", database=version, floor=most, floor_is="目标上限", figure=found["p95_ms"],
        unit="毫秒", ratio=found["p95_ms"] / most, target=1.0, most=True, sizes={"办件": matters, "问": found["asked"]},
        also={"中位毫秒": found["median_ms"], "同一问题用 LIKE 的中位毫秒": found["like_ms"], "逐问毫秒": found["each"],
              "逐问件数": found["texts"]},
    ).as_json()  # fmt: skip


def _recall(version: str, matters: int, found: dict[str, Any]) -> dict[str, Any]:
    """Matters found of those that LIKE finds. One found besides would be wrong too, so the two must be the same."""
    like, both = found["like"], found["both"]
    wrong = found["found"] - both
    return Finding(
        goal="G11", what="检索到的与 LIKE 相同", database=version, floor=like, floor_is="LIKE 找到", figure=both, unit="件",
        ratio=both / like if like else 0.0, target=1.0, sizes={"办件": matters}, also={"多找到": wrong},
    ).as_json()  # fmt: skip
