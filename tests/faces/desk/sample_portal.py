"""Samples of the public pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from mingzhi.core.documents.check_code import check_svg
from mingzhi.core.engine.flow import flow_of
from mingzhi.core.engine.flow_chart import as_svg
from mingzhi.core.engine.procedure import PROCEDURES
from mingzhi.faces.portal.board_shapes import BoardOfficer, BoardPage, PrintedDecision, ScreenPage
from mingzhi.faces.portal.news import Item
from mingzhi.faces.portal.objecting import ObjectionForm
from mingzhi.faces.portal.shapes import (
    ActLine,
    BadgeCheck,
    BenchmarkPart,
    BulletinLine,
    BulletinPage,
    BulletinsPage,
    CoursePage,
    DecisionLine,
    DecisionPage,
    DecisionsPage,
    Door,
    FileLink,
    Found,
    LimitLine,
    Link,
    ObjectionPage,
    ObjectionState,
    OfficerRow,
    OfficersPage,
    PowerLine,
    PowerPage,
    PowersPage,
    Right,
    Site,
    StagePart,
    TierLine,
    UnitOfficers,
    VersionPart,
    Withdrawn,
)
from mingzhi.regulations.disclosure.public import Shown

PHONE = "023-40000000"
SITE = Site(
    town="石壕镇",
    organ="綦江区石壕镇人民政府",
    phone=PHONE,
    home="/t/500110112/",
    check="/d",
    look="",
    switches=[Link("大字版", "?look=large"), Link("高对比度", "?look=contrast")],
)
LARGE = replace(SITE, look="contrast-large", switches=[Link("标准字号", "?look=contrast", True), Link("标准颜色", "?look=large", True)])

_OFFICERS = [
    OfficerRow("李雪梅", "渝50011001", "综合行政执法", "一级执法员", date(2027, 6, 30), "/b/1"),
    OfficerRow("欧阳静", "渝50011009", "综合行政执法", "执法队员", date(2026, 12, 31), "/b/2"),
]
_DOORS = [
    Door("谁在执法", "机构和 12 名执法人员，凭执法证号可以核验", "/o"),
    Door("能管什么", "142 项执法事项，依据和裁量基准", "/p"),
    Door("怎么办案", "流程图、期限，您有哪些权利", "/c"),
    Door("投诉与异议", f"不服处罚、信息有误、投诉执法人员，电话 {PHONE}", "/h"),
]
_VERSION = VersionPart(
    "2026",
    "2026-01-01 起",
    True,
    [
        ("类型", ["法定（行政处罚）"]),
        ("处罚依据", ["《中华人民共和国城乡规划法》 第六十五条", "《重庆市城乡规划条例》 第九十条"]),
        ("罚款幅度", ["对公民：200 元以上2,000 元以下", "对单位：1,000 元以上20,000 元以下"]),
        ("不服怎么办", ["60 日内向重庆市綦江区人民政府申请行政复议，或者 6 个月内向重庆市綦江区人民法院提起行政诉讼。"]),
    ],
    "改动：公民罚款上限",
)


def _badge(check: BadgeCheck) -> tuple[str, dict[str, Any]]:
    return "portal/badge.html", {"site": SITE, "check": check, "action": "/badge"}


def objections() -> dict[str, tuple[str, dict[str, Any]]]:
    """The form empty and sent back, and what is told by a code."""
    empty = ObjectionPage("张某某乱堆垃圾案", "綦石壕府罚决字〔2026〕20号", ObjectionForm().lines(), "5 个工作日")
    wrong = ObjectionForm({"made_by": "张建国", "content": "堆的是柴草。"})
    back = replace(empty, fields=wrong.lines(), problem="有 1 处要改，改好后再提交。", files_again=True)
    state = ObjectionState(
        "waiting", "7K3M-Q2XD-9PAC", empty.number, empty.title, date(2026, 11, 20), date(2026, 11, 27), url="/x"
    )  # fmt: skip
    done = replace(
        state, state="corrected", answer="堆放的确是柴草，已经更正。", answered_on=date(2026, 11, 23), corrected_on=date(2026, 11, 24)
    )
    states = {
        "waiting": state, "corrected": done, "wrong": replace(done, state="wrong", corrected_on=None), "gone": replace(state, state="gone"),
        "unknown": ObjectionState("unknown", asked="7K3M"), "empty": None,
    }  # fmt: skip
    forms = {"public_objection": empty, "public_objection_back": back}
    told = {
        f"public_objection_{name}": ("portal/objection_state.html", {"site": SITE, "page": page, "action": "/o"})
        for name, page in states.items()
    }
    return {
        name: ("portal/objection.html", {"site": SITE, "page": page, "back": "/x", "action": "/o"}) for name, page in forms.items()
    } | told


def boards(line: DecisionLine) -> dict[str, tuple[str, dict[str, Any]]]:
    """The screen in the hall with officers and with decisions, turning and not, with nothing; and the sheets for the board."""
    on, code = date(2026, 11, 23), Markup(check_svg("https://example.cn/t/500110112/", fills=True))
    officers = [BoardOfficer(row.name, row.certificate, row.scope, "综合行政执法大队") for row in _OFFICERS]
    other = Item("/b/1", "随机抽查事项清单", "2026年随机抽查事项清单", "公开字〔2026〕3号", on, on)
    one = Shown(1, line.title, "被处罚人：张某某", True, line.number, date(2026, 11, 2), on, None)
    screen = ScreenPage("今天可以执法的人员", officers, [], [], 1, 2, "/b", "/a", 0, on, code)
    screens = {
        "officers": screen,
        "decisions": replace(screen, title="行政处罚决定", officers=[], decisions=[one], number=2, seconds=20),
        "others": replace(screen, title="公示信息", officers=[], others=[other, other], number=2),
        "none": replace(screen, title="行政执法公示", officers=[], count=1),
    }
    printed = PrintedDecision(one.title, one.number, on, [("被处罚人", "张某某"), ("", "经查，在公路边堆放建筑废料。")])
    sheets = {"board": BoardPage(officers, [printed, printed], [other], on, code), "board_none": BoardPage([], [], [], on, code)}
    return {f"public_screen_{name}": ("portal/screen.html", {"site": SITE, "page": page}) for name, page in screens.items()} | {
        f"public_{name}": ("portal/board.html", {"site": SITE, "page": page, "back": "/"}) for name, page in sheets.items()
    }


def _bulletins() -> dict[str, tuple[str, dict[str, Any]]]:
    """The list, a list of random inspections that holds, the version before it, and one that was ended."""
    tabs = [Link("全部 2", "/b", True), Link("随机抽查事项清单 1", "/b?topic=sampling")]
    lines = [BulletinLine(f"2026年随机抽查事项清单（第{number}版）", "随机抽查事项清单", date(2026, 5, 6), "/b/2") for number in (2, 1)]
    columns = ["抽查主体", "抽查依据", "抽查对象", "抽查内容", "抽查比例", "抽查方式"]
    row = ["石壕镇人民政府", "《重庆市村镇规划建设管理条例》第五条", "辖区在建农房", "是否按许可施工", "每年不低于10%", "现场检查"]
    versions = [
        Link("2026年随机抽查事项清单，2026-05-06 起", "/b/2", True),
        Link("2026年随机抽查事项清单，2026-04-07 至 2026-05-06", "/b/1"),
    ]
    page = BulletinPage(
        "2026年随机抽查事项清单", Link("随机抽查事项清单", "/b"), "綦石壕府公开字〔2026〕2号", "2026-05-06 起", date(2026, 5, 6), "《办法》第九条",
        ["抽查由综合行政执法大队组织。"], columns, [row, row], versions,
        files=[FileLink("抽查流程图", "JPEG 图片，120 KB", "/a/1"), FileLink("抽查对象名录", "PDF 文件，1.4 MB", "/a/2")],
    )  # fmt: skip
    old = replace(page, validity="2026-04-07 至 2026-05-06", newer=Link("现在有效的：2026年随机抽查事项清单", "/b/2"), old=True)
    ended = replace(page, files=[], paragraphs=[], rows=[], versions=[], required_by="", ended_because="抽查改由区里统一组织。")
    return {
        "public_bulletins": (
            "portal/bulletins.html",
            {
                "site": SITE,
                "page": BulletinsPage("公示信息", lines, tabs, next_url="/n"),
                "action": "/b",
                "downloads": [Link("下载表格（CSV）", "/c"), Link("公开栏（打印）", "/d")],
            },
        ),
        "public_bulletins_none": (
            "portal/bulletins.html",
            {"site": SITE, "page": BulletinsPage("公示信息", [], tabs), "action": "/b", "downloads": []},
        ),
        **{
            f"public_bulletin{name}": ("portal/bulletin.html", {"site": SITE, "page": one, "objection": "/h"})
            for name, one in {"": page, "_old": old, "_ended": ended}.items()
        },
    }


def portal() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every public page but the check of papers."""
    unit = UnitOfficers("综合行政执法大队", "本镇机构", _OFFICERS)
    rows = [
        PowerLine(f"法定-{number:03}", "对未取得乡村建设规划许可证进行建设的处罚", "法定", "《城乡规划法》 第六十五条", "/p")
        for number in range(1, 6)
    ]
    power = PowerPage(
        "法定-001",
        "对未取得乡村建设规划许可证进行建设的处罚",
        [_VERSION, replace(_VERSION, name="2025", validity="2025-01-01 至 2025-12-31", current=False, changed="")],
        [
            BenchmarkPart(
                "石壕镇裁量基准（2026版）", [TierLine("较轻", ["面积不足 20 平方米", "主动停止"], "200元至500元", "1,000元至5,000元")]
            )
        ],
        [("轻微违法行为不予处罚清单第1项", "初次违法、及时改正、没有造成危害后果")],
        Link("普通程序案件流程", "/c"),
    )
    course = CoursePage(
        "普通程序案件流程",
        [Link("普通程序案件", "/c", True), Link("简易程序案件", "/c")],
        Markup(as_svg(flow_of(PROCEDURES["penalty"]))),
        [StagePart("调查", [ActLine("责令改正", "本件承办人", "《责令改正通知书》", "改正中")], False), StagePart("已归档", [], True)],
        [LimitLine("作出处罚决定", "90日", "批准立案", "作出处罚决定", "行政处罚法 第六十条", "30日")],
    )
    right = Right("说明情况", "您可以陈述、申辩，不会因此加重处罚。", "行政处罚法 第四十五条")
    town = SimpleNamespace(name="綦江区石壕镇人民政府", phone=PHONE, address="重庆市綦江区石壕镇", postcode="401432")
    known = BadgeCheck(
        "valid", "渝50011001", "李雪梅", "综合行政执法大队", "渝50011001", "综合行政执法", date(2027, 6, 30), date(2026, 11, 23)
    )
    line = DecisionLine("张某某乱堆垃圾案", "綦石壕府罚决字〔2026〕20号", date(2026, 11, 12), "/x")
    decision = DecisionPage(
        line.title, line.number, [("被处罚人", "张某某"), ("主要违法事实", "在公路边堆放建筑废料，责令后不改。"), ("处罚种类", "罚款300元")], True,
        date(2026, 11, 2), line.published_on, date(2027, 11, 2), files=[FileLink("公告张贴照片", "JPEG 图片，320 KB", "/a/3")],
    )  # fmt: skip
    doors = {"doors": _DOORS, "latest": [line], "action": "/search", "checks": [Link("核验执法证", "/b"), Link("核验文书", "/d")]}
    found = [Found("执法事项", [(Link(rows[0].title, "/p"), "法定-001，法定")], Link("全部有关的事项", "/p"))]
    officers = OfficersPage(town.name, town.address, PHONE, [unit], ["派出所", "司法所"], 2)
    take = [Link("下载表格（CSV）", "/f.csv"), Link("公开栏（打印）", "/board")]
    return {
        **boards(line),
        "public_towns": ("portal/towns.html", {"site": replace(SITE, town="", organ="", phone=""), "doors": _DOORS[:2]}),
        "public_no_town": ("portal/towns.html", {"site": replace(SITE, town="", organ="", phone=""), "doors": []}),
        "public_home": ("portal/home.html", {"site": SITE, **doors}),
        "public_home_large": ("portal/home.html", {"site": LARGE, **doors}),
        "public_search": ("portal/search.html", {"site": SITE, "asked": "规划", "found": found, "action": "/search"}),
        "public_search_none": ("portal/search.html", {"site": SITE, "asked": "没有的", "found": [], "action": "/search"}),
        "public_missing": ("portal/missing.html", {"site": SITE, "action": "/search"}),
        "public_officers": ("portal/officers.html", {"site": SITE, "page": officers, "action": "/o", "badges": "/b", "downloads": take}),
        "public_badge_valid": _badge(known),
        "public_badge_invalid": _badge(replace(known, state="invalid", valid_until=None)),
        "public_badge_unknown": _badge(BadgeCheck("unknown", "渝999")),
        "public_badge_ask": _badge(BadgeCheck("")),
        "public_powers": (
            "portal/powers.html",
            {
                "site": SITE,
                "page": PowersPage(rows, [Link("全部 5", "/p", True), Link("法定 5", "/p")], "", "", "共 5 项", "/n"),
                "action": "/p",
                "downloads": take,
            },
        ),
        "public_power": ("portal/power.html", {"site": SITE, "page": power, "back": "/p"}),
        "public_course": ("portal/course.html", {"site": SITE, "page": course, "rights": [right]}),
        "public_decisions": (
            "portal/decisions.html",
            {"site": SITE, "page": DecisionsPage([line, line], "", "/n"), "action": "/x", "downloads": take},
        ),
        "public_decisions_none": (
            "portal/decisions.html",
            {"site": SITE, "page": DecisionsPage([], "无"), "action": "/x", "downloads": take},
        ),
        "public_decision": ("portal/decision.html", {"site": SITE, "page": decision, "back": "/x", "objection": "/h"}),
        "public_decision_full": (
            "portal/decision.html",
            {
                "site": SITE,
                "page": replace(decision, summary=False, lines=[("", "经查，张某某在公路边堆放建筑废料。")]),
                "back": "/x",
                "objection": "/h",
            },
        ),
        "public_withdrawn": (
            "portal/decision_withdrawn.html",
            {"site": SITE, "page": Withdrawn(line.number, date(2026, 11, 20), "决定已被行政复议撤销。"), "back": "/x"},
        ),
        "public_help": ("portal/help.html", {"site": SITE, "ways": [right], "town": town, "decisions": "/x", "objections": "/o"}),
        **objections(),
        **_bulletins(),
    }
