"""What holds of every text: nothing known survives, nothing else changes, and a second look finds nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhi.law.identifiers import citizen_check
from mingzhi.law.redaction import Options, Person, Role, redact, redact_together, remains

GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛超霞平刚桂英华文玉兰明国庆建红春海燕"
HIDDEN_ROLES = [role for role in Role if role is not Role.OFFICER]
PHRASES = [
    "，男，1985年3月2日出生，", "住重庆市綦江区石壕镇万隆村3组12号，", "在石壕镇兴隆街25号门前占道经营", "罚款2000元。", "联系电话139", "、", "和", "\n", " ",
    "依据《中华人民共和国行政处罚法》第三十条", "石壕府罚决字〔2026〕1号", "证人：", "法定代表人", "举报人", "账号：6222", "身份证号码", "陈述：", "未取得许可擅自",
    "重庆石壕建材有限公司", "年收入约30000元", "的妻子", "（签名）", "某", "1", "某某", "微信号", "，", "。", "（", "）",
]  # fmt: skip
names = st.builds(str.__add__, st.sampled_from(["张", "王", "欧阳", "冉", "于", "黄", "买买提·"]), st.text(GIVEN, min_size=1, max_size=2))
people = st.lists(st.builds(Person, names, st.sampled_from(HIDDEN_ROLES)), max_size=4, unique_by=lambda person: person.name)
gaps = st.text(" \u3000\n\u200b", max_size=2)


@st.composite
def scenes(draw):
    """Some people, and a text of phrases, numbers and their names, split by whatever a copy from a paper leaves between letters."""
    there = draw(people)
    parts = []
    for _ in range(draw(st.integers(1, 12))):
        kind = draw(st.integers(0, 3))
        if kind == 0 and there:
            parts.append(draw(gaps).join(draw(st.sampled_from(there)).name))
        elif kind == 1:
            parts.append(draw(st.text("0123456789-X", max_size=19)))
        else:
            parts.append(draw(st.sampled_from(PHRASES)))
    return "".join(parts), there


def letters_of(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in "\u200b·")


@given(scenes())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_what_is_redacted_is_silent_and_stays_as_it_is(scene):
    """disclosure-8.1, disclosure-8.2: a fresh scan of the text that goes out finds nothing."""
    text, there = scene
    done = redact(text, there)
    assert remains(done.text, there) == ()
    assert redact(done.text, there).text == done.text


@given(scenes())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_no_known_name_survives_however_it_is_split(scene):
    """disclosure-8.1. One that is also an ordinary word, and stands like one, is left for a person to decide: 用电高峰期.

    Names inside the name of a unit stay; the phrases here hold one unit, without a person in it.
    """
    text, there = scene
    done = redact(text, there)
    asked = {letters_of(text[one.start : one.end]) for one in done.unsure}
    left = letters_of(done.text)
    assert [name for person in there if (name := letters_of(person.name)) in left and name not in asked] == []


@given(scenes())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_text_outside_the_hidden_spans_is_not_touched(scene):
    text, there = scene
    done = redact(text, there)
    parts, at = [], 0
    for one in done.hidden:
        assert at <= one.start < one.end <= len(text)
        parts += (text[at : one.start], one.replacement)
        at = one.end
    assert "".join((*parts, text[at:])) == done.text


@given(st.integers(19300101, 20200101), st.integers(0, 999), st.sampled_from(["", " ", "-", "\u3000"]), st.booleans())
def test_an_identity_number_is_hidden_however_it_is_written(day, serial, between, wide):
    """disclosure-8.2. Split in four, full-width, and with a wrong check digit too: better hidden."""
    body = f"500399{day}{serial:03}"
    for number in (body + citizen_check(body), body + "0"):
        written = between.join((number[:6], number[6:10], number[10:14], number[14:]))
        if wide:
            written = written.translate({ord(letter): ord(letter) + 0xFEE0 for letter in "0123456789X"})
        assert redact(f"经核对，{written}与登记一致。").text == "经核对，（证件号码略）与登记一致。"


@given(st.integers(3, 9), st.integers(0, 10**9 - 1), st.sampled_from(["", "-", " "]), st.sampled_from(["", "+86", "86-", "+86 "]))
def test_a_mobile_number_is_hidden_however_it_is_written(second, rest, between, prefix):
    """disclosure-8.2."""
    digits = f"1{second}{rest:09}"
    written = prefix + between.join((digits[:3], digits[3:7], digits[7:]))
    assert redact(f"当事人电话：{written}。").text == "当事人电话：（电话略）。"


def test_title_and_body_give_the_same_person_the_same_word():
    """disclosure-7.2-mask: two people who would look alike are told apart, in every text of one publication."""
    people = [Person("张三", Role.PARTY), Person("张四海", Role.WITNESS)]
    done = redact_together({"title": "张三占道经营案", "body": "张四海看见张三摆摊，张三给了5元，张四海5000元。"}, people)
    assert done["title"].text == "张某某1占道经营案"
    assert done["body"].text == "张某某2看见张某某1摆摊，张某某1给了5元，张某某（2）5000元。"


def test_a_name_found_by_its_label_in_the_body_is_hidden_in_the_title():
    """disclosure-8.1."""
    done = redact_together({"title": "关于囡囡反映事项的答复", "body": "证人：囡囡，女，汉族。"})
    assert "囡囡" not in done["title"].text + done["body"].text


def test_what_is_allowed_stays_in_every_spelling():
    text = "电话：023-48740007或者02348740007，（023）48740007。联系电话：023-48740009。"
    assert redact(text, (), Options(allowed=frozenset({"023-48740007"}))).text == text.replace("023-48740009", "（电话略）")
