"""One realistic invented filling of every paper of the catalogue, by code: what an action hands to the typesetter."""

from __future__ import annotations

from typing import Any

from .cast import (
    BASIS,
    CONTACT,
    DISCRETION,
    DISCRETION_BASIS,
    EVIDENCE,
    FACTS,
    GOODS,
    HEAD,
    OPINIONS,
    PARTY,
    PAYMENT,
    PENALTIES,
    PROCEDURE_BASIS,
    REFUSED,
    REMEDY,
    REMEDY_REVIEW_FIRST,
    SHOP,
    SIGNED,
    TOWN,
    VIOLATED,
    opinion,
)
from .examples_closing import CLOSING_EXAMPLES
from .examples_hearing import HEARING_EXAMPLES

_TALK = {"started_at": "2026-03-05T14:20", "ended_at": "2026-03-05T15:05", "place": "石壕镇集贸市场东侧通道", "recorder": "王小川"}
_DECISION = {"decision_number": "石壕府罚决字〔2026〕2号", "decided_on": "2026-04-10"}
_DISCRETION = {"discretion": DISCRETION, "discretion_basis": DISCRETION_BASIS}
_LAW = {"violated": VIOLATED, "basis": BASIS}
_RIGHTS = (
    "我们是石壕镇人民政府综合行政执法人员李雪梅、陈志强，现出示行政执法证件。依法进行检查，请予配合。"
    "您有权申请回避，有权进行陈述和申辩；执法人员少于两人或者不出示证件的，您有权拒绝检查。本次检查全程音像记录。"
)


def _number(word: str, n: int = 3) -> dict[str, str]:
    return {"number": f"石壕府{word}〔2026〕{n}号"}


_UP_TO_SERVICE: dict[str, dict[str, Any]] = {
    "D01": {
        "organ": TOWN, "made_on": "2026-03-04", "clue_number": "石壕线索〔2026〕17号", "source": "群众举报", "received_at": "2026-03-04T09:12",
        "informant": "另册保密登记（第17号）", "content": "集贸市场东侧通道有人搭建铁皮棚，占了消防通道，摩托车都过不去。", "place": "石壕镇集贸市场东侧",
        "attachments": "照片2张", "verification": "网格员王德明3月4日10时现场查看，情况属实。", "handling": "属本镇职权范围，建议立案。",
        "opinions": [opinion("承办机构负责人意见", "同意立案调查，由李雪梅、陈志强承办。", "赵建国", "2026-03-04")],
    },
    "D02": {
        **HEAD, **_number("立字"), "case_source": "群众举报", "found_at": "2026-03-04T09:12", "summary": f"{FACTS}\n上述行为涉嫌违法，符合立案条件。",
        "violated": VIOLATED, "opinions": OPINIONS,
    },
    "D03": {
        **HEAD, **_number("不立字", 1), "case_source": "巡查发现", "summary": "经核查，该棚系市场管理方统一设置，有批准手续。",
        "reasons": "没有违法事实，不符合立案条件。", "basis": PROCEDURE_BASIS, "opinions": OPINIONS,
    },
    "D03b": {
        **HEAD, **_number("撤立字", 1), "filed_on": "2026-03-05", "summary": "立案后查明搭建人另有其人，周长贵仅代为看管。",
        "reasons": "当事人不是违法行为人，违法事实不能成立。", "basis": PROCEDURE_BASIS, "opinions": OPINIONS,
    },
    "D04": {
        **HEAD, "applicant": "周长贵", "applicant_role": "当事人", "challenged": "陈志强", "challenged_role": "综合行政执法大队执法人员",
        "reasons": "陈志强的妻子在市场内经营同类摊位，与本案有直接利害关系，可能影响公正处理。", "signatures": SIGNED,
    },
    "D04b": {
        **HEAD, **_number("避决字", 1), "applicant": "周长贵", "applied_on": "2026-03-06", "challenged": "陈志强",
        "reasons": "被申请人的配偶在该市场经营同类摊位", "granted": False, "decision_reasons": "经查，陈志强的配偶在外镇工作，未在该市场经营，与本案没有利害关系。",
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第四十三条"}], "decided_by": "镇长孙明远",
    },
    "D04c": {
        **HEAD, "former_officers": "陈志强", "reasons": "原承办人员陈志强调离岗位，需变更承办人员。", "opinions": [OPINIONS[1]],
    },
    "D05": {
        **HEAD, **_TALK, "form": "检查", "person_in_charge": "周长贵", "witness": "王德明",
        "attire": "已按规定着装、佩戴执法标识", "rights_told": _RIGHTS,
        "rights_answer": "看清楚了证件，听明白了，不申请回避，同意检查。",
        "situation": "现场位于石壕镇集贸市场东侧通道。通道宽4.0米，东侧搭有钢架彩钢棚一处，经用钢卷尺测量：东西长6.2米，南北宽3.5米，檐高2.8米，占地21.7平方米。"
        "棚内堆放锄头、背篼等农具和塑料桶，棚前摆放木板摊位一个。棚体占用后通道剩余宽度0.5米，人员勉强可以通行，车辆不能通行。\n"
        "棚体为螺栓连接，未见地基。现场未发现施工人员，未见规划建设批准文件。",
        "measures": "拍摄照片6张，录像1段，绘制现场示意图1张。", "party_opinion": "以上情况属实，没有意见。", "signatures": SIGNED,
    },
    "D06": {
        **HEAD, **_number("询字"), "addressee": "周长贵", "appear_at": "2026-03-09T09:30", "place": "石壕镇人民政府综合行政执法大队询问室",
        "materials": ["本人居民身份证原件及复印件", "搭建材料购买凭证", "与本案有关的其他材料"],
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十五条"}], **CONTACT,
    },
    "D07": {
        **HEAD, **_TALK, "times": 1, "place": "石壕镇人民政府综合行政执法大队询问室",
        "asked": {
            "name": "周长贵", "gender": "男", "birth_on": "1968-04-12", "id_number": "500399196804120037", "address": PARTY["address"],
            "phone": "13900000112", "employer": "务农", "title": "无", "relation": "当事人",
        },
        "card_shown": "我们是石壕镇人民政府综合行政执法人员李雪梅、陈志强，这是我们的执法证件，请您过目。", "card_answer": "我看清楚了。",
        "rights_told": "您应当如实回答询问；您有权申请回避，有权陈述、申辩，有权核对笔录并要求补充更正。您听清楚了吗？是否申请回避？",
        "rights_answer": "听清楚了，不申请回避。",
        "questions": [
            {"question": "请讲一下您在集贸市场东侧搭棚的情况。", "answer": "今年3月1日开始搭的，3月4日搭好，是我自己出钱请的两个工人。"},
            {"question": "搭棚之前向哪个部门申请过？", "answer": "没有申请，我以为在自己摊位边上搭个棚不要紧。"},
            {"question": "棚的材料和花费是多少？", "answer": "钢架和彩钢瓦一共花了三千四百元，工钱六百元，有收据。"},
            {"question": "您对占用消防通道怎么看？", "answer": "是我不对，我愿意拆，请给几天时间。"},
        ],
        "confirmation": "以上笔录我看过，和我说的一样。", "signatures": SIGNED,
    },
    "D08": {
        **HEAD, "evidence_name": "现场录像 20260305-142000.mp4", "evidence_kind": "视听资料", "source": "执法记录仪 SH-03", "proves": "彩钢棚的现状和占道情况",
        "taken_at": "2026-03-05T14:20", "place": _TALK["place"], "method": "执法记录仪拍摄，原始文件直接导出，未经剪辑", "copies": "1段，18分22秒",
        "holder": "石壕镇综合行政执法大队", "maker": "王小川", "true_copy": "本件与原件核对无异。",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sm3": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", "signatures": SIGNED,
    },
    "D08b": {
        **HEAD, "taken_at": "2026-03-05T14:31", "place": _TALK["place"], "maker": "王小川", "method": "执法记录仪拍照，原图打印，未经修改",
        "proves": "彩钢棚的位置、结构和占用通道的情况",
        "photos": [
            {"name": "照片一", "about": "由南向北拍摄，彩钢棚全貌", "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
            {"name": "照片二", "about": "由东向西拍摄，通道剩余宽度0.5米", "sha256": ""},
        ],
        "signatures": SIGNED,
    },
    "D09": {
        **HEAD, **_number("调证字"), "addressee": "石壕镇集贸市场管理站", "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十五条"}],
        "items": [{"name": "市场平面图", "quantity": "1份", "note": "加盖公章"}, {"name": "东侧通道摊位登记表", "quantity": "1份", "note": ""}],
        "until_on": "2026-03-12", "place": "石壕镇综合行政执法大队", **CONTACT,
    },
    "D10": {
        **HEAD, "reasons": "现场彩钢瓦防火性能需检测，物品较多且同一，宜抽样取证。", "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}],
        "objects": "棚顶彩钢瓦", "method": "随机抽样，抽取2张", "opinions": OPINIONS[:2],
    },
    "D10b": {
        **HEAD, **_number("抽字", 1), "taken_at": "2026-03-05T14:50", "place": _TALK["place"],
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}], "method": "从12张中随机抽取2张", "sealing": "用封条封存，封条编号0021、0022",
        "samples": [{"name": "彩钢瓦", "spec": "900型", "batch": "20260112", "quantity": "2张", "base": "12张", "note": "一份留存"}], "signatures": SIGNED,
    },
    "D10c": {
        **HEAD, **_number("抽处字", 1), "voucher_number": "石壕府抽字〔2026〕1号", "taken_on": "2026-03-05",
        "disposals": [{"name": "彩钢瓦", "quantity": "1张", "disposal": "检测耗用"}, {"name": "彩钢瓦", "quantity": "1张", "disposal": "退还当事人"}],
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}],
    },
    "D11": {
        **HEAD, "ground": "可能灭失", "reasons": "当事人表示次日将变卖施工工具和剩余材料，证据可能灭失。",
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}], "goods": GOODS, "kept_place": "石壕镇综合行政执法大队证物室",
        "kept_manner": "异地保存，封条封存", "opinions": OPINIONS[1:], "approved_at": "2026-03-05T14:45",
    },
    "D12": {
        **HEAD, **_number("登保字", 1), "ground": "可能灭失", "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}], "goods": GOODS,
        "kept_place": "石壕镇综合行政执法大队证物室", "kept_manner": "异地保存，封条封存", "from_on": "2026-03-05", "until_on": "2026-03-16", "workdays": 7,
        "remedy": REMEDY, "signatures": {**SIGNED, "party": REFUSED},
    },
    "D13": {
        **HEAD, **_number("登处字", 1), "notice_number": "石壕府登保字〔2026〕1号", "noticed_on": "2026-03-05",
        "disposals": [{"name": "手持电焊机", "quantity": "1台", "disposal": "拍照复制后解除保存，退还当事人"}, {"name": "彩钢瓦", "quantity": "12张", "disposal": "抽样送检"}],
        "reasons": "证据已经固定，不需要继续保存。", "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第五十六条"}], "remedy": REMEDY,
    },
    "D14": {
        **HEAD, **_number("鉴委字", 1), "institution": "重庆建筑材料检测中心有限公司", "qualification": "检验检测机构资质认定证书 220099000112",
        "objects": [{"name": "彩钢瓦", "spec": "900型", "quantity": "1张"}], "questions": ["彩钢瓦燃烧性能等级", "是否符合人员密集场所使用要求"],
        "until_on": "2026-03-25", "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第四十六条"}], **CONTACT,
    },
    "D14b": {
        **HEAD, **_number("鉴告字", 1), "institution": "重庆建筑材料检测中心有限公司", "qualification": "检验检测机构资质认定证书 220099000112",
        "question": "彩钢瓦燃烧性能等级", "report_number": "渝建检〔2026〕0331号", "result": "送检彩钢瓦燃烧性能等级为B2级。", "object_until_on": "2026-04-02", **CONTACT,
    },
    "D15": {
        **HEAD, **_number("责改字"), "facts": FACTS, "evidence": EVIDENCE[:3], **_LAW, "corrections": ["自行拆除钢架彩钢棚", "清运材料，恢复通道原状"],
        "until_on": "2026-03-20", "consequences": "逾期不改正的，本机关将依法作出行政处罚决定。", "remedy": REMEDY, **CONTACT,
    },
    "D15b": {
        **HEAD, **_number("责停字", 1), "facts": FACTS, "evidence": EVIDENCE[:2], **_LAW, "stops": ["立即停止搭建钢架彩钢棚"],
        "consequences": "拒不停止的，本机关将依法从重处理。", "remedy": REMEDY, **CONTACT,
    },
    "D16": {
        **HEAD, "order_number": "石壕府责改字〔2026〕3号", "checked_at": "2026-03-21T10:10", "place": _TALK["place"],
        "results": [
            {"item": "自行拆除钢架彩钢棚", "result": "棚体已全部拆除", "done": True},
            {"item": "清运材料，恢复通道原状", "result": "尚余钢管4根未清运，当场清走", "done": True},
        ],
        "conclusion": "已按要求完成改正。", "party_opinion": "没有意见。", "signatures": SIGNED,
    },
    "D20": {
        **HEAD, "case_source": "群众举报", "filed_on": "2026-03-05",
        "course": "2026年3月5日立案，当日进行现场检查并先行登记保存证据；3月9日询问当事人；3月12日调取市场平面图；3月21日复查改正情况。",
        "facts": FACTS, "evidence": EVIDENCE, **_LAW, **_DISCRETION, "measures": "先行登记保存的物品已于3月12日解除保存并退还。",
        "correction": "3月6日责令改正，3月21日复查已改正。", "proposal": "建议对周长贵处罚款2000元。", "signatures": SIGNED,
    },
    "D23": {
        **HEAD, **_number("罚告字", 2), "facts": FACTS, "evidence": EVIDENCE, **_LAW, "reasons": "当事人未经批准搭建临时建筑，占用消防通道，违法事实清楚。",
        "penalties": PENALTIES, **_DISCRETION, "statement_workdays": 5, **CONTACT,
    },
    "D25": {
        **HEAD, **_TALK, "speaker": "周长贵", "notice_number": "石壕府罚告字〔2026〕2号", "statement": "我已经把棚拆了，家里困难，请求少罚一点。",
        "reasons": "棚已拆除，有复查记录为证；提交低保证明复印件1份。", "signatures": SIGNED,
    },
    "D25b": {
        **HEAD, "statement": "已自行拆除，家庭困难，请求从轻处罚。", "received_on": "2026-03-26",
        "review": [
            {"point": "已自行拆除", "finding": "经复查属实", "accepted": True, "reasons": "主动消除违法后果，裁量时已经考虑。"},
            {"point": "家庭困难", "finding": "低保证明属实", "accepted": False, "reasons": "不属于法定从轻或者减轻情节，可以申请分期缴纳。"},
        ],
        "conclusion": "维持告知的处罚幅度，不因陈述申辩加重。", "opinions": OPINIONS[:2],
    },
    "D25c": {
        **HEAD, "notice_number": "石壕府罚告字〔2026〕2号", "notice_served_on": "2026-03-25",
        "declaration": "本人已经知悉拟作出的处罚内容及事实、理由、依据，知悉享有陈述、申辩的权利，现自愿放弃陈述和申辩。", "signatures": SIGNED,
    },
    "D28": {
        **HEAD, "started_at": "2026-04-09T15:00", "ended_at": "2026-04-09T15:40", "place": "镇政府二楼会议室", "chair": "唐国华", "recorder": "王丽",
        "members": [
            {"name": "唐国华", "title": "镇长", "attendance": "出席", "opinion": "事实清楚，证据充分，同意罚款2000元", "position": "同意结论"},
            {"name": "周为民", "title": "分管领导", "attendance": "出席", "opinion": "同意，执行中做好解释", "position": "同意结论"},
            {"name": "石书记", "title": "党委书记", "attendance": "出席", "opinion": "当事人家庭困难，建议罚款1000元", "position": "不同意，保留意见"},
            {"name": "冉副镇长", "title": "副镇长", "attendance": "回避", "because": "与当事人有近亲属关系"},
        ],
        "attendants": [
            {"role": "承办人", "name": "李雪梅", "about": "汇报案情、证据和当事人意见"}, {"role": "法制审核人员", "name": "赵明远", "about": "法制审核意见为同意"},
        ],
        "case_put": FACTS, "votes": "出席3人，2人同意，1人保留不同意见。", "conclusion": "给予行政处罚：罚款2000元。",
        "reasons": "违法事实清楚，影响消防安全，罚款数额在裁量基准一般档之内；困难情况可以通过分期缴纳解决。", "signatures": SIGNED,
    },
    "D29": {
        **HEAD, "filed_on": "2026-03-05", "facts": FACTS, "evidence": EVIDENCE, **_LAW, **_DISCRETION,
        "notice_result": "3月25日送达事先告知书，当事人提出陈述申辩，已复核。", "hearing_result": "不属于应当告知听证的情形。", "review_result": "不属于重大执法决定。",
        "discussion_result": "不需要集体讨论。", "proposal": "对周长贵处罚款2000元。", "opinions": OPINIONS,
    },
    "D30": {
        **HEAD, **_number("罚决字", 2), "made_on": "2026-04-10",
        "process": "本机关于2026年3月5日立案调查，3月25日向当事人送达《行政处罚事先告知书》（石壕府罚告字〔2026〕2号）。当事人3月26日提出陈述申辩，"
        "本机关已经复核并予以书面答复。本案现已调查终结。",
        "facts": FACTS, "evidence": EVIDENCE, **_LAW, **_DISCRETION, "penalties": PENALTIES, "correction": "不得再次占用市场通道搭建。",
        "performance": "当事人应当在本决定规定的期限内缴清罚款。确有经济困难的，可以申请延期或者分期缴纳。", "payment": PAYMENT, "remedy": REMEDY,
        "publication": "本决定将依法向社会公示，公示前隐去依法应当隐去的个人信息。",
    },
    "D31": {
        **HEAD, **_number("当罚字", 12), "party": SHOP, "cause": "何秀英乱堆杂物拒不改正案", "punished_at": "2026-03-05T09:40", "place": "石壕镇市场街8号门前",
        "facts": "何秀英在市场街8号门前人行道堆放泔水桶4个、柴草约2立方米，影响通行，经石壕社区3月3日批评教育并责令改正后仍不改正。",
        "evidence": [{"name": "现场照片2张", "proves": "堆放现状"}, {"name": "社区责令改正记录1份", "proves": "拒不改正"}],
        "violated": [{"law": "《重庆市村镇规划建设管理条例》", "article": "第五十条第一项"}],
        "basis": [{"law": "《重庆市村镇规划建设管理条例》", "article": "第五十条第一项"}],
        "discretion": "初次被处罚，影响范围较小，属较轻情节。", "discretion_basis": "石壕镇行政处罚裁量基准（2026年版）第3项“较轻”档",
        "penalties": [{"kind": "罚款", "content": "罚款", "amount_yuan": "200.00"}],
        "told": "已当场告知拟作出的处罚内容及事实、理由、依据和陈述申辩的权利，当事人表示没有意见。", "correction": "立即清除堆放物", "paid": "银行缴纳",
        "payment": PAYMENT, "remedy": REMEDY_REVIEW_FIRST, "signatures": SIGNED,
    },
    "D32": {
        **HEAD, **_number("不罚字", 1), "facts": FACTS, "evidence": EVIDENCE, "violated": VIOLATED, "reasons": "当事人初次违法，及时拆除，危害后果轻微。",
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第三十三条第一款"}],
        "education": "已当面讲解市场消防通道管理规定，当事人表示今后不再占用。", "correction": "不得再次占用市场通道搭建。", "remedy": REMEDY,
    },
    "D32b": {
        **HEAD, "educated_at": "2026-04-10T15:00", "place": "石壕镇综合行政执法大队", "facts": FACTS,
        "basis": [{"law": "《中华人民共和国行政处罚法》", "article": "第三十三条第三款"}],
        "education": "占用消防通道一旦起火会妨碍救援；今后搭建任何设施应当先向镇规划建设部门申请。", "party_opinion": "我明白了，今后一定先申请。", "signatures": SIGNED,
    },
    "D33": {
        **HEAD, "recipient": "周长贵", "address": PARTY["address"],
        "papers": [{"title": "行政处罚决定书", "number": "石壕府罚决字〔2026〕2号", "copies": "1"}, {"title": "缴款通知单", "number": "", "copies": "1"}],
        "manner": "留置送达", "place": PARTY["address"], "served_at": "2026-04-13T10:25", "refusal": "受送达人认为罚款过高，拒绝签收，文书留置其住所。",
        "witness": "王德明（石壕社区网格员）", "proof": "录像 20260413-1025.mp4", "note": "", "signatures": {**SIGNED, "receiver": REFUSED},
    },
    "D34": {
        **HEAD, "told": "为便于及时收到文书，请如实提供送达地址。地址不准确、变更后不及时告知或者拒收，致使文书不能送达的，文书退回之日视为送达之日。",
        "post_address": PARTY["address"], "post_recipient": "周长贵", "post_phone": "13900000112", "electronic": True, "sms": "13900000112",
        "email": "", "platform": "渝快办", "change_told": "送达地址变更的，应当在变更后及时书面告知本机关。", "signatures": SIGNED,
    },
    "D35": {
        **HEAD, **_number("送公字", 1), "recipient": "周长贵", "paper_title": "行政处罚决定书", "paper_number": "石壕府罚决字〔2026〕2号",
        "summary": "对周长贵擅自在市场修建临时建筑的行为处罚款2000元。", "reasons": "本机关于4月13日、4月16日两次上门未见受送达人，电话无法接通，邮寄被退回，采用其他方式无法送达。",
        "days": 30, "media": "石壕镇人民政府公告栏和綦江区人民政府网站", "rights": "受送达人可到本机关领取文书；对决定不服的，可以自公告期满视为送达之日起依法申请行政复议或者提起行政诉讼。",
        "basis": [{"law": "《中华人民共和国民事诉讼法》", "article": "第九十五条"}], **CONTACT,
    },
}  # fmt: skip

EXAMPLES = _UP_TO_SERVICE | HEARING_EXAMPLES | CLOSING_EXAMPLES
