"""Typesetting without any procedure: fonts, glyphs, amounts in words, PDF/A, threads, refusal of foreign drawings."""

from __future__ import annotations

import json
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import accumulate, takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
import typst
import zxingcpp

from mingzhi.core.documents import fonts
from mingzhi.core.documents.check_code import check_svg, check_url
from mingzhi.core.documents.paper import GAP, Field, Paper, PaperIncomplete, blanks, require_complete, with_blanks
from mingzhi.core.documents.typeset import ROOT, MissingGlyphs, TypesetError, typeset

MADE_AT = datetime(2026, 3, 6, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
RECORD = ROOT / "core" / "documents" / "typst" / "plain.typ"


def said(expression: str) -> object:
    """What a function of the Typst library answers."""
    source = f'#import "/core/documents/typst/words.typ": *\n#metadata({expression}) <answer>'
    answer = typst.Compiler(input=source.encode(), root=str(ROOT), ignore_system_fonts=True, sys_inputs={"faces": "{}"}).query(
        "<answer>", field="value", one=True
    )
    return json.loads(answer)


def text_of(pdf: bytes) -> str:
    out = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s", "", out)


def sheet(**data: object) -> dict[str, object]:
    return {"organ": "石壕镇人民政府", "made_on": "2026-03-06", "title": "说明", "text": "正文", "sealed": False, "seal_organ": "", **data}


def test_a_sheet_is_pdf_a_2b_with_its_fonts_inside() -> None:
    pdf = typeset(RECORD, sheet(), made_at=MADE_AT)
    assert b"pdfaid:part>2<" in pdf and b"pdfaid:conformance>B<" in pdf
    listed = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert all(re.search(r"\byes\s+yes\b", line) for line in listed.splitlines()[2:])


def test_the_same_input_gives_the_same_bytes_whatever_was_set_between() -> None:
    first = typeset(RECORD, sheet(), made_at=MADE_AT)
    typeset(RECORD, sheet(text="别的"), made_at=MADE_AT)
    assert typeset(RECORD, sheet(), made_at=MADE_AT) == first


def test_the_moment_of_making_counts_as_a_moment_and_not_as_its_zone() -> None:
    assert typeset(RECORD, sheet(), made_at=MADE_AT.astimezone(ZoneInfo("UTC"))) == typeset(RECORD, sheet(), made_at=MADE_AT)


def test_many_threads_share_one_compiler() -> None:
    texts = [f"第{n}份" for n in range(24)]
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda text: typeset(RECORD, sheet(text=text), made_at=MADE_AT), texts))
    assert [text in text_of(pdf) for text, pdf in zip(texts, made, strict=True)] == [True] * 24


def test_a_character_nobody_can_draw_is_named_and_not_printed_as_a_box() -> None:
    nobody = chr(0xE0B7)
    assert fonts.missing_glyphs("石壕𬭼㐂䶮") == ""
    drawn = fonts.missing_glyphs(f"石{chr(0x3FFF0)}")
    assert drawn == "" or drawn == chr(0x3FFF0)
    with pytest.raises(MissingGlyphs, match="MINGZHI_FONT_PATHS"):
        typeset(RECORD, sheet(text=f"石壕{chr(0x13000)}{nobody}"), made_at=MADE_AT)


def test_without_a_chinese_font_the_message_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])
    monkeypatch.setattr(fonts, "installed", lambda: bare)
    fonts.faces.cache_clear()
    try:
        with pytest.raises(fonts.FontsMissing, match="fonts-noto-cjk"):
            fonts.faces()
    finally:
        monkeypatch.undo()
        fonts.faces.cache_clear()


def test_the_towns_own_faces_come_before_the_open_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """GB/T 9704-2012 5.2.2: body in 仿宋, title in 小标宋."""

    class Installed:
        @staticmethod
        def families() -> list[str]:
            return ["Noto Serif CJK SC", "Noto Sans CJK SC", "FangSong_GB2312", "方正小标宋简体"]

    monkeypatch.setattr(fonts, "installed", Installed)
    fonts.faces.cache_clear()
    try:
        chains = fonts.faces()
    finally:
        monkeypatch.undo()
        fonts.faces.cache_clear()
    assert chains["fang"] == ["FangSong_GB2312", "Noto Serif CJK SC", "Noto Sans CJK SC"]
    assert chains["title"][0] == "方正小标宋简体"


def test_a_template_outside_the_package_is_refused(tmp_path: Path) -> None:
    stray = tmp_path / "stray.typ"
    stray.write_text("#read(sys.inputs.data)")
    with pytest.raises(TypesetError, match="不在程序目录之内"):
        typeset(stray, {}, made_at=MADE_AT)


def test_a_signature_that_is_not_path_data_is_refused() -> None:
    drawing = {"kind": "drawn", "w": 300, "h": 120, "paths": ['M0 0"/><image href="file:///etc/passwd']}
    with pytest.raises(TypesetError, match="签名笔迹"):
        typeset(RECORD, sheet(signature=drawing), made_at=MADE_AT)


def test_a_seal_is_drawn_only_on_a_sealed_paper_that_is_no_draft() -> None:
    sealed = text_of(typeset(RECORD, sheet(sealed=True), made_at=MADE_AT))
    waiting = text_of(typeset(RECORD, sheet(sealed=True), sealed=False, made_at=MADE_AT))
    draft = text_of(typeset(RECORD, sheet(sealed=True), draft=True, made_at=MADE_AT))
    assert "（印章）" not in sealed and sealed.count("石壕镇人民政府") == 3
    assert "（印章）" in waiting and "（印章）" in draft and "草稿不具效力" in draft


@pytest.mark.parametrize(
    ("sum_yuan", "plain", "capitals"),
    [
        ("200.00", "200元", "贰佰元整"),
        ("2000", "2000元", "贰仟元整"),
        ("10500.20", "10500.20元", "壹万零伍佰元贰角"),
        ("100000.00", "100000元", "壹拾万元整"),
        ("1010000.05", "1010000.05元", "壹佰零壹万元零伍分"),
        ("300000000.00", "300000000元", "叁亿元整"),
        ("0.30", "0.30元", "叁角"),
        ("0.00", "0元", "零元整"),
    ],
)
def test_a_sum_is_said_in_figures_and_capitals(sum_yuan: str, plain: str, capitals: str) -> None:
    assert said(f'yuan("{sum_yuan}")') == plain
    assert said(f'capital("{sum_yuan}")') == capitals


def test_days_and_moments_carry_no_leading_zeros_and_one_day_is_said_once() -> None:
    """GB/T 9704-2012 7.3.5.4: 成文日期 without 虚位."""
    assert said('day("2026-03-05")') == "2026年3月5日"
    assert said('moment("2026-03-05T09:05")') == "2026年3月5日9时05分"
    assert said('span("2026-03-05T09:05", "2026-03-05T10:00")') == "2026年3月5日9时05分至10时00分"
    assert said('span("2026-03-05T23:50", "2026-03-06T00:10")') == "2026年3月5日23时50分至2026年3月6日0时10分"


def test_the_check_code_is_the_public_address_and_always_the_same(settings: object) -> None:
    settings.PUBLIC_URL = "https://zf.example.gov.cn"  # type: ignore[attr-defined]
    assert check_url("7KQ2M9XA") == "https://zf.example.gov.cn/d/7KQ2M9XA"
    assert check_svg(check_url("7KQ2M9XA")) == check_svg(check_url("7KQ2M9XA"))
    assert check_svg(check_url("7KQ2M9XA")) != check_svg(check_url("7KQ2M9XB"))


def test_a_reader_reads_the_check_code_on_the_printed_page() -> None:
    url = "https://zf.example.gov.cn/d/7KQ2M9XA"
    with pypdfium2.PdfDocument(typeset(RECORD, sheet(check_url=url), made_at=MADE_AT)) as pdf:
        read = zxingcpp.read_barcodes(pdf[0].render(scale=2).to_pil())
    assert [(code.text, code.format, code.ec_level) for code in read] == [(url, zxingcpp.BarcodeFormat.QRCode, "M")]


def test_a_paper_comes_out_the_same_whatever_was_set_before_it() -> None:
    """The foot tells the last page, of which the compiler is told what it was the time before."""
    short, long = (
        sheet(check_url="https://zf.example.gov.cn/d/7KQ2M9XA"),
        sheet(text="正文。\n" * 60, check_url="https://zf.example.gov.cn/d/7KQ2M9XA"),
    )
    first, of_three, again, second = (typeset(RECORD, data, made_at=MADE_AT) for data in (short, long, long, short))
    assert first == second and of_three == again
    assert "—1—" in text_of(first) and text_of(first).count("扫码核验本文书") == 1
    assert all(f"—{page}—" in text_of(of_three) for page in (1, 2, 3)) and "—4—" not in text_of(of_three)
    with pypdfium2.PdfDocument(of_three) as pdf:
        assert ["扫码核验" in page.get_textpage().get_text_bounded() for page in pdf] == [False, False, True]


def arguments(call: str) -> list[str]:
    """What stands between the brackets of each call of this name in the library and in all templates."""
    found = []
    for path in ROOT.rglob("*.typ"):
        for after in path.read_text("utf-8").split(f"{call}(")[1:]:
            depths = accumulate((letter == "(") - (letter == ")") for letter in after)
            found.append("".join(letter for letter, _ in takewhile(lambda pair: pair[1] >= 0, zip(after, depths, strict=False))))
    return found


def test_the_style_of_a_page_holds_nothing_of_a_paper() -> None:
    """It belongs to everything on the page, and its foot to it: were anything of one paper in them, the compiler would lay out anew every
    sentence that no paper changes. A foot looks up what it prints when it is drawn."""
    pages, feet, signers = arguments("set page"), arguments("= numbered-foot"), arguments("signers: ")
    assert "counted-foot" in " ".join(pages) and len(feet) == 3 and len(signers) > 8
    assert [style for style in (*pages, *feet) if re.search(r"\bd\b|\bgiven\b|\bis-(draft|sealed)\b", style)] == []
    assert [names for names in signers if "signatures" in names or re.search(r"\bs\.", names)] == []


FORM = Paper(
    "X1", "试表", None, False, True, RECORD,
    (
        Field("name", "姓名"),
        Field("choice", "去向", choices=("东", "西")),
        Field("people", "人员", "list", at_least=2, items=(Field("name", "姓名"), Field("card", "证号"))),
        Field("opinion", "意见", "object", items=(Field("text", "意见", unless="pending"), Field("pending", "待填", "truth", required=False))),
        Field("note", "备注", required=False),
    ),
)  # fmt: skip


def test_every_blank_is_named_at_once_by_path_and_label() -> None:
    data = {"name": " ", "choice": "北", "people": [{"name": "甲", "card": ""}], "opinion": {"text": ""}}
    assert [blank.path for blank in blanks(FORM, data)] == ["name", "choice", "people", "people.0.card", "opinion.text"]
    with pytest.raises(PaperIncomplete, match=r"证号（people\.0\.card）"):
        require_complete(FORM, data)


def test_a_complete_form_has_no_blanks_and_a_pending_opinion_is_excused() -> None:
    people = [{"name": "甲", "card": "1"}, {"name": "乙", "card": "2"}]
    assert blanks(FORM, {"name": "丙", "choice": "东", "people": people, "opinion": {"pending": True}}) == []


def test_blanks_are_filled_in_so_that_a_template_may_name_every_field() -> None:
    filled = with_blanks(FORM, {"name": "丙"})
    pending = with_blanks(FORM, {"opinion": {"pending": True}})
    assert pending["opinion"] == {"text": "", "pending": True}
    assert filled == {"name": "丙", "choice": GAP, "people": [], "opinion": {"text": GAP, "pending": False}, "note": ""}


def test_a_field_of_a_paper_is_found_by_name() -> None:
    assert FORM.field_named("note").label == "备注"
    with pytest.raises(KeyError, match="没有字段"):
        FORM.field_named("nothing")
