"""Example fillings from payment to the file: D36 to D48."""

from __future__ import annotations

from typing import Any

from .cast import CASE_NUMBER, CAUSE, CONTACT, FACTS, GOODS, HEAD, OFFICERS, OPINIONS, PAYMENT, REMEDY, SIGNED, TOWN

_DECISION = {"decision_number": "石壕府罚决字〔2026〕2号", "decided_on": "2026-04-10"}
_PENALTY_LAW = "《中华人民共和国行政处罚法》"
_INSTALMENTS = [{"amount_yuan": "1000.00", "until_on": "2026-05-28"}, {"amount_yuan": "1000.00", "until_on": "2026-06-28"}]
_POSTPONED = {**_DECISION, "fine_yuan": "2000.00", "form": "分期", "instalments": _INSTALMENTS}

CLOSING_EXAMPLES: dict[str, dict[str, Any]] = {
    "D36": {**HEAD, **_POSTPONED, "made_on": "2026-04-20", "reasons": "本人为低保户，一次缴清有困难，申请分两期缴纳。", "signatures": SIGNED},
    "D36b": {
        **HEAD, **_POSTPONED, "made_on": "2026-04-21", "applied_on": "2026-04-20", "reasons": "低保户，一次缴清有困难，提交低保证明。",
        "basis": [{"law": _PENALTY_LAW, "article": "第六十六条第二款"}], "opinions": OPINIONS[1:],
    },
    "D36c": {
        **HEAD, **_POSTPONED, "number": "石壕府缓缴字〔2026〕1号", "made_on": "2026-04-22", "applied_on": "2026-04-20", "granted": True,
        "reasons": "当事人确有经济困难，符合分期缴纳的条件", "basis": [{"law": _PENALTY_LAW, "article": "第六十六条第二款"}], "payment": PAYMENT,
    },
    "D37": {
        **HEAD, "decision_number": "石壕府当罚字〔2026〕11号", "decided_on": "2026-03-05", "ground": "依法给予一百元以下罚款", "fine_yuan": "100.00",
        "receipt_kind": "重庆市罚没财物专用票据", "receipt_number": "0031225", "collected_at": "2026-03-05T09:45", "collected_place": "石壕镇市场街8号",
        "hand_in_by_on": "2026-03-09", "handed_in_at": "2026-03-06T10:00", "handed_in_to": "财政办刘芳", "bank_by_on": "2026-03-10",
        "banked_at": "2026-03-09T11:20", "bank": "重庆农村商业银行石壕分理处", "bank_slip": "202603090017", "signatures": SIGNED,
    },
    "D38": {
        **HEAD, **_DECISION, "number": "石壕府加罚字〔2026〕1号", "made_on": "2026-05-12", "served_on": "2026-04-13", "fine_yuan": "2000.00",
        "due_on": "2026-04-28", "from_on": "2026-04-29", "rate_percent": 3, "cap_yuan": "2000.00",
        "basis": [{"law": _PENALTY_LAW, "article": "第七十二条第一款第一项"}], "payment": PAYMENT, "remedy": REMEDY,
    },
    "D39": {
        **HEAD, **_DECISION, "number": "石壕府催字〔2026〕1号", "made_on": "2026-06-15", "served_on": "2026-04-13",
        "obligations": ["缴纳罚款人民币2000元（大写：贰仟元整）", "缴纳加处罚款人民币1440元（大写：壹仟肆佰肆拾元整）"], "until_days": 10,
        "manner": "到代收机构缴款，并将缴款凭证交本机关", "fine_yuan": "2000.00", "surcharge_yuan": "1440.00", "payment": PAYMENT,
        "rights": "收到本催告书后，有权进行陈述和申辩；请在履行期限内向本机关提出，逾期未提出的，视为没有意见。",
        "consequences": "逾期仍不履行的，本机关将依法申请重庆市綦江区人民法院强制执行。",
        "basis": [{"law": "《中华人民共和国行政强制法》", "article": "第三十五条、第五十四条"}], **CONTACT,
    },
    "D43": {
        **HEAD, "number": "石壕府移字〔2026〕1号", "addressee": "重庆市綦江区市场监督管理局", "cause": "某豆制品作坊涉嫌无证生产食品", "party_names": "何秀英",
        "facts": "2026年3月5日检查中发现，何秀英在市场街8号后院加工豆制品对外批发，现场未见食品生产许可。",
        "reasons": "该行为不属于本机关执法事项，应由贵局管辖。", "basis": [{"law": _PENALTY_LAW, "article": "第二十二条、第二十三条"}],
        "attachments": [{"name": "案件来源登记表", "copies": "1份1页", "note": ""}, {"name": "现场检查笔录及照片", "copies": "1份5页", "note": "复印件"}], **CONTACT,
    },
    "D44": {**HEAD, **_DECISION, "number": "石壕府没清字〔2026〕1号", "goods": GOODS, "signatures": SIGNED},
    "D44b": {
        **HEAD, **_DECISION, "goods": GOODS, "disposal": "委托公开拍卖，价款上缴国库", "reasons": "没收物品具有使用价值，不属于应当销毁的物品。",
        "basis": [{"law": _PENALTY_LAW, "article": "第七十四条"}], "opinions": OPINIONS[1:],
    },
    "D44c": {
        **HEAD, **_DECISION, "disposed_at": "2026-06-20T09:00", "place": "石壕镇综合行政执法大队证物室", "goods": GOODS, "disposal": "公开拍卖",
        "course": "经委托拍卖公司公开拍卖，成交价860元，当日缴入国库，拍卖成交确认书和缴款凭证附卷。", "proceeds_yuan": "860.00", "signatures": SIGNED,
    },
    "D45": {
        **HEAD, "form": "中止调查", "filed_on": "2026-03-05", "summary": FACTS, "reasons": "当事人住院手术，暂时不能接受调查，有住院证明。",
        "basis": [{"law": "《石壕镇行政执法程序规定》", "article": "第二十条"}], "opinions": OPINIONS,
    },
    "D46": {
        **HEAD, **_DECISION, "made_on": "2026-06-30", "case_source": "群众举报", "filed_on": "2026-03-05", "facts": FACTS, "decision": "罚款2000元",
        "penalty_done": "罚款2000元分两期于2026年6月26日缴清。", "correction_done": "2026年3月21日复查，违法建筑已自行拆除。",
        "receipts": "非税收入票据0051201、0051322", "goods_done": "先行登记保存物品已退还", "ending": "处罚决定执行完毕", "opinions": OPINIONS,
    },
    "D47": {
        "organ": TOWN, "made_on": "2026-07-10", "fonds_number": "0112", "file_number": "2026-0003", "case_number": CASE_NUMBER, "cause": CAUSE,
        "party_names": "周长贵", "decision_number": "石壕府罚决字〔2026〕2号", "decision": "罚款2000元", "filed_on": "2026-03-05", "closed_on": "2026-06-30",
        "officers": OFFICERS, "archived_on": "2026-07-10", "retention": "30年", "volumes": 1, "pages": 68,
    },
    "D48": {
        "organ": TOWN, "made_on": "2026-07-10", "case_number": CASE_NUMBER, "file_number": "2026-0003",
        "rows": [
            {"number": "石壕府罚决字〔2026〕2号", "author": "石壕镇人民政府", "title": "行政处罚决定书", "on": "2026-04-10", "page": "1-4", "note": ""},
            {"number": "", "author": "石壕镇人民政府", "title": "送达回证", "on": "2026-04-13", "page": "5", "note": ""},
            {"number": "石壕府立字〔2026〕3号", "author": "石壕镇人民政府", "title": "立案审批表", "on": "2026-03-05", "page": "6-7", "note": ""},
            {"number": "", "author": "石壕镇人民政府", "title": "案件来源登记表", "on": "2026-03-04", "page": "8", "note": ""},
            {"number": "石壕府罚告字〔2026〕2号", "author": "石壕镇人民政府", "title": "行政处罚事先告知书", "on": "2026-03-25", "page": "9-12", "note": ""},
            {"number": "", "author": "周长贵", "title": "陈述申辩笔录", "on": "2026-03-26", "page": "13-14", "note": ""},
            {"number": "", "author": "石壕镇人民政府", "title": "现场检查笔录", "on": "2026-03-05", "page": "15-17", "note": "附录像"},
        ],
    },
    "D48b": {
        "organ": TOWN, "made_on": "2026-07-10", "case_number": CASE_NUMBER, "file_number": "2026-0003", "pages": 68, "items": 19,
        "situation": "本卷材料齐全，无缺页。音像资料3段，存于案件音像库，编号见目录备注。", "filer": "李雪梅", "filed_on": "2026-07-08", "checker": "吴静",
        "checked_on": "2026-07-10", "signatures": SIGNED,
    },
}  # fmt: skip
