"""Before a text is confirmed: nobody under age, the ten items, names hidden as the regulation has it, and a scan that finds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.redaction import Hidden
from mingzhi.procedures.penalty.models import Party

from ..masking import choices_of, latest, left_in, source_of
from ..models import Edition, Publication
from ..people import minors_because, particulars_of
from ..wording import missing_items

#: So many finds are quoted in a refusal; of the rest only their number is told.
_QUOTED = 6
#: Articles under which something is hidden.
MASKED = ("disclosure-7.2-mask", "disclosure-8.1", "disclosure-8.2", "disclosure-8.3", "disclosure-8.4")


@before(
    "publication.collect", "publication.confirm", "publication.check", "publication.publish",
    cites=("disclosure-9.1", "penalty-law-30"), mend="publication.ask_withholding",
)  # fmt: skip
def no_party_is_a_minor(publication: Publication, *, actor: User, at: datetime) -> str | None:
    why = minors_because(publication.case, local_day(at))
    return f"{why}，本决定不予公开，本人或者监护人同意也不能公开。请提出不予公开。" if why else None


@before("publication.collect", cites="disclosure-7.2-mask")
def names_are_hidden_in_a_summary(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["form"] != Edition.Form.SUMMARY or given["party"] != Edition.Shown.KEEP:
        return None
    return "摘要公开的，自然人当事人应当保留姓氏、隐去名字，不能选择显示。请改为隐去。"


@before("publication.confirm", cites=("disclosure-4", "disclosure-7.2"), mend="publication.collect")
def something_was_collected(publication: Publication, *, actor: User, at: datetime) -> str | None:
    return None if latest(publication) else "还没有采集公示信息，没有可以确认的内容。请先采集。"


@before("publication.confirm", cites=("disclosure-13-withdraw", "disclosure-14-correct"), mend="publication.collect")
def decision_still_reads_so(publication: Publication, *, actor: User, at: datetime) -> str | None:
    """A review organ or a court may have changed it since."""
    edition = latest(publication)
    if edition is None or edition.source_text == source_of(publication.case, edition.form).text:
        return None
    return "采集之后决定的内容有变更，采集的已经不是现在的决定。请重新采集。"


@before("publication.confirm", cites="disclosure-7.2")
def summary_has_its_ten_items(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    edition = latest(publication)
    if edition is None or edition.form != Edition.Form.SUMMARY:
        return None
    of_a_unit = publication.case.penalty_partys.filter(kind=Party.Kind.ORGANISATION).exclude(representative="").exists()
    lacking = missing_items(given["text"], of_a_unit=of_a_unit)
    return f"摘要缺少规定的内容：{'、'.join(lacking)}。请在公开的内容中补上（每项一行，写作“名称：内容”）。" if lacking else None


@before("publication.confirm", cites=MASKED)
def what_is_kept_belongs_to_nobody(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    """Words are kept that only look like a name or a number; those of somebody the case knows are not."""
    edition = latest(publication)
    if edition is None:
        return None
    known = particulars_of(publication.case, choices_of(edition).options(publication.case).kept_roles)
    taken = [word for word in given["kept_words"] if any(one in word or word in one for one in known)]
    return f"“{'”“'.join(taken)}”是本案当事人或者有关人员的信息，不能作为保留的字词。请去掉。" if taken else None


@before("publication.confirm", cites=MASKED)
def nothing_personal_is_left(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    edition = latest(publication)
    if edition is None:
        return None
    left = left_in(publication.case, given["title"], given["text"], choices_of(edition, given["kept_words"]))
    return found_in_words(left, "请在公开的内容中删去或者改写；确实不是个人信息的，填在“核对后保留的字词”。")


@before("publication.check", "publication.publish", cites=MASKED, mend="publication.send_back")
def a_fresh_scan_is_silent(publication: Publication, *, actor: User, at: datetime) -> str | None:
    """The case may have come to know somebody since the text was confirmed."""
    edition = latest(publication)
    if edition is None:
        return None
    return found_in_words(left_in(publication.case, edition.title, edition.text, choices_of(edition)), "请退回重新采集。")


def found_in_words(left: Sequence[tuple[str, Hidden]], what_now: str) -> str | None:
    if not left:
        return None
    quoted = "；".join(f"“{words}”（{row.why}）" for words, row in left[:_QUOTED])
    more = f"；另有{len(left) - _QUOTED}处" if len(left) > _QUOTED else ""
    return f"扫描发现{len(left)}处应当隐去的信息：{quoted}{more}。{what_now}"
