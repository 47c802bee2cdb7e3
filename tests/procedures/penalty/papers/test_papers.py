"""Every paper of a penalty case printed from a realistic filling and read back from its PDF."""

from __future__ import annotations

import copy
import re
import subprocess
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mingzhi.core.documents.paper import Field, PaperIncomplete, blanks
from mingzhi.core.documents.typeset import typeset_paper
from mingzhi.procedures.penalty.papers import PAPERS

from .cast import COMPANY, OFFICERS, PARTY, REFUSED, SHOP
from .examples import EXAMPLES

MADE_AT = datetime(2026, 3, 6, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
# Said by the form in other words than the data: codes of kinds, truths, and numbers or sums in the middle of sentences.
_SPOKEN_OTHERWISE = {"kind", "granted", "accepted", "done", "electronic", "form"}


def printed(pdf: bytes) -> str:
    """The words of a PDF in reading order without any white space, page feet left out."""
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s", "", text)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    listed = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages:\s+(\d+)", listed).group(1))


def set_in_type(code: str, **changes: Any) -> bytes:
    """The final PDF of a paper with its example data, some of it changed."""
    return typeset_paper(PAPERS[code], {**copy.deepcopy(EXAMPLES[code]), **changes}, made_at=MADE_AT)


def as_printed(value: Any, kind: str) -> str:
    """What the paper shows for a value of the data."""
    if kind in {"date", "moment"}:
        day = "{}年{}月{}日".format(*(int(part) for part in value[:10].split("-")))
        return day if kind == "date" else f"{day}{int(value[11:13])}时{value[14:16]}分"
    if kind == "yuan":
        whole, cents = value.split(".")
        return f"{whole}元" if cents == "00" else f"{value}元"
    return re.sub(r"\s", "", str(value))


def required_values(fields: tuple[Field, ...], data: dict[str, Any]) -> list[tuple[Field, str]]:
    """Every required value the paper must show, as it shows it."""
    found: list[tuple[Field, str]] = []
    for field in fields:
        value = data.get(field.name)
        if value in (None, "") or field.kind == "truth" or field.name in _SPOKEN_OTHERWISE or not field.required:
            continue
        if field.kind == "object":
            found += required_values(field.items, value)
        elif field.kind == "list":
            for row in value:
                found += required_values(field.items, row) if field.items else [(field, as_printed(row, "text"))]
        else:
            found.append((field, as_printed(value, field.kind)))
    return found


def test_every_paper_of_the_catalogue_has_an_example_and_a_template() -> None:
    assert set(EXAMPLES) == set(PAPERS)
    assert [code for code, paper in PAPERS.items() if not paper.template.is_file()] == []


@pytest.mark.parametrize("code", PAPERS)
def test_the_example_fills_every_statutory_field(code: str) -> None:
    assert blanks(PAPERS[code], EXAMPLES[code]) == []


@pytest.mark.parametrize("code", PAPERS)
def test_the_printed_paper_shows_its_title_and_every_required_field(code: str) -> None:
    """File-review items 301 to 363: what must be on a paper can be read on it."""
    paper = PAPERS[code]
    text = printed(set_in_type(code))
    # A person with a trade name is printed under it, a record says the day once for a span on one day.
    absent = [
        (field.name, shown)
        for field, shown in required_values(paper.fields, EXAMPLES[code])
        if shown not in text and not (field.kind == "moment" and shown.split("日")[1] in text)
    ]
    assert absent == []


@pytest.mark.parametrize("code", PAPERS)
def test_a_sealed_paper_names_organ_and_date_at_its_end(code: str) -> None:
    """File-review items 321, 326, 333 and 354: name, seal and date of the organ."""
    if not PAPERS[code].sealed:
        assert PAPERS[code].word is None or PAPERS[code].inward
        return
    organ = EXAMPLES[code]["organ"]
    text = printed(set_in_type(code))
    assert text.count(organ) >= 2
    unsealed = printed(typeset_paper(PAPERS[code], EXAMPLES[code], sealed=False, made_at=MADE_AT))
    # The letters around the seal are one more.
    assert text.count(organ) == unsealed.count(organ) + 1
    assert "（印章）" in unsealed


def test_what_a_writer_ended_goes_on_in_the_form_without_a_second_stop() -> None:
    """File-review, part 2: the wording of a paper."""
    points = [{"point": "请求少罚一点。", "finding": "经复核，情况属实。", "accepted": True, "reasons": "当事人已主动改正。"}]
    assert "1．请求少罚一点：经复核，情况属实。予以采纳，理由：当事人已主动改正。" in printed(set_in_type("D25b", review=points))


def test_a_list_is_closed_below_its_last_line() -> None:
    """File-review, part 2: nothing can be written in below what was listed."""
    goods = [{"name": "彩钢瓦", "quantity": "20", "unit": "张"}]
    assert "1彩钢瓦20张（以下空白）" in printed(set_in_type("D44", goods=goods))
    assert "（以下空白）" not in printed(set_in_type("D44", goods=goods * 6))


def test_a_blank_statutory_field_is_refused_by_its_name() -> None:
    """行政处罚法 59: the six items of a decision."""
    data = {**EXAMPLES["D30"], "facts": "  ", "officers": OFFICERS[:1]}
    with pytest.raises(PaperIncomplete) as refused:
        typeset_paper(PAPERS["D30"], data, made_at=MADE_AT)
    assert [blank.path for blank in refused.value.blanks] == ["facts", "officers"]
    assert "违法事实（facts）" in str(refused.value)


def test_a_draft_may_have_gaps_and_says_that_it_has_no_effect() -> None:
    organ = EXAMPLES["D30"]["organ"]
    for code, paper in PAPERS.items():
        text = printed(typeset_paper(paper, {"organ": organ}, draft=True, made_at=MADE_AT))
        assert "草稿不具效力" in text, code


def test_the_same_data_gives_the_same_bytes() -> None:
    assert set_in_type("D30") == set_in_type("D30")
    assert set_in_type("D05") == set_in_type("D05")


def test_another_moment_of_making_gives_other_bytes() -> None:
    later = typeset_paper(PAPERS["D30"], EXAMPLES["D30"], made_at=MADE_AT.replace(day=7))
    assert later != set_in_type("D30")


def test_a_rare_character_in_a_name_is_printed() -> None:
    text = printed(set_in_type("D30", party={**PARTY, "name": "𬭼㐂䶮"}))
    assert "𬭼㐂䶮" in text


def test_long_text_goes_on_over_pages_and_keeps_its_end() -> None:
    facts = "\n".join(f"第{n}处：周长贵在集贸市场东侧通道搭建的彩钢棚占用消防通道，经测量并拍照固定。" for n in range(1, 90))
    for code in ("D30", "D02", "D05"):
        key = {"D30": "facts", "D02": "summary", "D05": "situation"}[code]
        pdf = set_in_type(code, **{key: facts})
        text = printed(pdf)
        assert "第1处：" in text and "第89处：" in text
        pages = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
        assert int(re.search(r"Pages:\s+(\d+)", pages)[1]) > 2  # type: ignore[index]


def test_several_parties_are_all_named_with_what_identifies_them() -> None:
    text = printed(set_in_type("D30", parties=[PARTY, SHOP, COMPANY]))
    for needed in (
        "当事人一",
        "当事人三",
        PARTY["id_number"],
        SHOP["trade_name"],
        SHOP["operator"],
        COMPANY["code"],
        COMPANY["representative"],
    ):
        assert needed in text


def test_a_shop_is_named_by_its_sign_and_its_owner() -> None:
    """File-review item 104: naming the sign without the owner costs the file twenty points."""
    text = printed(set_in_type("D31"))
    assert "綦江区石壕镇秀英豆花店" in text and "经营者何秀英" in text


def test_a_refused_signature_is_noted_with_its_reason_and_witness() -> None:
    """行政处罚法 52 and 55: refusal to sign is noted on the paper."""
    text = printed(set_in_type("D05", signatures={"party": REFUSED}))
    assert "拒绝签名（事由：认为罚款过高；见证人：石壕镇石壕社区网格员王德明）" in text


def test_a_decision_on_the_spot_says_that_review_comes_first() -> None:
    """行政复议法 23: against a decision on the spot, review before suit."""
    text = printed(set_in_type("D31"))
    assert "应当先向重庆市綦江区人民政府申请行政复议，申请期限为自收到本文书之日起60日" in text and "对行政复议决定不服的" in text
    assert "也可以自收到" not in text


def test_a_decision_says_by_whom_and_until_when_it_can_be_reviewed_and_what_lateness_costs() -> None:
    """行政处罚法 59 and 72; 国令235 article 7."""
    text = printed(set_in_type("D30"))
    assert "60日内向重庆市綦江区人民政府申请行政复议" in text and "6个月内依法直接向重庆市綦江区人民法院提起行政诉讼" in text
    assert "重庆农村商业银行石壕分理处" in text and "每日按罚款数额的3%加处罚款" in text and "贰仟元整" in text
    assert "拟作出" not in text


def test_an_entrusted_power_is_exercised_in_the_name_and_under_the_seal_of_the_entrusting_organ() -> None:
    """行政处罚法 20: the entrusted town is named, the organ that answers is the one that entrusts."""
    organ = "重庆市綦江区水利局"
    text = printed(set_in_type("D30", organ=organ, seal_organ=organ, acting_organ="重庆市綦江区石壕镇人民政府"))
    assert text.count(organ) >= 3 and "受委托实施机关：重庆市綦江区石壕镇人民政府" in text


def test_a_record_counts_its_pages_and_an_official_letter_numbers_them() -> None:
    assert "第1页共2页" in printed(set_in_type("D05")) and "第2页共2页" in printed(set_in_type("D05"))
    assert "—1—" in printed(set_in_type("D30"))


def test_the_paper_leads_to_its_check_page() -> None:
    assert "扫码核验本文书" in printed(set_in_type("D30"))
    assert "扫码核验本文书" not in printed(set_in_type("D30", check_url=""))


def test_a_decision_on_the_spot_fits_one_sheet() -> None:
    assert pages(set_in_type("D31")) == 1


@pytest.mark.parametrize("code", ["D06", "D09"])
def test_a_short_letter_is_not_spilt_over_a_second_page(code: str) -> None:
    """GB/T 9704-2012: lines may be set closer so that the seal does not stand on a page of its own."""
    assert pages(set_in_type(code)) == 1


def test_a_letter_too_long_for_one_page_goes_on_over_the_next_ones() -> None:
    items = [{"name": f"第{number}号档案", "quantity": "1份", "note": ""} for number in range(40)]
    pdf = set_in_type("D09", items=items)
    assert pages(pdf) == 3
    assert all(item["name"] in printed(pdf) for item in items)


def test_the_cover_of_a_penalty_on_the_spot_names_no_filing() -> None:
    """行政处罚法 51, 52: nothing is filed before a penalty on the spot."""
    spot = printed(set_in_type("D47", on_the_spot=True, filed_on="", decided_on="2026-03-05"))
    assert "决定日期2026年3月5日" in spot and "立案日期" not in spot
    assert "立案日期2026年3月5日" in printed(set_in_type("D47"))
