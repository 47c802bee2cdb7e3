"""Which files are public with a matter, and what a scan finds in one. Reads only. Serves disclosure-8.1 to disclosure-8.4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Matter
from mingzhi.core.organs.models import Authority
from mingzhi.core.vault.content_types import BY_MEDIA_TYPE
from mingzhi.core.vault.models import Blob
from mingzhi.law.redaction import Hidden

from .. import masking
from ..bulletins import texts
from ..models import Bulletin, Edition, Publication, PublicFile
from ..people import particulars_of
from ..plain import CarriedFile

#: A page that carries more is a folder.
MOST = 10


@dataclass(frozen=True, slots=True)
class FileLine:
    """A public file as pages list it: its kind and size in words, and the extension that belongs to its content."""

    pk: int
    name: str
    extension: str
    kind: str
    size: str


def files_of(matter: Matter | int) -> QuerySet[PublicFile]:
    """Those that are, or will be, public with it, in the order in which they were added."""
    pk = matter.pk if isinstance(matter, Matter) else matter
    return PublicFile.objects.filter(matter_id=pk, dropped_at__isnull=True).select_related("copy")


def public_file_of(authority: Authority, pk: int) -> PublicFile | None:
    """One of a town, whether its matter is public or not; None where there is none or it was taken out."""
    return PublicFile.objects.filter(pk=pk, matter__authority=authority, dropped_at__isnull=True).select_related("copy").first()


def lines_of(matter: Matter | int) -> list[FileLine]:
    """The same, for pages."""
    return [line_of(row) for row in files_of(matter)]


def line_of(row: PublicFile) -> FileLine:
    kind = BY_MEDIA_TYPE[row.copy.media_type]
    return FileLine(row.pk, row.name, kind.extensions[0], kind.title, size_in_words(row.copy))


def dropped_since(matter: Matter, at: datetime | None) -> bool:
    """Whether a file was taken out since the text was last published: that is a correction too."""
    return at is not None and PublicFile.objects.filter(matter_id=matter.pk, dropped_at__gt=at).exists()


def carried_by(carrier: Publication | Bulletin) -> Iterator[CarriedFile]:
    """The same for the page of whoever prepares it: what was left out, and who has looked at it."""
    for row in files_of(carrier).select_related("copy", "seen_by"):
        line = line_of(row)
        seen = f"{row.seen_by.name} {local_day(row.seen_at)}看过" if row.seen_by and row.seen_at else ""
        yield CarriedFile(
            row.pk, row.name, f"{line.kind}，{line.size}", "、".join(row.left_out), seen, row.pictures and row.seen_at is None
        )


def size_in_words(blob: Blob) -> str:
    """“320 KB”, “1.4 MB”; a file of a few bytes is one KB too."""
    kilobytes = max(1, round(blob.size_bytes / 1024))
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{blob.size_bytes / (1 << 20):.1f} MB"


def left_in(
    carrier: Publication | Bulletin, name: str, said: Iterable[Sequence[str]], kept_words: Iterable[str]
) -> list[tuple[str, Hidden]]:
    """What a scan finds in a file's name and words, each with where it stands: “第2页：…”. Of a decision the people of its case are known."""
    kept = tuple(kept_words)
    parts = [("文件名", name), *said]
    return [(f"{where}：{words}", hidden) for where, part in parts for words, hidden in _found(carrier, part, kept)]


def somebodys(carrier: Publication | Bulletin, kept_words: Iterable[str]) -> list[str]:
    """Which of these words belong to somebody whom the case knows: they are not kept."""
    if isinstance(carrier, Bulletin):
        return []
    known = particulars_of(carrier.case, _choices(()).options(carrier.case).kept_roles)
    return [word for word in kept_words if any(one in word or word in one for one in known)]


def _found(carrier: Publication | Bulletin, part: str, kept: tuple[str, ...]) -> list[tuple[str, Hidden]]:
    if isinstance(carrier, Bulletin):
        return texts.left_in(carrier, [part], kept)
    return masking.left_in(carrier.case, "", part, _choices(kept))


def _choices(kept: tuple[str, ...]) -> masking.Choices:
    """A file is masked by whoever makes it: nobody's name stays in it."""
    return masking.Choices(Edition.Form.FULL, Edition.Style.SOME, Edition.Shown.HIDE, Edition.Shown.HIDE, kept)
