"""The data of a decision as long as they are: what the typesetter is given when it is measured. Everybody in it is invented."""

from __future__ import annotations

from typing import Any

_OFFENCE = (
    "2026年3月1日至3月4日，刘测未经批准，在某镇集贸市场东侧通道擅自搭建钢架棚一处，东西长6.2米、南北宽3.5米、檐高2.8米，"
    "占地21.7平方米，用于堆放农具和摆摊，占用市场消防通道。"
)
DECISION: dict[str, Any] = {
    "organ": "某区某镇人民政府", "made_on": "2026-04-10", "case_number": "某镇府立字〔2026〕3号", "cause": "刘测擅自在市场修建临时建筑案",
    "party": {
        "kind": "citizen", "name": "刘测", "gender": "男", "birth_on": "1968-04-12", "id_number": "500399196804120037",
        "address": "某区某镇桃源路112号", "phone": "13900000112", "employer": "务农",
    },
    "officers": [{"name": "李测", "certificate": "500399001"}, {"name": "陈量", "certificate": "500399002"}],
    "check_url": "https://town.example/d/7KQ2M9XA", "number": "某镇府罚决字〔2026〕1号",
    "process": "本机关于2026年3月5日立案调查，3月25日送达《行政处罚事先告知书》。当事人3月26日提出陈述申辩，本机关已经复核并予以书面答复。",
    "facts": _OFFENCE,
    "evidence": [
        {"name": "现场检查笔录1份（3页）", "proves": "钢架棚的位置、尺寸和占道情况"}, {"name": "现场照片6张", "proves": "搭建现状"},
        {"name": "询问笔录1份（4页）", "proves": "搭建时间、目的和未经批准的事实"}, {"name": "证明1份", "proves": "该处未办理任何规划建设手续"},
    ],
    "violated": [{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条"}],
    "basis": [{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条", "text": "擅自修建临时建筑物的，由乡级人民政府责令限期拆除，并可处以罚款。"}],
    "discretion": "当事人系初次违法，占地不足30平方米，但占用消防通道，经责令后能配合部分拆除，属一般情节，按裁量基准一般档处罚。",
    "discretion_basis": "某镇行政处罚裁量基准第12项“一般”档：罚款1000元以上3000元以下",
    "penalties": [{"kind": "罚款", "content": "罚款", "amount_yuan": "2000.00"}], "correction": "不得再次占用市场通道搭建。",
    "performance": "当事人应当在本决定规定的期限内缴清罚款。确有经济困难的，可以申请延期或者分期缴纳。",
    "payment": {"days": 15, "bank": "某银行某镇分理处", "account_name": "某区财政局", "account": "0117010120010001234", "rate_percent": 3},
    "remedy": {"review_organ": "某区人民政府", "review_days": 60, "court": "某区人民法院", "suit_months": 6},
    "publication": "本决定将依法向社会公示，公示前隐去依法应当隐去的个人信息。",
}  # fmt: skip
