"""What each action changes in a publication. Source: 公示制度 4, 7, 8, 9."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Model

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.models import Attachment
from mingzhi.core.organs.models import User
from mingzhi.procedures.penalty.severity import kinds_of

from .display import class_of, shown_until
from .masking import TEXT, TITLE, Choices, latest, masked, plain, source_of
from .models import Bulletin, Edition, Objection, Publication, SentObjection, Withholding
from .stages import Stage


def begin(publication: Publication, *, actor: User, at: datetime, decision_number: str, decided_on: date) -> None:
    """A decision was made: from its date run the days in which it becomes public. Source: disclosure-12-penalty."""
    publication.title = f"{publication.case.title}公示"
    publication.decision_number, publication.decided_on = decision_number, decided_on


def collect(
    publication: Publication, *, actor: User, at: datetime, form: str, style: str, legal_rep: str, party: str, because: str
) -> Edition:
    """Take summary or full text from the decision, masked as chosen; what was taken before stays on record. Source: disclosure-7.2, disclosure-8.1."""
    choices = Choices(form, style, legal_rep, party)
    source = source_of(publication.case, form)
    found = masked(publication.case, source, choices)
    earlier = latest(publication)
    return Edition(
        matter=publication,
        number=earlier.number + 1 if earlier else 1,
        form=form,
        style=style,
        legal_rep=legal_rep,
        party=party,
        because=because,
        source_title=source.title,
        source_text=source.text,
        title=found[TITLE].text,
        text=found[TEXT].text,
        title_hidden=[plain(one) for one in found[TITLE].hidden],
        hidden=[plain(one) for one in found[TEXT].hidden],
        doubts=[plain(one) for one in found[TEXT].unsure],
        collected_by=actor,
        collected_at=at,
    )


def confirm(
    publication: Publication, *, actor: User, at: datetime, title: str, text: str, kept_words: list[str], compared: bool
) -> Edition:
    """Somebody compared both texts place by place and answers for what is left. Source: disclosure-8.1 to disclosure-8.4."""
    edition = _latest(publication)
    edition.title, edition.text, edition.kept_words = title, text, kept_words
    edition.confirmed_by, edition.confirmed_at = actor, at
    return edition


def check(publication: Publication, *, actor: User, at: datetime, opinion: str) -> Edition:
    """The second of three people has read it. Source: disclosure-4, posts-4."""
    edition = _latest(publication)
    edition.checked_by, edition.checked_at = actor, at
    return edition


def send_back(publication: Publication, *, actor: User, at: datetime, reasons: str) -> None:
    """Something is amiss: the text is collected or confirmed anew."""


def publish(publication: Publication, *, actor: User, at: datetime) -> Edition:
    """From here on everybody may read it. Source: disclosure-4, disclosure-12-penalty."""
    publication.published_on = local_day(at)
    publication.shown_until_on = shown_until(class_of(kinds_of(publication.case.decided_penalties)), publication.decided_on)
    edition = _latest(publication)
    edition.published_by, edition.published_at = actor, at
    return edition


def order_withdrawal(publication: Publication, *, actor: User, at: datetime, because: str) -> None:
    """The decision no longer stands as it was published: three working days to withdraw it. Source: disclosure-13-withdraw, penalty-law-48.2."""
    publication.withdraw_because = because


def withdraw(publication: Publication, *, actor: User, at: datetime, public_reasons: str) -> None:
    """Take it down and say publicly why. Source: disclosure-13-withdraw, penalty-law-48.2."""
    publication.withdrawn_on, publication.public_reasons = local_day(at), public_reasons


def drop(publication: Publication, *, actor: User, at: datetime, because: str) -> None:
    """The decision fell before it was public: nothing is left to publish. Source: disclosure-13-withdraw."""
    publication.withdraw_because = because


def collect_anew(publication: Publication, *, actor: User, at: datetime, because: str) -> None:
    """The decision was changed before it was public: what was collected is no longer what was decided. Source: disclosure-13-withdraw."""
    publication.ground = ""


def find_error(publication: Publication, *, actor: User, at: datetime, reasons: str) -> None:
    """Something in it is not accurate. Source: disclosure-14-correct."""


def register_objection(
    publication: Publication, *, actor: User, at: datetime, sent: SentObjection | None, made_by: str, content: str, received_on: date
) -> list[Model]:
    """Somebody whom it concerns says that it is wrong; files sent from the public site are laid to it. Source: disclosure-14-objection."""
    row = Objection(matter=publication, sent=sent, made_by=made_by, content=content, received_on=received_on, registered_by=actor)
    proofs = sent.proofs.select_related("blob") if sent else ()
    return [row, *(Attachment(matter=publication, blob=one.blob, name=one.name, added_by=actor, added_at=at) for one in proofs)]


def answer_objection(publication: Publication, *, actor: User, at: datetime, upheld: str, answer: str, told_on: date) -> Objection:
    """The brigade has looked: what is right is corrected, what is not is told with its reasons. Source: disclosure-14-objection."""
    row = objection_of(publication)
    row.upheld, row.answer, row.told_on = upheld == "yes", answer, told_on
    row.answered_by, row.answered_at = actor, at
    publication.stage = Stage.CORRECTING if row.upheld else Stage.PUBLISHED
    return row


def objection_of(publication: Publication) -> Objection:
    """The latest objection; at 异议核实 there is one."""
    return Objection.objects.filter(matter_id=publication.pk).latest("id")


def correct(publication: Publication, *, actor: User, at: datetime, title: str, text: str, changes: str) -> Edition:
    """Publish the corrected text in place of the wrong one, which stays on record. Source: disclosure-14-correct."""
    wrong = _latest(publication)
    kept = {field.attname: getattr(wrong, field.attname) for field in Edition._meta.concrete_fields if field.attname not in _ITS_OWN}
    return Edition(
        **kept, number=wrong.number + 1, title=title, text=text, because=changes, collected_by=actor, collected_at=at, confirmed_by=actor,
        confirmed_at=at, published_by=actor, published_at=at,
    )  # fmt: skip


#: What a corrected edition does not take over from the wrong one.
_ITS_OWN = {"id", "number", "title", "text", "because"} | {
    f"{step}_{what}" for step in ("collected", "confirmed", "checked", "published") for what in ("by_id", "at")
}


def end_display(publication: Publication, *, actor: User, at: datetime) -> None:
    """Its days are over: it is no longer shown. Source: credit-minor, credit-general, credit-serious."""


def ask_withholding(publication: Publication | Bulletin, *, actor: User, at: datetime, **told: Any) -> Withholding:
    """Ask that the decision does not become public, on one of the six grounds. Source: disclosure-9.1 to disclosure-9.6."""
    publication.ground = told["ground"]
    return Withholding(matter=publication, asked_by=actor, asked_at=at, **told)


def approve_withholding(publication: Publication | Bulletin, *, actor: User, at: datetime, opinion: str) -> Withholding:
    """A head answers for it. Source: disclosure-9.5."""
    return _decided(publication, actor, at, opinion, granted=True)


def refuse_withholding(publication: Publication | Bulletin, *, actor: User, at: datetime, reasons: str) -> Withholding:
    """It is to be published: collecting goes on. Source: disclosure-9.5."""
    publication.ground = ""
    return _decided(publication, actor, at, reasons, granted=False)


def recheck_withholding(publication: Publication | Bulletin, *, actor: User, at: datetime, reasons: str) -> None:
    """The other investigation still goes on; the days to ask again begin anew. Source: disclosure-9.4, town-withholding-recheck."""


def lift_withholding(
    publication: Publication | Bulletin, *, actor: User, at: datetime, lifted_because: str, lifted_reasons: str, proof: Any
) -> Withholding:
    """Publish after all: by consent, for the public's sake, or because the ground is gone. Source: disclosure-9-override."""
    publication.ground = ""
    row = request_of(publication)
    row.lifted_by, row.lifted_at = actor, at
    row.lifted_because, row.lifted_reasons = lifted_because, lifted_reasons
    return row


def request_of(publication: Publication | Bulletin) -> Withholding:
    """The latest request that nothing is published; at 不公开待批 and 不予公开 there is one."""
    return Withholding.objects.filter(matter_id=publication.pk).latest("id")


def _decided(publication: Publication | Bulletin, actor: User, at: datetime, opinion: str, *, granted: bool) -> Withholding:
    row = request_of(publication)
    row.decided_by, row.decided_at, row.opinion, row.granted = actor, at, opinion, granted
    return row


def _latest(publication: Publication) -> Edition:
    edition = latest(publication)
    if edition is None:
        raise Edition.DoesNotExist("nothing was collected, and the gate before should have said so")
    return edition
