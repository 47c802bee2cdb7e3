"""What signs of a name weigh: how it is learned, kept, and that it was learned from the passages as they stand."""

from __future__ import annotations

import pytest

from mingzhi.faces.cli.bench.learning import examples, learn
from mingzhi.faces.cli.bench.passages import TEACHING, digest
from mingzhi.law.provisions import all_provisions
from mingzhi.law.redaction import redact
from mingzhi.law.redaction.parts import parts_of
from mingzhi.law.redaction.signs import padded
from mingzhi.law.redaction.weighing import EVERYTHING, Weigher, kept, read, written

from .test_corpus import CORPUS

_SAY = ("张建国", "李秀英", "王志强", "刘桂兰", "陈明华", "杨晓东", "赵国庆", "黄丽娟")
_WORDS = ("张贴公告", "李子树下", "王家坡路", "刘海样式", "陈旧家具", "杨梅林地", "赵记豆花", "黄色雨衣")


def _taught() -> Weigher:
    given = [one for name in _SAY for one in examples(f"{name}说他没有看见。", [(0, len(name))])]
    given += [one for word in _WORDS for one in examples(f"路边有{word}两处。", [])]
    return Weigher(*learn(given))


def _heaviest(weigher: Weigher, text: str) -> tuple[float, str]:
    marked = padded(text)
    return max((weigher.weight(marked, one), marked[one.start : one.end]) for _, one in weigher.near(marked, EVERYTHING))


def test_a_name_weighs_more_where_names_were_taught_to_stand():
    weigher = _taught()
    weight, name = _heaviest(weigher, "周桂英说他没有看见。")
    assert name == "周桂英"
    assert weight > 0 > _heaviest(weigher, "路边有周边设施两处。")[0]


def test_the_same_passages_teach_the_same():
    assert _taught().weights == _taught().weights


def test_what_is_hopeless_gives_up_no_name_that_was_taught():
    weigher = _taught()
    for name in _SAY:
        marked = padded(f"{name}说他没有看见。")
        assert name in {marked[one.start : one.end] for _, one in weigher.weighed(marked)}


def test_weights_come_back_as_they_were_written():
    """A sign may hold a line end."""
    weights = {"P张三": 1.25, "L\n": -0.5, "m，\n": 0.75}
    again = read(written(weights, EVERYTHING, "0"))
    assert (again.weights, again.hopeless) == (weights, EVERYTHING)


def test_the_kept_weights_were_learned_from_the_passages_as_they_stand():
    """After passages were added: `.venv/bin/python tools/learn-names`."""
    assert kept().split(" ", 1)[0] == digest(CORPUS / f"{name}.txt" for name in TEACHING)


def test_the_regulations_name_nobody():
    """disclosure-8.1 hides names; what the register of provisions says was no passage to learn from."""
    text = "\n".join(row.must for row in all_provisions())
    assert [text[one.start : one.end] for one in redact(text).hidden] == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("签到：李 强　文 静　杜 康　司马 亮", "签到：李某某　文某某　杜某某　司马某某"),
        ("代收人孙 磊，证明人匡 文 昌。", "代收人孙某某，证明人匡某某。"),
        ("邀请居民郑 小 芹到场见证。", "邀请居民郑某某到场见证。"),
        ("签字：卢 胜　魏 大 江　以上签字属实", "签字：卢某某　魏某某　以上签字属实"),
        ("合 计　备 注　单 位", "合 计　备 注　单 位"),
    ],
)
def test_letters_that_stand_apart_are_read_together(text, published):
    """disclosure-8.1"""
    assert redact(text).text == published


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("工人自称阿苏拉哈、沙马有铁，均由老板雇来。", ["阿苏拉哈", "沙马有铁"]),
        ("木合塔尔·阿不都热合曼与玉素甫·买买提在路口摆摊。", ["木合塔尔·阿不都热合曼", "玉素甫·买买提"]),
        ("租客扎西顿珠不在家，由卓玛拉姆代收。", ["扎西顿珠", "卓玛拉姆"]),
    ],
)
def test_names_of_other_peoples_are_read_by_their_parts(text, names):
    """disclosure-8.1"""
    assert [text[one.start : one.end] for one in redact(text).hidden] == names


def test_a_name_is_made_of_the_fewest_parts():
    assert parts_of("扎西顿珠") == ("扎西", "顿珠")
    assert parts_of("程序") == ()
