"""What setup prepares of the open fonts: all of it at once, only anew when its sources are others, and nothing on a paper moves by it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from ctypes import c_double
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from mingzhi.core.documents import fonts, outlines, preparing, typeset

from .test_typeset import MADE_AT, RECORD, sheet, text_of

RARE = "㛃𬱖"
# Kerning, ligatures, two dashes that meet, quotes as wide as letters, punctuation side by side; and letters that are not prepared.
WORDS = (
    f"当事人张{RARE[0]}（又名李{RARE[1]}）说：“AVATAR, Type, office fi——好！……”；《办法》（试行）第三条、〔2026〕1号，㎡ ☑①√ São Łódź 'a' 3.5kg。\n"
    * 4
)


def forget() -> None:
    """Let fonts be looked for anew."""
    for kept in (fonts.installed, fonts.faces, fonts.faces_json, fonts._covered):
        kept.cache_clear()


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A directory, not there yet, in the place of what this installation has prepared."""
    monkeypatch.setattr(fonts, "prepared", lambda: tmp_path / "share" / "fonts")
    monkeypatch.setattr(typeset, "_compiler", None)
    forget()
    yield tmp_path / "share" / "fonts"
    forget()


@pytest.fixture
def small(tmp_path: Path) -> list[preparing.Drawing]:
    """An installed font of one letter, as a square of CFF, to be drawn anew in two styles."""
    made = FontBuilder(1000, isTTF=False)
    pen = T2CharStringPen(1000, None)
    for step, point in enumerate(((100, 0), (900, 0), (900, 800), (100, 800))):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    made.setupGlyphOrder([".notdef", "one"])
    made.setupCharacterMap({0x4E00: "one"})
    made.setupCFF("Square", {}, {".notdef": T2CharStringPen(1000, None).getCharString(), "one": pen.getCharString()}, {})
    made.setupHorizontalMetrics({".notdef": (1000, 0), "one": (1000, 100)})
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    made.save(tmp_path / "square.otf")
    source = outlines.Source(tmp_path / "square.otf")
    return [(source, fonts.OWN_SERIF, "Regular"), (source, fonts.OWN_SERIF, "Bold")]


def of(place: Path) -> dict[str, bytes]:
    """Every file below a directory."""
    return {file.name: file.read_bytes() for file in place.rglob("*") if file.is_file()}


def places(pdf: bytes) -> list[tuple[int, str, float, float]]:
    """Every letter of a PDF with its page and the place where it stands."""
    found = []
    x, y = c_double(), c_double()
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                pdfium.FPDFText_GetCharOrigin(text, index, x, y)
                found.append((number, chr(pdfium.FPDFText_GetUnicode(text, index)), x.value, y.value))
    return found


def test_what_is_prepared_appears_at_once_and_stays_while_its_sources_do(place: Path, small: list[preparing.Drawing]) -> None:
    assert not preparing.is_prepared(small)
    preparing.prepare(small)
    first = of(place)
    assert preparing.is_prepared(small) and set(first) == {"MingzhiSerif-Regular.ttf", "MingzhiSerif-Bold.ttf"}
    preparing.prepare(small)
    assert of(place) == first
    # Another file in the place of the source: what was drawn of the old one is not taken for it, and goes when there is better.
    os.utime(small[0][0].path, (1, 1))
    assert not preparing.is_prepared(small) and of(place) == first
    preparing.prepare(small)
    assert preparing.is_prepared(small) and of(place) == first
    assert len(list(place.iterdir())) == 1 and [path.name for path in place.parent.iterdir()] == ["fonts"]


def test_where_nothing_can_be_written_it_says_so_and_leaves_nothing(
    place: Path, small: list[preparing.Drawing], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place.parent.write_text("a file where a directory should be")
    monkeypatch.setattr(preparing, "of_this_machine", lambda: small)
    assert preparing.main() == 1
    assert str(place) in capsys.readouterr().err
    assert not place.exists() and place not in fonts.directories()


def test_setup_has_nothing_to_do_where_no_font_gains_by_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
    assert preparing.drawings(bare) == []
    monkeypatch.setattr(preparing, "of_this_machine", list)
    assert preparing.main() == 0 and not place.exists()


class Installed:
    """A machine with fonts of these families."""

    def __init__(self, *families: str) -> None:
        self._families = list(families)

    def families(self) -> list[str]:
        return self._families


def test_the_prepared_font_comes_after_the_towns_own_and_before_what_it_was_made_of(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = Installed("Noto Serif CJK SC", "Noto Sans CJK SC", "仿宋_GB2312", "Mingzhi Serif", "Mingzhi Sans")
    with monkeypatch.context() as machine:
        machine.setattr(fonts, "installed", lambda: here)
        chains, named = fonts.faces(), fonts.family_of("title")
    assert chains["fang"] == ["仿宋_GB2312", "Mingzhi Serif", "Noto Serif CJK SC", "Mingzhi Sans", "Noto Sans CJK SC"]
    assert chains["hei"][:2] == ["Mingzhi Sans", "Noto Sans CJK SC"]
    # A person is told the name under which the font is known.
    assert named == "Noto Serif CJK SC"


def test_what_was_prepared_of_a_font_does_not_stand_in_for_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lacks rare letters, so that a font which was removed has to be installed again."""
    with monkeypatch.context() as machine:
        machine.setattr(fonts, "installed", lambda: Installed("Mingzhi Serif", "Mingzhi Sans"))
        with pytest.raises(fonts.FontsMissing):
            fonts.faces()


def test_on_a_paper_every_letter_stands_where_it_did(place: Path) -> None:
    wanted = preparing.of_this_machine()
    if not wanted:
        pytest.skip("no open font with outlines in CFF is installed (Debian: fonts-noto-cjk)")
    told = sheet(title="关于AVATAR——“题”的说明", text=WORDS, check_url="https://zf.example.gov.cn/d/7KQ2M9XA", sealed=True)
    before = typeset.typeset(RECORD, told, made_at=MADE_AT)
    place.mkdir(parents=True)
    for source, family, style in wanted:
        letters = outlines.letters() & set(map(ord, f"{WORDS}{told} 扫码核验本文书0123456789年月日第页共"))
        (place / f"{family}-{style}.ttf").write_bytes(outlines.redrawn(source, family, style, letters))
    forget()
    typeset._compiler = None
    after = typeset.typeset(RECORD, told, made_at=MADE_AT)
    assert b"MingzhiSerif-Regular" in after and b"MingzhiSerif-Bold" in after and b"MingzhiSerif" not in before
    assert [letter for _, letter, *_ in places(before)] == [letter for _, letter, *_ in places(after)]
    moved = [
        (old, new)
        for old, new in zip(places(before), places(after), strict=True)
        if old[0] != new[0] or abs(old[2] - new[2]) > 0.02 or abs(old[3] - new[3]) > 0.02
    ]
    assert moved == []
    # A rare letter is cut out of the font it was always cut out of.
    assert set(RARE) <= set(text_of(after)) and fonts.missing_glyphs(RARE) == ""
