"""Before a paper counts as served: there is one, it was made before, and the way has what the law asks of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from mingzhi.core.engine import before
from mingzhi.core.engine.days import local_day
from mingzhi.core.organs.models import User
from mingzhi.law.provisions import provision

from ..models import Case, Service
from ..serving import announced_until, announcements, confirmed_address, unserved

#: Announcing a paper, whatever kind of matter made it.
_ANNOUNCING = ("penalty.announce", "summary.announce", "*.announce_paper")


@before("penalty.serve", "penalty.announce", "summary.serve", "summary.announce", cites=("penalty-law-61", "civil-procedure-87"))
def there_is_a_paper_to_serve(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if unserved(case).exists() else "本件没有待送达的文书。"


@before("penalty.serve", "summary.serve", cites="civil-procedure-87")
def paper_was_made_before_it_is_served(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _too_early(given["documents"], given["acted_at"])


@before(*_ANNOUNCING, cites="civil-procedure-87")
def paper_was_made_before_it_is_announced(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return _too_early([given["document"]], given["acted_at"])


def _too_early(papers: list[Any], acted_at: datetime) -> str | None:
    early = [paper for paper in papers if acted_at < paper.made_at.replace(second=0, microsecond=0)]
    names = "、".join(f"{paper}（{timezone.localtime(paper.made_at):%Y-%m-%d %H:%M}制作）" for paper in early)
    return f"送达时间{timezone.localtime(acted_at):%Y-%m-%d %H:%M}早于文书制作时间：{names}。请核对送达时间。" if early else None


@before("penalty.serve", "summary.serve", cites="civil-procedure-89")
def leaving_is_witnessed_or_recorded(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["method"] != Service.Method.LEAVE or given["failed"]:
        return None
    if given["witness"] or (given["recorded"] and given["file"]):
        return None
    if given["recorded"]:
        return "留置送达以拍照、录像记录的，请附上照片或者录像。"
    return "受送达人拒绝签收的，须邀请有关基层组织或者所在单位的代表见证，或者把文书留在住所并拍照、录像记录送达过程，否则不能视为送达。"


@before("summary.serve", cites=("penalty-law-61.2", "civil-procedure-90"), mend="summary.confirm_address")
@before("penalty.serve", cites=("penalty-law-61.2", "civil-procedure-90"), mend="penalty.confirm_address")
def electronic_service_was_consented_to(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["method"] != Service.Method.ELECTRONIC:
        return None
    confirmed = confirmed_address(case)
    if confirmed and confirmed.electronic and confirmed.confirmed_at <= given["acted_at"]:
        return None
    return "当事人没有签订同意电子送达的确认书，不能以传真、电子邮件、短信等方式送达。请先由当事人签订送达地址确认书。"


@before("penalty.serve", "summary.serve", cites=("civil-procedure-92", "civil-procedure-93"))
def forwarding_has_its_ground(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["method"] != Service.Method.FORWARDED or given["note"]:
        return None
    return "转交送达只适用于军人、被监禁或者被采取强制性教育措施的人。请在备注中写明转交的理由和转交单位。"


@before("penalty.serve", "summary.serve", cites="civil-procedure-91")
def party_was_hard_to_reach(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    if given["method"] != Service.Method.ENTRUSTED or given["note"]:
        return None
    return "直接送达有困难的才可以委托送达。请在备注中写明直接送达的困难和受委托的机关。"


@before(*_ANNOUNCING, cites="civil-procedure-95")
def course_is_written_down(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    return None if given["tried"].strip() else "公告送达应当在案卷中记明原因和经过。请写明何时何地以何种方式送达、查找，结果如何。"


@before("summary.announce", cites="civil-procedure-95", mend="summary.serve")
@before("penalty.announce", cites="civil-procedure-95", mend="penalty.serve")
def other_ways_have_failed(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    failed = Service.objects.filter(matter_id=case.pk, document=given["document"], served_on__isnull=True)
    if failed.exclude(method=Service.Method.ANNOUNCED).filter(attempted_at__lte=given["acted_at"]).exists():
        return None
    return "这份文书还没有以其他方式送达未成的记录，不能公告送达。请先直接、留置、委托或者邮寄送达，没有送到的如实登记。"


@before("summary.announce", cites="civil-procedure-95", mend="summary.complete_announcement")
@before("penalty.announce", cites="civil-procedure-95", mend="penalty.complete_announcement")
def paper_is_announced_once(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    running = announcements(case).filter(document=given["document"]).first()
    return f"这份文书已在公告，{local_day(announced_until(running))}期满，不必再次公告。" if running else None


@before("summary.complete_announcement", cites="civil-procedure-95", mend="summary.announce")
@before("penalty.complete_announcement", cites="civil-procedure-95", mend="penalty.announce")
def something_was_announced(case: Case, *, actor: User, at: datetime) -> str | None:
    return None if announcements(case).exists() else "本件没有正在公告的文书。"


@before("*.complete_announcement", cites="civil-procedure-95")
def announcement_has_run_its_days(case: Case, *, actor: User, at: datetime) -> str | None:
    running = announcements(case).first()
    if running is None or at > announced_until(running):
        return None
    days = provision("civil-procedure-95").period(local_day(running.attempted_at)).text
    ends = local_day(announced_until(running))
    return f"公告期{days}，自{local_day(running.attempted_at)}发出公告之日起算，{ends}届满，届满后才视为送达。"


@before("*.complete_announcement", cites="civil-procedure-95")
def chosen_announcement_has_run_its_days(case: Case, *, actor: User, at: datetime, given: dict) -> str | None:
    chosen, first = given["announcement"], announcements(case).first()
    if chosen is None or chosen == first or at > announced_until(chosen):
        return None
    return f"这项公告{local_day(announced_until(chosen))}届满，届满后才视为送达。"


def lay_on_service(kind: str, under: str) -> None:
    """Ask of the papers of matters about a case what is asked of those of a case: they are served in the same ways.

    kind: a procedure with `serve`, `announce_paper` and `complete_announcement`; under: the provision that has its papers served.
    """
    serve, notice, over = f"{kind}.serve", f"{kind}.announce_paper", f"{kind}.complete_announcement"
    before(serve, notice, cites=(under, "civil-procedure-87"))(there_is_a_paper_to_serve)
    before(serve, cites=(under, "civil-procedure-90"), mend="penalty.confirm_address")(electronic_service_was_consented_to)
    before(serve, cites=(under, "civil-procedure-87"))(paper_was_made_before_it_is_served)
    before(serve, cites=(under, "civil-procedure-89"))(leaving_is_witnessed_or_recorded)
    before(serve, cites=(under, "civil-procedure-91"))(party_was_hard_to_reach)
    before(serve, cites=(under, "civil-procedure-92", "civil-procedure-93"))(forwarding_has_its_ground)
    before(notice, cites=(under, "civil-procedure-95"), mend=serve)(other_ways_have_failed)
    before(notice, cites=(under, "civil-procedure-95"), mend=over)(paper_is_announced_once)
    before(over, cites=(under, "civil-procedure-95"), mend=notice)(something_was_announced)
