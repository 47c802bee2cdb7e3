"""What a citizen finds behind the doors: the people, the powers, the procedures, the ways of help."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from mingzhi.core.organs.models import Certificate
from mingzhi.procedures.penalty.models import Power
from tests.cast import Town

from .conftest import ROOT


def entrusted(town: Town) -> Power:
    """One power of the town made an entrusted one."""
    one = Power.objects.filter(authority=town.authority).order_by("pk").first()
    assert one is not None
    one.kind, one.entrusting_organ, one.entrusting_review_organ = Power.Kind.ENTRUSTED, "重庆市綦江区城市管理局", "重庆市綦江区人民政府"
    one.save()
    return one


def test_the_first_page_leads_to_every_door(read):
    """disclosure-2, disclosure-11.1"""
    page = read("")
    for words, place in (
        ("谁在执法", "officers"),
        ("能管什么", "powers"),
        ("怎么办案", "courses"),
        ("年度数据", "figures"),
        ("投诉与异议", "help"),
        ("核验执法证", "badge"),
    ):
        assert words in page and f'href="{ROOT}{place}"' in page


def test_officers_are_named_with_certificate_and_kind_and_nobody_else_is(read, town: Town):
    """disclosure-5.1: name, number and kind of those who may enforce today; nobody without a certificate."""
    page = read("officers")
    held = Certificate.objects.get(holder=town["lixuemei"])
    for words in ("李雪梅", held.number, held.scope, town.authority.name, town.authority.phone):
        assert words in page
    for absent in ("钱新来", "唐国华", "lixuemei", "系统管理员"):
        assert absent not in page


def test_who_may_not_enforce_today_is_not_listed(read, town: Town):
    """disclosure-5.1, personnel-4"""
    Certificate.objects.filter(holder=town["lixuemei"]).update(withdrawn_on=timezone.localdate())
    Certificate.objects.filter(holder=town["wumin"]).update(valid_until=timezone.localdate() - timedelta(days=1))
    town["chenzhiqiang"].appointments.update(until_on=timezone.localdate() - timedelta(days=1))
    page = read("officers")
    assert "罗开富" in page and not any(name in page for name in ("李雪梅", "吴敏", "陈志强"))


def test_officers_are_found_by_name_and_by_number(read, town: Town):
    number = Certificate.objects.get(holder=town["wumin"]).number
    for asked in ("吴敏", number):
        page = read("officers", q=asked)
        assert "吴敏" in page and "李雪梅" not in page
    assert "没有查到这个人" in read("officers", q="无此人")


def test_a_good_badge_is_confirmed(read, town: Town):
    """disclosure-6.3: whoever is asked to open the door can check the badge on the spot."""
    held = Certificate.objects.get(holder=town["lixuemei"])
    for page in (read(f"badge/{held.number}"), read("badge", number=f" {held.number.lower()} ")):
        assert "今天可以执法" in page and "李雪梅" in page and held.number in page


def test_a_suspended_badge_is_told_without_saying_why(read, town: Town):
    """disclosure-6.3"""
    Certificate.objects.filter(holder=town["lixuemei"]).update(withdrawn_on=timezone.localdate())
    page = read(f"badge/{Certificate.objects.get(holder=town['lixuemei']).number}")
    assert "今天不能执法" in page and "李雪梅" in page and "可以执法</h1>" not in page
    assert "暂扣" not in page and "收回" not in page and "有效期至" not in page


def test_the_badge_of_somebody_who_left_is_no_good(read, town: Town):
    number = Certificate.objects.get(holder=town["wumin"]).number
    town["wumin"].__class__.objects.filter(pk=town["wumin"].pk).update(is_active=False)
    assert "今天不能执法" in read(f"badge/{number}")


def test_an_unknown_badge_is_told_in_words(town: Town):
    response = Client().get(f"{ROOT}badge/渝00000000")
    assert response.status_code == 404 and "没有查到这个执法证" in response.content.decode()
    assert town.authority.phone in response.content.decode()


def test_powers_of_today_are_listed_by_type_and_words(read, town: Town):
    """disclosure-5.2, penalty-law-39"""
    today = timezone.localdate()
    listed = Power.objects.valid_on(today).filter(authority=town.authority)
    page = read("powers")
    assert all(row.name in page for row in listed) and f"全部 {listed.count()}" in page
    one = entrusted(town)
    others = listed.exclude(kind=Power.Kind.ENTRUSTED)
    only = read("powers", kind="entrusted")
    assert one.name in only and not any(row.code in only for row in others)
    assert "没有查到" in read("powers", q="不存在的事项")


def test_a_power_shows_basis_name_and_remedies_of_every_version(read, town: Town):
    """disclosure-5.3, disclosure-5.6: an entrusted power is used in the name of the organ that entrusted it."""
    one = entrusted(town)
    page = read(f"powers/{one.code}")
    assert one.entrusting_organ in page and one.basis[0]["article"] in page and one.review_organ in page
    old = Power.objects.get(pk=one.pk)
    old.pk, old.version, old.valid_from, old.valid_until = (
        None,
        "2020",
        one.valid_from - timedelta(days=900),
        one.valid_from - timedelta(days=1),
    )
    old.sanction = "旧的处罚内容"
    old.save()
    assert "2020 版" in (page := read(f"powers/{one.code}")) and "旧的处罚内容" in page and page.index(one.version) < page.index("2020 版")
    assert Client().get(f"{ROOT}powers/没有").status_code == 404


def test_a_procedure_is_shown_as_picture_and_as_list_with_limits_and_rights(read):
    """disclosure-5.4, disclosure-5.6"""
    page = read("courses")
    assert "<svg" in page and "作出处罚决定" in page and "90日" in page.replace(" ", "") and "请人回避" in page
    assert "《" in read("courses/seizure")
    assert Client().get(f"{ROOT}courses/clue").status_code == 404, "how clues are handled is nobody's flow chart"


def test_help_names_organs_and_terms(read, town: Town):
    """disclosure-5.6, penalty-law-75"""
    page = read("help")
    assert town.authority.review_organ in page and town.authority.court in page and "60 日" in page and "6 个月" in page


def test_a_search_finds_people_powers_and_procedures_and_nothing_of_a_case(read, town: Town):
    number = Certificate.objects.get(holder=town["lixuemei"]).number
    assert "执法人员" in read("search", q="李雪梅") and "李雪梅" in read("search", q=number)
    assert "执法事项" in read("search", q="规划") and "普通程序" in read("search", q="普通")
    for asked in ("刘大成", "", "%"):
        page = read("search", q=asked)
        assert ("没有查到" in page) == bool(asked)
