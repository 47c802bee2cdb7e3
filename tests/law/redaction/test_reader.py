"""The network that reads clauses: that it learns their course, is kept as it is, and hears in a long text what it hears in a short one."""

from __future__ import annotations

import numpy
import pytest

from mingzhi.faces.cli.bench import learning_reader, learning_recurrence, teaching
from mingzhi.faces.cli.bench.learning_reader import Told, told_in
from mingzhi.faces.cli.bench.passages import TEACHING, digest
from mingzhi.law.redaction.clauses import clauses
from mingzhi.law.redaction.reader import HEALTH, MEANS, NOTHING, Answer, Layers, Reader, kept, read, write

from .test_corpus import CORPUS

_MEANS = ("他欠了三万块", "她家欠债不少", "老人没有存款", "我家没有钱交")
_HEALTH = ("他腿脚不好走", "她耳朵听不见", "老人病了多年", "我娘瘫在床上")
_NOTHING = ("他在路边摆摊", "她没有办证件", "老人签字按印", "我家门前堆沙")


def _texts() -> list[Told]:
    found: list[Told] = []
    for kind, some in (("property", _MEANS), ("health", _HEALTH), (None, _NOTHING)):
        for words in some:
            text = f"当事人说，{words}，请求从轻。"
            start = text.index(words)
            found += told_in(text, [(start, start + len(words), kind)] if kind else [])
    return found


@pytest.fixture
def small(monkeypatch):
    """Few letters at one go, and enough rounds for a dozen sentences."""
    monkeypatch.setattr(learning_reader, "ROUNDS", 40)
    monkeypatch.setattr(learning_recurrence, "AT_ONCE", 60)
    monkeypatch.setattr(teaching, "LEAST_MET", 1)


def _taught() -> tuple[list[str], Layers]:
    return learning_reader.teach(_texts(), lambda line: None)


def _reader(signs: list[str], layers: Layers) -> Reader:
    return Reader({sign: row for row, sign in enumerate(signs)}, layers)


def _asked(reader: Reader, text: str) -> dict[str, Answer]:
    bounds = clauses(text)
    return {text[slice(*one)]: answer for one, answer in zip(bounds, reader.answers(text, bounds, range(len(bounds))), strict=True)}


def test_what_clauses_tell_is_read_from_their_marks():
    """One letter tells nothing; of health and means in one clause it is health."""
    text = "他欠债又病着，领低保，走了。"
    (told,) = told_in(text, [(1, 3, "property"), (4, 6, "health"), (7, 10, "property"), (11, 12, "health")])
    assert list(told.answers) == [HEALTH, MEANS, NOTHING]
    assert [told.text[slice(*one)] for one in told.clauses] == ["他欠债又病着", "领低保", "走了"]


def test_a_long_text_is_taught_in_parts(monkeypatch):
    monkeypatch.setattr(learning_reader, "LONGEST", 10)
    text = "他欠债又病着，领低保，走了，没有回来。"
    parts = list(told_in(text, [(7, 10, "property")]))
    assert [[one.text[slice(*bounds)] for bounds in one.clauses] for one in parts] == [["他欠债又病着", "领低保"], ["走了", "没有回来"]]
    assert [list(one.answers) for one in parts] == [[NOTHING, MEANS], [NOTHING, NOTHING]]


def test_taught_clauses_are_told_with_their_kind_and_others_are_not(small):
    said = _asked(_reader(*_taught()), "".join(f"当事人说，{words}，请求从轻。" for words in (*_MEANS, *_HEALTH, *_NOTHING)))
    assert {words for words in (*_MEANS, *_HEALTH) if said[words].weight < 0} == set()
    assert {words for words in _NOTHING if said[words].weight > 0} == set()
    assert {words for words in _HEALTH if said[words].health < 0} == {words for words in _MEANS if said[words].health > 0} == set()


def test_the_same_texts_teach_the_same(small):
    (signs, layers), (again, same) = _taught(), _taught()
    assert signs == again
    assert all(numpy.array_equal(*two) for two in zip(layers, same, strict=True))


def test_what_is_learned_lessens_the_loss(small, monkeypatch):
    """Each number goes the way that the loss says: the slope that is reckoned is the one that is measured."""
    for module, names in ((learning_recurrence, ("_HIDE_LETTER", "_HIDE_SEEN")), (learning_reader, ("_HIDE_HEARD", "_HIDE_THOUGHT"))):
        for name in names:
            monkeypatch.setattr(module, name, 0.0)
    texts = _texts()
    book = teaching.Book([one.text for one in texts])
    shown = learning_reader.Seen(book, texts)
    net = learning_reader.begun(numpy.random.default_rng(3), book)

    def asked() -> tuple[float, dict[str, numpy.ndarray]]:
        return learning_reader.slopes_of(net, shown, range(len(texts)), numpy.random.default_rng(0))

    _, slopes = asked()
    assert slopes.keys() == net.keys()
    for name, slope in slopes.items():
        place = numpy.unravel_index(numpy.argmax(numpy.abs(slope)), slope.shape)
        before, little = net[name][place].copy(), 0.01
        net[name][place] = before + little
        above = asked()[0]
        net[name][place] = before - little
        measured = (above - asked()[0]) / (2 * little)
        net[name][place] = before
        assert measured == pytest.approx(float(slope[place]), rel=0.1, abs=1e-5), name


def test_the_network_comes_back_as_it_was_written(small, tmp_path):
    signs, layers = _taught()
    write(tmp_path / "kept.npz", signs, layers, "0f")
    again, learned_from = read(tmp_path / "kept.npz")
    assert learned_from == "0f"
    text = "当事人说，她家欠债不少，请求从轻。"
    for words, answer in _asked(_reader(signs, layers), text).items():
        assert _asked(again, text)[words] == pytest.approx(answer, abs=0.1)


def test_a_clause_is_heard_alike_wherever_it_stands(small):
    """A long text is read in pieces, each far enough."""
    reader = _reader(*_taught())
    # What is kept in mind from so far fades.
    words = "当事人说，她家欠债不少，请求从轻，其余事项均无异议，笔录已阅，情况属实，没有补充，签名捺印。"
    alone = _asked(reader, words)["她家欠债不少"].weight
    bounds = clauses(words * 60)
    wanted = [number for number, one in enumerate(bounds) if (words * 60)[slice(*one)] == "她家欠债不少"]
    assert len(wanted) == 60
    for answer in reader.answers(words * 60, bounds, wanted):
        assert answer.weight == pytest.approx(alone, abs=0.3)


def test_nothing_is_said_where_nothing_is_asked(small):
    assert _reader(*_taught()).answers("无", [(0, 1)], []) == []


def test_the_kept_network_was_taught_with_the_passages_as_they_stand():
    """After passages were added: `.venv/bin/python tools/learn-weights`."""
    assert kept()[1] == digest(CORPUS / f"{name}.txt" for name in TEACHING)
