"""Identity numbers: valid ones recognised, any single slip found, and what a number says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.identifiers import (
    CITIZEN_NUMBER,
    CREDIT_CODE,
    DOCUMENT_NUMBER,
    FOREIGN_RESIDENT,
    REGION_CODE,
    RESIDENCE_PERMIT,
    UNKNOWN,
    DocumentNumber,
    citizen_check,
    citizen_number,
    credit_check,
    credit_code,
    identify,
    organ_check,
    parsed_number,
    region_code,
    upgraded,
)

# Public bodies and one firm, as printed on their own public pages.
CREDIT_CODES = [
    "11500000009275780L",
    "11500000009276118B",
    "11500238750071502K",
    "11500221009303761B",
    "115002227398230135",
    "11230500001755309F",
    "91230500MA1B3N1N2M",
    "11500000MB0W8117XN",
]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# The samples printed in the standard itself.
STANDARD_SAMPLES = ["11010519491231002X", "440524188001010014"]


@pytest.mark.parametrize("code", CREDIT_CODES)
def test_a_real_credit_code_is_valid_in_both_check_digits(code: str) -> None:
    """GB 32100, GB 11714."""
    found = identify(code)
    assert (found.kind, found.valid, found.reason) == (CREDIT_CODE, True, "")
    assert organ_check(code[8:16]) == code[16]
    assert credit_check(code[:17]) == code[17]


@pytest.mark.parametrize("code", CREDIT_CODES)
def test_any_one_wrong_character_of_a_credit_code_is_found(code: str) -> None:
    for place in range(18):
        for letter in ALPHABET:
            if letter != code[place]:
                found = credit_code(code[:place] + letter + code[place + 1 :])
                assert not found.valid, (place, letter)
                assert found.reason


def test_a_credit_code_says_what_kind_of_unit_and_where() -> None:
    facts = credit_code("91230500MA1B3N1N2M").facts
    assert (facts["class"], facts["region"], facts["place"], facts["organ"]) == ("企业", "230500", "黑龙江", "MA1B3N1N2")
    assert credit_code("115002227398230135").facts["region"] == "500222"


def test_a_code_with_the_outer_check_right_and_the_inner_wrong_is_refused() -> None:
    """Both check digits are asked, not only the last."""
    body = "11500000009275781"
    found = credit_code(body + credit_check(body))
    assert not found.valid
    assert "第 17 位" in found.reason


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("1150000000927578", "应为 18 位"),
        ("11500000009275780I", "不使用的字符 I"),
        ("11500000009275780M", "第 18 位校验码应为 L"),
        ("11A00000009275780L", "区划代码应为数字"),
    ],
)
def test_a_faulty_credit_code_is_refused_with_the_place(code: str, reason: str) -> None:
    assert reason in credit_code(code).reason


def test_a_code_is_read_as_people_type_it() -> None:
    """Blanks, lower case, full-width."""
    assert identify(" 9123 0500 ma1b3n1n2m ").valid
    assert identify("１１０１０５１９４９１２３１００２ｘ").valid


@pytest.mark.parametrize("code", STANDARD_SAMPLES)
def test_the_standards_own_samples_are_valid(code: str) -> None:
    """GB 11643."""
    found = identify(code)
    assert (found.kind, found.valid) == (CITIZEN_NUMBER, True)


def test_a_citizens_number_says_birth_and_sex() -> None:
    facts = identify("11010519491231002X").facts
    assert (facts["birth_on"], facts["male"], facts["place"]) == (date(1949, 12, 31), False, "北京")


@pytest.mark.parametrize("code", STANDARD_SAMPLES)
def test_any_one_wrong_digit_of_a_citizens_number_is_found(code: str) -> None:
    for place in range(17):
        for digit in "0123456789":
            if digit != code[place]:
                assert not citizen_number(code[:place] + digit + code[place + 1 :]).valid, (place, digit)
    for last in "0123456789X":
        assert citizen_number(code[:17] + last).valid is (last == code[17])


def test_an_old_number_of_fifteen_places_is_read_and_upgraded(valid_test_id: Callable[..., str]) -> None:
    new = valid_test_id(date(1966, 5, 4), 123)
    old = new[:6] + new[8:17]
    found = identify(old)
    assert (found.kind, found.valid, found.facts["birth_on"], found.facts["male"]) == (CITIZEN_NUMBER, True, date(1966, 5, 4), True)
    assert upgraded(old) == new
    assert "出生日期 19661332 不存在" in identify(old[:8] + "1332" + old[12:]).reason


@pytest.mark.parametrize(("area", "place"), [("810000", "香港"), ("820000", "澳门"), ("830000", "台湾")])
def test_residence_permits_are_their_own_kind(valid_test_id: Callable[..., str], area: str, place: str) -> None:
    found = identify(valid_test_id(date(1990, 1, 2), 5, area))
    assert (found.kind, found.valid, found.facts["place"]) == (RESIDENCE_PERMIT, True, place)


def test_a_foreign_residents_card_is_its_own_kind(valid_test_id: Callable[..., str]) -> None:
    found = identify(valid_test_id(date(1985, 7, 9), 12, "950840"))
    assert (found.kind, found.valid, found.facts["birth_on"]) == (FOREIGN_RESIDENT, True, date(1985, 7, 9))


def test_impossible_days_and_places_are_refused_with_the_place_to_look(valid_test_id: Callable[..., str]) -> None:
    good = valid_test_id(date(2000, 2, 28))
    wrong_day = good[:10] + "0230" + good[14:17]
    assert "出生日期 20000230 不存在" in citizen_number(wrong_day + citizen_check(wrong_day)).reason
    assert "省级区划代码" in citizen_number(valid_test_id(date(2000, 2, 28), 1, "000399")).reason
    assert "晚于今天" in citizen_number(valid_test_id(date(2027, 1, 1)), today=date(2026, 11, 23)).reason
    assert "应为 18 位" in citizen_number("50039920000228").reason


def test_a_number_of_all_digits_is_taken_for_what_its_check_says() -> None:
    """115002227398230135 has no birth date in it and is a unit; a mistyped person's number stays a person's."""
    assert identify("115002227398230135").kind == CREDIT_CODE
    assert identify("115002227398230134").kind == CREDIT_CODE
    assert identify("110105194912310021").kind == CITIZEN_NUMBER


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(1, 999))
def test_every_well_formed_number_is_valid_and_gives_back_what_it_was_made_of(birth: date, seq: int) -> None:
    body = f"500399{birth:%Y%m%d}{seq:03d}"
    found = identify(body + citizen_check(body))
    assert found.valid
    assert (found.facts["birth_on"], found.facts["male"]) == (birth, seq % 2 == 1)


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(1, 999), st.integers(0, 16))
def test_two_neighbouring_digits_swapped_are_found(birth: date, seq: int, place: int) -> None:
    body = f"500399{birth:%Y%m%d}{seq:03d}"
    code = body + citizen_check(body)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert swapped == code or not citizen_number(swapped).valid


@given(st.text(max_size=24))
def test_no_text_whatever_raises(text: str) -> None:
    found = identify(text)
    assert found.valid is (found.reason == "")


@pytest.mark.parametrize(
    ("code", "level", "place"),
    [("500110112", "乡级", "重庆"), ("500110112000", "村级", "重庆"), ("500110", "县级", "重庆"), ("500000", "省级", "重庆")],
)
def test_a_region_code_says_its_level(code: str, level: str, place: str) -> None:
    """石壕镇 is 500110112."""
    found = identify(code)
    assert (found.kind, found.valid, found.facts["level"], found.facts["place"]) == (REGION_CODE, True, level, place)


@pytest.mark.parametrize(("code", "reason"), [("990110", "省级"), ("500010", "上级区划为零"), ("50011", "应为 6 位")])
def test_a_region_code_that_cannot_be_is_refused(code: str, reason: str) -> None:
    assert reason in region_code(code).reason


def test_a_document_number_is_read_and_written_alike() -> None:
    number = parsed_number("石壕府罚决字〔2026〕1号")
    assert number == DocumentNumber("石壕府罚决字", 2026, 1)
    assert str(number) == "石壕府罚决字〔2026〕1号"
    assert identify("石壕府罚决字〔2026〕12号").facts == {"mark": "石壕府罚决字", "year": 2026, "serial": 12}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("石壕府罚决字[2026]1号", "六角括号"),
        ("石壕府罚决字（2026）1号", "六角括号"),
        ("石壕府罚决字〔2026〕第1号", "不加“第”字"),
        ("石壕府罚决字〔2026〕01号", "不编虚位"),
        ("〔2026〕1号", "机关代字"),
    ],
)
def test_a_document_number_against_the_standard_is_refused_with_its_rule(text: str, reason: str) -> None:
    """GB/T 9704."""
    found = identify(text)
    assert (found.kind, found.valid) == (DOCUMENT_NUMBER, False)
    assert reason in found.reason


def test_what_is_no_identifier_is_said_to_be_none() -> None:
    assert identify("023-48740007").kind == UNKNOWN
    assert identify("").reason
