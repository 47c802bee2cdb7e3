"""Two hundred personal values woven into one decision, every way in which it may become public, and a reader who looks everywhere."""

from __future__ import annotations

import html
import logging
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from urllib.parse import unquote

from django.conf import settings
from django.test import Client
from PIL import ExifTags, Image
from pypdfium2 import PdfDocument

from mingzhi.core.engine.families import ABOUT
from mingzhi.core.engine.perform import entail
from mingzhi.core.organs.models import Authority
from mingzhi.faces.cli.demo import public_files
from mingzhi.faces.cli.demo.town import table
from mingzhi.procedures.penalty.models import Service
from mingzhi.regulations.disclosure.masking import decision_of, latest
from mingzhi.regulations.disclosure.models import Publication, PublicFile
from mingzhi.regulations.disclosure.sending import send
from mingzhi.regulations.dispatch.files import made
from mingzhi.regulations.dispatch.models import Channel
from mingzhi.regulations.dispatch.site import words_in
from tests.cast import at
from tests.procedures.house import Staged
from tests.regulations.disclosure import story

_SURNAMES = "张王李赵陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜"
_GIVEN = ("建国", "秀英", "桂芳", "志强", "春梅")
_BEFORE = ("证人", "邻居", "见证人", "村民")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Canary:
    """One invented person: five values, of which none may be read in public."""

    name: str
    identifier: str
    phone: str
    address: str
    account: str

    @property
    def values(self) -> tuple[str, ...]:
        return (self.name, self.identifier, self.phone, self.address, self.account)

    @property
    def sentence(self) -> str:
        return (
            f"{self.name}（公民身份号码{self.identifier}，住{self.address}，联系电话{self.phone}，"
            f"重庆农村商业银行账号{self.account}）陈述看见当事人堆放垃圾。"
        )


def _number(place: int) -> str:
    body = f"5003991970{place % 12 + 1:02}{place % 28 + 1:02}{place:03}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def _account(place: int) -> str:
    """Nineteen digits that pass Luhn's check."""
    body = f"621700{place:012}"
    double = [
        sum(divmod(int(digit) * 2, 10)) if even else int(digit) for even, digit in zip([True, False] * 9, reversed(body), strict=True)
    ]
    return f"{body}{-sum(double) % 10}"


#: Forty people; every second is known to the case, the others stand in its words alone.
PEOPLE = [
    Canary(
        f"{surname}{_GIVEN[place % 5]}", _number(place), f"1390000{1000 + place}", f"重庆市綦江区石壕镇万隆村{place % 6 + 1}组{100 + place}号",
        _account(place + 1),
    )
    for place, surname in enumerate(_SURNAMES)
]  # fmt: skip
VALUES = [value for one in PEOPLE for value in one.values]
#: What the files of a demo year then say of who made them.
MAKER = PEOPLE[5]
IN_FILES = {"author": MAKER.name, "title": f"{MAKER.identifier} {MAKER.phone}", "subject": MAKER.address, "keywords": MAKER.account}


def go_every_way(staged: Staged) -> None:
    """Weave them into the decision and take it every public way: summary, full text, both styles, corrected, withdrawn, withheld, waiting."""
    case, paper = staged.matter.case, decision_of(staged.matter.case)
    for one in PEOPLE[::2]:
        Service.objects.create(
            matter=case,
            document=paper,
            method="announced",
            receiver=one.name,
            relation="邻居",
            place="公告栏",
            attempted_at=at("2026-04-02 09:00"),
        )
    paper.data["facts"] = "\n".join([paper.data["facts"], *(f"{_BEFORE[n % 4]}{one.sentence}" for n, one in enumerate(PEOPLE))])
    paper.save()
    published(staged, staged.matter)
    corrected = published(staged, again(staged), form="full")
    told = {"made_by": PEOPLE[0].name, "contact": PEOPLE[0].phone, "content": PEOPLE[1].sentence, "proof": PEOPLE[2].sentence}
    sent = send(corrected, **told, attachments=[], at=at("2026-04-20 09:00"))
    said = {"sent": sent.pk, "made_by": told["made_by"], "content": told["content"], "received_on": "2026-04-20"}
    corrected = story.act(staged.town, "register_objection", corrected, "wangli", "2026-04-20 09:10", **said).matter
    answer = {"upheld": "yes", "answer": "确有误，予以更正。", "told_on": "2026-04-20"}
    corrected = story.act(staged.town, "answer_objection", corrected, "lixuemei", "2026-04-20 09:20", **answer).matter
    edition = latest(corrected)
    assert edition is not None
    text = edition.text.replace("看见", "看到")
    story.act(staged.town, "correct", corrected, "wangli", "2026-04-20 09:30", text=text, changes=f"{PEOPLE[3].name}的证言")
    published(staged, again(staged), form="full", style="star", because="区里统一用*。")
    fallen = published(staged, again(staged))
    fallen = story.act(
        staged.town, "order_withdrawal", fallen, "wangli", "2026-04-20 09:40", because=f"{PEOPLE[4].name}申请复议，撤销"
    ).matter
    story.act(staged.town, "withdraw", fallen, "wangli", "2026-04-20 09:50", public_reasons="该决定已被撤销，原公示信息予以撤回。")
    story.confirmed(staged.town, story.collected(staged.town, again(staged), "2026-04-20 09:00"), "2026-04-20 09:10")
    story.withheld(staged.town, again(staged), "privacy")


def published(staged: Staged, publication: Publication, **choices: str) -> Publication:
    """By the hands of three people, as it is masked."""
    town, collected = staged.town, story.collected(staged.town, publication, **choices)
    return story.published(town, story.checked(town, story.confirmed(town, collected)))


def again(staged: Staged) -> Publication:
    """One more publication of the decision, as one that was changed gets."""
    told = {ABOUT: staged.case_id, "decision_number": staged.matter.decision_number, "decided_on": "2026-04-01"}
    return entail("publication.begin", None, actor=staged.town["lixuemei"], at=at("2026-04-02 10:00"), data=told).matter


@contextmanager
def woven_into_the_year() -> Iterator[None]:
    """While this holds, a demo year that is made has the forty in what its cases, spots and clues tell, ten to each, and one in what its
    files say of who made them."""
    rows = [
        *table("cases.yaml")["cases"].values(),
        *table("spots.yaml")["spots"],
        *table("spots.yaml")["last_year"],
        *table("clues.yaml")["clues"],
    ]
    told = [row for row in rows if "facts" in row]
    before = [row["facts"] for row in told]
    for place, row in enumerate(told):
        ten = [PEOPLE[(place * 10 + n) % len(PEOPLE)] for n in range(10)]
        row["facts"] += "".join(f"{_BEFORE[n % 4]}{one.sentence}" for n, one in enumerate(ten))
    left_in = dict(public_files.LEFT_IN)
    public_files.LEFT_IN.update(IN_FILES)
    try:
        yield
    finally:
        public_files.LEFT_IN.update(left_in)
        for row, words in zip(told, before, strict=True):
            row["facts"] = words


def everything_public(town: Authority, until: date, logged: list[logging.LogRecord]) -> Iterator[tuple[str, str]]:
    """Every place and all that can be read there: each page that another leads to, with its headers; files, exports of a year, and the logs."""
    root = f"/t/{town.code}/"
    client, seen, todo = Client(), set[str](), ["/robots.txt", "/t/", root, f"{root}sitemap.xml", f"{root}screen?turn=20"]
    todo += [f"{root}decisions/{pk}" for pk in Publication.objects.filter(authority=town).values_list("pk", flat=True)]
    while todo:
        place = todo.pop()
        if place in seen:
            continue
        seen.add(place)
        answer = client.get(place)
        if answer.streaming:
            yield place, unquote(f"{place}\n{answer.headers}")
            yield from in_file(place, b"".join(answer))
            continue
        text = answer.content.decode()
        yield place, f"{unquote(place)}\n{answer.headers}\n{text}"
        found = re.findall(r'(?:href|src|action)="([^"]+)"|<loc>([^<]+)', text)
        todo += [
            address
            for groups in found
            if (address := html.unescape(groups[0] or groups[1]).removeprefix(settings.PUBLIC_URL).partition("#")[0]).startswith(root)
            # The same page in another look says the same.
            and "look=" not in address
        ]
    assert len(seen) > 30, "the reader went nowhere"
    carried = PublicFile.objects.filter(matter__authority=town, matter__stage="published", dropped_at=None)
    assert seen >= {f"{root}attachments/{row.pk}" for row in carried}, "no page leads to a file"
    for channel in (Channel.SITE, Channel.CREDIT):
        package = made(town, channel, until - timedelta(days=365), until, until)
        # Rows that the credit platform would refuse stay out of its file: here its checks may leave none.
        assert package.taken or channel == Channel.CREDIT
        for file in package.files:
            yield from in_file(f"{channel}/{file.name}", file.content)
    yield "logs", "\n".join(record.getMessage() for record in logged)


def in_file(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """The name of a file and its words, also of those packed in it, with what is said of them there."""
    yield name, name
    if name.endswith(".docx"):
        yield name, words_in(content)
    if content.startswith(b"%PDF"):
        yield name, _in_pdf(content)
    if content.startswith((b"\xff\xd8", b"\x89PNG")):
        yield name, _in_picture(content)
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for one in packed.namelist():
                yield from in_file(f"{name}/{one}", packed.read(one))
    else:
        yield name, content.decode("utf-8", "replace")


def _in_pdf(content: bytes) -> str:
    """Its properties, and the words of its pages."""
    opened = PdfDocument(content)
    words = [page.get_textpage().get_text_range() for page in opened]
    return "\n".join([*opened.get_metadata_dict().values(), *words])


def _in_picture(content: bytes) -> str:
    """What camera and programs say of it."""
    with Image.open(BytesIO(content)) as opened:
        exif = opened.getexif()
        kept = (exif, exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo), opened.info)
        told = [one for part in kept for one in part.values()]
    return "\n".join(
        "\n".join(one.decode(encoding, "replace") for encoding in ("utf-8", "utf-16-le")) if isinstance(one, bytes) else str(one)
        for one in told
    )


def leaks(town: Authority, until: date, logged: list[logging.LogRecord], values: Iterable[str] = VALUES) -> set[tuple[str, str]]:
    """Where which value was found, however it is written: split, wide, marked up."""
    return values_in(everything_public(town, until, logged), values)


def values_in(texts: Iterable[tuple[str, str]], values: Iterable[str]) -> set[tuple[str, str]]:
    """The same in these texts, each with its place."""
    found = set()
    for place, text in texts:
        bare = re.sub(r"\s|<[^>]{0,40}>", "", unicodedata.normalize("NFKC", html.unescape(text)))
        plain = bare + re.sub(r"\s", "", text)
        found |= {(place, value) for value in values if value in plain}
    return found
