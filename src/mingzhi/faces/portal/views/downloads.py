"""What the lists show, to take away: as a table (CSV), as data (JSON), and as news (Atom).

Serves 公示制度 11（一）: what is public can be gathered by others. The same rows as the pages, read by the same questions.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from io import StringIO

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from mingzhi.core.organs.models import Authority
from mingzhi.core.organs.people import enforcing_on
from mingzhi.law.provisions import cited
from mingzhi.procedures.penalty.models import Power
from mingzhi.procedures.penalty.powers_in_words import articles, fines
from mingzhi.regulations.disclosure.bulletins.shown import ended, in_force
from mingzhi.regulations.disclosure.bulletins.texts import whole
from mingzhi.regulations.disclosure.public import public_on, shown, taken_down

from ..news import newest_and_gone
from ..visiting import Visit, public_page

SERVES = cited("disclosure-11.1", "disclosure-7.2", "disclosure-5.1", "disclosure-5.2", "disclosure-13-withdraw")

Row = dict[str, str]
#: What is said at the end of each line of what can be taken down again.
_STANDS = {"状态": "公开中", "撤回日期": "", "撤回理由": ""}
_DECISION = ("公开日期", "案件名称", "决定书文号", "决定日期", "公开形式", "内容", "展示到", "网址")
_BULLETIN = ("公开日期", "名称", "编号", "栏目", "形成（变更）日期", "公开的依据", "内容", "网址")
#: Entries of the feed; the list behind has them all.
_NEWEST = 50
#: Of an untouched cell a spreadsheet makes a formula when it begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@public_page
def download(visit: Visit, what: str, form: str) -> HttpResponse:
    """One list as a whole, as it stands today."""
    if what not in LISTS or form not in _FORMS:
        raise Http404
    assert visit.town is not None
    answer = _FORMS[form](list(LISTS[what](visit.town, timezone.localdate())))
    answer["Content-Disposition"] = f'attachment; filename="{visit.town.code}-{what}.{form}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


class _News(Atom1Feed):
    """A feed without entries is as old as can be: else it would be another one at every moment, and no cache could keep it."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime.fromtimestamp(0, UTC)


@public_page
def feed(visit: Visit) -> HttpResponse:
    """The newest of everything for whoever follows it; what is taken down says so under its old name. See docs/decisions/0126."""
    assert visit.town is not None
    home = settings.PUBLIC_URL + reverse("portal:home", args=[visit.town.code])
    here = settings.PUBLIC_URL + reverse("portal:feed", args=[visit.town.code])
    news = _News(title=f"{visit.town.place}行政执法公示", link=home, description="", feed_url=here, language="zh-CN", feed_guid=here)
    for one in newest_and_gone(visit.town, timezone.localdate(), _NEWEST):
        place = settings.PUBLIC_URL + one.address
        words = one.because or " ".join(filter(None, (one.what, one.number)))
        news.add_item(
            title=one.title, link=place, unique_id=place, description=words, updateddate=_noon(one.changed_on), categories=[one.what]
        )
    return HttpResponse(news.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _decisions(town: Authority, today: date) -> Iterator[Row]:
    for row in public_on(town, today).order_by("-published_on", "-pk"):
        one = shown(row)
        yield {
            "公开日期": f"{one.published_on}",
            "案件名称": one.title,
            "决定书文号": one.number,
            "决定日期": f"{one.decided_on}",
            "公开形式": "摘要" if one.summary else "全文",
            "内容": one.text,
            "展示到": f"{one.shown_until_on or ''}",
            "网址": _place(town, "decision", one.pk),
            **_STANDS,
        }
    for gone in taken_down(town):
        yield _taken_down(_DECISION, "决定书文号", "已撤回", gone.decision_number, gone.withdrawn_on, gone.public_reasons)


def _bulletins(town: Authority, today: date) -> Iterator[Row]:
    for row in in_force(town):
        yield {
            "公开日期": f"{row.published_on}",
            "名称": row.title,
            "编号": row.number,
            "栏目": row.get_topic_display(),
            "形成（变更）日期": f"{row.formed_on}",
            "公开的依据": row.required_by,
            "内容": whole(row.shown_text, row.shown_rows),  # type: ignore[attr-defined]
            "网址": _place(town, "bulletin", row.pk),
            **_STANDS,
        }
    for gone in ended(town):
        yield _taken_down(_BULLETIN, "编号", "已停止公开", gone.number, gone.until_on, gone.ended_because)


def _taken_down(columns: tuple[str, ...], called: str, state: str, number: str, on: date | None, because: str) -> Row:
    """Of what was taken down its number, the day and the public reasons, as the site itself shows them. Source: disclosure-13-withdraw."""
    return {**dict.fromkeys(columns, ""), called: number, "状态": state, "撤回日期": f"{on or ''}", "撤回理由": because}


def _officers(town: Authority, today: date) -> Iterator[Row]:
    """Of a person only what 公示 5（一） names."""
    for row in enforcing_on(town, today).select_related("holder__unit"):
        yield {
            "姓名": row.holder.name,
            "执法证号": row.number,
            "执法类别": row.scope,
            "单位": row.holder.unit.name if row.holder.unit else "",
            "职务": row.holder.duty,
            "有效期至": f"{row.valid_until}",
        }


def _powers(town: Authority, today: date) -> Iterator[Row]:
    for row in Power.objects.valid_on(today).filter(authority=town).order_by("code", "valid_from"):
        yield {
            "编码": row.code,
            "事项": row.name,
            "类型": row.get_kind_display(),
            "职权": row.get_scope_display(),
            "违反的规定": "；".join(articles(row.violated)),
            "处罚依据": "；".join(articles(row.basis)),
            "处罚内容": row.sanction,
            "罚款幅度": "；".join(f"{label}：{words}" for label, words in fines(row)),
            "版本": row.version,
            "生效日期": f"{row.valid_from}",
        }


LISTS: dict[str, Callable[[Authority, date], Iterator[Row]]] = {
    "decisions": _decisions,
    "bulletins": _bulletins,
    "officers": _officers,
    "powers": _powers,
}


def _csv(rows: list[Row]) -> HttpResponse:
    """With the mark by which office programs know UTF-8."""
    out = StringIO("\ufeff")
    out.seek(0, 2)
    table = csv.writer(out)
    table.writerows([list(rows[0]), *([_inert(cell) for cell in row.values()] for row in rows)] if rows else [])
    return HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")


def _json(rows: list[Row]) -> HttpResponse:
    return HttpResponse(json.dumps(rows, ensure_ascii=False, indent=1), content_type="application/json; charset=utf-8")


_FORMS: dict[str, Callable[[list[Row]], HttpResponse]] = {"csv": _csv, "json": _json}


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _place(town: Authority, name: str, pk: int) -> str:
    return settings.PUBLIC_URL + reverse(f"portal:{name}", args=[town.code, pk])


def _noon(day: date) -> datetime:
    """A day as the moment that a feed asks for."""
    return timezone.make_aware(datetime.combine(day, time(12)))
