"""公示: a decision before the public and found there, objected to and corrected, fallen and withdrawn; a minor's; a file; a badge at the door."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mingzhi.core.ledger import verify
from mingzhi.core.organs.models import Certificate
from mingzhi.procedures.penalty.models import Case
from mingzhi.regulations.disclosure.models import Publication
from tests.cast import Town
from tests.core.documents.brought import MAKER, photograph
from tests.procedures.penalty import story
from tests.procedures.remedy import story as remedy
from tests.regulations.disclosure import bulletin_story
from tests.regulations.disclosure import story as disclosure

from .desk import Desk
from .family import next_is, page_of, shut

pytestmark = pytest.mark.journey

ROOT = "/t/500110112/"


def citizen(desk: Desk, when: str) -> None:
    """A reader of the public site, who is nobody. The browser keeps pages for a minute, and knows nothing of the story's clock."""
    desk.clock.to(when)
    desk.page.context.clear_cookies()
    desk.go(ROOT)
    desk.page.reload()


def main(desk: Desk) -> str:
    return desk.page.inner_text("main")


def littered(town: Town) -> Case:
    """刘大成's fine of 300 yuan of 2026-04-01, served the day after."""
    return story.served(town)


def test_a_decision_is_published_found_objected_to_corrected_and_withdrawn(desk: Desk, staffed: Town):
    """disclosure-4, disclosure-11.1, disclosure-14-objection, disclosure-14-correct, disclosure-13-withdraw"""
    case = littered(staffed)
    publication = disclosure.collected(staffed, disclosure.of(case))
    confirmed(desk, publication)
    publication = disclosure.published(staffed, disclosure.checked(staffed, publication))
    found_by_a_citizen(desk, publication)
    code = objected(desk)
    answered(desk, publication, code)
    remedy.final(staffed, remedy=remedy.answered(staffed, remedy.received(staffed, case)))
    withdrawn(desk, publication, code)
    assert verify().ok
    # A browser notes 410 and 422 as errors: here they are what the site has to answer.
    assert [error for error in desk.errors if not re.search("410|422", error)] == []


def confirmed(desk: Desk, publication: Publication) -> None:
    """Both texts are compared, and what is still being written is looked at on the public page."""
    desk.be("lixuemei", "2026-04-03 09:30")
    desk.go(page_of(publication))
    assert next_is(desk, "确认隐去的内容")
    desk.page.click("#texts td a >> nth=0")
    desk.page.wait_for_selector("#span b")
    desk.shoot("both-texts")
    with desk.page.expect_popup() as opened:
        desk.page.click("text=看公开后的样子")
    seen = opened.value
    assert "预览" in seen.inner_text("body") and "刘某某" in seen.inner_text("main") and "刘大成" not in seen.content()
    seen.screenshot(path=desk.shots / "preview.png", full_page=True)
    seen.close()
    desk.fill({"compared": True})
    desk.send()


def found_by_a_citizen(desk: Desk, publication: Publication) -> None:
    citizen(desk, "2026-04-20 09:00")
    desk.page.fill("input[name=q]", "刘大成")
    desk.page.click("button:has-text('查询')")
    assert "没有查到" in main(desk)
    desk.page.fill("input[name=q]", "垃圾")
    desk.page.click("button:has-text('查询')")
    desk.page.click("main a:has-text('刘某某')")
    assert publication.decision_number in main(desk) and "刘大成" not in desk.page.content()
    desk.shoot("decision-in-public")


def objected(desk: Desk) -> str:
    """The party says what is wrong; what it forgot first costs it nothing that it typed."""
    desk.page.click("text=可以提出异议")
    desk.page.fill("[name=made_by]", "刘大成")
    desk.page.fill("[name=content]", "堆放的是柴草，不是垃圾。")
    desk.page.click("button:has-text('提交异议')")
    assert "请填写这一项" in main(desk) and desk.page.input_value("[name=content]") == "堆放的是柴草，不是垃圾。"
    desk.shoot("objection-lacks-something")
    desk.page.fill("[name=contact]", "13900000001")
    desk.page.click("button:has-text('提交异议')")
    assert "已经收到" in main(desk) and "2026-04-27" in main(desk) and "刘大成" not in main(desk)
    desk.shoot("objection-received")
    return desk.page.inner_text("dd b.num")


def state_of(desk: Desk, code: str, when: str) -> str:
    citizen(desk, when)
    desk.page.click("main a:has-text('投诉与异议')")
    desk.page.click("text=查异议办到哪一步")
    desk.page.fill("input[name=code]", code)
    desk.page.click("button:has-text('查询')")
    return main(desk)


def answered(desk: Desk, publication: Publication, code: str) -> None:
    desk.be("wangli", "2026-04-21 09:00")
    assert "1件异议" in desk.page.inner_text("main")
    desk.go(page_of(publication))
    desk.page.goto(f"{desk.page.url}?do=register_objection")
    assert desk.page.input_value("#do [name=content]") == "堆放的是柴草，不是垃圾。"
    desk.shoot("objection-is-taken-in")
    desk.send()
    desk.be("lixuemei", "2026-04-22 09:00")
    desk.go(page_of(publication))
    desk.do("answer_objection", {"upheld": "yes", "answer": "确是柴草，予以更正。", "told_on": "2026-04-22"})
    assert "正在更正" in state_of(desk, code, "2026-04-22 10:00")
    desk.be("wangli", "2026-04-22 14:00")
    desk.go(page_of(publication))
    text = desk.page.input_value("#do [name=text]").replace("垃圾", "柴草")
    desk.fill({"text": text, "changes": "堆放的是柴草"})
    desk.send()
    assert "已经更正" in state_of(desk, code, "2026-04-22 15:00")
    desk.shoot("objection-is-settled")
    desk.page.click("dd a")
    desk.page.reload()
    assert "堆放柴草" in main(desk)


def withdrawn(desk: Desk, publication: Publication, code: str) -> None:
    desk.be("wangli", "2026-06-11 10:00")
    desk.go(page_of(publication))
    assert next_is(desk, "撤回公示")
    desk.shoot("is-to-be-withdrawn")
    desk.fill({"public_reasons": "该决定已被行政复议机关撤销，原公示信息予以撤回。"})
    desk.send()
    citizen(desk, "2026-06-11 11:00")
    assert "刘某某" not in main(desk)
    desk.go(f"{ROOT}decisions/{publication.pk}")
    desk.page.reload()
    assert "已经撤回" in main(desk) and "行政复议机关撤销" in main(desk) and "刘某某" not in desk.page.content()
    desk.shoot("withdrawn-with-reasons")


def test_a_minors_decision_is_withheld_whatever_anyone_tries(desk: Desk, staffed: Town):
    """disclosure-9.1, disclosure-9-override"""
    publication = disclosure.a_minors(disclosure.of(littered(staffed)))
    desk.be("lixuemei", "2026-04-03 09:00")
    desk.go(page_of(publication))
    assert next_is(desk, "提出不予公开") and "不满18周岁" in main(desk)
    assert "同意也不能公开" in shut(desk, publication, "collect")
    desk.shoot("minor-is-not-collected")
    desk.go(page_of(publication))
    desk.do("ask_withholding", {"ground": "minor", "reasons": "当事人行为时未满十八周岁。"})
    desk.be("zhouweimin", "2026-04-03 16:00")
    refused(desk, publication, "refuse_withholding", {"reasons": "影响大，应当公开。"})
    desk.do("approve_withholding", {"opinion": "同意不予公开。"})
    consent = desk.photo("监护人同意书.jpg")
    refused(desk, publication, "lift_withholding", {"lifted_because": "consent", "lifted_reasons": "监护人书面同意。", "proof": consent})
    desk.shoot("minor-stays-withheld")
    desk.go(f"{ROOT}preview/{publication.pk}")
    assert "没有找到" in desk.page.inner_text("body")
    citizen(desk, "2026-05-06 09:00")
    for place in (f"decisions/{publication.pk}", f"preview/{publication.pk}", f"decisions/{publication.pk}/objection"):
        desk.go(f"{ROOT}{place}")
        assert "垃圾" not in desk.page.inner_text("body") and "刘" not in desk.page.inner_text("body")
    assert Publication.objects.get(pk=publication.pk).published_on is None
    assert [error for error in desk.errors if "404" not in error and "409" not in error] == []


def refused(desk: Desk, publication: Publication, action: str, values: dict[str, Any]) -> None:
    """The page shuts the action and says why."""
    desk.go(page_of(publication))
    desk.page.goto(f"{desk.page.url}?do={action}")
    button = desk.page.locator("#do .acts-bar .btn.main")
    if not button.is_disabled():
        desk.fill(values)
        desk.send(done=False)
    assert "不满18周岁" in desk.page.inner_text("#do .shut")


def test_a_file_is_attached_looked_at_published_and_opened_by_a_citizen(desk: Desk, staffed: Town):
    """disclosure-4, disclosure-8.2, disclosure-11.1"""
    bulletin, brought = bulletin_story.begun(staffed), desk.shots / "IMG_0001.jpg"
    brought.write_bytes(photograph())
    desk.be("lixuemei", "2026-04-03 08:30")
    assert "没有可以去掉的" in shut(desk, bulletin, "detach")
    desk.do("attach", {"file": brought, "name": "抽查流程图"})
    desk.shoot("file-is-attached")
    bulletin_story.collected(staffed, bulletin, "2026-04-03 09:00")
    desk.be("zhaomingyuan", "2026-04-03 14:00")
    assert "请先逐件打开看过" in shut(desk, bulletin, "check")
    opened = desk.page.request.get(desk.page.locator("a[href*='/public-files/']").first.evaluate("link => link.href"))
    assert opened.ok and MAKER.encode() not in opened.body()
    desk.do("look", {"seen": ["抽查流程图"]})
    desk.do("check", {"opinion": "同意公开。"})
    desk.be("wangli", "2026-04-07 10:00")
    desk.go(page_of(bulletin))
    desk.do("publish")
    citizen(desk, "2026-04-08 09:00")
    desk.go(f"{ROOT}bulletins")
    desk.page.click(f"main a:has-text('{bulletin.title}')")
    desk.shoot("list-with-a-file")
    with desk.page.expect_response("**/attachments/*") as answer:
        desk.page.click("main a:has-text('抽查流程图')")
    assert answer.value.header_value("content-type") == "image/jpeg" and MAKER.encode() not in answer.value.body()
    assert desk.page.evaluate("document.images[0].naturalWidth") == 60
    assert desk.errors == []


def test_a_badge_is_checked_at_the_door(desk: Desk, staffed: Town):
    """disclosure-6.3, disclosure-5.1: of one who may enforce today, and of one whose certificate was taken in this morning."""
    number = Certificate.objects.get(holder=staffed["lixuemei"]).number
    desk.be("lixuemei", "2026-04-20 08:30")
    desk.go("/badge")
    desk.shoot("badge-in-the-hand")
    citizen(desk, "2026-04-20 09:00")
    desk.page.click("text=核验执法证")
    desk.page.fill("input[name=number]", number)
    desk.page.click("button:has-text('查询')")
    assert "今天可以执法" in main(desk) and "李雪梅" in main(desk)
    desk.shoot("badge-is-good")
    Certificate.objects.filter(number=number).update(withdrawn_on="2026-04-20")
    desk.clock.to("2026-04-20 09:30")
    desk.go(f"{ROOT}badge/{number}")
    desk.page.reload()
    assert "今天不能执法" in main(desk) and "暂扣" not in main(desk)
    desk.shoot("badge-is-no-good")
    desk.go(f"{ROOT}officers")
    assert "李雪梅" not in main(desk)
    assert desk.errors == []
