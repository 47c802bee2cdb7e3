"""The named cast of every test: the town, its people in every post, its powers, a party. All invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment, Authority, Certificate, Unit, User
from mingzhi.procedures.penalty.models import Power

SHANGHAI = ZoneInfo("Asia/Shanghai")

#: account → name, posts, holds a certificate
PEOPLE = {
    "lixuemei": ("李雪梅", (Post.OFFICER,), True),
    "chenzhiqiang": ("陈志强", (Post.OFFICER,), True),
    "wumin": ("吴敏", (Post.OFFICER,), True),
    "newcomer": ("钱新来", (Post.OFFICER,), False),
    "luokaifu": ("罗开富", (Post.CAPTAIN,), True),
    "zhaomingyuan": ("赵明远", (Post.REVIEWER,), False),
    "zhouweimin": ("周为民", (Post.DEPUTY,), False),
    "tangguohua": ("唐国华", (Post.MAYOR,), False),
    "wangli": ("王丽", (Post.CLERK,), False),
    "heping": ("何平", (Post.ARCHIVIST,), False),
    "fangzhongzheng": ("方中正", (Post.HEARING_CHAIR,), False),
    "sunjing": ("孙静", (Post.SUPERVISOR,), False),
    "sysadmin": ("系统管理员", (Post.SYSTEM_ADMIN,), False),
}

#: What else is known of somebody.
OF_PERSON: dict[str, dict[str, Any]] = {"zhaomingyuan": {"legal_qualification": "A20195003990021"}}


def at(text: str) -> datetime:
    """“2026-03-05 14:20” in the office's time; a day alone means nine in the morning."""
    return datetime.fromisoformat(text if " " in text or "T" in text else f"{text} 09:00").replace(tzinfo=SHANGHAI)


@dataclass
class Town:
    """A town with its people; `town["lixuemei"]` is a person."""

    authority: Authority
    people: dict[str, User] = field(default_factory=dict)
    powers: dict[str, Power] = field(default_factory=dict)

    def __getitem__(self, account: str) -> User:
        return self.people[account]


def make_town(code: str = "500110112", place: str = "石壕镇", word: str = "綦石壕府", prefix: str = "") -> Town:
    """A town under 綦江区 with everybody of PEOPLE in their posts since 2025, and its powers."""
    district, _ = Authority.objects.get_or_create(
        code="500110",
        defaults={"kind": "district", "region": "500110", "name": "重庆市綦江区人民政府", "place": "綦江区", "word": "綦江府"},
    )
    authority = Authority.objects.create(
        parent=district,
        kind="town",
        code=code,
        region=f"500110.{code[-3:]}",
        name=f"重庆市綦江区{place}人民政府",
        place=place,
        word=word,
        address=f"重庆市綦江区{place}",
        phone="023-48740007",
        credit_code="115003990000000197",
        review_organ="重庆市綦江区人民政府",
        court="重庆市綦江区人民法院",
        fine_bank="重庆农村商业银行綦江支行",
    )
    brigade = Unit.objects.create(authority=authority, name="综合行政执法大队", kind="own")
    town = Town(authority)
    for number, (account, (name, posts, certified)) in enumerate(PEOPLE.items(), start=1):
        person = User.objects.create_user(
            f"{prefix}{account}", None, name=name, authority=authority, unit=brigade, **OF_PERSON.get(account, {})
        )
        for post in posts:
            Appointment.objects.create(person=person, authority=authority, post=post, from_on=date(2025, 1, 1))
        if certified:
            Certificate.objects.create(
                holder=person, number=f"{code}{number:03}", issuer="重庆市司法局", scope="综合行政执法",
                valid_from=date(2025, 1, 1), valid_until=date(2029, 12, 31),
            )  # fmt: skip
        town.people[account] = person
    town.powers = make_powers(authority)
    return town


def make_powers(authority: Authority) -> dict[str, Power]:
    """An illegal-building power, a littering power with a fine, one whose fine has no upper limit, and a drill with a coercive measure."""
    building = Power.objects.create(
        authority=authority, code="法定-001", version="2025", name="未取得乡村建设规划许可证建设", kind="statutory",
        violated=[{"law": "《中华人民共和国城乡规划法》", "article": "第四十一条第一款"}],
        basis=[{"law": "《中华人民共和国城乡规划法》", "article": "第六十五条"}],
        penalty_kinds=["other"], sanction="责令停止建设、限期改正；逾期不改正的，可以拆除",
        enforcement=[{"kind": "demolish", "law": "《中华人民共和国城乡规划法》", "article": "第六十五条"}],
        valid_from=date(2025, 7, 1), source="綦江府办〔2025〕34号",
    )  # fmt: skip
    litter = Power.objects.create(
        authority=authority, code="法定-003", version="2025", name="乱堆粪便、垃圾、柴草、杂物，拒不改正", kind="statutory",
        violated=[{"law": "《重庆市村镇规划建设管理条例》", "article": "第五十条第一款"}],
        basis=[{"law": "《重庆市村镇规划建设管理条例》", "article": "第五十条第一款"}],
        penalty_kinds=["fine"], sanction="处五百元以下罚款", fine_max_citizen_yuan=500, fine_max_unit_yuan=500,
        enforcement=[{"kind": "substitute", "law": "《中华人民共和国行政强制法》", "article": "第五十条"}],
        valid_from=date(2025, 7, 1), source="綦江府办〔2025〕34号",
    )  # fmt: skip
    temporary = Power.objects.create(
        authority=authority, code="法定-005", version="2025", name="擅自在街道、广场、市场、车站修建临时建筑", kind="statutory",
        violated=[{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条"}],
        basis=[{"law": "《村庄和集镇规划建设管理条例》", "article": "第四十条"}],
        penalty_kinds=["fine"], sanction="责令限期拆除，并可处以罚款", valid_from=date(2025, 7, 1), source="綦江府办〔2025〕34号",
    )  # fmt: skip
    # A drill: no real power list has been found that gives a town this measure, and the articles are not checked.
    stall = Power.objects.create(
        authority=authority, code="演练-001", version="2025", name="占道经营拒不改正（演练）", kind="statutory",
        violated=[{"law": "《演练用市容规定》", "article": "第十条"}], basis=[{"law": "《演练用市容规定》", "article": "第二十条"}],
        penalty_kinds=["fine", "confiscation"], measures=[{"kind": "seize", "law": "《演练用市容规定》", "article": "第二十一条"}],
        sanction="可以扣押经营的物品和工具，没收违法经营的物品，并处五百元以下罚款", fine_max_citizen_yuan=500, fine_max_unit_yuan=500,
        valid_from=date(2025, 7, 1), source="演练",
    )  # fmt: skip
    return {"building": building, "litter": litter, "temp": temporary, "stall": stall}


#: A citizen as forms ask for one; the number's area code 500399 is unassigned.
CITIZEN = {
    "party_kind": "citizen",
    "party_name": "刘大成",
    "party_identifier": "500399198503121238",
    "party_address": "重庆市綦江区石壕镇万隆村三组",
    "party_phone": "13900000001",
}
