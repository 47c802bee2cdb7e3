"""The network of names: that it learns what stands around, is kept as it is, and sees the same sentences with other names."""

from __future__ import annotations

import numpy
import pytest

from mingzhi.faces.cli.bench import learning_network, learning_recurrence, teaching
from mingzhi.faces.cli.bench.passages import TEACHING, digest
from mingzhi.faces.cli.bench.renaming import renamed
from mingzhi.faces.cli.bench.teaching import Book
from mingzhi.law.redaction.network import Layers, Network, kept, read, write
from mingzhi.law.redaction.recurrence import pieces
from mingzhi.law.redaction.signs import Candidate, padded
from mingzhi.law.redaction.weighing import EVERYTHING, Weigher

from .test_corpus import CORPUS

_SAY = ("张建国", "李秀英", "王志强", "刘桂兰", "陈明华", "杨晓东", "赵国庆", "黄丽娟")
_WORDS = ("张贴公告", "李子树下", "王家坡路", "刘海样式", "陈旧家具", "杨梅林地", "赵记豆花", "黄色雨衣")


def _candidates(text: str) -> list[Candidate]:
    return [one for _, one in Weigher({}, {}, EVERYTHING).looked(text, EVERYTHING)]


def _texts() -> list[learning_network.Text]:
    shown = [(f"{name}说他没有看见。", len(name)) for name in _SAY] + [(f"路边有{word}两处。", 0) for word in _WORDS]
    return [(whole := padded(text), [(one, (one.start, one.end) == (3, 3 + end)) for one in _candidates(whole)]) for text, end in shown]


@pytest.fixture
def small(monkeypatch):
    """Steps of a few candidates, and enough rounds for sixteen sentences."""
    monkeypatch.setattr(learning_network, "ROUNDS", 30)
    monkeypatch.setattr(learning_recurrence, "AT_ONCE", 60)
    monkeypatch.setattr(teaching, "LEAST_MET", 1)


def _taught() -> tuple[list[str], Layers]:
    return learning_network.teach([_texts()], lambda line: None)


def _network(signs: list[str], layers: Layers) -> Network:
    return Network({sign: row for row, sign in enumerate(signs)}, layers)


def test_whoever_stands_where_names_stood_weighs_more(small):
    network = _network(*_taught())
    said, word = padded("周桂英说他没有看见。"), padded("路边有周边设施两处。")
    name = Candidate(3, 6, 1)
    weights = dict(zip(_candidates(said), network.weights(said, _candidates(said)), strict=True))
    assert max(weights, key=weights.__getitem__) == name
    assert weights[name] > 0 > max(network.weights(word, _candidates(word)))


def test_the_same_texts_teach_the_same(small):
    (signs, layers), (again, same) = _taught(), _taught()
    assert signs == again
    assert all(numpy.array_equal(*two) for two in zip(layers, same, strict=True))


def test_networks_come_back_as_they_were_written(small, tmp_path):
    signs, layers = _taught()
    write(tmp_path / "kept.npz", signs, layers, "0f")
    network, learned_from = read(tmp_path / "kept.npz")
    text = padded("路边的周桂英说没有看见两处张贴公告。")
    assert learned_from == "0f"
    assert network.weights(text, _candidates(text)) == pytest.approx(_network(signs, layers).weights(text, _candidates(text)), abs=0.05)


def test_nobody_is_weighed_where_nobody_is_asked_about(small):
    assert _network(*_taught()).weights(padded("无"), []) == []


def test_what_is_learned_lessens_the_loss(small, monkeypatch):
    """Each number goes the way that the loss says: the slope that is reckoned is the one that is measured."""
    for module, names in ((learning_recurrence, ("_HIDE_LETTER", "_HIDE_SEEN")), (learning_network, ("_HIDE_HEARD",))):
        for name in names:
            monkeypatch.setattr(module, name, 0.0)
    texts = _texts()
    book = Book([text for text, _ in texts])
    shown = learning_network.Seen(book, texts)
    net = learning_network.begun(numpy.random.default_rng(3), book)

    def loss() -> float:
        return learning_network.slopes_of(net, shown, range(len(texts)), numpy.random.default_rng(0))[0]

    _, slopes = learning_network.slopes_of(net, shown, range(len(texts)), numpy.random.default_rng(0))
    for name, slope in slopes.items():
        place = numpy.unravel_index(numpy.argmax(numpy.abs(slope)), slope.shape)
        before, little = net[name][place].copy(), 0.01
        net[name][place] = before + little
        above = loss()
        net[name][place] = before - little
        measured = (above - loss()) / (2 * little)
        net[name][place] = before
        assert measured == pytest.approx(float(slope[place]), rel=0.1, abs=1e-5), name


def test_the_kept_networks_were_taught_with_the_passages_as_they_stand():
    """After passages were added: `.venv/bin/python tools/learn-weights`."""
    assert kept()[1] == digest(CORPUS / f"{name}.txt" for name in TEACHING)


def test_the_same_sentences_are_told_of_others():
    text = "经查，何小满与欧阳文华争执，何小满先动手，扎西顿珠劝开。"
    places = [(text.index(name), text.index(name) + len(name)) for name in ("何小满", "欧阳文华", "扎西顿珠")]
    second = text.rindex("何小满")
    others = "丁一在场，柴米油也在，诸葛明在。"
    texts = [(text, [*places, (second, second + 3)]), (others, [(0, 2), (5, 8), (11, 14)])]
    new, names = next(renamed(texts, 1, seed=1))
    called = [new[start:end] for start, end in names]
    assert called[0] == called[2] != "何小满"
    assert called[3] == "扎西顿珠"
    assert called[1][:2] in ("欧阳", "诸葛")
    assert new == f"经查，{called[0]}与{called[1]}争执，{called[0]}先动手，扎西顿珠劝开。"
    assert next(renamed(texts, 1, seed=1)) == (new, names)


def test_who_is_not_named_is_not_told_of_others():
    assert list(renamed([("无人在场。", [])], 3, seed=1)) == []


def test_many_are_weighed_like_few(small, monkeypatch):
    """In whatever order they are asked about; a long text is read in pieces."""
    network = _network(*_taught())
    text = padded("路边的周桂英说没有看见两处张贴公告。")
    asked = _candidates(text)
    together = network.weights(text, asked)
    monkeypatch.setattr("mingzhi.law.redaction.network._AT_ONCE", 2)
    monkeypatch.setattr("mingzhi.law.redaction.network.TOGETHER", 1)
    assert len(together) > 2
    assert network.weights(text, asked[::-1]) == pytest.approx(together[::-1], abs=1e-4)


def test_a_long_text_is_taught_in_parts_and_each_candidate_once(monkeypatch):
    monkeypatch.setattr(learning_network, "LONGEST", 10)
    text = padded("路边的周桂英说没有看见两处张贴公告，王家坡路的李秀英也没有看见。")
    asked = [(one, one.end - one.start == 3) for one in _candidates(text)]
    seen = learning_network.Seen(Book([text]), [(text, asked)])
    assert len(seen.contexts) > 2
    assert sum(map(len, seen.candidates)) == len(asked)


def test_what_is_read_beside_one_place_may_be_read_beside_the_next():
    """Numbered places, so many letters around; none is left out and none is read twice."""
    found = list(pieces([(3, (5, 8)), (1, (6, 9)), (2, (30, 32)), (0, (60, 63))], (1, 64), around=4, together=30))
    assert found == [(1, 36, [3, 1, 2]), (56, 64, [0])]
