"""Ordinary words that begin like a name, end where one would begin, or go on where one would end; none is a name by itself."""

from importlib.resources import files

from .surnames import TYPICAL


def _read(name: str) -> list[list[str]]:
    return [line.split() for line in files(__package__).joinpath(name).read_text("utf-8").splitlines()]


WORDS = frozenset(word for line in _read("words.txt") for word in line)
#: Those of them that parents choose and that do not often follow a label: 康健, 耿直, 巫峡.
NAMEABLE = frozenset(word for line in _read("nameable.txt") for word in line)
#: Words and letters of every kind, with the mark that the dictionary gives the kind: v does something, n is a thing, p leads to one.
KINDS = {word: kind for kind, *words in _read("lexicon.txt") for word in words}
#: The words among them: who is known only by what stands around is not called like one.
LEXICON = frozenset(word for word in KINDS if len(word) > 1)
#: 当事人陈述, 听取申辩, 依照程序, 权利义务, 经向某某了解, 年　月　日, and whose thought a preamble names: words of every paper of the house that read like
#: a surname and a given name; and those of its pages: 全文公开, 请安全管理员解锁, 人员和文书, 元增加到, 元尚未缴清, 人员应当, 成立，予以采纳, 某年和某年.
_OF_PAPERS = frozenset(("陈述", "申辩", "程序", "廉洁", "管理", "水平", "高水平", "权利", "秘密", "经向", "年月日", "习近平"))
_OF_PAGES = frozenset(("全文", "解锁", "和文书", "元增加", "元尚", "应当", "成立", "年和"))
_HOUSE = _OF_PAPERS | _OF_PAGES
#: 应参加, 应向, 应努力: what has to be done, how, and to whom.
_OUGHT = "应"
_DONE = frozenset(("v", "p", "ad", "vn"))


def is_of_the_house(letters: str) -> bool:
    """Whether nobody is taken to be called so, whatever stands around."""
    return letters in _HOUSE or (letters[0] == _OUGHT and KINDS.get(letters[1:]) in _DONE and not TYPICAL.issuperset(letters[1:]))
