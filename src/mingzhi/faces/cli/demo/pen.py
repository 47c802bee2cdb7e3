"""Signatures as a hand draws them on a screen: a few strokes for each character, the same for the same name."""

from __future__ import annotations

import random
from typing import Any

WIDTH, HEIGHT = 300, 120
PEN = {"kind": "paper"}


def signature(name: str) -> dict[str, Any]:
    """The signature of one person, strokes drawn by chance but always alike."""
    hand = random.Random(f"签名 {name}")
    wide = (WIDTH - 40) / max(len(name), 1)
    paths = []
    for place in range(len(name)):
        left = 20 + place * wide
        for _ in range(hand.randint(3, 5)):
            x, y = left + hand.uniform(0, wide * 0.5), hand.uniform(25, 70)
            bend = f"Q{x + hand.uniform(-8, 18):.0f} {y + hand.uniform(8, 24):.0f}"
            paths.append(f"M{x:.0f} {y:.0f} {bend} {x + hand.uniform(10, wide * 0.7):.0f} {y + hand.uniform(-6, 30):.0f}")
    return {"kind": "drawn", "paths": paths, "w": WIDTH, "h": HEIGHT}


def refused(reason: str, witness: str) -> dict[str, str]:
    """A party that does not sign, with the person who saw it."""
    return {"kind": "refused", "reason": reason, "witness": witness}
