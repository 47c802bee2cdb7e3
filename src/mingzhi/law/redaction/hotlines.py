"""Telephones that the town publishes itself: they stay, because whoever reads a decision has to be able to call."""

from __future__ import annotations

from mingzhi.law.provisions import provision


def published_lines() -> frozenset[str]:
    """For `Options.allowed`: the line for complaints that the town's own regulation names. (投诉举报制度 2)"""
    return frozenset({str(provision("complaint-2").latest["phone"])})
