"""One realistic invented filling of every paper of a hearing: a fine of 8,000 yuan for a shed on the market."""

from __future__ import annotations

from typing import Any

from .cast import BASIS, CONTACT, FACTS, HEAD, SIGNED, VIOLATED, stroke

_STAFF = {"chair": "方中正", "members": "孙静", "recorder": "王丽"}
_WHEN = {"begins_at": "2026-04-09T09:30", "place": "石壕镇人民政府二楼会议室"}
_HELD = {
    "started_at": "2026-04-09T09:30", "ended_at": "2026-04-09T11:05", "place": "石壕镇人民政府二楼会议室", "openness": "公开举行", **_STAFF,
    "case_put": "当事人3月1日起在集贸市场东侧通道搭建彩钢棚，占用消防通道，3月5日责令拆除后没有拆除。有现场检查笔录、照片、询问笔录为证。"
    "依据《村庄和集镇规划建设管理条例》第四十条，建议罚款8000元。",
    "party_statement": "棚子是为了堆放农具，不知道要审批。4月1日已经拆除大半，剩余部分一周内拆完。家中有病人，请求从轻。",
}  # fmt: skip
_NOTICE = {"notice_number": "石壕府听告字〔2026〕1号", "notice_served_on": "2026-03-25"}
_AGENTS = [{"name": "何平", "about": "重庆市綦江区某法律服务所", "phone": "13900000119", "powers": "一般代理：代为陈述、申辩、举证、质证"}]


def _law(*articles: str) -> list[dict[str, str]]:
    return [{"law": "《中华人民共和国行政处罚法》", "article": article} for article in articles]


HEARING_EXAMPLES: dict[str, dict[str, Any]] = {
    "D24": {
        **HEAD, "number": "石壕府听告字〔2026〕1号", "facts": FACTS, "violated": VIOLATED, "basis": BASIS,
        "penalties": [{"kind": "罚款", "content": "罚款", "amount_yuan": "8000.00"}],
        "hearing_because": "拟对公民罚款8000元，达到较大数额5000元。",
        "hearing_basis": _law("第六十三条", "第六十四条第一项"), "application_workdays": 5, **CONTACT,
    },
    "D26": {
        **HEAD, **_NOTICE, "asked_by": "周长贵", "channel": "口头", "asked_on": "2026-03-27", "last_on": "2026-04-01",
        "reasons": "要求听证。棚子已经着手拆除，罚款数额过高。", "agents": _AGENTS, "registered_by": "王丽", "signatures": SIGNED,
    },
    "D26b": {
        **HEAD, "number": "石壕府听通字〔2026〕1号", "asked_on": "2026-03-27", **_WHEN, "openness": "公开举行", **_STAFF, "most_agents": 2,
        "basis": _law("第六十三条", "第六十四条第二项"), **CONTACT,
    },
    "D26c": {**HEAD, "number": "石壕府听公字〔2026〕1号", "party_name": "周长贵", **_WHEN, **_STAFF, "basis": _law("第六十四条第三项"), **CONTACT},
    "D26d": {
        **HEAD, "number": "石壕府听变字〔2026〕1号", "title": "行政处罚听证延期通知书", "form": "延期", "asked_on": "2026-03-27",
        "begins_at": "2026-04-09T09:30", "because": "不能按原定时间举行", "reasons": "当事人因住院治疗不能按时参加，已提交住院证明，申请延期。",
        "basis": _law("第六十四条第二项"), **CONTACT,
    },
    "D26e": {**HEAD, "agents": _AGENTS, "signatures": SIGNED},
    "D26f": {
        **HEAD, **_NOTICE, "declaration": "本人已经知悉拟作出的处罚内容及事实、理由、依据，知悉享有要求听证的权利，现自愿放弃听证。",
        "signatures": SIGNED,
    },
    "D27": {
        **HEAD, **_HELD,
        "attendants": [
            {"role": "当事人", "name": "周长贵", "about": "身份证500399196804120037"},
            {"role": "委托代理人", "name": "何平", "about": "重庆市綦江区某法律服务所"},
            {"role": "证人", "name": "王德明", "about": "石壕社区网格员"},
        ],
        "rights_told": "现在举行听证。经核对，参加人身份无误。当事人有权申请主持人、听证员、记录人回避，有权陈述、申辩、举证、质证和作最后陈述。是否申请回避？",
        "rights_answer": "听清楚了，不申请回避。",
        "evidence": [
            {"evidence": "现场检查笔录1份（3页）", "proof": "彩钢棚的位置、尺寸和占道情况", "view": "尺寸属实，没有异议"},
            {"evidence": "现场照片6张", "proof": "搭建现状", "view": "照片是拆除以前拍的，现在已经拆除大半"},
        ],
        "debate": "调查人员：没有拆完，消防通道仍不畅通。当事人：剩余部分不影响通行。", "last_words": "认识到错误，请求从轻处罚。",
        "signatures": {**SIGNED, "chair": stroke(4)},
    },
    "D27b": {
        **HEAD, **_HELD, "facts_found": "当事人未经批准搭建彩钢棚的事实清楚。听证前已经拆除大半，经主持人核实照片属实。",
        "evidence_found": "调查人员出示的证据来源合法、相互印证，当事人没有实质异议，予以采信。",
        "law_found": "适用《村庄和集镇规划建设管理条例》第四十条正确。当事人主动减轻危害后果，依据《中华人民共和国行政处罚法》第三十二条应当从轻。",
        "procedure_found": "立案、调查、告知、听证程序合法。", "advice": "建议从轻、减轻处罚：罚款5000.00元。",
        "reasons": "当事人主动拆除，危害后果已经减轻，原拟罚款数额偏高。", "signatures": {"chair": stroke(4)},
    },
}  # fmt: skip
