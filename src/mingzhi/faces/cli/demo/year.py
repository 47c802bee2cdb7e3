"""The demo year: how far each matter came. READ FIRST, beside the tables of words.

Every stage of both procedures and of the clue is here, matters of each kind about a case, and some deadlines over and some due today.
`small` leaves out what repeats.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from mingzhi.law.provisions import provision
from mingzhi.law.reviewing import Aspect

from .bulletins import bulletin_stories
from .calendar_days import Days
from .clues import clue_of, clue_stories
from .filmed import camera_stories, late_story
from .ordinary import VISIT
from .pen import signature
from .related import Related
from .sending import dispatch_stories
from .spots import spot_stories
from .telling import Data, Scene, Story
from .town import table
from .yearly import yearly_stories


def year(days: Days, small: bool, since: date) -> list[Story]:
    """Every story of the year, in no order; the cameras are there from `since` on."""
    names = {row["account"]: row["name"] for row in table("town.yaml")["people"]}

    def written(row: Data) -> Data:
        return {**row, "accounts": row["by"], "officers": [names[account] for account in row["by"]]}

    words = table("cases.yaml")
    rows = {name: written({"source": "巡查发现", **words["kinds"][row["kind"]], **row}) for name, row in words["cases"].items()}
    found: list[Story] = []
    for name, (ends, way, options) in _cases(days).items():
        if small and not options.get("small"):
            continue
        row = rows[name]
        story = Story(f"案件 {name}", [], ends=ends, begins_on=options.get("begins_on"))
        clue = clue_of(story, row) if options.get("clue") else None
        path = Related(row | ({"source": "群众举报"} if clue else {}), days.today)
        way(path.proposed(clue))
        story.steps = path.steps
        found += [story, *([clue] if clue else [])]
    spots = [written(row) for row in table("spots.yaml")["spots"]]
    carried = [*camera_stories(days.on(0, since)), late_story(names)]
    told = [*spot_stories(spots, days.today, small), *clue_stories(table("clues.yaml")["clues"], small), *dispatch_stories(small)]
    last_year = yearly_stories([written(row) for row in table("spots.yaml")["last_year"]], days)
    return [*carried, *bulletin_stories(), *found, *told, *last_year]


Way = Callable[[Related], Any]


def _cases(days: Days) -> dict[str, tuple[int, Way, Data]]:
    """Name → working days since its last step, its way, and options."""
    limit = int(provision("penalty-law-60").number("within", days.today))
    kept = int(provision("penalty-law-56").number("within", days.today))
    due_today, overdue = (days.today - timedelta(days=limit + late) for late in (0, 12))
    before_the_move = days.today - timedelta(days=130)  # one of the two officers changed posts soon after
    small: Data = {"small": True}
    return {
        # 听证的案件排在最前：听证的时刻已经通知，执法人员那时不能在别处
        "shanchang": (1, lambda it: _heard_and_discussed(it).attacked(52, "处罚过重，请求变更。", after=6).answer_written().publication_objected(), small),
        # 立案审批
        "jianglao": (1, lambda it: it, small | {"clue": True}),
        "hekuan": (1, lambda it: it.endorsed(), small),
        "zhengsi": (1, lambda it: it.returned(), small),
        "wuyou": (60, lambda it: it.not_filed(), small),
        # 调查取证
        "tangsu": (1, lambda it: it.filed().inspected(), small | {"clue": True}),
        "lumu": (1, lambda it: it.filed().inspected().photographed().questioned(), {}),
        "nongmo": (1, lambda it: it.returned().revised().filed().inspected().photographed().questioned().correction_asked(), {}),
        "wangren": (10, lambda it: it.filed().investigated(), {}),
        "zhaoxiao": (kept, lambda it: _preserved(it.filed().inspected()), small),
        "chenbo": (0, lambda it: _appraising(it.filed().investigated()), small | {"begins_on": overdue}),
        "liuke": (0, lambda it: it.filed().investigated().rechecked(done=False), small | {"begins_on": due_today}),
        # 调查终结、告知、决定
        "dujuan": (1, lambda it: it.filed().investigated().rechecked(False).reported().looked_into(), small | {"clue": True}),
        "yucheng": (1, lambda it: _to_report(it).agreed().told(), small),
        "yangjia": (1, lambda it: _to_report(it).agreed().told().heard(), {}),
        "liang": (1, lambda it: _to_report(it).agreed().told().heard().answered(False), {}),
        "miao": (8, lambda it: _to_report(it).agreed().told(), {}),
        "baishan": (1, lambda it: _to_decision(it).deviation_approved(), small),
        "shaonian": (1, lambda it: _to_decision(it).decision_endorsed(), {}),
        # 送达、执行
        "shigong": (1, lambda it: _to_decision(it).decision_endorsed().decided(), small),
        "ran": (8, lambda it: _announced(_to_decision(it)).publication_checked(), small),
        "xiang": (2, lambda it: _decided(it).deferral_asked((200, 200)).publication_found_wrong(), {}),
        "doufu": (3, lambda it: _decided(it).deferral_asked((200, 200, 100)).deferral_granted().paid(200, after=12), {"clue": True}),
        "huangche": (2, lambda it: _served(it).collected().paid(300), small),
        "qin": (2, lambda it: _surcharged(_decided(it)), {}),
        # 结案、立卷
        "hongda": (1, lambda it: _performed(it, 2000, 4000).closing_asked(), {}),
        "peng": (1, lambda it: _not_to_be_public(_heard_and_lightened(it)).closing_asked().closing_endorsed(), small | {"clue": True}),
        "fanjia": (70, lambda it: _upheld(_performed(it)).closed().archived(), {}),
        "tudi": (0, lambda it: _to_the_file(_reassigned(it.filed().inspected().photographed())), {"begins_on": before_the_move}),
        "tian": (45, lambda it: _served(it).published(picture=True).rechecked(after=3).closed().archived(), small | {"clue": True}),
        "shen": (35, lambda it: _not_punished(it).closed().archived(), small),
        # 侧路
        "xinke": (4, lambda it: _transferred(it, "重庆市綦江区安稳镇人民政府"), small),
        "xiongda": (30, lambda it: _with_receipt(_transferred(it, "重庆市綦江区水利局")).closed(), small),
        "lanfang": (12, lambda it: it.filed().inspected().asked("ask_suspension").granted("suspend"), small),
        "jianming": (70, lambda it: it.filed().inspected().asked("ask_withdrawal").granted("withdraw").closed().archived(), {}),
        "ganlin": (2, lambda it: it.filed().inspected().asked("ask_termination").granted("terminate").closed(), {}),
        # 法制审核、听证
        "guanhe": (3, lambda it: _half_examined(it), small),
        "tonglei": (1, lambda it: _to_report(it).agreed().told().waived().submitted().sent_back(), {}),
        "zuojun": (1, lambda it: _corrected(_to_report(it).agreed().told().waived()).submitted_again(), {}),
        "lubin": (2, lambda it: _to_decision(it).decision_endorsed().approved_by_review(), {}),
        "jimei": (2, lambda it: _to_report(it).agreed().told("D24").hearing_asked().hearing_arranged(), small),
        # 查封、扣押，强制执行，复议，移送公安
        "panshi": (11, lambda it: it.filed().inspected().photographed().seized().custody_checked(), small),
        "hanxue": (3, lambda it: it.filed().inspected().photographed().seized().custody_checked().released(), small),
        "gubao": (6, lambda it: _decided(it).execution_begun("court", after=20).court_asked(after=135).court_took_it(), small),
        "youfang": (2, lambda it: _withheld(it).execution_begun("demolish", after=20).taking_down_announced(), small),
        "xizhi": (5, lambda it: _revoked(_decided(it).paid(200)), small),
        "leifan": (2, lambda it: it.filed().inspected().photographed().questioned().handed_to_the_police(), small),
    }  # fmt: skip


def _to_report(it: Related) -> Related:
    return it.filed().investigated().reported()


def _to_decision(it: Related) -> Related:
    return _to_report(it).agreed().told().waived().decision_asked()


def _served(it: Related) -> Related:
    return _to_decision(it).decision_endorsed().decided().served("D30", after=1)


def _decided(it: Related) -> Related:
    """Decided, served and public."""
    return _served(it).published()


def _announced(it: Related) -> Related:
    return it.decision_endorsed().decided().not_reached("D30").announced("D30")


def _withheld(it: Related) -> Related:
    return _served(it).withheld("stability", "当事人家属情绪激动，拆除之前公开可能激化矛盾，危及社会稳定。")


def _not_to_be_public(it: Related) -> Related:
    return it.withholding_asked("privacy", "决定书的主要内容涉及当事人的病情，隐去后公开已无意义。", after=1)


def _heard_and_discussed(it: Related) -> Related:
    it = _to_report(it).agreed().told("D24").hearing_asked().hearing_arranged().hearing_held().hearing_reported()
    it = it.decision_asked().decision_endorsed().approved_by_review().discussed()
    return it.decided(by="tangguohua").served("D30", after=1).published()


def _half_examined(it: Related) -> Related:
    """Received four working days ago at the latest: the review is due soon."""
    it = _to_report(it).agreed().told("D24").waived().hearing_waived().submitted().received()
    return it.examined(Aspect.AUTHORITY, Aspect.OFFICERS, Aspect.PROCEDURE).questioned_by_reviewer()


def _corrected(it: Related) -> Related:
    return it.submitted().received().examined(flawed=Aspect.PAPERS).opined("询问笔录的时间核对更正后再送审。")


def _upheld(it: Related) -> Related:
    return it.attacked(17, "请求撤销处罚决定。").remedy_ended("upheld", "事实清楚，程序合法，维持处罚决定。")


def _revoked(it: Related) -> Related:
    it = it.attacked(41, "垃圾不是申请人倾倒，请求撤销。", after=8)
    return it.remedy_ended("revoked", "主要证据不足，撤销处罚决定，退还已缴罚款。").publication_withdrawn().refunded()


def _performed(it: Related, *amounts: int) -> Related:
    it = _decided(it)
    for amount in amounts:
        it.paid(amount)
    return it.rechecked(after=3)


def _heard_and_lightened(it: Related) -> Related:
    it = _to_report(it).agreed().told().heard().answered(True).decision_asked(fine=200).decision_endorsed().decided(by="tangguohua")
    return it.served("D30", after=1).paid(200).rechecked(after=2)


def _not_punished(it: Related) -> Related:
    it = it.filed().inspected().photographed().questioned().corrected(within=3).rechecked(after=3).reported(1, "not_punish")
    return it.not_punished("first", slight_harm=True, corrected=True, by_list=True, list_conditions=True).served("D32", after=1)


def _surcharged(it: Related) -> Related:
    it.do("surcharge", "zhouweimin", {"opinion": "逾期未缴纳罚款，同意加处罚款。"}, after=20)
    return it.do("demand", "zhouweimin", {}, after=2)


def _transferred(it: Related, to: str) -> Related:
    materials = [{"name": "案件材料复印件", "copies": "1套（12页）"}]
    it = it.filed().inspected().questioned()
    return it.asked("ask_transfer", addressee=to, materials=materials).granted("transfer")


def _with_receipt(it: Related) -> Related:
    def data(scene: Scene) -> Data:
        return {"received_on": scene.workday(-1), "received_by": "李收文", "receipt": "案件移送回执"}

    return it.do("record_receipt", it.accounts[0], data, after=4)


def _reassigned(it: Related) -> Related:
    """Two others take the case over; the steps before keep the names of those who did them."""
    names, accounts = ["黄永红", "吴敏"], ["huangyonghong", "wumin"]
    it.do("assign", "luokaifu", {"officers": names, "reasons": "原承办人黎晓峰已调任党政办公室，不再担任执法人员。"}, after=8)
    later = Related({**it.words, "officers": names, "accounts": accounts}, it.today)
    later.steps, later.day = it.steps, it.day
    return later


def _to_the_file(it: Related) -> Related:
    it = it.questioned().corrected().served("D15", after=1).reported().agreed().told().waived().decision_asked().decision_endorsed()
    return it.decided().served("D30", after=1).published().paid(it.words["fine"]).rechecked(after=2).closed().archived()


def _preserved(it: Related) -> Related:
    """Things kept as evidence; the day of keeping is the last step, so that the working days count from it."""

    def asked(scene: Scene) -> Data:
        goods = [{"name": "帐篷", "spec": "3米×3米", "quantity": "1", "unit": "顶", "condition": "较新"}]
        return {"ground": "以后难以取得", "reason": "当事人可能转移。", "goods": goods, "method": "异地保存"}

    def kept(scene: Scene) -> Data:
        return {
            "officers": list(it.officers), "acted_at": scene.from_at, "party_signature": signature(it.speaker), **it.signed(),
        }  # fmt: skip

    it.do("ask_preservation", it.accounts[0], asked, clock="11:00")
    it.do("approve_preservation", "zhouweimin", {"opinion": "同意先行登记保存。"}, clock="14:00")
    return it.do("preserve", it.accounts[0], kept, clock="15:00", minutes=VISIT)


def _appraising(it: Related) -> Related:
    def data(scene: Scene) -> Data:
        sent = [{"name": "房屋结构现场资料", "spec": "图片和测量记录", "quantity": "1套"}]
        return {
            "institution": "重庆渝南建筑工程质量检测有限公司", "qualification": "检验检测机构资质认定（编号演示001）", "sent": sent,
            "question": "房屋主体结构安全等级\n裂缝成因", "due_on": scene.workday(30),
        }  # fmt: skip

    return it.do("commission_appraisal", it.accounts[0], data, after=2, clock="10:00")
