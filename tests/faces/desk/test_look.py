"""The desk's pages render strictly, keep the content security policy, and can be read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from markupsafe import Markup

from mingzhi.config.pages import day, each, full_moment, grouped, iso, moment, money
from mingzhi.faces.desk.shapes import ActionCard, DeadlineView, LogLine, Refusal

from .house import PORTAL, READING, STATIC, TEMPLATES, render
from .samples import pages

PAGES = pages()
PUBLIC = PORTAL / "templates"
SOURCES = sorted(path for folder in (TEMPLATES, PUBLIC, *READING) for path in folder.rglob("*.html"))
SHEETS = {"desk": STATIC / "desk" / "desk.css", "portal": PORTAL / "static" / "portal" / "portal.css"}
TOKENS = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})", (STATIC / "desk" / "tokens.css").read_text(encoding="utf-8")))

VOID = {"meta", "link", "input", "img", "br", "circle", "path"}
#: The time line of an activity carries its colours itself, since papers show it too.
CHART = {"timeline", "activity", "clip", "missing"}
#: A code to be scanned and a chart of a flow carry their looks themselves.
DRAWN = {"segno", "qrline", "stage-main", "stage-side", "stage-end", "stage-title"}
GROUNDS = ("paper", "ground", "head", "brand-tint", "soon-tint", "late-tint", "done-tint")


class Outline(HTMLParser):
    """Reads a page and keeps what the tests ask about: elements, balance, ids, and where labels point."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.inline: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the element and puts it on the stack unless it has no end tag."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps an element that closes itself, such as a shape of an icon."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Takes the element from the stack, or notes that it does not match."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        """Notes text inside script and style elements."""
        if self.open and self.open[-1] in {"script", "style"} and data.strip():
            self.inline.append(data)


@cache
def rendered(name: str) -> str:
    """A page as it comes out of its sample, which no test here changes."""
    return render(*PAGES[name])


@cache
def outline(name: str) -> Outline:
    return Outline(rendered(name))


@pytest.fixture(params=PAGES, name="page")
def _page(request: pytest.FixtureRequest) -> Outline:
    return outline(request.param)


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    digits = colour.lstrip("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [d * 2 for d in digits]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (int(pair, 16) / 255 for pair in pairs)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two tokens by WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_page_template_has_a_sample() -> None:
    """A template that nobody renders here could break unseen."""
    whole = {f"{path.parent.name}/{path.name}" for path in SOURCES if not path.name.startswith("_")}
    assert whole - {"desk/page.html", "desk/bare.html", "portal/page.html"} == {template for template, _ in PAGES.values()}


def test_every_element_is_closed_where_it_was_opened(page: Outline) -> None:
    assert page.unbalanced == []
    assert page.open == []


def test_no_page_carries_script_or_style_of_its_own(page: Outline) -> None:
    assert page.inline == []
    assert not [tag for tag, _ in page.elements if tag == "style"]
    assert not [(tag, name) for tag, given in page.elements for name in given if name == "style" or name.startswith(("on", "hx-on"))]
    assert not [given for _, given in page.elements for value in given.values() if (value or "").lower().startswith("javascript:")]


def test_no_template_opens_a_way_around_escaping() -> None:
    for path in SOURCES:
        assert not re.search(r"\|\s*safe\b|autoescape", path.read_text(encoding="utf-8")), path.name


def test_every_id_stands_once_and_every_label_points_at_one(page: Outline) -> None:
    ids = [given["id"] for _, given in page.elements if given.get("id")]
    assert sorted(ids) == sorted(set(ids))
    assert {given["for"] for tag, given in page.elements if tag == "label" and given.get("for")} <= set(ids)


def test_every_description_that_is_named_is_there(page: Outline) -> None:
    """A closed button names the panel with its reasons, a faulty field its error: both must exist."""
    ids = {given.get("id") for _, given in page.elements}
    named = {name for _, given in page.elements for name in (given.get("aria-describedby") or "").split()}
    assert named <= ids


def test_a_closed_action_has_a_dead_button_only_beside_its_reasons() -> None:
    html = render(*PAGES["matter"])
    assert "现在还不能作出处罚决定，差 3 项" in html
    assert re.search(r'<button class="btn main" disabled aria-describedby="why-penalty-decide">', html)
    for words in ("法制审核制度 第五条", "由 镇长 周明德 补齐", "待审核通过", 'href="/do/submit">送审 →'):
        assert words in html


def test_an_open_action_can_be_sent_and_its_errors_stand_beside_their_fields() -> None:
    html = render(*PAGES["matter_open"])
    assert 'aria-describedby="why-penalty-decide"' not in html
    assert re.search(r'<p class="wrong" id="id_fine_yuan_error" role="alert">', html)
    assert '<input type="hidden" name="version" value="41">' in html


def matter_with(**changes: object) -> str:
    """The sample matter's page with other contents."""
    template, context = PAGES["matter"]
    return render(template, {**context, "matter": replace(context["matter"], **changes)})


def test_an_action_of_somebody_else_says_once_who_does_it() -> None:
    card = ActionCard("penalty.recheck", "复查改正情况", "/do", allowed=False, who="本件承办人 李雪梅、陈志强")
    html = matter_with(next=card, others=())
    assert html.count("由 <b>本件承办人 李雪梅、陈志强</b> 办理，现在就可以办。") == 1
    assert "现在还不能" not in html
    waiting = replace(card, refusals=[Refusal("尚未送达责令改正通知书。")])
    html = matter_with(next=waiting, others=())
    assert "现在还不能复查改正情况，差 1 项" in html
    assert "补齐上面各项以后才能办" in html


def test_of_many_records_the_newest_dozen_is_in_sight_and_the_rest_unfolds() -> None:
    at = datetime(2026, 3, 5, 14, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    html = matter_with(log=[LogLine(at, f"第{number}条") for number in range(1, 16)], log_more_url="")
    assert "更早的 3 条" in html
    assert html.index("第12条") < html.index("更早的 3 条") < html.index("第13条")
    assert "更早的" not in matter_with(log=[LogLine(at, "立案")] * 12, log_more_url="")


def test_deadlines_that_were_kept_are_folded_away_and_missed_ones_are_not() -> None:
    rows = [
        DeadlineView("缴纳罚款", "剩 9 日"),
        DeadlineView("送达决定书", "逾期 2 日办理", "late"),
        DeadlineView("陈述申辩期", "已届满", "ok"),
    ]
    html = matter_with(deadlines=rows)
    assert html.index("剩 9 日") < html.index("逾期 2 日办理") < html.index("已过的期限（1）") < html.index("陈述申辩期")
    assert "没有在走的期限。" in matter_with(deadlines=rows[2:])


def test_what_a_person_typed_is_escaped() -> None:
    template, context = PAGES["search"]
    page = type(context["page"])(query='"><script>alert(1)</script>')
    assert "<script>alert" not in render(template, {**context, "page": page})


def test_every_form_that_changes_something_carries_the_token(page: Outline) -> None:
    posts = [given for tag, given in page.elements if tag == "form" and given.get("method") == "post"]
    tokens = [given for tag, given in page.elements if tag == "input" and given.get("name") == "csrfmiddlewaretoken"]
    assert len(tokens) == len(posts)


def test_refusing_to_sign_is_offered_to_the_party_only() -> None:
    html = render(*PAGES["matter_evidence"])
    assert 'name="party_signature-witness"' in html
    assert 'name="first_signature-witness"' not in html


def test_rows_show_blank_lines_for_browsers_without_scripts() -> None:
    html = render(*PAGES["matter_evidence"])
    assert 'value="东侧外墙"' in html
    assert [f"things-{row}-place" in html for row in range(5)] == [True, True, True, True, False]


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3", "brand", "soon", "late", "done"])
def test_every_ink_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-brand", "brand"),
        ("on-brand", "brand-2"),
        ("on-brand-2", "brand"),
        ("on-brand-2", "brand-2"),
        ("on-brand", "late"),
        ("ink", "found"),
    ],
)
def test_words_on_colour_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_the_edge_of_a_field_can_be_seen() -> None:
    assert contrast("edge", "paper") >= 3


def test_colours_are_written_once_and_only_as_tokens() -> None:
    tokens = (STATIC / "desk" / "tokens.css").read_text(encoding="utf-8")
    everywhere, in_the_hand = tokens.split("@media")
    names = re.findall(r"--([\w-]+):", everywhere)
    assert sorted(names) == sorted(set(names))
    # A narrow window gets other sizes of letters, nothing else.
    assert {name for name, value in re.findall(r"--([\w-]+):([^;}]+)", in_the_hand)} == {
        name for name in names if re.fullmatch(r"s-?\d?", name)
    }
    for sheet in SHEETS.values():
        text = sheet.read_text(encoding="utf-8")
        screen = text.split("@media print")[0]
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", screen) == []
        assert re.findall(r"--[\w-]+:", text) == []
        assert set(re.findall(r"var\(--([\w-]+)\)", text)) <= set(names)


def test_every_class_of_a_page_is_known_to_its_stylesheet() -> None:
    sheets = {name: path.read_text(encoding="utf-8") for name, path in SHEETS.items()}
    for page, (template, _context) in PAGES.items():
        sheet = sheets.get(template.partition("/")[0], sheets["desk"])
        used = {name for _, given in outline(page).elements for name in (given.get("class") or "").split()}
        known = set(re.findall(r"\.([A-Za-z][\w-]*)", sheet))
        assert used - known - {"was", "work", "narrow", "auto", "month", "no-draw", *CHART, *DRAWN} == set(), template


def test_every_class_of_the_stylesheet_is_used() -> None:
    levels = {"success", "error", "warning", "info", "debug"}
    desk = (STATIC / "desk" / "desk.css").read_text(encoding="utf-8")
    words = "".join(path.read_text(encoding="utf-8") for path in [*(TEMPLATES / "desk").glob("*.html"), *STATIC.glob("desk/*.js")])
    words += "".join(rendered(page) for page in PAGES)
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", desk)) - levels
    assert known - set(re.findall(r"[\w-]+", words)) <= {"css"}


def test_choosing_several_people_is_ticking_not_holding_a_key() -> None:
    html = render(*PAGES["matter_evidence"])
    assert '<input type="checkbox" name="officers" value="1" checked>李雪梅' in html
    assert '<input type="checkbox" name="officers" value="3">罗开富' in html


def test_values_are_written_as_an_office_writes_them() -> None:
    at = datetime(2026, 3, 5, 6, 20, tzinfo=ZoneInfo("UTC"))
    assert day(date(2026, 3, 5)) == "2026-03-05"
    assert day(datetime(2026, 3, 4, 16, 30, tzinfo=ZoneInfo("UTC"))) == "2026-03-05"
    assert moment(at) == "03-05\N{NO-BREAK SPACE}14:20"
    assert full_moment(at) == "2026-03-05\N{NO-BREAK SPACE}14:20"
    assert iso(at) == "2026-03-05T14:20:00+08:00"
    assert [day(None), moment(None), full_moment(None), iso(None), money(None)] == [""] * 5
    assert [money(Decimal("200.00")), money(Decimal("1250.5"))] == ["200元", "1,250.50元"]
    assert grouped("7f3a91c04b") == "7f3a 91c0 4b"


def test_a_long_table_is_escaped_at_once_and_no_text_slips_through() -> None:
    line = Markup("<i>{0}</i><b>{1}</b>")
    assert each(line, [("<b>", "1 & 2"), ('"', "{0}")]) == "<i>&lt;b&gt;</i><b>1 &amp; 2</b><i>&#34;</i><b>{0}</b>"
    between = "\N{INFORMATION SEPARATOR TWO}"
    assert each(line, [(f"<{between}", "a"), ("b", "<")]) == f"<i>&lt;{between}</i><b>a</b><i>b</i><b>&lt;</b>"
    assert each(line, [("a", ""), ("a", "b")], 1, Markup("<i>{0}</i>")) == "<i>a</i><i>a</i><b>b</b>"
    assert each(line, []) == ""
    with pytest.raises(TypeError):
        each("<i>{0}</i>", [("a",)])  # type: ignore[arg-type]
