"""The files of one delivery, made from what is due, with what had to be left out and why. Reads only; `actions` keeps what it gives.

A file's name tells receiver, days and numbers, never a party. Serves disclosure-11.1, credit-report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mingzhi.core import vault
from mingzhi.core.organs.models import Authority
from mingzhi.regulations.disclosure.files.keeping import files_of, line_of

from . import credit, sheets, site
from .due import Due, due
from .models import Channel
from .notices import left_in, notice_of


@dataclass(frozen=True, slots=True)
class File:
    """A file by the name under which it is sent."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass
class Package:
    """What is sent: its files, what is in them, and what is not, as `Dispatch.left_out` keeps it."""

    files: list[File] = field(default_factory=list)
    taken: list[Due] = field(default_factory=list)
    left_out: list[dict] = field(default_factory=list)

    def leave_out(self, one: Due, faults: list[str]) -> None:
        title = "" if one.withdraws else one.subject.title
        self.left_out.append({"number": one.subject.number, "title": title, "faults": faults})


def made(authority: Authority, channel: Channel, from_on: date, until_on: date, day: date, *, even_empty: bool = False) -> Package:
    """The delivery to a receiver of what happened between two days; without files when nothing can be taken, unless `even_empty`."""
    package = _MAKERS[channel](authority, due(authority, channel, from_on, until_on), f"{from_on}至{until_on}", day)
    if not package.taken and not even_empty:
        package.files = []
    return package


def faults_of(one: Due, channel: Channel) -> list[str]:
    """Why something could not go into the file of a receiver; empty when it could."""
    if one.withdraws:
        return []
    if channel == Channel.CREDIT:
        return [str(fault) for fault in credit.faults_of(one, credit.rows_of(one))]
    # The Word file tells the same; making it takes most of the time, and a page asks of two hundred.
    notice = notice_of(one)
    return _in_words(left_in(one, notice.title, f"{notice.name}\n{site.page(notice).decode()}"))


def _for_the_platform(authority: Authority, found: list[Due], days: str, day: date) -> Package:
    package, rows, withdrawals = Package(), [], []
    for one in found:
        if one.withdraws:
            withdrawals.append(_withdrawal(one))
        else:
            these = credit.rows_of(one)
            if faults := credit.faults_of(one, these):
                package.leave_out(one, [str(fault) for fault in faults])
                continue
            rows += these
        package.taken.append(one)
    title = f"{authority.place}行政处罚信用信息（{days}）"
    package.files = [File(f"{title}.xlsx", sheets.workbook(authority.name, title, day, rows, withdrawals))]
    return package


def _for_the_site(authority: Authority, found: list[Due], days: str, day: date) -> Package:
    package, lines, files = Package(), [], []
    for one in found:
        notice = notice_of(one)
        document = site.word(notice)
        if faults := _told_too_much(one, notice, document):
            package.leave_out(one, faults)
            continue
        both = [File(f"{notice.name}.html", site.page(notice)), File(f"{notice.name}.docx", document)]
        about = [one.subject.kind, notice.number, notice.title, one.purpose.label, one.instead_of, str(notice.published_on)]
        lines.append([*about, *(words for file in both for words in (file.name, file.sha256))])
        files += both
        for file in _carried(one, notice.name):
            files.append(file)
            lines.append(
                ["附件", notice.number, file.name, one.purpose.label, "", str(notice.published_on), file.name, file.sha256, "", ""]
            )
        package.taken.append(one)
    package.files = [File(f"{authority.place}公示清单（{days}）.csv", site.contents(lines)), *files]
    return package


def _carried(one: Due, name: str) -> Iterator[File]:
    """The files that are public with it, numbered in their order, under the name of its notice."""
    if one.withdraws:
        return
    for number, row in enumerate(files_of(one.subject.pk), 1):
        with vault.open(row.copy) as file:
            yield File(f"{name} 附件{number} {row.name}.{line_of(row).extension}", file.read())


_MAKERS: Mapping[Channel, Callable[[Authority, list[Due], str, date], Package]] = {
    Channel.CREDIT: _for_the_platform,
    Channel.SITE: _for_the_site,
}


def _withdrawal(one: Due) -> dict:
    """A line of what is to be taken down: number, day and public reasons, nobody's name."""
    publication = one.subject.matter
    return {
        "行政处罚决定书文号": publication.decision_number,
        "处罚决定日期": publication.decided_on,
        "撤回日期": publication.withdrawn_on,
        "撤回理由": publication.public_reasons,
    }


def _told_too_much(one: Due, notice: site.Notice, document: bytes) -> list[str]:
    """What a fresh scan finds in the files as they would be sent: text, title, properties and name."""
    told = "\n".join([notice.name, site.words_in(document), site.page(notice).decode()])
    return _in_words(left_in(one, notice.title, told))


def _in_words(left: list[str]) -> list[str]:
    return [f"公开的内容：还有“{words}”。这是应当隐去的信息，请更正公开的内容后再生成" for words in left]
