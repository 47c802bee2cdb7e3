"""What papers say of discretion besides the officer's own words: statutory grounds, laws broken by the same act, leave to deviate."""

from __future__ import annotations

from mingzhi.law.discretion import Mitigation
from mingzhi.law.provisions import provision

from .. import approving
from ..benchmarks import deviation
from ..models import Case


def statutory(case: Case) -> str:
    """Lines to be added to the reasons: grounds with their article, and which of several laws applies."""
    found = []
    for code in case.mitigations:
        ground = Mitigation(code)
        found.append(f"法定从轻、减轻情形：{ground.title}（{ground.provision.quote}）。")
    if case.also_violated:
        others = "、".join(f"“{row['name']}”" for row in case.also_violated)
        found.append(f"同一行为还违反{others}，按照罚款数额高的规定处罚（{provision('penalty-law-29').quote}），不再另行罚款。")
    return "".join(f"\n{line}" for line in found)


def deviating(case: Case) -> str:
    """That the fine leaves the benchmark and why, a line to be added last to the reasons; empty where it does not."""
    how = deviation(case, case.decided_penalties or case.proposed_penalties)
    return f"\n偏离裁量基准：{how}。理由：{case.deviation_because.rstrip('。')}。" if how else ""


def leave_to_deviate(case: Case) -> str:
    """Who agreed to that, for the organ's own sheet; empty where nothing deviates."""
    if not deviating(case):
        return ""
    row = approving.granted(case, "deviation")
    return f"{row.decided_by.name}批准：{row.decision}" if row is not None and row.decided_by else "经集体讨论决定。"
