"""Open fonts drawn anew with TrueType outlines: the same letters in the same places, made once and always the same."""

from __future__ import annotations

import re
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from mingzhi.core.documents import outlines, preparing, typeset

# Curves and straight strokes, many and few of them, punctuation, a digit, a box.
TOLD = "永鬱国，。“”—〔Ag&3①□"


@pytest.fixture(scope="module")
def drawings() -> list[preparing.Drawing]:
    found = preparing.of_this_machine()
    if not found:
        pytest.skip("no open font with outlines in CFF is installed (Debian: fonts-noto-cjk)")
    return found


class Points(BasePen):
    """Points along an outline, sixteen to a curve and to a straight stroke."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.found: list[tuple[float, float]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.start = pt

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._along(lambda t: (1 - t, t), self._getCurrentPoint(), pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._along(lambda t: ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3), self._getCurrentPoint(), *points)

    def _qCurveToOne(self, *points: tuple[float, float]) -> None:
        self._along(lambda t: ((1 - t) ** 2, 2 * t * (1 - t), t**2), self._getCurrentPoint(), *points)

    def _closePath(self) -> None:
        self._lineTo(self.start)

    def _along(self, weights: object, *points: tuple[float, float]) -> None:
        for step in range(17):
            shares = weights(step / 16)  # type: ignore[operator]
            self.found.append(
                (sum(s * x for s, (x, _) in zip(shares, points, strict=True)), sum(s * y for s, (_, y) in zip(shares, points, strict=True)))
            )


def drawn(font: TTFont, letter: str) -> tuple[list[tuple[float, float]], float]:
    """The outline of a letter as points, and its area, which is below nought where it is filled the other way round."""
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[ord(letter)]
    points, area = Points(glyphs), AreaPen(glyphs)
    glyphs[name].draw(points)
    glyphs[name].draw(area)
    return points.found, area.value


def distance(point: tuple[float, float], outline: list[tuple[float, float]]) -> float:
    """How far a point is from the nearest straight piece between two neighbours of an outline."""
    x, y = point

    def to_piece(ends: tuple[tuple[float, float], tuple[float, float]]) -> float:
        (ax, ay), (bx, by) = ends
        length = (bx - ax) ** 2 + (by - ay) ** 2
        t = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
        return hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))

    near = [ends for ends in pairwise(outline) if hypot(ends[0][0] - x, ends[0][1] - y) < 400]
    return min(map(to_piece, near or list(pairwise(outline))))


def test_a_letter_drawn_anew_is_where_it_was_to_a_thousandth(drawings: list[preparing.Drawing], tmp_path: Path) -> None:
    for source, family, style in drawings[::2]:
        file = tmp_path / f"{family}-{style}.ttf"
        file.write_bytes(outlines.redrawn(source, family, style, map(ord, TOLD)))
        with source.opened() as old, TTFont(file) as new:
            assert "glyf" in new and "CFF " not in new
            assert set(map(ord, TOLD)) <= set(new.getBestCmap())
            for letter in TOLD:
                before, area = drawn(old, letter)
                after, area_anew = drawn(new, letter)
                # What the curves may be off, and half a unit for rounding, each way at right angles.
                assert max(distance(point, before) for point in after[::7]) < outlines.MOST_OFF + 0.8, letter
                assert max(distance(point, after) for point in before[::7]) < outlines.MOST_OFF + 0.8, letter
                # TrueType fills what runs the other way round.
                assert area_anew == pytest.approx(-area, rel=0.01, abs=200), letter
                names = [font.getBestCmap()[ord(letter)] for font in (old, new)]
                assert old["hmtx"][names[0]][0] == new["hmtx"][names[1]][0]
                assert new["hmtx"][names[1]][1] == getattr(new["glyf"][names[1]], "xMin", 0)
            assert [(font["hhea"].ascent, font["hhea"].descent, font["OS/2"].usWeightClass) for font in (old, new)] == [
                (old["hhea"].ascent, old["hhea"].descent, old["OS/2"].usWeightClass)
            ] * 2


def test_it_has_a_name_of_its_own_and_keeps_its_licence(drawings: list[preparing.Drawing], tmp_path: Path) -> None:
    """OFL 1.1, 3: what is changed does not carry a reserved name; 2: copyright and licence stay with it."""
    source, family, style = drawings[0]
    (tmp_path / "face.ttf").write_bytes(outlines.redrawn(source, family, style, map(ord, "甲")))
    with source.opened() as old, TTFont(tmp_path / "face.ttf") as new:
        called = [new["name"].getDebugName(number) for number in (1, 2, 4, 6)]
        assert called == ["Mingzhi Serif", "Regular", "Mingzhi Serif Regular", "MingzhiSerif-Regular"]
        for kept in (0, 13, 14):
            assert new["name"].getDebugName(kept) == old["name"].getDebugName(kept) != ""


def test_the_same_source_gives_the_same_bytes_whatever_the_clock_says(
    drawings: list[preparing.Drawing], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = outlines.redrawn(*drawings[0], map(ord, TOLD))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert outlines.redrawn(*drawings[0], list(map(ord, reversed(TOLD)))) == first


def test_every_sign_of_a_template_is_drawn_anew() -> None:
    """What a form prints on every paper should not come from the slower font."""
    templates = "".join(path.read_text("utf-8") for path in typeset.ROOT.rglob("*.typ"))
    drawn_anew = outlines.letters()
    assert {letter for letter in templates if letter.isprintable() and ord(letter) not in drawn_anew} == set()
    assert len(drawn_anew & set(range(0x4E00, 0xA000))) == 6763


def test_no_template_asks_for_a_weight_that_is_not_drawn() -> None:
    """A family with one weight alone answers for all of them, so that bold would come out regular."""
    templates = "".join(path.read_text("utf-8") for path in typeset.ROOT.rglob("*.typ"))
    assert set(re.findall(r'weight: ("?[a-z]+)', templates)) <= {'"bold', "face"}
    assert re.findall(r'face\("hei"\)[^)]*weight', templates) == []
    assert re.findall(r"(?m)^=+ |#strong|#heading", templates) == []
