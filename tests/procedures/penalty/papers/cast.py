"""The invented people, organs and law of the example papers: a temporary shed in the market street of 石壕镇."""

from __future__ import annotations

from typing import Any

TOWN = "重庆市綦江区石壕镇人民政府"
CASE_NUMBER = "石壕府立字〔2026〕3号"
CAUSE = "周长贵擅自在市场修建临时建筑案"

PARTY: dict[str, Any] = {
    "kind": "citizen", "name": "周长贵", "gender": "男", "birth_on": "1968-04-12", "id_number": "500399196804120037",
    "address": "重庆市綦江区石壕镇桃源路112号", "phone": "13900000112", "employer": "务农",
}  # fmt: skip
SHOP: dict[str, Any] = {
    "kind": "trader", "name": "何秀英", "operator": "何秀英", "trade_name": "綦江区石壕镇秀英豆花店",
    "code": "9250039946138027X1", "id_number": "500399198509230048", "address": "重庆市綦江区石壕镇市场街8号", "phone": "13900000108",
}  # fmt: skip
COMPANY: dict[str, Any] = {
    "kind": "organisation", "name": "重庆万顺山货有限公司", "code": "91500399357862148X", "representative": "罗世全",
    "representative_title": "执行董事", "address": "重庆市綦江区石壕镇工业路21号", "phone": "13900000121",
}  # fmt: skip
OFFICERS = [{"name": "李雪梅", "certificate": "50010011021"}, {"name": "陈志强", "certificate": "50010011035"}]
VIOLATED = [{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条"}]
BASIS = [
    {
        "law": "《村庄和集镇规划建设管理条例》", "article": "第四十条",
        "text": "擅自在村庄、集镇规划区内的街道、广场、市场和车站等场所修建临时建筑物、构筑物和其他设施的，由乡级人民政府责令限期拆除，并可处以罚款。",
    }
]  # fmt: skip
PROCEDURE_BASIS = [{"law": "《中华人民共和国行政处罚法》", "article": "第五十四条"}]
FACTS = (
    "2026年3月1日至3月4日，周长贵未经批准，在石壕镇集贸市场东侧通道擅自搭建钢架彩钢棚一处，东西长6.2米、南北宽3.5米、檐高2.8米，"
    "占地21.7平方米，用于堆放农具和摆摊，占用市场消防通道。"
)
EVIDENCE = [
    {"name": "现场检查笔录1份（3页）", "proves": "彩钢棚的位置、尺寸和占道情况"},
    {"name": "现场照片6张", "proves": "搭建现状"},
    {"name": "周长贵询问笔录1份（4页）", "proves": "搭建时间、目的和未经批准的事实"},
    {"name": "石壕镇规划建设管理环保办公室证明1份", "proves": "该处未办理任何规划建设手续"},
    {"name": "周长贵居民身份证复印件1份", "proves": "当事人身份"},
]
PENALTIES = [{"kind": "罚款", "content": "罚款", "amount_yuan": "2000.00"}]
DISCRETION = "当事人系初次违法，占地不足30平方米，但占用消防通道，经责令后能配合部分拆除，属一般情节，按裁量基准一般档处罚。"
DISCRETION_BASIS = "石壕镇行政处罚裁量基准（2026年版）第12项“一般”档：罚款1000元以上3000元以下"
REMEDY = {
    "review_organ": "重庆市綦江区人民政府", "review_days": 60, "court": "重庆市綦江区人民法院", "suit_months": 6,
}  # fmt: skip
REMEDY_REVIEW_FIRST = {**REMEDY, "review_first": True, "suit_days": 15}
PAYMENT = {
    "days": 15, "bank": "重庆农村商业银行石壕分理处", "account_name": "重庆市綦江区财政局", "account": "0117010120010001234", "rate_percent": 3,
}  # fmt: skip
CONTACT = {"contact_name": "李雪梅", "contact_phone": "023-48000112", "contact_address": "重庆市綦江区石壕镇政府路1号综合行政执法大队"}
GOODS = [
    {"name": "手持电焊机", "spec": "ZX7-315", "quantity": "1", "unit": "台", "condition": "八成新", "note": "已贴封条"},
    {"name": "彩钢瓦", "spec": "900型 3.5米", "quantity": "12", "unit": "张", "condition": "全新", "note": ""},
]


def stroke(shift: int = 0) -> dict[str, Any]:
    """A signature as drawn on a screen."""
    return {
        "kind": "drawn", "w": 300, "h": 120, "on": "2026-03-05",
        "paths": [f"M{20 + shift} 30 C60 20 90 40 70 90", "M40 60 L110 55", f"M130 25 Q150 80 {120 + shift} 100", "M150 40 C190 30 230 60 200 95 S240 90 270 50"],
    }  # fmt: skip


SIGNED = {
    "party": stroke(), "officers": [stroke(8), stroke(-6)], "recorder": stroke(3), "witness": {"kind": "paper"}, "speaker": stroke(),
    "asked": stroke(), "holder": stroke(), "applicant": stroke(), "receiver": stroke(), "filer": stroke(5), "checker": stroke(9),
}  # fmt: skip
REFUSED = {"kind": "refused", "reason": "认为罚款过高", "witness": "石壕镇石壕社区网格员王德明"}


def opinion(label: str, text: str, name: str, on: str = "2026-03-05", certificate: str = "") -> dict[str, str]:
    """One signed opinion of an approval form."""
    return {"label": label, "text": text, "name": name, "on": on, "certificate": certificate}


OPINIONS = [
    {
        **opinion(
            "承办人意见", "经核查，有违法事实，属于本机关管辖，建议按程序办理。", "李雪梅、陈志强", certificate="50010011021、50010011035"
        )
    },
    opinion("承办机构负责人意见", "同意承办人意见，请分管领导审批。", "赵建国"),
    opinion("行政机关负责人意见", "同意。", "孙明远", "2026-03-06"),
]

HEAD: dict[str, Any] = {
    "organ": TOWN, "made_on": "2026-03-06", "case_number": CASE_NUMBER, "cause": CAUSE, "party": PARTY, "officers": OFFICERS,
    "check_url": "https://zf.example.gov.cn/d/7KQ2M9XA",
}  # fmt: skip
