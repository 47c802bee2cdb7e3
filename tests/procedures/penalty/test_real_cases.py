"""Two cases of kinds that towns publish, typed in field by field until the file is closed, and the whole printed set checked.

The checks are the computable ones of the file-review standards (深圳 301 to 363) and the set of law.md §2.9.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzhi.core import vault
from mingzhi.core.documents.models import Document
from mingzhi.core.engine.perform import perform, rehearse
from mingzhi.core.engine.procedure import ACTIONS
from mingzhi.core.ledger import verify
from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.file_order import items_of
from mingzhi.procedures.penalty.models import Case, FileItem
from mingzhi.procedures.penalty.papers import PAPERS
from tests.cast import Town, at

from .papers.test_papers import printed, required_values
from .story import agreed, decide, decision_endorsed, decision_proposed, fine, investigated, notified, reported, serve
from .test_evidence import picture

pytestmark = pytest.mark.django_db

REAL = Path(__file__).parents[2] / "examples" / "real"


def signature(value: Any, shift: int = 0) -> Any:
    """手签 is drawn on the screen, 笔签 left for the pen, {拒签, 见证人} refused."""
    if value == "手签":
        paths = [
            f"M{20 + shift} 30 C60 20 90 40 70 90",
            "M40 60 L110 55",
            f"M130 25 Q150 80 {120 + shift} 100",
            "M150 40 C190 30 230 60 200 95",
        ]
        return {"kind": "drawn", "paths": paths, "w": 300, "h": 120}
    if value == "笔签":
        return {"kind": "paper"}
    return {"kind": "refused", "reason": value["拒签"], "witness": value["见证人"]}


def typed(town: Town, told: dict[str, Any], kept: dict[str, Any], matter: Any) -> dict[str, Any]:
    """The input of a step: rows for the names the file uses, days as text."""
    data: dict[str, Any] = {}
    for position, (name, value) in enumerate(told.items()):
        if name.endswith("_signature"):
            data[name] = signature(value, position)
        elif name == "clue":
            data[name] = kept["clue"].pk
        elif name == "power":
            data[name] = town.powers[value].pk
        elif name == "documents":
            data[name] = [Document.objects.filter(matter=matter, code=code).latest("id").pk for code in value]
        elif name == "order":
            made_at = Document.objects.filter(matter=matter, code=value).latest("id").made_at
            data[name] = matter.penalty_correctionorders.get(ordered_at=made_at).pk
        elif isinstance(value, list):
            data[name] = [{key: plain(cell) for key, cell in row.items()} if isinstance(row, dict) else row for row in value]
        else:
            data[name] = plain(value)
    return data


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@dataclass
class Played:
    """A closed case and everything printed for it, its clue's sheet too, in the order of printing; nothing here asks the database."""

    case: Case
    listed: list[str]
    drafts: list[tuple[str, bytes]]
    papers: list[Document]
    items: list[FileItem]
    due: dict[str, date]
    receipts_yuan: list[Any]
    ledger_holds: bool
    pdfs: dict[int, bytes] = field(default_factory=dict)

    def of(self, code: str) -> list[Document]:
        return [paper for paper in self.papers if paper.code == code]

    def words(self, paper: Document) -> str:
        return printed(self.pdfs[paper.pk])

    def text(self, code: str, which: int = 0) -> str:
        return self.words(self.of(code)[which])


def play(town: Town, name: str) -> Played:
    """Type a file in, step by step; every action that prints is looked at as a draft first."""
    story = yaml.safe_load((REAL / f"{name}.yaml").read_text(encoding="utf-8"))
    kept: dict[str, Any] = {}
    drafts: list[tuple[str, bytes]] = []
    for step in story["steps"]:
        action, actor, when = ACTIONS[step["do"]], town[step["by"]], at(step["at"])
        row = "clue" if step["do"].startswith("clue.") else "case"
        matter = None if action.opens else kept[row]
        form = action.form(matter=matter, actor=actor, at=when) if action.form else None
        data = (form.filled if form else {}) | typed(town, step["data"], kept, matter)
        files = {field: uploads(names) for field, names in step.get("files", {}).items()}
        if action.prints and not files:
            drafts += rehearse(step["do"], matter, actor=actor, data=data, at=when)
        kept[row] = perform(step["do"], matter, actor=actor, data=data, files=files or None, at=when).matter
    case = kept["case"]
    papers = list(Document.objects.filter(matter_id__in=[case.pk, case.from_clue_id or case.pk]).order_by("made_at", "id"))
    played = Played(
        case, story["papers"], drafts, papers,
        items=list(FileItem.objects.filter(pk__in=[item.pk for item in items_of(case)]).select_related("document").order_by("position")),
        due={row.provision: row.due_at.date() for row in case.deadlines.order_by("id")},
        receipts_yuan=[row.amount_yuan for row in case.penalty_payments.all()],
        ledger_holds=verify().ok,
    )  # fmt: skip
    for paper in papers:
        with vault.open(paper.blob) as file:
            played.pdfs[paper.pk] = file.read()
    return played


def uploads(names: str | list[str]) -> Any:
    if isinstance(names, str):
        return SimpleUploadedFile(names, picture(7))
    return [SimpleUploadedFile(one, picture(number)) for number, one in enumerate(names)]


#: Each case is played once; the tests read what it left.
_played: dict[str, Played] = {}


def played_once(name: str, request: pytest.FixtureRequest) -> Played:
    if name not in _played:
        _played[name] = play(request.getfixturevalue("town"), name)
    return _played[name]


@pytest.fixture
def building(request: pytest.FixtureRequest) -> Played:
    return played_once("illegal-building", request)


@pytest.fixture
def stall(request: pytest.FixtureRequest) -> Played:
    return played_once("street-stall", request)


@pytest.fixture(params=["illegal-building", "street-stall"])
def played(request: pytest.FixtureRequest) -> Played:
    return played_once(request.param, request)


def day(text: str) -> date:
    return date.fromisoformat(text[:10])


def test_a_case_typed_from_a_public_summary_is_closed_with_its_whole_set_printed(played: Played):
    """archive-1.2; law.md §2.9"""
    assert (played.case.stage, played.case.file_number) == ("filed", "2026-0001")
    assert sorted({paper.code for paper in played.papers}) == played.listed
    assert played.ledger_holds
    for paper in played.papers:
        declared = PAPERS[paper.code]
        text = played.words(paper)
        absent = [
            (field.name, shown)
            for field, shown in required_values(declared.fields, paper.data)
            if shown not in text and not (field.kind == "moment" and shown.split("日")[1] in text) and not told(shown, text)
        ]
        assert absent == [], paper.title
        assert "＿＿" not in text and "。。" not in text and "；。" not in text and "。；" not in text, paper.title
        assert "经查明，经查" not in text, paper.title


def told(shown: str, text: str) -> bool:
    """Whether a passage is there sentence by sentence: a page may end within it, and the form has its own 经查 and full stops."""
    sentences = [one for one in re.split("[。；]", shown.removeprefix("经查，")) if one]
    return all(one[:8] in text and one[-8:] in text for one in sentences)


def test_every_printing_action_was_looked_at_before_it_was_done(played: Played):
    """penalty-law-52, penalty-law-59"""
    assert played.drafts
    for title, pdf in played.drafts:
        assert "草稿不具效力" in printed(pdf), title


def test_the_contents_list_every_paper_once_on_its_right_pages_in_order(building: Played):
    """archive-1.5; law.md §3.5, profile A"""
    rows = building.of("D48")[0].data["rows"]
    items = building.items
    page = 0
    for row, item in zip(rows, items, strict=True):
        pages = item.document.pages if item.document else 1
        assert row["page"] == (f"{page + 1}-{page + pages}" if pages > 1 else str(page + 1))
        page += pages
    cover, note = building.of("D47")[0].data, building.of("D48b")[0].data
    assert cover["pages"] == note["pages"] == page and note["items"] == len(rows)
    codes = [item.document.code if item.document else item.title for item in items]
    assert sorted(code for code in codes if code in PAPERS) == sorted(
        paper.code for paper in building.papers if paper.code not in ("D47", "D48", "D48b")
    )
    order = [
        "D30",
        "D33",
        "D02",
        "D01",
        "D15",
        "D23",
        "D25",
        "D25b",
        "村民委员会证明",
        "D34",
        "D05",
        "D07",
        "D08",
        "D20",
        "D29",
        "D16",
        "D46",
    ]
    assert [codes.index(code) for code in order] == sorted(codes.index(code) for code in order)
    titles = [row["title"] for row in rows]
    assert len(set(titles)) >= len(titles) - 2, "only the rechecks bear the same title"
    assert "送达回证（行政处罚决定书）" in titles and "证据提取单（规划许可情况说明）" in titles


def test_the_contents_of_a_penalty_on_the_spot_begin_with_it(stall: Played):
    """archive-1.5"""
    rows = stall.of("D48")[0].data["rows"]
    assert [(row["title"], row["page"]) for row in rows] == [
        ("当场行政处罚决定书", "1"), ("罚款缴款凭证", "2"), ("整改复查（核查）记录", "3"),
    ]  # fmt: skip


def test_numbers_are_given_without_gaps(played: Played):
    """law.md §2.9: one counter for each 代字 and year"""
    series: dict[str, list[int]] = {}
    for paper in played.papers:
        if paper.number and (paper.code, paper.number) != ("D16", played.case.decision_number):
            word, serial = re.fullmatch(r"(.+)〔2026〕(\d+)号", paper.number).groups()  # type: ignore[union-attr]
            series.setdefault(word, []).append(int(serial))
    assert series
    assert all(sorted(serials) == list(range(1, len(serials) + 1)) for serials in series.values()), series


def test_the_days_of_the_case_follow_one_another(building: Played):
    """penalty-law-44, penalty-law-60, penalty-law-61; file-review 349"""
    case, papers = building.case, {paper.code: day(paper.data["made_on"]) for paper in reversed(building.papers)}
    assert papers["D01"] <= case.filed_on < papers["D05"] < papers["D07"] < papers["D20"] <= papers["D23"] <= case.told_on
    notice = provision("town-statement-window").number("within", case.told_on)
    assert building.of("D23")[0].data["statement_workdays"] == notice
    assert building.due["town-statement-window"] < case.decided_on < case.decision_served_on < case.closed_on < papers["D48b"]
    assert (case.decided_on - case.filed_on).days <= provision("penalty-law-60").number("within", case.filed_on)
    assert (case.decision_served_on - case.decided_on).days <= provision("penalty-law-61").number("within", case.decided_on)
    assert papers["D47"] <= building.due["archive-1.3"]


def test_every_record_names_two_officers_with_certificates_and_ends_after_it_began(building: Played):
    """penalty-law-42; file-review 304, 305, 307, 308"""
    spans = []
    for paper in building.papers:
        if "officers" in paper.data:
            certificates = {officer["certificate"] for officer in paper.data["officers"]}
            assert len(certificates) >= 2, paper.title
            text = building.words(paper)
            assert all(number in text for number in certificates), paper.title
        if "started_at" in paper.data:
            assert paper.data["started_at"] < paper.data["ended_at"]
            spans.append((paper.data["started_at"], paper.data["ended_at"]))
    assert len(spans) == 3
    spans.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(spans)), "nobody is in two places at once"
    for code in ("D05", "D07"):
        assert "执法证件" in building.text(code) and "申请执法人员回避" in building.text(code)


def test_signatures_drawn_on_the_screen_bear_their_day_and_a_refusal_its_witness(building: Played, stall: Played):
    """file-review 306, 309"""
    assert building.text("D05").count("2026年5月12日") >= 4
    refused = building.text("D33", 1)
    assert "拒绝签名（事由：认为自家门口搭棚不应处理；见证人：金溪村村民委员会田世荣）" in refused
    assert "留置送达" in refused and "签收人：" not in refused
    assert "拒绝签名（事由：认为罚款过高；见证人：市场街居民委员会秦大芳）" in stall.text("D31")


def test_copies_and_photos_say_how_by_whom_and_when_they_were_made(building: Played):
    """file-review 311, 314, 316"""
    assert "与原件核对无异" in building.text("D08", 1)
    photos = building.text("D08b")
    assert all(word in photos for word in ("执法记录仪拍照", "2026年5月12日9时50分", "陈志强", "钢棚的位置、结构和施工状况"))
    assert len(re.findall(r"SHA-256：[0-9a-f]{64}", photos)) == 2


def test_the_order_to_correct_and_the_notice_say_what_by_which_article_and_until_when(building: Played):
    """penalty-law-28, penalty-law-44; file-review 326 to 333"""
    order, notice = building.text("D15"), building.text("D23")
    assert "现责令你于2026年6月5日前完成下列改正" in order and "《中华人民共和国城乡规划法》第六十五条" in order
    assert "你（单位）" not in order + notice
    assert "限期十五日内自行拆除金溪村二组公路边的钢棚" in notice and "5个工作日内" in notice and "023-48740007" in notice
    assert not re.search(r"\d+元?(?:-|—|至|到)\d+元", notice), "a range is no notice"


def test_the_decision_holds_its_six_items_and_nothing_proposed(building: Played):
    """penalty-law-59; file-review 350 to 354"""
    text, case = building.text("D30"), building.case
    assert "拟作出" not in text
    for item in (
        "杨德贵", "500399197411030238", "占地200.9平方米", "现场照片2张", "《中华人民共和国城乡规划法》第四十一条第一款", "限期二十日内自行拆除",
        "自收到本决定书之日起二十日内自行拆除", "60日内向重庆市綦江区人民政府申请行政复议", "6个月内依法直接向重庆市綦江区人民法院提起行政诉讼",
        "请求把拆除的时间放宽到七月中旬", "部分采纳", case.decision_number,
    ):  # fmt: skip
        assert item in text, item
    assert "停止在金溪村二组公路边修建钢棚" not in text, "what is corrected already is not ordered again"
    closing = building.text("D46")
    assert "当事人自动履行" in closing and "2026年7月10日复查，已改正" in closing


def test_a_seal_never_stands_alone_on_a_page(played: Played):
    """GB/T 9704-2012 7.3.5.5"""
    for paper in played.papers:
        if PAPERS[paper.code].sealed and paper.pages > 1:
            last = played.pdfs[paper.pk]
            shown = subprocess.run(
                ["pdftotext", "-f", str(paper.pages), "-", "-"], input=last, capture_output=True, check=True
            ).stdout.decode()
            before = re.sub(r"\s", "", shown).split(paper.data["organ"])[0]
            assert len(before) >= 12, paper.title


def test_the_penalty_on_the_spot_fits_one_sheet_and_says_review_first(stall: Played):
    """penalty-law-52.2, reconsideration-law-23; file-review 358 to 363"""
    (paper,) = stall.of("D31")
    text = stall.text("D31")
    assert paper.pages == 1
    assert "罚款人民币200元（大写：贰佰元整）" in text and "每日按罚款数额的3%加处罚款" in text
    assert "应当先向重庆市綦江区人民政府申请行政复议，申请期限为自收到本文书之日起60日" in text and "也可以" not in text
    assert "石壕镇市场街15号门前" in text and paper.number in text
    assert stall.receipts_yuan == [200]


COMPANY = {
    "party_kind": "organisation", "party_name": "重庆石壕建材有限公司", "party_identifier": "91500399MA5U000033",
    "party_address": "重庆市綦江区石壕镇工业路21号", "party_representative": "何大勇", "party_representative_title": "执行董事",
    "party_agent": "秦小波", "party_agent_phone": "13900000133", "party_agent_powers": "一般代理",
}  # fmt: skip
SHOP = {
    "party_kind": "trader", "party_name": "綦江区石壕镇秀英豆花店", "party_identifier": "92500399MA5U000030", "party_trade_name": "綦江区石壕镇秀英豆花店",
    "party_operator": "何秀英", "party_operator_identifier": "500399199007180225", "party_address": "重庆市綦江区石壕镇市场街8号",
}  # fmt: skip
MINOR = {
    "party_kind": "citizen", "party_name": "罗𬭼", "party_identifier": "500399201103050121", "party_address": "重庆市綦江区石壕镇桃源路9号",
    "party_guardian": "罗世海", "party_guardian_phone": "13900000556",
}  # fmt: skip


def decided_against(town: Town, party: dict[str, str], **changes: Any) -> tuple[str, str]:
    """The words of notice and decision in a littering case against this party."""
    case = told_in_story(town, notified(town, agreed(town, reported(town, investigated(town, littering=True, **party)))))
    case = decide(town, decision_endorsed(town, decision_proposed(town, case, **changes)), **changes).matter
    return tuple(words_of(case.documents.get(code=code)) for code in ("D23", "D30"))  # type: ignore[return-value]


def words_of(paper: Document) -> str:
    with vault.open(paper.blob) as file:
        return printed(file.read())


def told_in_story(town: Town, case: Case) -> Case:
    name = case.penalty_partys.get().name
    return serve(town, case, "D23", "2026-03-24 10:00", recipient=name, receiver=name).matter


def test_a_company_is_named_with_who_speaks_for_it_and_spoken_to_as_a_unit(town: Town):
    """file-review 104, 330, 350"""
    notice, decision = decided_against(town, COMPANY)
    for text in (notice, decision):
        assert "名称）：重庆石壕建材有限公司，统一社会信用代码：91500399MA5U000033，法定代表人（负责人）：何大勇，职务：执行董事" in text
        assert "委托代理人：秦小波（一般代理，电话13900000133）" in text
    assert "你单位有权进行陈述和申辩" in notice and "（单位）" not in notice


def test_a_shop_is_named_by_its_sign_and_the_person_who_runs_it(town: Town):
    """file-review 104: only the sign without the operator costs twenty points"""
    notice, decision = decided_against(town, SHOP)
    for text in (notice, decision):
        assert "字号）：綦江区石壕镇秀英豆花店，经营者：何秀英" in text and "500399199007180225" in text
    assert "你有权进行陈述和申辩" in notice


def test_a_minor_with_a_rare_name_is_named_with_the_guardian_and_the_decision_is_not_made_public(town: Town):
    """penalty-law-30, disclosure-9.1"""
    notice, decision = decided_against(town, MINOR, penalties=fine("100"), lighter_reasons="当事人已满十四周岁不满十八周岁，依法从轻处罚")
    for text in (notice, decision):
        assert "罗𬭼" in text and "出生日期：2011年3月5日" in text and "监护人：罗世海（电话13900000556）" in text
    assert "依法从轻处罚。" in decision and "依法不向社会公示" in decision
