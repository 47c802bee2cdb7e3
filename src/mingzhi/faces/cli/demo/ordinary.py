"""Steps of ordinary cases: each method adds one thing that the case goes through, by whose duty it is, on its working day.

The words come from `cases.yaml`; what a form fills in by itself is left to it. Only invented people and places.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Self

from . import parties
from .filmed import Filmed
from .pen import PEN, signature
from .pictures import photo
from .telling import Data, Scene, Story

OFFICE = "石壕镇综合行政执法大队"
#: Minutes an act takes on the spot or at a desk.
INSPECTION, QUESTIONING, VISIT = 40, 35, 10


class Ordinary(Filmed):
    """An ordinary case from its proposal to its file."""

    def do(self, name: str, who: str, data: Callable[[Scene], Data] | Data, **when: Any) -> Self:
        return self.of("penalty", name, who, data, **when)

    def of(self, kind: str, name: str, who: str, data: Callable[[Scene], Data] | Data, **when: Any) -> Self:
        """An action of the case or of a matter about it."""
        self.add(f"{kind}.{name}", who, data, **when)
        return self

    # 立案
    def proposed(self, clue: Story | None = None) -> Self:
        words = self.words

        def data(scene: Scene) -> Data:
            return {
                **parties.party(words["party"], self.today),
                "clue": clue.matter.pk if clue else None,
                "power": words["power"],
                "cause": words["cause"],
                "source": words["source"],
                "place": words["place"],
                "acted_from_on": scene.workday(-words.get("acted_days", 9)),
                "acted_until_on": scene.workday(-1) if words.get("ended") else None,
                "discovered_on": scene.workday(-1),
                "facts": words["facts"],
                "officers": list(self.officers),
                "opinion": "涉嫌违反上述规定，建议立案调查。",
            }

        return self.do("propose", self.accounts[0], data, clock="09:20")

    def returned(self) -> Self:
        reasons = "违法地点没有写到门牌，请补充后再提请。"
        return self.do("return_filing", "luokaifu", {"reasons": reasons}, clock="10:40")

    def revised(self) -> Self:
        return self.do("revise", self.accounts[0], {"opinion": "已按意见补充，建议立案调查。"}, after=1, clock="09:30")

    def endorsed(self) -> Self:
        return self.do("endorse_filing", "luokaifu", {"opinion": "同意立案，呈分管领导审批。"}, clock="11:10")

    def filed(self, by: str = "zhouweimin") -> Self:
        return self.endorsed().do("approve_filing", by, {"opinion": "同意立案。"}, clock="15:00")

    def not_filed(self) -> Self:
        return self.endorsed().do("refuse_filing", "zhouweimin", {"reasons": self.words["refused"]}, clock="15:20")

    # 调查取证
    def inspected(self, after: int = 1) -> Self:
        def data(scene: Scene) -> Data:
            return {
                "officers": list(self.officers), "from_at": scene.from_at, "until_at": scene.until_at, "recorder": self.officers[1],
                "attire": "worn", "showed_card": True, "told_rights": True, "told_recording": True, "findings": self.words["findings"],
                "measures": "现场拍照，全程录像。", "party_opinion": "情况属实。", "person_in_charge": self.speaker,
                "party_signature": self.spoken(), "witness": "", **self.signed(),
            }  # fmt: skip

        def lasted(scene: Scene) -> tuple[datetime, datetime]:
            row = scene.case.penalty_inspections.latest("id")
            return row.from_at, row.until_at

        self.do("inspect", self.accounts[0], data, after=after, clock="09:00", minutes=INSPECTION)
        return self.filmed("inspection", lasted)

    def photographed(self, pictures: int = 2) -> Self:
        words = self.words

        def data(scene: Scene) -> Data:
            notes = [f"{words['place']}现场全貌", "违法状况近景", "细部"][:pictures]
            return {
                "officers": list(self.officers), "place": words["place"], "kind": "object", "name": "现场照片", "source": "现场拍摄",
                "holder": OFFICE, "maker": self.officers[1], "made_at": scene.from_at, "acted_at": scene.until_at,
                "method": "使用执法记录仪拍摄后导出", "copies": f"{pictures}张", "proves": words["facts"][:60],
                "photo_notes": "\n".join(notes), "holder_signature": PEN, **self.signed(),
            }  # fmt: skip

        def files(scene: Scene) -> Data:
            return {"photos": [photo(words["scene"], number, scene.from_at) for number in range(1, pictures + 1)]}

        return self.do("take_evidence", self.accounts[0], data, clock="10:30", minutes=VISIT, files=files)

    def questioned(self, after: int = 1) -> Self:
        def data(scene: Scene) -> Data:
            return {
                "officers": list(self.officers), "place": OFFICE, "from_at": scene.from_at, "until_at": scene.until_at,
                "recorder": self.officers[1], "person_name": self.speaker,
                "person_identifier": parties.speaker_number(self.words["party"], self.today),
                "person_address": parties.HOME + self.words["party"]["home"], "person_phone": f"1390000{self.words['party']['serial']:04}",
                "relation": "当事人", "showed_card": True, "told_rights": True,
                "answers": [
                    {"question": "我们是石壕镇综合行政执法大队的执法人员，请你如实回答。请讲一下有关情况。", "answer": self.words["answer"]},
                    {"question": "你对现场检查的情况有没有异议？", "answer": "没有异议。"},
                    {"question": "你愿意改正吗？", "answer": self.words.get("willing", "愿意，我尽快改。")},
                ],
                "asked_signature": self.spoken(), **self.signed(),
            }  # fmt: skip

        return self.do("question", self.accounts[0], data, after=after, clock="09:30", minutes=QUESTIONING)

    def address_confirmed(self, electronic: bool = False) -> Self:
        data = {"officers": list(self.officers), "receiver": self.speaker, "party_signature": self.spoken(), **self.signed()}
        if electronic:
            data |= {"electronic": True, "electronic_kind": "sms", "electronic_address": f"1390000{self.words['party']['serial']:04}"}
        return self.do("confirm_address", self.accounts[0], data, clock="10:40")

    def correction_asked(self, within: int = 10, after: int = 0) -> Self:
        def data(scene: Scene) -> Data:
            return {"content": "\n".join(self.words["correct"]), "by_on": scene.workday(within)}

        return self.do("ask_correction", self.accounts[0], data, after=after, clock="11:20")

    def corrected(self, within: int = 10, after: int = 0) -> Self:
        self.correction_asked(within, after)
        return self.do("order_correction", "luokaifu", {"opinion": "同意责令改正。"}, clock="14:40")

    def rechecked(self, done: bool = True, after: int = 10) -> Self:
        result = "已完成" if done else "没有动工"

        def data(scene: Scene) -> Data:
            rows = [{"item": line, "result": result, "done": done} for line in self.words["correct"]]
            return {
                "officers": list(self.officers), "acted_at": scene.from_at, "results": rows,
                "conclusion": "已按要求全部改正。" if done else "逾期没有改正。", "party_opinion": "无异议。",
                "party_signature": self.spoken(), **self.signed(),
            }  # fmt: skip

        return self.do("recheck", self.accounts[0], data, after=after, clock="14:30", minutes=VISIT)

    def investigated(self) -> Self:
        """Inspected, photographed, questioned, ordered to correct, the order served."""
        return self.inspected().photographed().questioned().corrected().served("D15", after=1)

    def penalties(self) -> list[Data]:
        words = self.words
        if "fine" in words:
            return [{"kind": "fine", "content": "罚款", "amount_yuan": str(words["fine"])}]
        return [{"kind": words.get("penalty", "other"), "content": words["otherwise"]}]

    def reported(self, after: int = 2, conclusion: str = "punish") -> Self:
        words = self.words
        rows = self.penalties() if conclusion == "punish" else []
        ticked = words.get("circumstances", []) if rows else []
        data = {
            "conclusion": conclusion,
            "proposed_penalties": rows,
            "proposal": "事实清楚，证据充分，建议给予行政处罚。" if rows else words["proposal"],
            "discretion": words.get("discretion", "当事人系初次违法，配合调查，危害后果较轻，属一般情节，没有从重情节。") if rows else "",
            "discretion_basis": "重庆市行政处罚裁量基准（一般情节）" if rows and not ticked else "",
            "circumstances": ticked,
            "deviation_because": words.get("deviates", "") if rows else "",
            "major_facts": words.get("major", []) if rows else [],
            **self.signed(),
        }
        return self.do("report", self.accounts[0], data, after=after, clock="10:00")

    # 告知、决定
    def agreed(self) -> Self:
        return self.do("agree_report", "luokaifu", {"opinion": "同意调查终结，进入事先告知。"}, clock="15:10")

    def told(self, *also: str, after: int = 1) -> Self:
        return self.do("notify", self.accounts[0], {}, after=after, clock="09:10").served("D23", *also, clock="10:10")

    def waived(self, after: int = 1) -> Self:
        return self.do(
            "waive_statement", self.accounts[0], {"made_by": self.speaker, "party_signature": signature(self.speaker)}, after=after
        )

    def heard(self, after: int = 2) -> Self:
        def data(scene: Scene) -> Data:
            return {
                "channel": "oral", "made_by": self.speaker, "from_at": scene.from_at, "until_at": scene.until_at, "place": OFFICE,
                "officers": list(self.officers), "recorder": self.officers[1], "content": self.words.get("plea", "家里困难，请求从轻处罚。"),
                "reasons": "村委会出具的证明一份。", "speaker_signature": signature(self.speaker), **self.signed(),
            }  # fmt: skip

        return self.do("hear_statement", self.accounts[0], data, after=after, clock="09:30", minutes=20)

    def answered(self, accepted: bool, after: int = 1) -> Self:
        point = {
            "point": self.words.get("plea", "家里困难，请求从轻处罚。"), "finding": "经复核，情况属实。" if accepted else "经复核，没有新的事实和证据。",
            "accepted": accepted, "reasons": "当事人已主动改正，可以从轻。" if accepted else "不影响违法事实的认定。",
        }  # fmt: skip
        conclusion = "予以采纳。" if accepted else "不予采纳，不因陈述申辩加重处罚。"
        return self.do("review_statement", self.accounts[0], {"points": [point], "conclusion": conclusion}, after=after, clock="10:20")

    def decision_asked(self, after: int = 1, fine: int | None = None) -> Self:
        data: Data = {"opinion": "建议按上述内容作出行政处罚决定。"}
        if fine is not None:
            data |= {"penalties": [{"kind": "fine", "content": "罚款", "amount_yuan": str(fine)}]}
            data |= {"lighter_reasons": "采纳当事人的申辩意见，予以从轻处罚。"}
        return self.do("propose_decision", self.accounts[0], data, after=after, clock="09:15")

    def deviation_approved(self) -> Self:
        return self.do("approve_deviation", "tangguohua", {"opinion": "情况属实，同意按此数额处罚。"}, after=1, clock="11:00")

    def decision_endorsed(self) -> Self:
        return self.do("endorse_decision", "luokaifu", {"opinion": "同意，呈分管领导审批。"}, clock="10:45")

    def decided(self, after: int = 0, by: str = "zhouweimin") -> Self:
        return self.do("decide", by, {"opinion": "同意处罚。"}, after=after, clock="15:30")

    def not_punished(self, ground: str, **facts: Any) -> Self:
        data = {
            "ground": ground, "reasons": self.words["proposal"], "education": "讲解有关规定，要求当事人引以为戒，不再发生。",
            "party_opinion": "接受教育，今后注意。", "party_signature": signature(self.speaker), **facts,
        }  # fmt: skip
        return self.do("not_punish", "zhouweimin", data, clock="16:00")

    # 送达
    def served(self, *codes: str, kind: str = "penalty", after: int = 0, clock: str = "10:00", **changes: Any) -> Self:
        """The latest paper of each code, handed over in one visit."""
        party = self.words["party"].get("kind", "citizen")

        def data(scene: Scene) -> Data:
            papers = [scene.matter.documents.filter(code=code).order_by("id").last().pk for code in codes]
            direct = {"receiver": self.speaker, "relation": "法定代表人" if party == "organisation" else "本人"}
            return {
                "documents": papers, "method": "direct", "acted_at": scene.until_at, "officers": list(self.officers), **direct,
                "receiver_signature": signature(self.speaker), **self.signed(), **changes,
            }  # fmt: skip

        return self.of(kind, "serve", self.accounts[0], data, after=after, clock=clock, minutes=VISIT)

    def not_reached(self, code: str, after: int = 1) -> Self:
        return self.served(
            code, after=after, failed=True, failed_because="上门时房门紧锁，邻居称当事人外出务工，电话无人接听。", receiver="", relation="",
            receiver_signature=None,
        )  # fmt: skip

    def announced(self, code: str, after: int = 2) -> Self:
        def data(scene: Scene) -> Data:
            paper = scene.matter.documents.filter(code=code).order_by("id").last()
            return {
                "document": paper.pk, "ground": "others_failed", "acted_at": scene.at, "summary": f"本机关作出的《{paper.title}》。",
                "tried": "直接送达时当事人不在，村委会证明其外出务工，邮寄被退回，无法以其他方式送达。",
            }  # fmt: skip

        return self.do("announce", self.accounts[0], data, after=after, clock="10:00")

    # 侧路
    def asked(self, exit_name: str, after: int = 1, **data: Any) -> Self:
        basis = {"basis_law": "《中华人民共和国行政处罚法》", "basis_article": "第五十四条"} if exit_name != "ask_transfer" else {}
        return self.do(exit_name, self.accounts[0], {"reasons": self.words["proposal"], **basis, **data}, after=after, clock="10:00")

    def granted(self, exit_name: str) -> Self:
        return self.do(exit_name, "zhouweimin", {"opinion": "同意。"}, clock="15:00")

    # 执行
    def paid(self, amount: int, after: int = 4, channel: str = "bank") -> Self:
        def data(scene: Scene) -> Data:
            paid_on = scene.workday(-1)
            return {
                "purpose": "fine", "channel": channel, "amount_yuan": str(amount), "paid_on": paid_on,
                "receipt_number": f"{paid_on:%y%m%d}{self.words['party']['serial']:04}{amount}",
            }  # fmt: skip

        return self.do("pay", "wangli", data, after=after, clock="09:40")

    def deferral_asked(self, amounts: tuple[int, ...], after: int = 2) -> Self:
        def data(scene: Scene) -> Data:
            rows = [{"due_on": scene.workday(22 * place), "amount_yuan": str(amount)} for place, amount in enumerate(amounts, start=1)]
            return {
                "applied_on": scene.workday(0), "reasons": "家庭经济困难，一次缴清确有困难，附村委会证明。", "instalments": rows,
                "opinion": "情况属实，建议同意分期缴纳。", "party_signature": signature(self.speaker),
            }  # fmt: skip

        return self.do("ask_deferral", self.accounts[0], data, after=after, clock="10:00")

    def deferral_granted(self, after: int = 1) -> Self:
        return self.do("decide_deferral", "zhouweimin", {"granted": "yes", "opinion": "同意分期缴纳。"}, after=after, clock="15:00")

    # 结案、立卷
    def closing_asked(self, after: int = 1, **data: Any) -> Self:
        return self.do("ask_closing", self.accounts[0], data, after=after, clock="09:30")

    def closing_endorsed(self) -> Self:
        return self.do("endorse_closing", "luokaifu", {"opinion": "同意结案。"}, clock="10:50")

    def closed(self, after: int = 1, **data: Any) -> Self:
        self.closing_asked(after, **data).closing_endorsed()
        return self.do("approve_closing", "zhouweimin", {"opinion": "同意结案。"}, clock="15:40")

    def file_made(self, after: int = 3) -> Self:
        return self.do("make_file", self.accounts[0], {}, after=after, clock="10:00")

    def archived(self, after: int = 2) -> Self:
        self.file_made()
        return self.do("check_file", "heping", {"checker_signature": signature("何平")}, after=after, clock="11:00")
