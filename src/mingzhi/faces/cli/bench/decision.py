"""The data of decisions as long as they are: what the typesetter is given when it is measured. Everybody in them is invented.

What differs between real decisions is another in each: who, where, when, how large, how many, how much. What an organ writes again and
again stays: the law, how to pay, where to object.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from mingzhi.law.identifiers import citizen_check

#: Their lengths have no common divisor, so that names come round only after all of them.
_FAMILY_NAMES = "张王李赵钱孙周吴郑陈林何郭马罗梁宋唐许韩冯邓曹"
_FIRST_LETTERS = "明华强丽军勇艳杰涛静敏磊洋芳娟伟超秀"
_SECOND_LETTERS = "兰霞平刚桂英梅云飞成波文辉建宁红玲东生"
#: Odd, so that no two numbers below 2**32 meet, and great, so that neighbours look nothing alike.
_SCATTER = 2654435761
_STREETS = ("桃源路", "新街", "河坝街", "石桥路", "集贸市场路", "文昌街", "老码头街")
_WORK = ("务农", "个体经营", "某镇建筑队", "某区运输公司", "某镇农机站")
_GOODS = ("农具", "建材", "水果", "废旧物资", "饲料", "桌椅", "粮食", "竹木", "五金", "杂物", "化肥")


def decision(number: int) -> dict[str, Any]:
    """The data of D30 for the decision of this number from 0; the same for the same number."""
    name = "".join(letters[number % len(letters)] for letters in (_FAMILY_NAMES, _FIRST_LETTERS, _SECOND_LETTERS))
    built_on = date(2026, 1, 5) + timedelta(number % 210)
    length, width, height = 4 + number % 61 / 10, 2 + number % 23 / 10, 2 + number % 17 / 10
    area = round(length * width, 1)
    photographs, asked_pages = 3 + number % 13, 2 + number % 7
    fine = 1000 + number % 20 * 100
    return {
        "organ": "某区某镇人民政府", "made_on": str(built_on + timedelta(40)), "number": f"某镇府罚决字〔2026〕{number + 1}号",
        "case_number": f"某镇府立字〔2026〕{number + 3}号", "cause": f"{name}擅自在市场修建临时建筑案", "party": _party(number, name),
        "officers": [{"name": "李测", "certificate": "500399001"}, {"name": "陈量", "certificate": "500399002"}],
        "check_url": check_url(number),
        "process": f"本机关于{_said(built_on + timedelta(4))}立案调查，{_said(built_on + timedelta(24))}送达《行政处罚事先告知书》。"
        f"当事人{_said(built_on + timedelta(25))}提出陈述申辩，本机关已经复核并予以书面答复。",
        "facts": f"{_said(built_on)}至{_said(built_on + timedelta(3))}，{name}未经批准，在某镇集贸市场东侧通道擅自搭建钢架棚一处，"
        f"东西长{length:.1f}米、南北宽{width:.1f}米、檐高{height:.1f}米，占地{area}平方米，用于堆放{_one_of(_GOODS, number)}和摆摊，占用市场消防通道。",
        "evidence": [
            {"name": f"现场检查笔录1份（{1 + number % 5}页）", "proves": "钢架棚的位置、尺寸和占道情况"},
            {"name": f"现场照片{photographs}张", "proves": "搭建现状"},
            {"name": f"询问笔录1份（{asked_pages}页）", "proves": "搭建时间、目的和未经批准的事实"},
            {"name": "证明1份", "proves": "该处未办理任何规划建设手续"},
        ],
        "violated": [{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条"}],
        "basis": [
            {"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条", "text": "擅自修建临时建筑物的，由乡级人民政府责令限期拆除，并可处以罚款。"}
        ],
        "discretion": f"当事人系初次违法，占地不足{int(area) + 1}平方米，但占用消防通道，经责令后能配合部分拆除，属一般情节，按裁量基准一般档处罚。",
        "discretion_basis": "某镇行政处罚裁量基准第12项“一般”档：罚款1000元以上3000元以下",
        "penalties": [{"kind": "罚款", "content": "罚款", "amount_yuan": f"{fine}.00"}], "correction": "不得再次占用市场通道搭建。",
        "performance": "当事人应当在本决定规定的期限内缴清罚款。确有经济困难的，可以申请延期或者分期缴纳。",
        "payment": {"days": 15, "bank": "某银行某镇分理处", "account_name": "某区财政局", "account": "0117010120010001234", "rate_percent": 3},
        "remedy": {"review_organ": "某区人民政府", "review_days": 60, "court": "某区人民法院", "suit_months": 6},
        "publication": "本决定将依法向社会公示，公示前隐去依法应当隐去的个人信息。",
    }  # fmt: skip


def check_url(number: int) -> str:
    """An address as long as that of a check page, another for each number."""
    return f"https://town.example/d/{number * _SCATTER % 2**32:08X}"


def _party(number: int, name: str) -> dict[str, str]:
    """A citizen of this name, born between 1951 and 2000; the area of the number belongs to no place."""
    born_on = date(1951, 2, 3) + timedelta(number * 37 % 18_000)
    body = f"500399{born_on:%Y%m%d}{number % 1000:03d}"
    return {
        "kind": "citizen", "name": name, "gender": "男" if number % 2 else "女", "birth_on": str(born_on), "id_number": body + citizen_check(body),
        "address": f"某区某镇{_one_of(_STREETS, number)}{1 + number % 229}号", "phone": f"139{number * 7919 % 10**8:08d}", "employer": _one_of(_WORK, number),
    }  # fmt: skip


def _one_of(words: tuple[str, ...], number: int) -> str:
    return words[number % len(words)]


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
