"""Before a file becomes public: nothing personal in its name and words, nothing told besides, and pictures looked at by a second person."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from mingzhi.core import vault
from mingzhi.core.documents.bare import bare
from mingzhi.core.documents.refusing import NotBare
from mingzhi.core.engine import before
from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User
from mingzhi.core.vault.content_types import recognise

from ..gates.collecting import found_in_words
from ..models import Bulletin
from .keeping import files_of, left_in

#: Articles under which something is hidden in a file.
HIDDEN = ("disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4")


@before("bulletin.attach", cites=HIDDEN)
def a_file_reveals_nobody(bulletin: Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    called, content, media_type = _brought(given["file"], given["of"])
    try:
        made = bare(content, media_type)
    except NotBare as in_the_way:
        return f"文件“{called}”没有收下：{in_the_way}"
    left = left_in(bulletin, given["name"], made.said, given["kept_words"])
    found = found_in_words(left, "请在文件中删去（不是涂黑）或者改写，改好后再上传；确实不是个人信息的，填在“核对后保留的字词”。")
    return f"文件“{called}”：{found}" if found else None


@before("bulletin.look", cites=("disclosure-4", "town-separation"))
def whoever_looks_did_not_add(bulletin: Bulletin, *, actor: User, at: datetime, given: dict) -> str | None:
    own = [row.name for row in given["seen"] if row.added_by_id == actor.pk]
    return f"“{'”“'.join(own)}”是您添加的，不能再由您看过。请由其他法制审核人员打开核对。" if own else None


@before("bulletin.check", cites=HIDDEN, mend="bulletin.look")
def pictures_were_looked_at(bulletin: Bulletin, *, actor: User, at: datetime) -> str | None:
    """A scan reads no picture: a person does, and says so for each."""
    unseen = [row.name for row in files_of(bulletin) if row.pictures and row.seen_at is None]
    if not unseen:
        return None
    return f"附件“{'”“'.join(unseen)}”里有图片或者扫描件，扫描读不到图里的字。请先逐件打开看过，确认没有应当隐去的信息并登记，再审核。"


@before("bulletin.check", "bulletin.publish", cites=HIDDEN, mend="bulletin.send_back")
def files_are_still_silent(bulletin: Bulletin, *, actor: User, at: datetime) -> str | None:
    """Somebody may have left the organ since, or the scan may have learned."""
    for row in files_of(bulletin):
        if found := found_in_words(left_in(bulletin, row.name, row.said, row.kept_words), "请退回，去掉这个附件或者换一份。"):
            return f"附件“{row.name}”：{found}"
    return None


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
