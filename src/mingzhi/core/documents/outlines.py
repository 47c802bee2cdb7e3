"""One face of an open Chinese font drawn anew with TrueType outlines, of which the typesetter cuts letters much faster than of CFF.

The letters of everyday only: a rare one comes from the source, which has the same design. Values in, bytes out.
Not here: which faces are drawn and where they lie (`preparing`), which font a paper is set in (`fonts`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

#: Farthest from the outline of the source, in units of which there are a thousand in the height of a letter.
MOST_OFF = 1.0

# Latin, Greek and Cyrillic whole, because letters of one word stand in one font or are not kerned; signs and units, numbers in circles,
# boxes to tick, punctuation, full-width forms.
_SIGNS = (
    (0x20, 0x7E), (0xA0, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x205E), (0x2100, 0x22FF), (0x2460, 0x257F), (0x25A0, 0x2613), (0x2713, 0x2717),
    (0x2E3A, 0x2E3B), (0x3000, 0x303F), (0x3220, 0x3243), (0x3280, 0x32BF), (0x3380, 0x33DF), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
)  # fmt: skip
# What changes or moves a letter without being asked, in Chinese as the mainland writes it: dashes that meet, quotes, kerning, ligatures.
_FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark"]
_SCRIPTS = [f"{script}.{language}" for script in ("DFLT", "latn", "grek", "cyrl", "kana", "hani") for language in ("dflt", "ZHS")]
# Everything else a face may hold is for other regions or for columns, and no paper asks for it.
_LEFT_OUT = ("CFF ", "BASE", "VORG", "vhea", "vmtx")
_OF_PROGRAMS = (
    "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions",
    "maxComponentElements",
)  # fmt: skip
_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT, _LICENCE, _LICENCE_URL = 0, 1, 2, 3, 4, 5, 6, 13, 14


@dataclass(frozen=True)
class Source:
    """An installed face: its file, and which of the faces in it."""

    path: Path
    index: int = 0

    def opened(self) -> TTFont:
        return TTFont(self.path, fontNumber=self.index, lazy=True, recalcTimestamp=False)

    def is_cff(self) -> bool:
        """Whether there is anything to gain: outlines of other kinds are quick as they are."""
        with self.opened() as font:
            return "CFF " in font


def letters() -> set[int]:
    """The code points drawn anew, as far as a source has them: GB 2312 whole, and the signs around it."""
    found = {code for first, last in _SIGNS for code in range(first, last + 1)}
    for row in range(0xA1, 0xF8):
        cells = bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell))
        found |= set(map(ord, cells.decode("gb2312", "ignore")))
    return found


def redrawn(source: Source, family: str, style: str, wanted: Iterable[int] | None = None) -> bytes:
    """A TrueType font of these code points (by default `letters`) with the outlines of the source to within MOST_OFF, its advances, lines
    and kerning, called by another name. Equal sources give equal bytes: its dates are theirs."""
    # Loaded here, because it takes longer than all that setup does where everything is there.
    from fontTools.subset import Options, Subsetter

    with source.opened() as font:
        outlines = font.getGlyphSet()
        # Cut down without its outlines: to cut sixty-five thousand of CFF takes longer than to draw those that are wanted.
        for tag in _LEFT_OUT:
            if tag in font:
                del font[tag]
        kept = Options(layout_features=_FEATURES, layout_scripts=_SCRIPTS, name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
        cutter = Subsetter(kept)
        cutter.populate(unicodes=letters() if wanted is None else wanted)
        cutter.subset(font)
        _draw(font, outlines)
        _call(font, family, style)
        file = io.BytesIO()
        font.save(file)
        return file.getvalue()


def _draw(font: TTFont, outlines: Any) -> None:
    """Give the font its glyphs as quadratic curves, in the direction in which TrueType fills."""
    font["loca"], glyf = newTable("loca"), newTable("glyf")
    font["glyf"], glyf.glyphOrder, glyf.glyphs = glyf, font.getGlyphOrder(), {}
    widths = font["hmtx"].metrics
    for name in glyf.glyphOrder:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, MOST_OFF, reverse_direction=True))
        glyph = glyf.glyphs[name] = pen.glyph()
        glyph.recalcBounds(glyf)
        # Rounding may have moved the left edge, and where the two differ the whole glyph is shifted.
        widths[name] = (widths[name][0], getattr(glyph, "xMin", 0))
    font.sfntVersion = "\0\1\0\0"
    font["maxp"].tableVersion = 0x00010000
    vars(font["maxp"]).update(dict.fromkeys(_OF_PROGRAMS, 0), maxZones=1)


def _call(font: TTFont, family: str, style: str) -> None:
    """Name the font. Copyright, version and licence of the source stay with it; the licence keeps the old name for what is unchanged."""
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in (_COPYRIGHT, _UNIQUE, _VERSION, _LICENCE, _LICENCE_URL)}
    full = f"{family} {style}"
    said = kept | {
        _FAMILY: family, _STYLE: style, _FULL: full, _UNIQUE: f"{full}, from {kept[_UNIQUE]}", _POSTSCRIPT: f"{family.replace(' ', '')}-{style}",
    }  # fmt: skip
    names.names = []
    for number, text in sorted(said.items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)
