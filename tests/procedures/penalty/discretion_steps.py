"""A benchmark and a list of what is not punished for 刘大成's rubbish, invented for trying (示例), and reports under them."""

from __future__ import annotations

from datetime import date
from typing import Any

from mingzhi.core.engine.perform import Done, perform
from mingzhi.procedures.penalty.benchmarks import add_benchmark
from mingzhi.procedures.penalty.exemptions import add_exemptions
from mingzhi.procedures.penalty.models import Benchmark, Case, Exemption
from tests.cast import Town, at

from . import story

TIERS = [
    {"name": "从轻", "circumstances": {"early": "及时停止并清理大部分"}, "citizen": [0, 100], "unit": [0, 200]},
    {"name": "一般", "circumstances": {"stubborn": "责令后没有改正"}, "citizen": [100, 300], "unit": [200, 400]},
    {"name": "从重", "circumstances": {"again": "一年内再犯"}, "citizen": [300, 500], "unit": [400, 500]},
]
SOURCE = "示例裁量基准"
LIST = "示例轻微违法行为不予处罚清单"


def benchmark(town: Town, level: str = "town", **changes: Any) -> Benchmark:
    row = {"power": "法定-003", "version": "2026", "level": level, "source": SOURCE, "valid": [date(2026, 1, 1)], "tiers": TIERS}
    return add_benchmark(town.authority, row | changes)


def listed(town: Town, *, version: str = "2026", valid: tuple[date, ...] = (date(2026, 1, 1),), **changes: Any) -> Exemption:
    """One item for 刘大成's rubbish, in the first list of the town unless told otherwise."""
    item = {
        "number": 2, "power": "法定-003", "ground": "slight", "conditions": ["堆放不足一立方米", "当日清除干净"],
        "basis": [{"law": "《重庆市村镇规划建设管理条例》", "article": "第五十条"}],
    }  # fmt: skip
    row = {"source": LIST, "version": version, "valid": list(valid), "items": [item | changes]}
    return add_exemptions(town.authority, row)[0]


def reported(town: Town, amount: str = "300", ticked: tuple[str, ...] = ("stubborn",), level: str = "town", **changes: Any) -> Case:
    """A case reported under the benchmark on 2026-03-23."""
    benchmark(town, level)
    case = story.investigated(town, littering=True)
    return story.reported(town, case, proposed_penalties=story.fine(amount), circumstances=list(ticked), **changes)


def deviating(town: Town, level: str = "town") -> Case:
    """Reported with 301 yuan, one yuan beyond the usual tier, with reasons."""
    return reported(town, "301", level=level, deviation_because="堆放在学校门口，影响学生通行。")


def leave(town: Town, case: Case, when: str = "2026-03-23 14:00", **changes: Any) -> Done:
    files = {name: changes.pop(name) for name in ("superior_file",) if name in changes}
    data = {"opinion": "同意。", **changes}
    return perform("penalty.approve_deviation", case, actor=town["tangguohua"], data=data, files=files, at=at(when))


def endorsed(town: Town, case: Case) -> Case:
    """From the report to the endorsed decision of 2026-04-01."""
    case = story.told(town, story.agreed(town, case))
    return story.decision_endorsed(town, story.decision_proposed(town, case))
