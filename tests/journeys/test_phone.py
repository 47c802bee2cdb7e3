"""The desk in a hand: nothing is pushed sideways or covered, only what applies is asked for, mistakes lead to their fields."""

from __future__ import annotations

import pytest

from mingzhi.core.engine.perform import perform
from tests.cast import CITIZEN, Town, at

from .phone import Phone

pytestmark = pytest.mark.journey

PAGES = (
    "/", "/penalty/", "/summary/", "/clue/", "/powers/", "/people/", "/provisions/", "/calendar", "/search?q=石壕", "/password", "/nothing-here/",
    "/clue/new/register", "/penalty/new/propose", "/summary/new/punish",
)  # fmt: skip


def proposed(town: Town) -> str:
    """The page of a case that waits for the captain."""
    given = {
        **CITIZEN, "power": town.powers["building"].pk, "cause": "未取得乡村建设规划许可证建设", "source": "巡查发现", "place": "万隆村三组",
        "acted_from_on": "2026-02-20", "discovered_on": "2026-03-02", "facts": "刘大成在万隆村三组自建房屋一层，未取得乡村建设规划许可证。",
        "officers": ["李雪梅", "陈志强"], "opinion": "涉嫌违反《城乡规划法》第四十一条第一款，建议立案。",
    }  # fmt: skip
    case = perform("penalty.propose", actor=town["lixuemei"], data=given, at=at("2026-03-03 09:00")).matter
    return f"/penalty/{case.pk}/"


def seen(phone: Phone, name: str) -> bool:
    return phone.page.locator(f"#at-id_{name}").is_visible()


def test_no_page_can_be_pushed_sideways(phone: Phone, staffed: Town):
    case = proposed(staffed)
    phone.be("lixuemei", "2026-03-03 10:00")
    for path in (*PAGES, case, f"{case}?do=revise"):
        phone.go(path)
        assert phone.wider_than_the_screen() <= 0, path
    phone.go(case)
    phone.shoot("case")


def test_a_party_is_asked_only_for_what_its_kind_has(phone: Phone):
    phone.be("lixuemei", "2026-03-05 09:45")
    phone.go("/summary/new/punish")
    assert (seen(phone, "party_gender"), seen(phone, "party_operator"), seen(phone, "party_representative")) == (True, False, False)
    phone.fill({"party_kind": "个体工商户"})
    assert (seen(phone, "party_gender"), seen(phone, "party_operator"), seen(phone, "party_representative")) == (False, True, False)
    assert phone.page.locator("[name=party_operator]").get_attribute("required") is not None
    phone.fill({"party_kind": "法人或者其他组织"})
    assert (seen(phone, "party_operator"), seen(phone, "party_representative")) == (False, True)
    assert phone.page.locator("[name=party_operator]").is_disabled()
    assert not seen(phone, "fine_yuan")
    phone.fill({"penalty_kinds": ["罚款"]})
    assert seen(phone, "fine_yuan")
    phone.shoot("only-what-applies")


def test_mistakes_are_listed_first_and_lead_to_their_fields(phone: Phone):
    phone.be("wangli", "2026-03-05 09:45")
    phone.go("/clue/new/register")
    phone.page.eval_on_selector("#do form", "form => form.noValidate = true")
    phone.fill({"place": "万隆村三组", "wants_answer": True})
    phone.send(done=False)
    phone.shoot("mistakes")
    listed = phone.page.locator(".amiss a")
    assert "请填写摘要。" in listed.all_inner_texts()
    phone.page.locator(".amiss a", has_text="举报人联系方式").click()
    field = phone.page.locator("#at-id_informant_contact")
    assert field.is_visible()
    assert 0 <= field.bounding_box()["y"] <= Phone.HEIGHT
    assert phone.page.input_value("[name=place]") == "万隆村三组"


def test_the_bar_of_buttons_covers_no_field_that_is_being_filled_in(phone: Phone):
    phone.be("lixuemei", "2026-03-05 09:45")
    phone.go("/penalty/new/propose")
    covered = phone.page.evaluate(
        """() => [...document.querySelectorAll('#do form :is(input, textarea, select):not([type=hidden], :disabled)')].filter((field) => {
            field.focus();
            field.scrollIntoView({ block: 'nearest' });
            const edge = field.getBoundingClientRect();
            const top = document.elementFromPoint(edge.left + 5, edge.top + edge.height / 2);
            return !field.closest('.field').contains(top);
        }).map((field) => field.name)"""
    )
    assert covered == []


def test_the_keyboard_reaches_the_text_first_and_shows_where_it_is(phone: Phone):
    phone.be("lixuemei", "2026-03-05 09:45")
    phone.page.keyboard.press("Tab")
    skip = phone.page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().left >= 0")
    phone.page.keyboard.press("Enter")
    phone.page.keyboard.press("Tab")
    assert phone.page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert phone.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_without_scripts_every_field_is_there_and_says_when_it_applies(phone: Phone, browser):
    phone.be("lixuemei", "2026-03-05 09:45")
    plain = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, storage_state=phone.page.context.storage_state()
    )
    page = plain.new_page()
    page.goto(f"{phone.address}/summary/new/punish")
    assert page.locator("#at-id_party_operator").is_visible()
    assert "（当事人类别是个体工商户时必填）" in page.locator("#at-id_party_operator").inner_text()
    assert page.locator("#at-id_fine_yuan").is_visible()
    plain.close()
