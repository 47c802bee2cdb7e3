"""Every page with a sample context, so that the pages can be looked at without an engine."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm

from mingzhi.faces.desk.page_shapes import (
    Choice,
    DocumentView,
    Doing,
    ErrorPage,
    FactPage,
    Filter,
    FirstPage,
    LinkList,
    MatterList,
    Notice,
    Notices,
    Section,
)
from mingzhi.faces.desk.shapes import (
    Cite,
    Figure,
    Link,
    MatterView,
)
from mingzhi.faces.portal.shapes import CheckPage

from .sample_case import CASE, DIGEST, SHANGHAI, decide_card, documents, evidence_card, frame, log, matter
from .sample_disclosure import publications
from .sample_dispatch import dispatches
from .sample_figures import yearly
from .sample_flow import flow_page
from .sample_footage import footage
from .sample_ledgers import ledgers
from .sample_lists import list_rows, tasks
from .sample_portal import SITE, portal
from .sample_public_figures import public_figures
from .sample_publicity import publicity
from .sample_recording import recordings
from .sample_registers import registers
from .sample_review import reviews
from .sample_uploads import uploads


class PasswordForm(forms.Form):
    """Old and new password; the real one is Django's."""

    old_password = forms.CharField(label="现在的密码", widget=forms.PasswordInput)
    new_password1 = forms.CharField(label="新密码", widget=forms.PasswordInput, help_text="至少 10 个字。")
    new_password2 = forms.CharField(label="再输一次新密码", widget=forms.PasswordInput)


def _sign_in(locked: str = "") -> dict[str, Any]:
    form = AuthenticationForm()
    form.fields["username"].label, form.fields["password"].label = "姓名或工号", "密码"
    return {
        "town": "石壕镇人民政府",
        "form": form,
        "locked": locked,
        "next_url": "/",
        "action_url": "/sign-in",
        "notice": "仅供本镇工作人员使用。登录和办理都有记录。",
    }


def pages() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every page once or more: name of the picture → (template, context)."""
    here = (Link("案件", "/cases"), Link("在办", "/cases?tab=open"), Link(CASE))
    side = tuple(
        Link(label, "/x", on=label == "待我办", count=count)
        for label, count in (("待我办", 12), ("在办", 38), ("已办结", None), ("简易程序", None), ("移送", 1))
    )
    closed, opened, evidence = decide_card(False), decide_card(True), evidence_card()
    return {
        "sign_in": ("desk/sign_in.html", _sign_in()),
        "sign_in_locked": ("desk/sign_in.html", _sign_in("密码连续输错，账号已锁定，10:52 以后再试。急用请找安全管理员解锁。")),
        "empty": ("desk/empty.html", {}),
        "password_change": (
            "desk/password_change.html",
            {
                "frame": frame("修改密码", ""),
                "form": PasswordForm(),
                "action_url": "/password",
                "reason": "密码已满 90 日，修改后才能继续办理。",
                "rules": ("至少 10 个字", "不能全是数字", "不能和姓名、工号相近"),
            },
        ),
        "first_page": (
            "desk/first_page.html",
            {
                "frame": frame("工作台", "工作台"),
                "page": FirstPage("2026-11-23 星期一", tasks(), tasks()[:1], (), (Link("登记线索", "/clue"), Link("当场处罚", "/summary"))),
            },
        ),
        "flow": ("desk/flow.html", {"frame": frame("线索流程", "流程"), "page": flow_page()}),
        "matter_list": (
            "desk/matter_list.html",
            {
                "frame": frame("待我办", "案件", (Link("案件", "/cases"), Link("待我办")), side),
                "page": MatterList(
                    "待我办的案件",
                    (Link("待我办", "?tab=mine", True, 12), Link("在办", "?tab=open", count=38), Link("已办结", "?tab=closed")),
                    (
                        Figure("待我办理", "12"),
                        Figure("今日到期", "3", "late"),
                        Figure("逾期", "2", "late"),
                        Figure("法制审核中", "5"),
                        Figure("待公示", "4", "soon"),
                        Figure("本月结案", "27"),
                    ),
                    (
                        Filter("stage", "环节", (Choice("", "全部环节", True), Choice("decide", "审查决定"))),
                        Filter("kind", "程序", (Choice("", "全部程序", True), Choice("summary", "简易程序"))),
                    ),
                    hidden=(("tab", "mine"),),
                    rows=list_rows(),
                    doings=(Doing("办理", ""), Doing("卷宗", "/file")),
                    count_words="本页 14 件",
                    next_url="?after=14",
                    new=Link("登记线索", "/clue"),
                    export_url="/export",
                    remark="法制审核人员0人，执法人员8人，按规定至少应有1人。请补充。",
                ),
            },
        ),
        "matter": ("desk/matter.html", {"frame": frame("刘某成未取得乡村建设规划许可证建设案", crumbs=here), "matter": matter(closed)}),
        "matter_open": (
            "desk/matter.html",
            {"frame": frame("刘某成案", crumbs=here), "matter": matter(opened, ("他人已于 14:20 更新本件，请核对后再办。",))},
        ),
        "matter_evidence": ("desk/matter.html", {"frame": frame("刘某成案", crumbs=here), "matter": matter(evidence)}),
        "matter_closed": (
            "desk/matter.html",
            {
                "frame": frame("王记小吃店案", crumbs=here),
                "matter": MatterView(
                    "王记小吃店店外经营案", "已归档", CASE, (CASE, "简易程序"), closed=True, log=log()[:1], log_words="9 条 · 已存证"
                ),
            },
        ),
        "refused": (
            "desk/refused.html",
            {"frame": frame("没有办成", crumbs=here), "matter": Link("刘某成未取得乡村建设规划许可证建设案", "/m/12"), "card": closed},
        ),
        "action": (
            "desk/action.html",
            {
                "frame": frame("登记线索", "线索", (Link("线索", "/clues"), Link("登记线索"))),
                "matter": Link("登记线索", "/clues"),
                "card": evidence,
            },
        ),
        "notices": (
            "desk/notices.html",
            {
                "frame": frame("消息", ""),
                "page": Notices(
                    (
                        Notice(datetime(2026, 11, 23, 9, 5, tzinfo=SHANGHAI), "周明德已批准王记小吃店案立案。", "/m/30"),
                        Notice(datetime(2026, 11, 20, 17, 0, tzinfo=SHANGHAI), "刘某成案作出决定的期限还剩 11 日。", "/m/12", True),
                    )
                ),
            },
        ),
        "party": (
            "desk/facts.html",
            {
                "frame": frame("刘某成", ""),
                "page": FactPage(
                    "刘某成",
                    "公民",
                    "公示时显示为“刘某某”",
                    (
                        Section("身份", (Figure("身份证号", "500399198001010000"), Figure("住址", "万隆村三组"))),
                        Section("以往处理", (Figure("露天焚烧秸秆", "2025-06-03 首违不罚", "soon"),)),
                    ),
                    (LinkList("案件", (Link(CASE, "/m/12"),)), LinkList("代理人")),
                    (Link("更正", "/correct"),),
                ),
            },
        ),
        "document": (
            "desk/document.html",
            {
                "frame": frame("行政处罚事先告知书", crumbs=(*here[:1], Link(CASE, "/m/12"), Link("文书"))),
                "document": DocumentView(
                    "行政处罚事先告知书",
                    "D29",
                    Link(CASE, "/m/12"),
                    "綦石壕府罚告字〔2026〕9号",
                    date(2026, 9, 18),
                    sha256=DIGEST,
                    sm3=DIGEST[::-1],
                    facts=(("页数", "2"), ("制作人", "李雪梅")),
                    pdf_url="/d.pdf",
                    print_url="/print",
                    check_url="/check",
                    page_urls=("/sheet.png",),
                    cites=(Cite("行政处罚法 第四十四条", "/p"),),
                    others=documents(),
                ),
            },
        ),
        **registers(),
        **recordings(),
        **reviews(),
        **publications(),
        **dispatches(),
        **yearly(),
        **uploads(),
        **ledgers(),
        **publicity(),
        **footage(),
        "error": (
            "desk/error.html",
            {
                "frame": frame("不能查看", ""),
                "error": ErrorPage(
                    403,
                    "您现在的岗位不能办这件事",
                    "审批由镇长办理，您是执法人员。请把本件报请周明德审批。",
                    (Cite("岗位责任制度 第三条", "/p"),),
                    (Link("回到办件", "/m/12"), Link("工作台", "/")),
                ),
            },
        ),
        "error_bare": (
            "desk/error_bare.html",
            {
                "error": ErrorPage(
                    500, "系统出错了", "您刚才的操作没有保存，本件没有任何改动。请稍后再试。", ways=(Link("重新打开", "/"),), code="7F3A91"
                )
            },
        ),
        "original": (
            "desk/original.html",
            {
                "frame": frame("现场照片.jpg", "案件"),
                "file": SimpleNamespace(
                    name="现场照片.jpg",
                    added_at=datetime(2026, 9, 2, 10, 5, tzinfo=SHANGHAI),
                    blob=SimpleNamespace(media_type="image/jpeg", sha256=DIGEST, sm3=DIGEST[::-1]),
                ),
                "matter": Link(CASE, "/m/12"),
                "missing": True,
                "thumbnail_url": "thumb.png",
            },
        ),
        "check_genuine": (
            "portal/document_check.html",
            {
                "site": SITE,
                "check": CheckPage(
                    "genuine",
                    "綦石壕府罚决字〔2026〕21号",
                    "行政处罚决定书",
                    date(2026, 11, 18),
                    None,
                    DIGEST,
                    DIGEST[::-1],
                    "綦江区石壕镇人民政府",
                ),
            },
        ),
        "check_voided": (
            "portal/document_check.html",
            {
                "site": SITE,
                "check": CheckPage(
                    "voided",
                    "綦石壕府罚告字〔2026〕8号",
                    "行政处罚事先告知书",
                    date(2026, 9, 17),
                    date(2026, 9, 18),
                    DIGEST,
                    "",
                    "綦江区石壕镇人民政府",
                ),
            },
        ),
        "check_unknown": (
            "portal/document_check.html",
            {
                "site": SITE,
                "check": CheckPage("unknown", asked_number="〔2026〕999号", asked_digits="3f2a9c01"),
            },
        ),
        "check_ask": (
            "portal/document_check.html",
            {"site": SITE, "check": CheckPage("", problem="请把文号和指纹都填上。")},
        ),
        **portal(),
        **public_figures(),
    }
