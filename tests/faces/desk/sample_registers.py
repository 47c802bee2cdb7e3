"""Sample contexts of the town's registers: powers, people, provisions, calendar; and of the search."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from markupsafe import Markup

from mingzhi.core.documents.check_code import check_svg
from mingzhi.core.engine.fields import (
    DayField,
    RowsField,
)
from mingzhi.faces.desk.page_shapes import (
    Hit,
    SearchPage,
)
from mingzhi.faces.desk.register_shapes import (
    Binding,
    CalendarPage,
    Officer,
    OfficerCertificate,
    People,
    PowerList,
    PowerRow,
    PowerVersion,
    PowerView,
    ProvisionList,
    ProvisionRow,
    ProvisionView,
    UnitPeople,
)
from mingzhi.faces.desk.shapes import (
    ActionCard,
    Cite,
    Figure,
    FormView,
    Link,
)

from .sample_case import CASE, SHANGHAI, frame
from .sample_lists import months


class CalendarForm(forms.Form):
    """The year's table, as the notice of the State Council prints it."""

    source = forms.CharField(label="依据", help_text="国务院办公厅关于部分节假日安排的通知的文号")
    days = RowsField(
        {
            "from_on": DayField(label="从"),
            "to_on": DayField(label="到"),
            "kind": forms.ChoiceField(label="种类", choices=[("holiday", "放假"), ("makeup", "上班")]),
        },
        label="节假日和调休",
    )


def registers() -> dict[str, tuple[str, dict[str, Any]]]:
    """The pages of powers, people, provisions, search and calendar."""
    certified = [
        Officer(
            name,
            "综合行政执法大队",
            posts=(("执法人员", "2025-01-01 起"),),
            certificates=(OfficerCertificate(f"5002021003{index}", date(2028, 6, 30) - timedelta(days=index * 240), words, tone),),
            tone=tone,
        )
        for index, (name, words, tone) in enumerate(
            [("李雪梅", "有效", "ok"), ("陈志强", "有效", "ok"), ("罗开富", "剩 27 日到期", "soon"), ("吴敏", "已过期 12 日", "late")]
        )
    ]
    others = [
        Officer("周明德", "镇领导", posts=(("镇长", "2025-01-01 起"), ("听证主持人", "2025-01-01 起"))),
        Officer("钱新来", "镇领导", posts=(("执法人员", "2026-09-01 起"),), certificate_words="没有有效的执法证，不能执法", tone="late"),
        Officer("王丽", "镇领导", left=True),
    ]
    power = PowerVersion(
        "2025版",
        date(2025, 1, 1),
        None,
        "法定",
        "綦江区石壕镇人民政府",
        "镇政府印章",
        "六十日内向綦江区人民政府申请行政复议，或者六个月内起诉",
        (Cite("城乡规划法 第六十五条", "/p"),),
        (Cite("城乡规划法 第四十一条第一款"),),
        "责令停止建设、限期改正；逾期不改正的，可以拆除。",
        (("对公民", "500 元以下"), ("对单位", "500 元以上 3,000 元以下")),
        "区规划和自然资源局",
        "綦江府办〔2025〕34号",
        "改动：处罚内容",
        True,
    )
    return {
        "power_list": (
            "desk/power_list.html",
            {
                "frame": frame("执法事项", "事项"),
                "page": PowerList(
                    "执法事项清单",
                    (
                        PowerRow(
                            "法定-003",
                            "对未取得乡村建设规划许可证进行建设的处罚",
                            "/pw/3",
                            "法定",
                            "城乡规划法 第六十五条",
                            "石壕镇人民政府",
                            "2025版",
                            "现行",
                            "ok",
                        ),
                        PowerRow(
                            "赋权-011",
                            "对占用消防通道的处罚",
                            "/pw/11",
                            "赋权",
                            "消防法 第六十条",
                            "石壕镇人民政府",
                            "2024版",
                            "剩 20 日",
                            "soon",
                        ),
                        PowerRow(
                            "委托-002",
                            "对露天焚烧秸秆的处罚",
                            "/pw/2",
                            "委托",
                            "大气污染防治法 第一百一十九条",
                            "区生态环境局",
                            "2023版",
                            "已失效",
                            "quiet",
                        ),
                    ),
                    (
                        Link("全部", "?", True, 142),
                        Link("法定", "?k=1", count=60),
                        Link("赋权", "?k=2", count=70),
                        Link("委托", "?k=3", count=12),
                    ),
                    on=date(2026, 3, 5),
                    notice="正在看 2026-03-05 有效的清单，不是今天的。",
                    count_words="共 142 项",
                    next_url="?after=3",
                ),
            },
        ),
        "power": (
            "desk/power.html",
            {
                "frame": frame("事项", "事项", (Link("事项", "/pw"), Link("法定-003"))),
                "power": PowerView(
                    "法定-003", "对未取得乡村建设规划许可证进行建设的处罚", (power,), "区规划和自然资源局", (Link(CASE, "/m/12"),)
                ),
            },
        ),
        "people": (
            "desk/people.html",
            {
                "frame": frame("人员", "人员"),
                "page": People(
                    "人员和执法证",
                    (UnitPeople("综合行政执法大队", certified), UnitPeople("镇领导", others)),
                    (Link("全部", "?", True), Link("大队", "?u=1"), Link("党政办", "?u=2")),
                    figures=(Figure("在岗执法人员", "18"), Figure("证件将到期", "1", "soon"), Figure("证件已过期", "1", "late")),
                    new=Link("任命", "/appoint"),
                ),
            },
        ),
        "badge": (
            "desk/badge.html",
            {
                "frame": frame("亮证", "人员"),
                "certificate": SimpleNamespace(
                    holder=SimpleNamespace(
                        name="李雪梅",
                        authority=SimpleNamespace(name="綦江区石壕镇人民政府"),
                        unit=SimpleNamespace(name="综合行政执法大队"),
                    ),
                    number="渝50011001",
                    valid_until=date(2027, 6, 30),
                ),
                "picture": Markup(check_svg("https://example.org/t/500110112/badge/1", fills=True)),
                "address": "/t/500110112/badge/1",
            },
        ),
        "provisions": (
            "desk/provisions.html",
            {
                "frame": frame("条款", "条款"),
                "page": ProvisionList(
                    "条款",
                    (
                        ProvisionRow(
                            "review-4",
                            "法制审核制度 第四条",
                            "重大行政执法决定作出前，必须通过法制审核；未经审核或者审核未通过的，不得作出决定。",
                            "/p",
                            48,
                            7,
                            "关口 1 · 期限 1",
                        ),
                        ProvisionRow("penalty-law-60", "行政处罚法 第六十条", "自立案之日起九十日内作出处罚决定。", "/p", 120, 0, "期限 1"),
                        ProvisionRow("archive-9", "案卷制度 第九条", "案卷按年度、类别编号保管。", "/p", 0, 0, "尚未由系统执行", False),
                    ),
                    (Link("全部", "?", True, 246), Link("行政处罚法", "?r=1"), Link("法制审核", "?r=2"), Link("全过程记录", "?r=3")),
                    figures=(Figure("条款", "246"), Figure("已由系统执行", "118"), Figure("本年拦下", "63")),
                ),
            },
        ),
        "provision": (
            "desk/provision.html",
            {
                "frame": frame("法制审核制度 第四条", "条款", (Link("条款", "/p"), Link("review-4"))),
                "provision": ProvisionView(
                    "review-4",
                    "法制审核制度 第四条",
                    "重大行政执法决定作出前，必须通过法制审核；未经审核或者审核未通过的，不得作出决定。",
                    "重大行政执法决定法制审核制度",
                    "禁止",
                    (("审核期限", "5 个工作日", "2025-01-01 起"),),
                    (Binding("关口", "作出处罚决定之前", "penalty.decide", ("重大决定未审核不能作出",)),),
                    48,
                    7,
                    ((datetime(2026, 11, 20, 16, 5, tzinfo=SHANGHAI), "重大决定尚未通过法制审核。", Link(CASE, "/m/12")),),
                    "石壕镇制度汇编",
                ),
            },
        ),
        "search": (
            "desk/search.html",
            {
                "frame": frame("搜索", ""),
                "page": SearchPage(
                    "规划许可证",
                    (
                        Hit(
                            "案件",
                            "刘某成未取得乡村建设规划许可证建设案",
                            "/m/12",
                            CASE,
                            (("当事人未取得乡村建设", False), ("规划许可证", True), ("，在万隆村三组建房。", False)),
                            date(2026, 9, 2),
                        ),
                    ),
                    (Link("全部", "?", True, 1), Link("案件", "?k=c", count=1), Link("文书", "?k=d", count=0)),
                    "找到 1 件",
                ),
            },
        ),
        "calendar": (
            "desk/calendar.html",
            {
                "frame": frame("工作日历", ""),
                "page": CalendarPage(
                    2026,
                    months(2026),
                    (Link("2025", "?y=2025"), Link("2026", "?y=2026", True), Link("2027", "?y=2027")),
                    "国办发明电〔2025〕7号",
                ),
            },
        ),
        "calendar_missing": (
            "desk/calendar.html",
            {
                "frame": frame("工作日历", ""),
                "page": CalendarPage(
                    2027,
                    years=(Link("2026", "?y=2026"), Link("2027", "?y=2027", True)),
                    missing_words="2027 年的工作日历还没有录入，跨入该年的期限算不出来。请按国务院办公厅的通知录入。",
                    entry=ActionCard(
                        "organs.enter_calendar", "录入 2027 年工作日历", "/do", True, form=FormView(CalendarForm(), "/do", "录入")
                    ),
                ),
            },
        ),
    }
