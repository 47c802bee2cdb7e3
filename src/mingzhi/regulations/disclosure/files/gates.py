"""Before a file becomes public: nothing personal in its name and words, nothing told besides, and pictures looked at by a second person."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from mingzhi.core import vault
from mingzhi.core.documents.bare import bare
from mingzhi.core.documents.refusing import NotBare
from mingzhi.core.engine import Already, before
from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User
from mingzhi.core.vault.content_types import recognise

from ..gates.collecting import found_in_words
from ..models import Bulletin, Publication
from .keeping import files_of, left_in, somebodys

#: Articles under which something is hidden in a file.
HIDDEN = ("disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4")


@before("bulletin.attach", "publication.attach", cites=HIDDEN)
def a_file_reveals_nobody(carrier: Publication | Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    called, content, media_type = _brought(given["file"], given["of"])
    try:
        made = bare(content, media_type)
    except NotBare as in_the_way:
        return f"文件“{called}”没有收下：{in_the_way}"
    if taken := somebodys(carrier, given["kept_words"]):
        return f"“{'”“'.join(taken)}”是本案当事人或者有关人员的信息，不能作为保留的字词。请去掉，并在文件中删去。"
    left = left_in(carrier, given["name"], made.said, given["kept_words"])
    found = found_in_words(left, "请在文件中删去（不是涂黑）或者改写，改好后再上传；确实不是个人信息的，填在“核对后保留的字词”。")
    return f"文件“{called}”：{found}" if found else None


@before("bulletin.look", "publication.look", cites="disclosure-4")
def something_waits_to_be_looked_at(carrier: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    carried = list(files_of(carrier))
    if not carried:
        return "没有随本件公开的附件，不需要看，可以直接审核。"
    with_pictures = [row for row in carried if row.pictures]
    if not with_pictures:
        return "附件里没有图片和扫描件，文字都已经扫描过，不需要逐件看，可以直接审核。"
    return None if any(row.seen_at is None for row in with_pictures) else Already("附件都已经逐件看过，可以审核。")


@before("bulletin.detach", "publication.detach", cites=("disclosure-4", "disclosure-14-correct"))
def there_is_a_file_to_take_out(carrier: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    return None if files_of(carrier).exists() else "没有随本件公开的附件，没有可以去掉的，不需要办。"


@before("bulletin.look", "publication.look", cites=("disclosure-4", "town-separation"))
def whoever_looks_did_not_add(carrier: Publication | Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    own = [row.name for row in given["seen"] if row.added_by_id == actor.pk]
    return f"“{'”“'.join(own)}”是您添加的，不能再由您看过。请由其他法制审核人员打开核对。" if own else None


def pictures_were_looked_at(carrier: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    """A scan reads no picture: a person does, and says so for each."""
    unseen = [row.name for row in files_of(carrier) if row.pictures and row.seen_at is None]
    if not unseen:
        return None
    return f"附件“{'”“'.join(unseen)}”里有图片或者扫描件，扫描读不到图里的字。请先逐件打开看过，确认没有应当隐去的信息并登记，再审核。"


def files_are_still_silent(carrier: Publication | Bulletin, *, actor: User, at: datetime) -> str | None:
    """The case may have come to know somebody since, or the scan may have learned."""
    for row in files_of(carrier):
        if found := found_in_words(left_in(carrier, row.name, row.said, row.kept_words), "请退回，去掉这个附件或者换一份。"):
            return f"附件“{row.name}”：{found}"
    return None


for _kind in ("bulletin", "publication"):
    before(f"{_kind}.check", cites=HIDDEN, mend=f"{_kind}.look")(pictures_were_looked_at)
    before(f"{_kind}.check", f"{_kind}.publish", cites=HIDDEN, mend=f"{_kind}.send_back")(files_are_still_silent)


def _brought(file: UploadedFile | None, of: Attachment | None) -> tuple[str, bytes, str]:
    """Name, content and kind of the file that was sent, or of the one that lies at the matter."""
    if of is not None:
        with vault.open(of.blob) as opened:
            return of.name, opened.read(), of.blob.media_type
    assert file is not None, "the form asks for one of them"
    kind = recognise(file)  # type: ignore[arg-type]
    file.seek(0)
    content = file.read()
    file.seek(0)
    return file.name or "", content, kind.media_type if kind else ""
