"""Search: matters this person may see, their documents, and provisions of the register, by any piece of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mingzhi.core.documents.models import Document
from mingzhi.core.engine import search as engine_search
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.law.provisions import all_provisions

from ..frame import frame_of
from ..gate import SignedIn, desk_page
from ..page_shapes import Hit, SearchPage
from ..shapes import Link

#: Matters of one page; documents and provisions shown beside them when everything is searched.
PAGE_ROWS = 20
BESIDE = 5

#: Characters of an excerpt around what was found.
_EXCERPT = 90

_TABS = {"": "全部", "matters": "办件", "documents": "文书", "provisions": "条款"}


@desk_page
def search(request: SignedIn) -> HttpResponse:
    """What was asked (`q`), of one sort (`tab`), from the matter `after` on."""
    query = request.GET.get("q", "").strip()
    tab = request.GET.get("tab", "") if request.GET.get("tab", "") in _TABS else ""
    after = request.GET.get("after", "")
    words = engine_search.asked_words(query)
    hits, next_url, more = [], "", False
    if tab != "provisions":
        found = engine_search.find(query, request.user, PAGE_ROWS + 1, int(after) if after.isascii() and after.isdecimal() else None)
        more = len(found) > PAGE_ROWS
        found = found[:PAGE_ROWS]
        if tab != "documents":
            hits += [_matter_hit(hit) for hit in found]
        if tab != "matters":
            papers = list(_papers(found, words, everything=tab == "documents"))
            hits += papers if tab == "documents" else papers[:BESIDE]
        if more:
            next_url = _url(q=query, tab=tab or "matters", after=str(found[-1].matter.pk))
    if tab in ("", "provisions") and not after:
        provisions = list(_provisions(words))
        hits += provisions if tab == "provisions" else provisions[:BESIDE]
    page = SearchPage(
        query=query,
        hits=hits,
        tabs=[Link(label, _url(q=query, tab=name), name == tab) for name, label in _TABS.items()] if query else [],
        count_words=f"本页 {len(hits)} 条{'，还有更多' if more else ''}" if hits else "没有找到",
        next_url=next_url,
        tab=tab,
    )
    return render(request, "desk/search.html", {"frame": frame_of(request, "搜索"), "page": page})


def _url(**asked: str) -> str:
    return f"{reverse('desk:search')}?{urlencode({name: value for name, value in asked.items() if value})}"


def _matter_hit(hit: engine_search.Hit) -> Hit:
    matter = hit.matter
    return Hit(
        kind=PROCEDURES[matter.kind].title,
        title=matter.title,
        url=reverse("desk:matter", args=[matter.kind, matter.pk]),
        number=matter.number,
        excerpt=excerpt(hit.text, hit.places),
        on=timezone.localtime(matter.opened_at).date(),
    )


def excerpt(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The piece of the text around the first place, cut where places begin and end; True marks what was found."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    begin = max(0, merged[0][0] - _EXCERPT // 3) if merged else 0
    stop = min(len(text), begin + _EXCERPT)
    pieces: list[tuple[str, bool]] = [("…", False)] if begin else []
    at = begin
    for start, end in merged:
        if start >= stop:
            break
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    pieces += [(text[at:stop], False)] + ([("…", False)] if stop < len(text) else [])
    return [piece for piece in pieces if piece[0]]


def _papers(found: Sequence[engine_search.Hit], words: Sequence[str], everything: bool) -> Iterator[Hit]:
    """Documents of the matters found: those that carry a word themselves; with `everything`, all of a matter that has none such."""
    matters = {hit.matter.pk: hit.matter for hit in found}
    of_matter: dict[int, list[tuple]] = {pk: [] for pk in matters}
    columns = ("matter_id", "pk", "title", "number", "made_at", "voided_at")
    for row in Document.objects.filter(matter__in=list(matters)).order_by("-pk").values_list(*columns):
        of_matter[row[0]].append(row)
    for pk, rows in of_matter.items():
        own = [row for row in rows if any(word in engine_search.plain(f"{row[2]} {row[3]}") for word in words)]
        for _, document, title, number, made_at, voided_at in own or (rows if everything else []):
            yield Hit(
                kind="文书（已作废）" if voided_at else "文书",
                title=title,
                url=reverse("desk:document", args=[document]),
                number=number,
                excerpt=[(matters[pk].title, False)],
                on=timezone.localtime(made_at).date(),
            )


def _provisions(words: Sequence[str]) -> Iterator[Hit]:
    """Provisions in whose citation, duty or id every word stands."""
    if not words:
        return
    for row in all_provisions():
        text = engine_search.plain(f"{row.cite} {row.title} {row.must} {row.id}")
        if all(word in text for word in words):
            duty = engine_search.plain(row.must)
            places = [(duty.find(word), duty.find(word) + len(word)) for word in words if word in duty]
            yield Hit("条款", row.cite, reverse("desk:provision", args=[row.id]), row.id, excerpt(duty, places))
