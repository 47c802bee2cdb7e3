"""Steps of matters about a case: legal review, hearing and discussion, seizure, execution, remedy, transfer to the police."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any, Self

from django.utils import timezone

from mingzhi.core.engine.days import local_day
from mingzhi.law.reviewing import Aspect

from .ordinary import VISIT, Ordinary
from .pen import signature
from .public_files import photograph_of, seen
from .telling import Data, Scene

REVIEWER, CHAIR, DEPUTY, MAYOR, CLERK = "zhaomingyuan", "yangfan", "zhouweimin", "tangguohua", "wangli"
#: Minutes of a hearing, of a discussion and of taking things away.
HEARING, DISCUSSION, TAKING = 90, 40, 40
_MORNING = time(9, 30)
#: A building is taken down when nobody can attack the decision any more: later than this.
_REMEDIES_OPEN = timedelta(days=240)


class Related(Ordinary):
    """An ordinary case with the matters about it."""

    # 法制审核
    def submitted(self, after: int = 1) -> Self:
        return self.of("review", "submit", self.accounts[0], {}, after=after, clock="14:10")

    def received(self, after: int = 1) -> Self:
        return self.of("review", "receive", REVIEWER, {}, after=after, clock="09:20")

    def sent_back(self, after: int = 1) -> Self:
        data = {"missing": ["evidence"], "reasons": "现场照片没有注明拍摄位置，请补充后再送审。"}
        return self.of("review", "return_incomplete", REVIEWER, data, after=after, clock="10:20")

    def examined(self, *aspects: Aspect, flawed: Aspect | None = None, after: int = 1) -> Self:
        """These aspects found fit, all of them if none is named; one may be flawed, on the first page of the report."""

        def data(scene: Scene) -> Data:
            found: Data = {f"{aspect}_verdict": "fit" for aspect in aspects or Aspect}
            if flawed is None:
                return found
            report = scene.case.documents.filter(code="D20").order_by("id").last()
            fault = {"verdict": "flawed", "grounds": "询问笔录的时间与报告所写不一致。", "paper": report.pk, "page": 1}
            return found | {f"{flawed}_{name}": value for name, value in fault.items()}

        return self.of("review", "examine", REVIEWER, data, after=after, clock="10:30")

    def questioned_by_reviewer(self) -> Self:
        question = {"question": "当事人搭建前是否向本镇申请过？请说明核实的情况。"}
        return self.of("review", "ask", REVIEWER, question, clock="10:50")

    def opined(self, opinion: str = "经审核，同意拟作出的决定。") -> Self:
        data = {"opinion": opinion, "reviewer_signature": signature("赵明远")}
        return self.of("review", "issue", REVIEWER, data, clock="15:20")

    def approved_by_review(self) -> Self:
        """Submitted, received, examined and agreed to."""
        return self.submitted().received().examined().opined()

    def submitted_again(self, after: int = 2) -> Self:
        def data(scene: Scene) -> Data:
            other = "询问笔录的时间已经由当事人核对更正。"
            return {"changes": "已更正调查终结报告与询问笔录不一致的时间，其余没有变化。", "other": other}

        return self.of("review", "resubmit", self.accounts[0], data, after=after, clock="09:40")

    # 听证、集体讨论
    def hearing_waived(self) -> Self:
        data = {"party_signature": signature(self.speaker)}
        return self.do("waive_hearing", self.accounts[0], data, clock="10:40")

    def hearing_asked(self, after: int = 2) -> Self:
        reasons = "认为处罚数额过高，要求听证。"
        return self.do("ask_hearing", self.accounts[0], {"channel": "written", "reasons": reasons}, after=after, clock="09:50")

    def hearing_arranged(self, ahead: int = 9) -> Self:
        """Set for the `ahead`th working day after; the summons is served at once."""

        def data(scene: Scene) -> Data:
            begins = timezone.make_aware(datetime.combine(scene.workday(ahead), _MORNING))
            return {"chair": "杨帆", "recorder": "王丽", "begins_at": begins, "place": "石壕镇人民政府二楼会议室"}

        return self.do("arrange_hearing", DEPUTY, data, clock="14:00").served("D26b", clock="15:00")

    def hearing_held(self, after: int = 9) -> Self:
        def data(scene: Scene) -> Data:
            return {
                "from_at": scene.from_at, "until_at": scene.until_at, "officers": list(self.officers),
                "attendants": [{"role": "法定代表人（负责人）", "name": self.speaker, "about": self.words["party"]["name"]}],
                "told_rights": True, "case_put": f"{self.words['facts']}建议按告知的内容处罚。",
                "evidence": [{"evidence": "现场检查（勘验）笔录", "proof": "违法行为的位置和范围", "view": "没有异议。"}],
                "party_statement": self.words["plea"], "debate": "双方就裁量发表了意见。", "last_words": "请求从轻处理，保证尽快改正。",
                "party_signature": signature(self.speaker), "chair_signature": signature("杨帆"), "recorder_signature": signature("王丽"),
                **self.signed(),
            }  # fmt: skip

        def lasted(scene: Scene) -> tuple[datetime, datetime]:
            row = scene.case.penalty_hearings.latest("id")
            return row.from_at, row.until_at

        self.do("hold_hearing", CHAIR, data, after=after, clock="09:30", minutes=HEARING)
        return self.filmed("hearing", lasted)

    def hearing_reported(self, after: int = 2) -> Self:
        data = {
            "facts": "违法事实清楚，当事人没有异议。", "evidence": "证据经过质证，予以采信。", "law": "适用法律正确，裁量适当。",
            "procedure": "立案、调查、告知程序合法。", "advice": "agree", "reasons": "当事人没有提出新的事实和证据。",
            "chair_signature": signature("杨帆"),
        }  # fmt: skip
        return self.do("report_hearing", CHAIR, data, after=after, clock="10:00")

    def discussed(self, after: int = 1) -> Self:
        said = {"周为民": "事实清楚，证据充分，同意处罚。", "唐国华": "同意，督促当事人按期改正。"}
        return self.do("discuss", CLERK, self._minutes(said), after=after, clock="14:30", minutes=DISCUSSION)

    def _minutes(self, said: dict[str, str], **concluded: Any) -> Callable[[Scene], Data]:
        """Two heads who agree, each in their own words."""

        def data(scene: Scene) -> Data:
            rows = [
                {"name": name, "title": title, "attendance": "present", "opinion": said[name], "position": "agree"}
                for name, title in (("周为民", "副镇长"), ("唐国华", "镇长"))
            ]
            return {
                "from_at": scene.from_at, "until_at": scene.until_at, "chair": "唐国华", "members": rows,
                "reasons": "事实清楚，程序合法，裁量适当，一致同意。", "chair_signature": signature("唐国华"),
                "recorder_signature": signature("王丽"), **concluded,
            }  # fmt: skip

        return data

    # 公示
    def collected(self, after: int = 0, *, picture: bool = False) -> Self:
        """A summary taken from the decision, masked and compared; `picture`: one of the place goes along with it."""
        self.of("publication", "collect", self.accounts[0], {}, after=after, clock="11:00")
        if picture:
            named = {"name": "现场照片"}
            self.of("publication", "attach", self.accounts[0], named, clock="11:05", files=photograph_of(self.words["scene"]))
        return self.of("publication", "confirm", self.accounts[0], {"compared": True}, clock="11:10")

    def publication_checked(self, *, picture: bool = False) -> Self:
        self.collected(picture=picture)
        if picture:
            self.of("publication", "look", REVIEWER, seen("publication"), clock="14:30")
        return self.of("publication", "check", REVIEWER, {"opinion": "已经隐去应当隐去的信息，同意公开。"}, clock="14:40")

    def published(self, *, picture: bool = False) -> Self:
        """On the day the decision was served: collected, checked and published by three people."""
        return self.publication_checked(picture=picture).of("publication", "publish", CLERK, {}, clock="16:40")

    def withholding_asked(self, ground: str, reasons: str, after: int = 0) -> Self:
        return self.of(
            "publication", "ask_withholding", self.accounts[0], {"ground": ground, "reasons": reasons}, after=after, clock="11:00"
        )

    def withheld(self, ground: str, reasons: str) -> Self:
        self.withholding_asked(ground, reasons)
        return self.of("publication", "approve_withholding", DEPUTY, {"opinion": "情况属实，同意不予公开。"}, clock="15:40")

    def publication_withdrawn(self, after: int = 1) -> Self:
        """With the reasons that the form writes."""
        return self.of("publication", "withdraw", CLERK, {}, after=after, clock="10:10")

    def publication_objected(self) -> Self:
        told = {"made_by": self.speaker, "content": "公示的面积与实际不符，请核实更正。"}
        return self.of("publication", "register_objection", CLERK, told, clock="16:20")

    def publication_found_wrong(self) -> Self:
        return self.of("publication", "find_error", CLERK, {"reasons": "公示的违法地点少写了一个字。"}, clock="16:20")

    # 查封、扣押
    def seized(self, after: int = 1) -> Self:
        words = self.words
        goods = [{"name": name, "quantity": "1", "unit": unit, "condition": "使用中"} for name, unit in words["goods"]]
        scope = {"only_related": True, "no_necessities": True, "not_held_elsewhere": True}

        def taken(scene: Scene) -> Data:
            return {
                "officers": list(self.officers), "recorder": self.officers[1], "from_at": scene.from_at, "until_at": scene.until_at,
                "showed_card": True, "told_rights": True, "heard": True, "statement": "知道了，希望早日退还。",
                "seals": f"封条第{words['party']['serial']:04}号", "custodian": "王丽", "findings": "当面清点后装车运至证物室。",
                "handed_over": True, "recording": f"执法记录仪ZF-05，{scene.from_at:%Y%m%d%H%M}", "party_signature": self.spoken(),
                **self.signed(),
            }  # fmt: skip

        asked = {
            "measure": "seize",
            "reasons": "多次劝离后返回继续占道经营，不扣押不足以制止。",
            "related": "是占道经营的工具。",
            "goods": goods,
        }
        self.of("seizure", "ask", self.accounts[0], {**asked, **scope}, after=after, clock="09:30")
        self.of("seizure", "approve", DEPUTY, {"opinion": "同意扣押。"}, clock="11:00")

        def lasted(scene: Scene) -> tuple[datetime, datetime]:
            row = scene.story.matters["seizure"]
            return row.from_at, row.until_at

        self.of("seizure", "seize", self.accounts[0], taken, clock="14:00", minutes=TAKING)
        return self.filmed("seizure", lasted)

    def custody_checked(self, after: int = 5) -> Self:
        data = {"event": "checked", "condition": "封条完好，物品无损坏"}
        return self.of("seizure", "keep_custody", self.accounts[0], lambda scene: {"acted_at": scene.at, **data}, after=after)

    def released(self, after: int = 6) -> Self:
        def delivered(scene: Scene) -> Data:
            return {
                "acted_at": scene.until_at, "officers": list(self.officers), "method": "direct", "receiver": self.speaker, "relation": "本人",
                "receiver_signature": signature(self.speaker), **self.signed(),
            }  # fmt: skip

        def back(scene: Scene) -> Data:
            return {
                "acted_at": scene.until_at, "officers": list(self.officers), "receiver": self.speaker,
                "party_signature": signature(self.speaker), **self.signed(),
            }  # fmt: skip

        data = {"ground": "other", "reasons": "当事人已经书面保证不再占道经营，证据已经固定。"}
        self.of("seizure", "release", DEPUTY, data, after=after, clock="10:00")
        self.of("seizure", "serve", self.accounts[0], delivered, clock="14:00", minutes=VISIT)
        return self.of("seizure", "hand_back", self.accounts[0], back, clock="14:40", minutes=VISIT)

    # 强制执行
    def execution_begun(self, way: str, after: int) -> Self:
        """The demand is made and served; `way` is court or demolish."""

        def begun(scene: Scene) -> Data:
            found: Data = {
                "checked_on": scene.workday(0),
                "checked": self.words["unperformed"],
                "opinion": "逾期没有履行，建议依法强制执行。",
            }
            if way == "court":
                return found
            return found | {"way": way, "covers": ["act"], "duties": self.words["otherwise"], "due_on": scene.workday(-2)}

        self.of("enforcement", "begin", self.accounts[0], begun, after=after, clock="09:20")
        self.of("enforcement", "demand", DEPUTY, {}, after=1, clock="10:20")
        return self.served("D39", kind="enforcement", after=1)

    def court_asked(self, after: int) -> Self:
        data = {"subject_matter": f"被申请人在{self.words['place']}有自建房一处，有固定收入。", "opinion": "同意申请法院强制执行。"}
        return self.of("enforcement", "apply_to_court", DEPUTY, data, after=after, clock="10:00")

    def court_took_it(self, after: int = 3) -> Self:
        def data(scene: Scene) -> Data:
            return {"accepted": "yes", "on": scene.workday(0), "docket": f"（{scene.at:%Y}）渝0110行审27号"}

        return self.of("enforcement", "record_acceptance", self.accounts[0], data, after=after, clock="15:00")

    def taking_down_announced(self) -> Self:
        """Proposed when the demand has run out, reviewed, decided, served, announced: the days of the notice run."""

        def proposed(scene: Scene) -> Data:
            begins = timezone.make_aware(datetime.combine(local_day(scene.at) + _REMEDIES_OPEN, _MORNING))
            return {"begins_at": begins, "opinion": "经催告仍不自行拆除，建议依法强制拆除。"}

        def notice(scene: Scene) -> Data:
            return {"posted_at": scene.at, "carrier": f"房屋外墙和{self.words['place'][:3]}村务公开栏", "remove_by_on": scene.workday(12)}

        self.of("enforcement", "propose", self.accounts[0], proposed, after=12, clock="09:40")
        self.approved_by_review()
        said = {"周为民": "催告期满仍不拆除，同意依法拆除。", "唐国华": "同意，做好现场安全保障。"}
        minutes = self._minutes(said, agreed=True)
        self.of("enforcement", "discuss", CLERK, minutes, after=1, clock="14:30", minutes=DISCUSSION)
        self.of("enforcement", "decide", DEPUTY, {"opinion": "同意强制拆除。"}, after=1, clock="10:00")
        self.served("D40", kind="enforcement", clock="14:30")
        return self.of("enforcement", "announce", self.accounts[0], notice, after=1, clock="15:30")

    # 复议
    def attacked(self, serial: int, claims: str, after: int = 5) -> Self:
        """A notice of the district that somebody asked for review."""

        def data(scene: Scene) -> Data:
            number = f"綦江府复〔{scene.at:%Y}〕{serial}号"
            return {
                "remedy_kind": "review", "file_number": number, "applied_on": scene.workday(-3), "received_on": scene.workday(0), "claims": claims,
            }  # fmt: skip

        return self.of("remedy", "receive", CLERK, data, after=after, clock="15:10")

    def answer_written(self, after: int = 2) -> Self:
        law = "立案、调查、告知、决定、送达程序合法，适用法律正确，裁量适当。"
        return self.of("remedy", "draft_answer", self.accounts[0], {"answer_law": law}, after=after, clock="10:00")

    def remedy_ended(self, result: str, words: str, after: int = 25) -> Self:
        """Answered, decided by the district, in force; `result` is upheld or revoked."""

        def decided(scene: Scene) -> Data:
            number = scene.matter.file_number.replace("复〔", "复决〔")
            return {"result": result, "result_number": number, "result_on": scene.workday(0), "result_words": words}

        self.answer_written()
        self.of("remedy", "answer", DEPUTY, {"opinion": "同意提交。"}, after=2, clock="15:30")
        self.of("remedy", "record_result", self.accounts[0], decided, after=after, clock="11:00")
        return self.of("remedy", "take_effect", self.accounts[0], {}, after=1, clock="09:30")

    def refunded(self, after: int = 3) -> Self:
        def data(scene: Scene) -> Data:
            return {"refunded_on": scene.workday(0), "receipt_number": f"TK{scene.at:%y%m%d}{self.words['party']['serial']:04}"}

        return self.do("refund", CLERK, data, after=after, clock="14:20")

    # 移送公安
    def handed_to_the_police(self) -> Self:
        words = self.words

        def handed(scene: Scene) -> Data:
            return {
                "police": "重庆市公安局綦江区分局", "handed_at": scene.at, "receiver": "值班民警", "receipt": "綦公受字第46号",
            }  # fmt: skip

        team = {"members": list(self.officers), "suspicion": words["suspicion"]}
        told = {
            "evidence": "现场检查（勘验）笔录\n询问笔录\n现场照片",
            "offence": words["offence"],
            "offence_basis": words["offence_basis"],
        }
        self.of("crime", "form_team", DEPUTY, team, after=1, clock="09:10")
        self.of("crime", "report", self.accounts[0], told, after=2, clock="10:10")
        self.of("crime", "approve", MAYOR, {"opinion": "同意移送。"}, clock="15:10")
        return self.of("crime", "hand_over", self.accounts[0], handed, clock="16:30")
