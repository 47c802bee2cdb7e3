"""What the district's site is told of one thing, by its kind, and a fresh scan of the files as they would be sent. Reads only.

Serves disclosure-7.2-mask, disclosure-8.1 to disclosure-8.4, disclosure-10, disclosure-11.1, disclosure-13-update, disclosure-13-withdraw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mingzhi.law.redaction import Options, remains
from mingzhi.regulations.disclosure import masking
from mingzhi.regulations.disclosure.bulletins import texts
from mingzhi.regulations.disclosure.files.keeping import files_of
from mingzhi.regulations.disclosure.models import Bulletin, Publication
from mingzhi.regulations.figures import comparing
from mingzhi.regulations.figures.keeping import cells_of, published
from mingzhi.regulations.figures.models import YearlyFigures
from mingzhi.regulations.figures.tables import TEXTS

from .due import Due
from .site import Grid, Notice
from .subjects import Subject

_FIGURES = ("项目", "数值", "上年", "增减", "说明")


def notice_of(due: Due) -> Notice:
    """The words about one thing; of what is to be taken down number, day and public reasons, nobody's name."""
    subject = due.subject
    if not due.withdraws:
        return _NOTICES[type(subject.matter)](subject)
    gone = subject.gone
    assert gone is not None
    text = f"{_number_called(subject)}：{subject.number}\n{gone.word}日期：{gone.on}\n{gone.word}理由：{gone.because}"
    title = f"关于{gone.word}{subject.number}公示信息的说明"
    return Notice(f"{subject.number}（{gone.word}）", title, text, _organ(subject), subject.number, gone.on)


def left_in(due: Due, title: str, told: str) -> list[str]:
    """What a fresh scan finds in a title and in all that the files tell, each once; empty when it is silent."""
    matter, text = due.subject.matter, due.subject.text
    if isinstance(matter, Publication):
        found = masking.left_in(matter.case, title, told, masking.choices_of(text))
    elif isinstance(matter, Bulletin):
        found = texts.left_in(matter, [title, told], text.kept_words)
    else:
        options = Options(allowed=frozenset(filter(None, [matter.authority.phone])))
        found = [(one[row.start : row.end], row) for one in (title, told) for row in remains(one, (), options)]
    return list(dict.fromkeys(words for words, _ in found))


def _organ(subject: Subject) -> str:
    matter = subject.matter
    return str(matter.case.power.issuer if isinstance(matter, Publication) else matter.authority.name)


def _number_called(subject: Subject) -> str:
    return "行政处罚决定书文号" if isinstance(subject.matter, Publication) else "编号"


def _of_a_decision(subject: Subject) -> Notice:
    publication, edition = subject.matter, subject.text
    text = "\n".join([edition.text, *_carried(publication)])
    return Notice(subject.number, edition.title, text, _organ(subject), subject.number, subject.published_on, publication.shown_until_on)


def _of_a_bulletin(subject: Subject) -> Notice:
    bulletin, sheet = subject.matter, subject.text
    text = "\n".join(filter(None, [sheet.text, *_facts(bulletin)]))
    columns = list(texts.COLUMNS.values())
    rows = [[row[name] for name in texts.COLUMNS] for row in sheet.rows]
    tables = [Grid("", columns, rows)] if rows else []
    return Notice(subject.number, sheet.title, text, _organ(subject), subject.number, subject.published_on, tables=tables)


def _facts(bulletin: Bulletin) -> Iterator[str]:
    """What the public page says of a bulletin besides its text."""
    yield f"栏目：{bulletin.get_topic_display()}"
    yield f"编号：{bulletin.number}"
    yield f"形成（变更）日期：{bulletin.formed_on}"
    if bulletin.required_by:
        yield f"公开的依据：{bulletin.required_by}"
    yield from _carried(bulletin)


def _carried(matter: Publication | Bulletin) -> Iterator[str]:
    """The names of the files that go along."""
    if names := [row.name for row in files_of(matter)]:
        yield f"附件：{'；'.join(f'{number}. {name}' for number, name in enumerate(names, 1))}"


def _of_figures(subject: Subject) -> Notice:
    figures, tally = subject.matter, subject.text
    before = published(figures.authority_id, figures.year - 1)
    text = "\n".join(f"{title}：{words}" for name, title in TEXTS.items() if (words := getattr(tally, name)))
    told = comparing.tables(cells_of(tally), cells_of(before) if before else None)
    tables = [Grid(table.title, _FIGURES, [_figure(line) for line in lines], table.note) for table, lines in told]
    return Notice(subject.number, subject.title, text, _organ(subject), subject.number, subject.published_on, tables=tables)


def _figure(line: comparing.Line) -> list[str]:
    unit = line.column.unit
    numbers = [f"{one} {unit}" if one else "—" for one in (line.value, line.before)]
    return [line.column.title, *numbers, line.change or "—", "；".join(line.notes)]


_NOTICES: dict[type[Any], Callable[[Subject], Notice]] = {
    Publication: _of_a_decision,
    Bulletin: _of_a_bulletin,
    YearlyFigures: _of_figures,
}
