"""The power list on a day, and one power with its versions and cases."""

from __future__ import annotations

from datetime import date

from mingzhi.procedures.penalty.models import Power
from tests.cast import Town, make_town
from tests.procedures.penalty.discretion_steps import benchmark, listed
from tests.procedures.penalty.story import propose

from .seats import seat, shown


def entrusted(town: Town, **changes) -> Power:
    return Power.objects.create(
        **{
            "authority": town.authority, "code": "委托-002", "version": "2025", "name": "露天焚烧秸秆", "kind": "entrusted",
            "basis": [{"law": "《中华人民共和国大气污染防治法》", "article": "第一百一十九条"}], "sanction": "责令改正，可以并处罚款",
            "fine_min_citizen_yuan": 500, "fine_max_citizen_yuan": 2000, "fine_max_unit_yuan": "20000.50",
            "valid_from": date(2025, 7, 1), "source": "綦江府办〔2025〕34号", "entrusting_organ": "重庆市綦江区生态环境局",
            "entrusting_review_organ": "重庆市綦江区人民政府", "entrusting_court": "重庆市綦江区人民法院",
        }
        | changes
    )  # fmt: skip


def test_the_list_shows_the_versions_of_the_day_asked_about(town: Town):
    """penalty-law-24"""
    entrusted(town, valid_until=date(2025, 12, 31))
    desk = seat(town, "lixuemei")
    assert "露天焚烧秸秆" in shown(desk.get("/powers/?on=2025-12-31"))
    later = shown(desk.get("/powers/?on=2026-01-01"))
    assert "露天焚烧秸秆" not in later and "不是今天的" in later
    assert "没有符合条件的事项" in shown(desk.get("/powers/?on=2025-06-30"))


def test_tabs_and_words_narrow_the_list(town: Town):
    entrusted(town)
    desk = seat(town, "lixuemei")
    page = shown(desk.get("/powers/?tab=entrusted"))
    assert "露天焚烧秸秆" in page and "乱堆粪便" not in page
    page = shown(desk.get("/powers/?q=乱堆"))
    assert "露天焚烧秸秆" not in page and "乱堆粪便" in page


def test_a_long_list_goes_on_at_the_next_code(town: Town):
    Power.objects.bulk_create(
        Power(
            authority=town.authority, code=f"赋权-{n:03}", version="2025", name=f"事项{n:03}", kind="granted",
            valid_from=date(2025, 7, 1), source="綦江府办〔2025〕34号",
        )
        for n in range(130)
    )  # fmt: skip
    desk = seat(town, "lixuemei")
    first = shown(desk.get("/powers/?tab=granted"))
    assert "事项099" in first and "事项100" not in first
    second = shown(desk.get("/powers/?tab=granted&after=赋权-099"))
    assert "事项100" in second and "事项129" in second and "事项099" not in second


def test_a_day_that_is_none_means_today(town: Town):
    assert "不是今天的" not in shown(seat(town, "lixuemei").get("/powers/?on=2026-02-31"))


def test_a_power_tells_issuer_seal_remedy_fines_and_where_it_goes(town: Town):
    """penalty-law-20.4, reconsideration-law-20, litigation-law-46"""
    power = entrusted(town, hand_to="綦江区生态环境局")
    page = shown(seat(town, "lixuemei").get(f"/powers/{power.pk}/"))
    assert "重庆市綦江区生态环境局印章（委托机关印章，本镇不盖章）" in page
    assert "60 日内向重庆市綦江区人民政府申请行政复议，或者 6 个月内向重庆市綦江区人民法院提起行政诉讼" in page
    assert "500 元以上2,000 元以下" in page and "20,000.50 元以下" in page
    assert "綦江区生态环境局" in page


def test_versions_stand_newest_first_with_what_changed(town: Town):
    building = town.powers["building"]
    Power.objects.filter(pk=building.pk).update(valid_until=date(2026, 12, 31))
    newer = Power.objects.get(pk=building.pk)
    newer.pk, newer.version, newer.valid_from, newer.valid_until, newer.sanction = None, "2099", date(2099, 1, 1), None, "可以拆除"
    newer.save()
    page = shown(seat(town, "lixuemei").get(f"/powers/{building.pk}/"))
    assert page.index("2099 版") < page.index("2025 版")
    assert "改动：处罚内容" in page and "尚未生效" in page


def test_cases_of_a_power_are_shown_to_who_may_see_them(town: Town):
    case = propose(town)
    address = f"/powers/{town.powers['building'].pk}/"
    assert case.title in shown(seat(town, "lixuemei").get(address))
    assert case.title not in shown(seat(town, "sysadmin").get(address))


def test_a_foreign_power_is_not_there(town: Town):
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    shown(seat(town, "lixuemei").get(f"/powers/{other.powers['litter'].pk}/"), 404)


def test_pages_of_powers_ask_a_fixed_number_of_questions(town: Town, django_assert_max_num_queries):
    for number in range(20):
        entrusted(town, code=f"委托-{number:03}")
    desk = seat(town, "lixuemei")
    with django_assert_max_num_queries(9):
        desk.get("/powers/")
    with django_assert_max_num_queries(12):
        desk.get(f"/powers/{town.powers['building'].pk}/")


def test_a_power_shows_its_benchmarks_with_tiers_and_ranges(town: Town):
    """penalty-law-34, personnel-21"""
    benchmark(town)
    benchmark(town, version="2025", valid=[date(2025, 1, 1), date(2025, 12, 31)])
    page = shown(seat(town, "lixuemei").get(f"/powers/{town.powers['litter'].pk}/"))
    assert page.index("裁量基准：示例裁量基准（2026版）") < page.index("裁量基准：示例裁量基准（2025版）")
    assert "责令后没有改正" in page
    assert "100元至300元" in page and "200元至400元" in page


def test_a_power_shows_the_items_of_lists_that_leave_it_unpunished(town: Town):
    """penalty-law-33"""
    listed(town, version="2025", number=1, valid=(date(2025, 1, 1),))
    listed(town)
    page = shown(seat(town, "lixuemei").get(f"/powers/{town.powers['litter'].pk}/"))
    assert page.index("示例轻微违法行为不予处罚清单（2026版）第2项") < page.index("示例轻微违法行为不予处罚清单（2025版）第1项")
    assert "轻微不罚" in page and "堆放不足一立方米；当日清除干净" in page and "《重庆市村镇规划建设管理条例》第五十条" in page
    assert "不在有效期" in page
