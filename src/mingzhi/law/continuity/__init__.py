"""Whether an activity was recorded without a break: clips and photographs against the time on the scene.

Read `judging.py` first; `material.py` has what goes in, `findings.py` what comes out. (记录制度 12, 音像制度 7)
"""

from mingzhi.law.continuity.findings import Continuity, Finding, Kind, Placed, Track
from mingzhi.law.continuity.judging import continuity_of
from mingzhi.law.continuity.material import Clip, ClockReading, Counter, Photo, Thresholds
from mingzhi.law.continuity.spans import Span

__all__ = [
    "Clip",
    "ClockReading",
    "Continuity",
    "Counter",
    "Finding",
    "Kind",
    "Photo",
    "Placed",
    "Span",
    "Thresholds",
    "Track",
    "continuity_of",
]
