"""Two cases of kinds that towns publish, and the whole printed set checked.

The checks are the computable ones of the file-review standards (深圳 301 to 363) and the set of law.md §2.9.
"""

from __future__ import annotations

import re
import subprocess
from datetime import date
from itertools import pairwise

import pytest

from mingzhi.law.provisions import provision
from mingzhi.procedures.penalty.papers import PAPERS

from .papers.test_papers import printed, required_values
from .real_cases import Played, building, played, stall

__all__ = ["building", "played", "stall"]

pytestmark = [pytest.mark.django_db, pytest.mark.papers]


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
