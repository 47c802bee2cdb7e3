"""What signs of a name weigh: how it is learned, kept, and that it was learned from the passages as they stand."""

from __future__ import annotations

import pytest

from mingzhi.faces.cli.bench.learning import examples, learn
from mingzhi.faces.cli.bench.passages import TEACHING, digest
from mingzhi.law.provisions import all_provisions
from mingzhi.law.redaction import redact
from mingzhi.law.redaction.company import Company
from mingzhi.law.redaction.parts import parts_of
from mingzhi.law.redaction.signs import Candidate, padded
from mingzhi.law.redaction.weighing import EVERYTHING, Weigher, read, rivals, written
from mingzhi.law.redaction.weightlists import kept

from .test_corpus import CORPUS

_SAY = ("张建国", "李秀英", "王志强", "刘桂兰", "陈明华", "杨晓东", "赵国庆", "黄丽娟")
_WORDS = ("张贴公告", "李子树下", "王家坡路", "刘海样式", "陈旧家具", "杨梅林地", "赵记豆花", "黄色雨衣")


def _taught() -> Weigher:
    given = [examples(f"{name}说他没有看见。", [(0, len(name))]) for name in _SAY]
    given += [examples(f"路边有{word}两处。", []) for word in _WORDS]
    return Weigher(*learn(given))


def _heaviest(weigher: Weigher, text: str) -> tuple[float, str]:
    marked = padded(text)
    return max((weigher.weight(marked, one), marked[one.start : one.end]) for _, one in weigher.looked(marked, EVERYTHING))


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
    first, weights = {"P张三": 0.5, "L\n": -0.25}, {"P张三": 1.25, "L\n": -0.5, "m，\n": 0.75}
    again = read(written(first, weights, EVERYTHING, "0"))
    assert (again.first, again.weights, again.hopeless) == (first, weights, EVERYTHING)


def test_of_candidates_that_share_letters_each_knows_the_heaviest_other():
    looked = [(1.0, Candidate(0, 2, 1)), (3.0, Candidate(0, 3, 1)), (2.0, Candidate(2, 4, 1)), (5.0, Candidate(4, 6, 1))]
    assert rivals(looked) == [3.0, 2.0, 3.0, float("-inf")]


@pytest.mark.parametrize(
    ("name", "told"),
    [("曲波", (False, False, 1)), ("艾明", (False, False, 1)), ("鲍志华", (False, True, 0)), ("金贵", (True, False, 0))],
)
def test_the_other_names_of_a_text_speak_for_a_candidate(name, told):
    """Between the same letters, or listed beside: 东邻曲波，同意；西邻艾明，不同意."""
    text = "东邻曲波，同意；西邻艾明，不同意；鲍志华、金贵两人在场。"
    places = [(text.index(one), text.index(one) + len(one)) for one in ("曲波", "艾明", "鲍志华", "金贵")]
    start = text.index(name)
    assert Company(text, places).of(Candidate(start, start + len(name), 1)) == told


@pytest.mark.parametrize("weights", ["weights.txt", "circumstances.txt"])
def test_the_kept_weights_were_learned_from_the_passages_as_they_stand(weights):
    """After passages were added: `.venv/bin/python tools/learn-weights`."""
    assert kept(weights).split(" ", 1)[0] == digest(CORPUS / f"{name}.txt" for name in TEACHING)


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
        ("证明人：扎 西 顿 珠　上 官 文 清　高 成 海", "证明人：扎某某　上官某某　高某某"),
        ("合 计　备 注　单 位", "合 计　备 注　单 位"),
        ("行 政 处 罚 决 定 书", "行 政 处 罚 决 定 书"),
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


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("车主叫Lê Văn Hùng，越南人。", "车主叫L某某，越南人。"),
        ("越南籍女子TRAN THI MAI在场。", "越南籍女子T某某在场。"),
        ("现场有CAT SANY挖掘机一台。", "现场有CAT SANY挖掘机一台。"),
    ],
)
def test_names_in_letters_are_read_with_their_marks_and_in_capitals_where_somebody_is_called_so(text, published):
    """disclosure-8.1"""
    assert redact(text).text == published


def test_a_name_is_made_of_the_fewest_parts():
    assert parts_of("扎西顿珠") == ("扎西", "顿珠")
    assert parts_of("程序") == ()
