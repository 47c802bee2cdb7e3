"""Means and health in whatever words: what a clause tells is hidden from its first letter to its last, and facts of the case stay."""

from __future__ import annotations

import pytest

from mingzhi.faces.cli.bench.learning_clauses import clauses_of, learn_clauses
from mingzhi.law.redaction import Kind, circumstances, redact
from mingzhi.law.redaction.circumstances import DOUBT, Listener, find_circumstances, listener, read, written
from mingzhi.law.redaction.clauses import clauses, of_clause
from mingzhi.law.redaction.reader import Answer

_TELLS = (
    ("他还欠信用社两万块，没钱交罚款。", "还欠信用社两万块", "property"),
    ("她一个月只挣八百块，养不起三个娃。", "一个月只挣八百块", "property"),
    ("老人全靠低保过日子，请求减轻。", "全靠低保过日子", "property"),
    ("其妻腿脚不利索，没有到场。", "腿脚不利索", "health"),
    ("他爸中风后下不了床，家里离不开人。", "中风后下不了床", "health"),
    ("孩子从小听不见，由祖母陪同。", "从小听不见", "health"),
)
_STAY = (
    "摊位每月租金六百块，按月交清。",
    "对公司处罚款三千元，限期缴纳。",
    "母猪产后下不了崽，死了两头。",
    "货车停在路口，挡住了出口。",
    "执法人员到场检查，拍照取证。",
    "村里修沟花了两万块，由镇里出。",
)


def _taught() -> Listener:
    given = []
    for text, told, kind in _TELLS:
        start = text.index(told)
        given += clauses_of(text, [(start, start + len(told), kind)])
    # Often enough that what they share weighs something.
    return learn_clauses([one for text in _STAY for one in clauses_of(text, [])] * 8 + given * 8)


@pytest.mark.parametrize(
    ("text", "goes", "stays"),
    [
        ("当事人表示认错，但他自己还欠供销社三万多块饲料钱，请求分期缴纳。", ["三万多块饲料钱"], ["当事人表示认错", "请求分期缴纳"]),
        ("其妻眼睛看不大清，走路要人扶着，由邻居代为签收。", ["眼睛看不大清", "走路要人扶着"], ["其妻", "由邻居代为签收"]),
        ("老人有老寒腿，一到阴天就下不了床，摊子由儿子看管。", ["老寒腿", "下不了床"], ["老人", "摊子由儿子看管"]),
        ("当事人下岗多年，靠捡废品过日子，愿意自行拆除。", ["下岗多年", "靠捡废品过日子"], ["当事人", "愿意自行拆除"]),
    ],
)
def test_what_nobody_has_a_word_list_for_goes_and_the_rest_stays(text, goes, stays):
    """disclosure-8.2, disclosure-8.4"""
    published = redact(text).text
    assert [words for words in goes if words in published] == []
    assert [words for words in stays if words not in published] == []


@pytest.mark.parametrize(
    "text",
    [
        "母猪产后拉稀，死了三头。",
        "该店当日营业额四百元，进货成本二百元。",
        "这台挖机带病运行，液压油漏得厉害。",
        "村集体收入不到四千元，没有钱修沟。",
        "罚款三千元，分三期缴清。",
        "违法所得六千元，予以没收。",
        "树苗栽下去就死了一半。",
        "墙体开裂，承重柱缺了一角。",
        "执法人员提醒其注意身体，慢慢说。",
    ],
)
def test_what_is_no_persons_means_or_health_stays(text):
    """disclosure-8.2"""
    assert redact(text).hidden == ()


def test_what_weighs_too_little_is_put_to_a_person(monkeypatch: pytest.MonkeyPatch):
    """disclosure-8.2: what is asked about is not hidden, and the other way round."""
    text = "\n".join(text for text, *_ in _TELLS)
    hidden, unsure = find_circumstances(text)
    assert hidden and all(one.sure for one in hidden)
    assert {(one.start, one.end) for one in hidden}.isdisjoint((one.start, one.end) for one in unsure)
    monkeypatch.setattr(circumstances, "HIDE", max(one.weight for one in listener().told(text, DOUBT)) + 1)
    nothing, asked = find_circumstances(text)
    assert nothing == []
    assert len(asked) >= len(hidden) and not any(one.sure for one in asked)


@pytest.mark.parametrize(
    ("clause", "goes"),
    [("老人靠低保", "靠低保"), ("其妻吃低保", "吃低保"), ("他媳妇的低保", "低保"), ("低保", "低保"), ("我娘低保", "低保")],
)
def test_what_is_told_goes_and_who_is_spoken_of_stays(clause, goes):
    """disclosure-8.2"""
    (told,) = Listener({"低保": 9.0}, {"=低保": 9.0}, {}, {}, 0.0).told(clause, 0.0)
    assert clause[told.start : told.end] == goes


def test_a_text_without_marks_is_not_read_by_the_network():
    """disclosure-8.2: it would be one clause, and reading it would take as long as somebody likes."""
    text = "老人全靠低保过日子" * 40

    class Asked:
        numbers: list[int] = []

        def answers(self, text, clauses, asked):
            self.numbers += asked
            return [Answer(9.0, 0.0)] * len(asked)

    plain = Listener({"低保": 9.0}, {"=低保": 9.0}, {}, {}, 0.0, Asked())  # type: ignore[arg-type]
    assert len(list(plain.told(text, 0.0))) == 1
    assert Asked.numbers == []


def test_two_kinds_in_one_breath_are_two_places():
    done = redact("他患有糖尿病，月收入3000元。")
    assert [one.kind for one in done.hidden] == [Kind.HEALTH, Kind.PROPERTY]


def test_taught_clauses_are_told_with_their_kind_and_others_are_not():
    taught = _taught()
    for text, told, kind in _TELLS:
        first = next(iter(taught.told(text, 0.0)))
        assert told in text[first.start : first.end] or text[first.start : first.end] in told
        assert first.is_health == (kind == "health")
    assert [one for text in _STAY for one in taught.told(text, 0.0)] == []


def test_the_same_passages_teach_the_same_clauses():
    one, other = _taught(), _taught()
    assert (one.pairs, one.signs, one.inside, one.health, one.hopeless) == (
        other.pairs,
        other.signs,
        other.inside,
        other.health,
        other.hopeless,
    )


def test_weights_of_clauses_come_back_as_they_were_written():
    """A sign may hold a line end or a blank."""
    given = Listener({"低保": 1.5}, {"<\n": -0.5, "> ": 0.25}, {"u0病": 0.75}, {"=病": 2.0}, -1.25)
    again = read(written(given, "0"))
    assert (again.pairs, again.signs, again.inside, again.health, again.hopeless) == (
        given.pairs, given.signs, given.inside, given.health, given.hopeless,
    )  # fmt: skip


def test_numbers_say_nothing_in_a_clause_but_that_they_are_there():
    one, other = "每月领312元", "每月领98元"
    assert of_clause(one, clauses(one), 0) == of_clause(other, clauses(other), 0)
