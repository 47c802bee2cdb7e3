"""What is already public: reasons that reveal nobody, corrections that correct something, and a display that ends when it may."""

from __future__ import annotations

from datetime import datetime

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User

from ..actions import objection_of
from ..files.keeping import dropped_since
from ..masking import choices_of, latest, left_in
from ..models import Publication
from .collecting import MASKED, found_in_words


@before("publication.withdraw", cites=("penalty-law-48.2", *MASKED))
def public_reasons_reveal_nobody(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    edition = latest(publication)
    if edition is None:
        return None
    return found_in_words(left_in(publication.case, "", given["public_reasons"], choices_of(edition)), "请改写公开说明的理由。")


@before("publication.answer_objection", cites=("disclosure-14-objection", *MASKED))
def an_answer_read_by_code_reveals_nobody(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    """Whoever sent it from the public site reads the answer there, and so does everybody who holds the code."""
    edition = latest(publication)
    if edition is None or objection_of(publication).sent is None:
        return None
    left = left_in(publication.case, "", given["answer"], choices_of(edition))
    return found_in_words(left, "异议是网上提出的，答复在公示网站上凭查询码可以看到，请改写答复。")


@before("publication.correct", cites=MASKED)
def a_correction_reveals_nobody(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    edition = latest(publication)
    if edition is None:
        return None
    return found_in_words(left_in(publication.case, given["title"], given["text"], choices_of(edition)), "请在更正后的内容中删去或者改写。")


@before("publication.correct", cites="disclosure-14-correct")
def a_correction_changes_something(publication: Publication, *, actor: User, at: datetime, given: dict) -> str | None:
    edition = latest(publication)
    if edition is None or (given["title"], given["text"]) != (edition.title, edition.text):
        return None
    if dropped_since(publication, edition.published_at):
        return None
    return "案件名称和内容都没有改动。请写明正确的内容；没有错误的，不需要更正。"


@before("publication.end_display", cites=("credit-minor", "credit-general", "credit-serious"))
def its_days_are_over(publication: Publication, *, actor: User, at: datetime) -> str | None:
    last = publication.shown_until_on
    if last is None or local_day(at) > last:
        return None
    return f"公示展示到{last}为止，现在还没有期满，不能结束展示。"
