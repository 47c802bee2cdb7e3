"""The ledger of publicity (公示台账): what is due, done, late, withheld and why; each row leads to its matter. Serves 公示制度 15."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import PostNotHeld, Refusal
from mingzhi.core.engine.procedure import action_of
from mingzhi.core.engine.standing import may_open
from mingzhi.core.organs.models import Authority, User
from mingzhi.regulations.disclosure.timeliness import MOST, OPEN, SERVES, TITLES, WATCH, Asked, Item, State, items, watches

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Choice
from ..publicity_shapes import PublicityPage, PublicityRow
from ..reading import PAGE_ROWS, now
from ..shapes import Figure, Link, Tone
from ..wording import TONES

_TONES: dict[State, Tone] = {State.LATE: "late", State.MISSING: "late", State.AMISS: "soon", State.ASKED: "soon", State.DONE_LATE: "soon"}
#: What may be registered about a row, as it is filled in on the form.
_LAPSES = {State.LATE: "late", State.MISSING: "missing", State.DONE_LATE: "late", State.WITHHELD: "selective"}


@desk_page
def publicity(request: SignedIn) -> HttpResponse:
    """Narrowed by `state`, `person` and `month`; without a month this year and whatever is open."""
    viewer, at = request.user, now()
    if not watches(viewer, local_day(at)):
        raise not_for(viewer)
    kept = {name: request.GET.get(name, "").strip() for name in ("state", "person", "month")}
    kept["state"] = kept["state"] if kept["state"] in set(State) else ""
    month, wrong = _month(kept["month"])
    found = [] if wrong else items(viewer, at, Asked(kept["person"], month))
    counts = Counter(one.state for one in found)
    rows = [one for one in found if not kept["state"] or one.state == kept["state"]]
    after = request.GET.get("after", "")
    skip = min(int(after), len(rows)) if after.isdecimal() and len(after) < len(str(MOST)) * 2 else 0
    shown = rows[skip : skip + PAGE_ROWS]
    may = {name: may_open(action_of(code), viewer, at) for name, code in (("lapse", "lapse.register"), ("bulletin", "bulletin.begin"))}
    page = PublicityPage(
        heading="公示台账",
        scope_words=f"{viewer.authority.name}　{kept['month'] or f'{local_day(at).year}年和没有办完的'}　截至 {timezone.localtime(at):%Y-%m-%d %H:%M}",
        figures=[
            Figure(TITLES[state], str(counts[state]), _TONES.get(state, "") if counts[state] else "", _url(**kept | {"state": state}))
            for state in State
        ],
        states=[Choice("", "全部情况", not kept["state"]), *(Choice(one, TITLES[one], one == kept["state"]) for one in State)],
        state=kept["state"],
        person=kept["person"],
        month=kept["month"],
        rows=[_row(one, at=local_day(at), may=may) for one in shown],
        towns=viewer.authority.kind != Authority.Kind.TOWN,
        wrong=wrong,
        left_words=f"只列出最近 {MOST} 件。请选择月份，分月查看。" if len(found) >= MOST else "",
        count_words=f"共 {len(rows)} 件，本页 {len(shown)} 件",
        next_url=_url(**kept, after=str(skip + PAGE_ROWS)) if len(rows) > skip + PAGE_ROWS else "",
        first_url=_url(**kept) if skip else "",
    )
    return render(request, "desk/publicity.html", {"frame": frame_of(request, page.heading, area="publicity"), "page": page})


def not_for(viewer: User) -> PostNotHeld:
    """Who may read it, in words."""
    sentence = f"公示台账由{'、'.join(post.label for post in WATCH)}查看，您没有这些岗位。请从工作台办理您的件。"
    return PostNotHeld(sentence, [Refusal(sentence, SERVES[-1:])])


def _row(one: Item, *, at: date, may: dict[str, bool]) -> PublicityRow:
    return PublicityRow(
        title=Link(one.title, reverse("desk:matter", args=[one.kind, one.pk]) if one.kind else ""),
        what=one.what,
        number=one.number,
        state=TITLES[one.state],
        tone=_TONES.get(one.state, "" if one.state in OPEN else "quiet"),
        on=one.on,
        due_on=one.due_on,
        done_on=one.done_on,
        due_words=one.words,
        due_tone=TONES[one.tone] if one.tone else "",
        why=one.why,
        who=one.who,
        town=one.town,
        doings=_doings(one, at, may),
        lapses=[Link(number, reverse("desk:matter", args=["lapse", pk])) for pk, number in one.lapses],
    )


def _doings(one: Item, at: date, may: dict[str, bool]) -> Sequence[Link]:
    """Where a change of a register is published, and where what is wrong is put on record, with what is known filled in."""
    found = []
    if one.topic and may["bulletin"]:
        told = {"topic": one.topic, "formed_on": str(one.on), "title": f"{one.what}（{one.on.year}年{one.on.month}月）"}
        found.append(Link("登记公开", f"{reverse('desk:open', args=['bulletin', 'begin'])}?{urlencode(told)}"))
    if one.state in _LAPSES and may["lapse"] and not one.lapses:
        due = f"，应当在{one.due_on}以前公开" if one.due_on else ""
        told = {"lapse_kind": _LAPSES[one.state], "found_on": str(at), "what": f"{one.title}：{TITLES[one.state]}{due}。"}
        told |= {"concerns": str(one.pk)} if one.pk else {}
        found.append(Link("登记问题", f"{reverse('desk:open', args=['lapse', 'register'])}?{urlencode(told)}"))
    return found


def _month(text: str) -> tuple[date | None, str]:
    """The first day of a month, or why it is none."""
    if not text:
        return None, ""
    try:
        return date.fromisoformat(f"{text}-01"), ""
    except ValueError:
        return None, "月份写得不对。请按 2026-03 的样子填写。"


def _url(**asked: str) -> str:
    return f"{reverse('desk:publicity')}?{urlencode({name: value for name, value in asked.items() if value})}"
