"""Names: surnames split and names hidden exactly by the table the town publishes by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.names import COMPOUND_SURNAMES, masked, normalised, split

TABLE = [
    ("张三", "张某某", "张*"),
    ("王小明", "王某某", "王**"),
    ("欧阳修", "欧阳某某", "欧阳*"),
    ("欧阳文忠", "欧阳某某", "欧阳**"),
    ("范徐丽泰", "范某某", "范***"),
    ("买买提·吐尔逊", "买某某", "买**"),
    ("扎西次仁", "扎某某", "扎***"),
    ("约翰·史密斯", "约某某", "约**"),
    ("John Smith", "J某某", "J**"),
    ("李四", "李某某", "李*"),
]
han = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
given_names = st.text(han, min_size=1, max_size=3)


@pytest.mark.parametrize(("name", "some", "star"), TABLE)
def test_a_name_is_hidden_as_the_table_says(name: str, some: str, star: str) -> None:
    """disclosure-7.2-mask: the surname stays, * or 某某 stands for the rest."""
    assert masked(name) == some
    assert masked(name, "star") == star


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("欧阳", ("欧", "阳")),
        ("欧阳修", ("欧阳", "修")),
        ("爱新觉罗溥仪", ("爱新觉罗", "溥仪")),
        ("爱新觉罗", ("爱", "新觉罗")),
        ("瓜尔佳敏", ("瓜尔佳", "敏")),
        ("钮祜禄和珅", ("钮祜禄", "和珅")),
        ("东方明珠", ("东方", "明珠")),
        ("南门", ("南", "门")),
        ("张", ("张", "")),
        ("买买提·吐尔逊", ("买", "买提·吐尔逊")),
    ],
)
def test_a_surname_ends_where_the_form_of_the_name_says(name: str, parts: tuple[str, str]) -> None:
    assert split(name) == parts


def test_a_stored_surname_overrides_the_guess() -> None:
    assert split("范徐丽泰", surname="范徐") == ("范徐", "丽泰")
    assert masked("东方红", surname="东") == "东某某"
    assert masked("范徐丽泰", "star", surname="范徐") == "范徐**"
    assert split("张三", surname="李") == ("张", "三")


@pytest.mark.parametrize("dot", ["\u00b7", "\u2022", "\u2027", "\u30fb", "\uff65", ".", "．", " · "])
def test_every_way_to_type_the_interpunct_gives_the_same_name(dot: str) -> None:
    assert normalised(f"买买提{dot}吐尔逊") == "买买提\u00b7吐尔逊"
    assert masked(f"买买提{dot}吐尔逊", "star") == "买**"


def test_blanks_in_and_around_a_chinese_name_are_no_part_of_it() -> None:
    assert normalised("\u3000张 三 ") == "张三"
    assert masked("王 小 明", "star") == "王**"
    assert normalised(" John   Smith ") == "John Smith"
    assert normalised("J. Smith") == "J. Smith"


def test_a_name_of_one_character_shows_nothing() -> None:
    assert masked("张") == masked("张", "star") == "某"


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(ValueError, match="姓名为空"):
        masked("\u3000 ")


def test_no_compound_surname_begins_with_another() -> None:
    """So that the first that fits is the only one that fits."""
    assert not [(one, other) for one in COMPOUND_SURNAMES for other in COMPOUND_SURNAMES if one != other and one.startswith(other)]


@given(st.sampled_from(COMPOUND_SURNAMES), given_names)
def test_a_compound_surname_with_a_given_name_stays_whole(surname: str, rest: str) -> None:
    assert split(surname + rest) == (surname, rest)


@given(st.text(han, min_size=2, max_size=6))
def test_the_default_form_never_tells_how_long_the_name_is(name: str) -> None:
    """disclosure-7.2-mask."""
    kept, hidden = split(name)
    assert masked(name) == f"{kept}某某"
    assert kept + hidden == name
    assert hidden


@given(st.text(han, min_size=2, max_size=6))
def test_stars_stand_one_for_each_hidden_character(name: str) -> None:
    kept, hidden = split(name)
    assert masked(name, "star") == kept + "*" * len(hidden)


@given(st.text(min_size=1, max_size=12))
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    assert normalised(normalised(name)) == normalised(name)
