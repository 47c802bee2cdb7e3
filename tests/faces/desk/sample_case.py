"""The sample case of 刘某成 and the officer who looks at it; invented people of 石壕镇."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import forms

from mingzhi.core.engine.fields import (
    FilesField,
    RowsField,
    SignatureField,
)
from mingzhi.faces.desk.shapes import (
    ActionCard,
    Cite,
    DeadlineView,
    DocumentLine,
    FileLine,
    FormView,
    Frame,
    Link,
    LogLine,
    MatterView,
    PersonLine,
    Refusal,
    StepView,
    Tone,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
DIGEST = "7f3a91c04be2d8156a0f9c3377e1b2d45c68fa9012de34ab56cd78ef90123456"
CASE = "綦石壕府立〔2026〕12号"


def frame(title: str, here: str = "案件", crumbs: tuple[Link, ...] = (), side: tuple[Link, ...] = ()) -> Frame:
    """The surroundings of 李雪梅, an officer."""
    areas = ("工作台", "案件", "线索", "事项", "人员", "条款")
    return Frame(
        town="石壕镇综合行政执法",
        title=title,
        nav=[Link(area, "/" + area, on=area == here) for area in areas],
        more=[Link("当事人", "/parties"), Link("工作日历", "/calendar"), Link("存证", "/ledger")],
        side=side,
        crumbs=crumbs,
        unit="综合行政执法大队",
        person="李雪梅",
        post="执法人员",
        person_key="7",
        person_url="/people/7",
        notices=3,
        notices_url="/notices",
        search_url="/search",
        sign_out_url="/sign-out",
        password_url="/password",
        footer="石壕镇综合行政执法大队",
    )


class DecideForm(forms.Form):
    """作出处罚决定, with one field of every kind."""

    content = forms.CharField(
        label="拟处罚内容",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="取自事先告知书 綦石壕府罚告字〔2026〕9号，不得加重。",
    )
    reason = forms.CharField(label="裁量说明", widget=forms.Textarea(attrs={"rows": 2, "placeholder": "适用基准档次、情节和理由"}))
    fine_yuan = forms.DecimalField(label="罚款金额（元）", required=False, help_text="不罚款的，留空。")
    decided_on = forms.DateField(label="决定日期", widget=forms.DateInput(attrs={"type": "date"}))


class EvidenceForm(forms.Form):
    """现场检查, with choices, rows, files and signatures."""

    kind = forms.ChoiceField(label="证据种类", choices=[("scene", "勘验笔录、现场笔录"), ("photo", "视听资料"), ("paper", "书证")])
    began_at = forms.DateTimeField(label="开始时间", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}))
    officers = forms.MultipleChoiceField(label="执法人员", choices=[("1", "李雪梅"), ("2", "陈志强"), ("3", "罗开富")], initial=["1", "2"])
    told = forms.MultipleChoiceField(
        label="已告知",
        widget=forms.CheckboxSelectMultiple,
        choices=[("card", "出示执法证件"), ("rights", "申请回避的权利"), ("film", "全程录像")],
    )
    present = forms.ChoiceField(
        label="当事人", widget=forms.RadioSelect, choices=[("yes", "在场"), ("no", "不在场"), ("refuses", "拒不到场")]
    )
    things = RowsField(
        {
            "place": forms.CharField(label="部位"),
            "size": forms.CharField(label="长宽高（米）"),
            "state": forms.ChoiceField(label="状况", choices=[("a", "在建"), ("b", "已建成")]),
            "seen": forms.BooleanField(label="当事人在场", required=False),
        },
        label="勘验情况",
        help_text="每处一行，空行不计。",
    )
    photos = FilesField(label="照片和附件", help_text="可一次选多个；单个不超过 200 MiB。")
    checked = forms.BooleanField(label="与原件核对无异", required=False)
    first_signature = SignatureField(label="执法人员 李雪梅")
    second_signature = SignatureField(label="执法人员 陈志强")
    party_signature = SignatureField(label="当事人 刘某成", may_refuse=True)


DECISION = (Cite("行政处罚法 第五十七条", "/provisions/penalty-law-57"), Cite("第五十九条", "/provisions/penalty-law-59"))
REFUSALS = (
    Refusal(
        "重大决定尚未通过法制审核。本件经当事人申请举行了听证，属于重大行政执法决定。",
        (Cite("法制审核制度 第二条（四）", "/provisions/review-2"), Cite("第四条", "/provisions/review-4")),
        "承办人员 李雪梅、陈志强",
        "/do/submit",
        "送审",
    ),
    Refusal("审核通过后须由负责人集体讨论。", (Cite("法制审核制度 第五条", "/provisions/review-5"),), "镇长 周明德", waits="待审核通过"),
    Refusal(
        "9月4日现场检查有 7 分钟没有录像，尚无两人签字的说明。",
        (Cite("全过程记录制度 第十二条", "/provisions/recording-12"),),
        "陈志强、李雪梅",
        "/do/gap",
        "填写说明",
    ),
)


def deadline(title: str, words: str, tone: Tone, on: date | None = None, note: str = "") -> DeadlineView:
    """A running deadline in words."""
    return DeadlineView(title, words, tone, on, Cite("行政处罚法 第六十条", "/provisions/penalty-law-60"), note)


def decide_card(allowed: bool) -> ActionCard:
    """The decision, open or closed for three reasons; the open one comes back with an error to show."""
    data = {"content": "责令停止建设、限期改正；逾期不改正的，可以拆除。", "reason": "", "fine_yuan": "12元", "decided_on": "2026-11-23"}
    form = DecideForm(initial=data) if not allowed else DecideForm(data)
    return ActionCard(
        "penalty.decide",
        "作出处罚决定",
        "/do/decide",
        allowed,
        DECISION,
        () if allowed else REFUSALS,
        FormView(
            form,
            "/do/decide",
            "作出处罚决定",
            filled={"content": "事先告知书", "decided_on": "今天"},
            draft_url="/draft/decide",
            draft_words="草稿已存 10:32",
            preview_url="/preview/decide",
            preview_label="预览决定书",
            version=41,
            key="01JD",
        ),
        prints=("行政处罚决定书", "送达回证"),
    )


def evidence_card() -> ActionCard:
    """现场检查 open, with every widget."""
    view = FormView(
        EvidenceForm(
            initial={
                "party_signature": {"kind": "refused", "reason": "不认可勘验结果", "witness": "万隆村 王某"},
                "began_at": "2026-11-23T09:10",
                "things": [{"place": "东侧外墙", "size": "12×0.24×3", "state": "a"}],
            }
        ),
        "/do/inspect",
        "保存现场检查",
        filled={"began_at": "现在"},
        draft_url="/draft/inspect",
        preview_url="/preview/inspect",
        preview_label="预览笔录",
        lead=("两名执法人员一起办理；当事人不签的，由见证人签。",),
        multipart=True,
    )
    return ActionCard(
        "penalty.inspect",
        "现场检查",
        "/do/inspect",
        True,
        (Cite("行政处罚法 第五十五条", "/p"),),
        form=view,
        prints=("现场检查（勘验）笔录",),
    )


def log() -> tuple[LogLine, ...]:
    """Four records of the sample case."""

    def at(*parts: int) -> datetime:
        return datetime(*parts, tzinfo=SHANGHAI)

    return (
        LogLine(
            at(2026, 10, 14, 15, 10),
            "听证结束。主持人 赵明远，当事人刘某成及代理人到场，制作听证笔录。",
            (Link("听证笔录（11页）", "/d/1"), Link("录像 1小时42分", "/f/1")),
            year="2026年",
        ),
        LogLine(at(2026, 9, 28, 9, 30), "刘某成书面申请听证，党政办王丽收件。", (Link("听证申请书", "/d/2"),)),
        LogLine(
            at(2026, 9, 21, 10, 42),
            "李雪梅、陈志强向刘某成直接送达《行政处罚事先告知书》《听证告知书》，本人签收。",
            (Link("送达回证", "/d/3"),),
        ),
        LogLine(
            at(2026, 9, 4, 8, 55),
            "李雪梅、陈志强到达万隆村三组现场检查，出示证件并告知录像，制作笔录，责令停止建设。",
            (Link("现场检查笔录（3页）", "/d/4"), Link("照片 12", "/f/2"), Link("录像 3段", "/f/3")),
            "缺 7 分钟",
        ),
    )


#: Nothing is missing for what was done.
ASKED = (Refusal("本次告知的听证已由刘某成于2026-09-20申请（已举行），不必再次登记。", (Cite("行政处罚法 第六十三条", "/p"),)),)
ASKED_ON = "2026-09-20 已办理"


def matter(card: ActionCard, notes: tuple[str, ...] = ()) -> MatterView:
    """The case of 刘某成 at 审查决定, with `card` open."""
    was = [
        ("线索登记", "2026-08-31 巡查发现"),
        ("立案", "2026-09-02"),
        ("调查取证", "9月3日至18日"),
        ("责令改正", "9月4日送达"),
        ("事先告知", "9月21日送达"),
    ]
    return MatterView(
        title="刘某成未取得乡村建设规划许可证建设案",
        stage="审查决定",
        number=CASE,
        facts=(CASE, "普通程序", "承办 李雪梅、陈志强", "事项 法定-003（2025版）"),
        steps=[StepView(title, words, "was") for title, words in was]
        + [StepView("审查决定", "进行中", "now")]
        + [StepView(title) for title in ("送达", "公示", "执行", "结案", "归档")],
        step_words="6 / 11",
        next=card,
        others=(
            ActionCard("penalty.take_evidence", "补充证据", "/do/evidence", True, (Cite("行政处罚法 第四十六条", "/p"),)),
            ActionCard("penalty.inspect", "现场检查", "/do/inspect", True, (Cite("行政处罚法 第五十五条", "/p"),)),
            ActionCard("penalty.suspend", "中止调查", "/do/suspend", True, (Cite("行政处罚程序 第三十二条", "/p"),)),
            ActionCard("penalty.not_punish", "不予处罚", "/do/not", False, (Cite("行政处罚法 第三十三条", "/p"),), REFUSALS[:1]),
            ActionCard("penalty.transfer", "移送", "/do/transfer", False, (Cite("行政处罚法 第二十七条", "/p"),), REFUSALS[:2]),
            ActionCard(
                "penalty.ask_hearing", "登记听证申请", "/do/ask", False, (Cite("行政处罚法 第六十三条", "/p"),), ASKED, done=ASKED_ON
            ),
        ),
        log=log(),
        log_words="42 条 · 已存证",
        log_more_url="?before=38",
        deadlines=(
            deadline("作出决定（90日）", "剩 8 日", "soon", date(2026, 12, 1)),
            deadline("中断说明", "逾期 2 个工作日", "late"),
            DeadlineView("法制审核", "送审后 5 个工作日"),
            DeadlineView("公示", "决定后 7 个工作日"),
        ),
        people=(
            PersonLine("李雪梅", "承办", "执法证 50020210036"),
            PersonLine("陈志强", "承办", "执法证 12月20日到期", tone="soon"),
            PersonLine("赵明远", "听证主持"),
        ),
        parties=(PersonLine("刘某成", "公民", "以往 0 件；公示时显示为“刘某某”", "/parties/1"),),
        documents=documents(),
        documents_print_url="/print",
        files=(FileLine("违建东侧.jpg", "/f/9", "2.1 MB", "/thumb.png"), FileLine("土地使用证复印件.pdf", "/f/10", "640 KB")),
        notes=notes,
    )


def documents() -> tuple[DocumentLine, ...]:
    """Documents of the sample case, one of them voided."""
    return (
        DocumentLine("立案审批表", "/d/11", "綦石壕府立〔2026〕12号", pages=1),
        DocumentLine("现场检查（勘验）笔录", "/d/12", pages=3),
        DocumentLine("询问笔录", "/d/13", pages=4),
        DocumentLine("责令停止建设通知书", "/d/14", "綦石壕府责停字〔2026〕8号"),
        DocumentLine("行政处罚事先告知书", "/d/15", "綦石壕府罚告字〔2026〕8号", voided=True),
        DocumentLine("行政处罚事先告知书", "/d/16", "綦石壕府罚告字〔2026〕9号", date(2026, 9, 18), 2),
    )
