"""The people page: posts with terms, certificates in words, nothing that ranks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from mingzhi.core.organs.models import Appointment, Certificate, Unit, User
from tests.cast import Town, make_town

from .seats import seat, shown


def certificate(town: Town, account: str, **changes) -> None:
    Certificate.objects.filter(holder=town[account]).update(**changes)


def line(page: str, name: str) -> str:
    """The row of one person."""
    return next(row for row in page.split("<tr") if f'class="num">{name}' in row)


@pytest.mark.parametrize(
    ("days", "words"),
    [(-1, "已过期 1 日"), (0, "今日到期"), (30, "剩 30 日到期"), (31, ">有效<")],
)
def test_a_certificate_is_said_in_words(town: Town, days: int, words: str):
    """penalty-law-42, personnel-4"""
    certificate(town, "wumin", valid_until=timezone.localdate() + timedelta(days=days))
    row = line(shown(seat(town, "lixuemei").get("/people/")), "吴敏")
    assert words in row
    assert ("没有有效的执法证，不能执法" in row) is (days < 0)


def test_a_withdrawn_certificate_and_none_at_all_are_said(town: Town):
    """personnel-7"""
    certificate(town, "wumin", withdrawn_on=timezone.localdate())
    page = shown(seat(town, "lixuemei").get("/people/"))
    assert "起暂扣、收回或者注销" in line(page, "吴敏")
    assert "没有有效的执法证，不能执法" in line(page, "钱新来")
    assert "不能执法" not in line(page, "赵明远")


def test_a_certificate_of_the_future_is_shown_and_does_not_count_yet(town: Town):
    """penalty-law-42"""
    today = timezone.localdate()
    Certificate.objects.create(
        holder=town["newcomer"], number="500110112777", issuer="重庆市司法局", scope="综合行政执法",
        valid_from=today + timedelta(days=1), valid_until=today + timedelta(days=900),
    )  # fmt: skip
    row = line(shown(seat(town, "lixuemei").get("/people/")), "钱新来")
    assert f"{today + timedelta(days=1)} 起有效" in row and "不能执法" in row


def test_a_renewed_certificate_takes_the_warning_from_the_count(town: Town):
    today = timezone.localdate()
    certificate(town, "wumin", valid_until=today + timedelta(days=5))
    desk = seat(town, "lixuemei")
    assert "证件 30 日内到期" in shown(desk.get("/people/"))
    Certificate.objects.create(
        holder=town["wumin"], number="500110112778", issuer="重庆市司法局", scope="综合行政执法",
        valid_from=today + timedelta(days=6), valid_until=today + timedelta(days=900),
    )  # fmt: skip
    assert "证件 30 日内到期" not in shown(desk.get("/people/"))


def test_posts_stand_with_their_terms_and_past_ones_do_not(town: Town):
    Appointment.objects.filter(person=town["wumin"]).update(until_on=date(2025, 6, 30))
    Appointment.objects.create(person=town["wumin"], authority=town.authority, post="archivist", from_on=date(2099, 1, 1))
    row = line(shown(seat(town, "lixuemei").get("/people/")), "吴敏")
    assert "执法人员" not in row and "自 2099-01-01 起任" in row


def test_units_stand_apart_and_can_be_chosen(town: Town):
    office = Unit.objects.create(authority=town.authority, name="党政办公室", kind="own")
    User.objects.filter(pk=town["wangli"].pk).update(unit=office)
    desk = seat(town, "lixuemei")
    assert "党政办公室" in shown(desk.get("/people/"))
    page = shown(desk.get("/people/?unit=党政办公室"))
    assert "王丽" in page and "吴敏" not in page


def test_somebody_is_found_by_name_or_certificate(town: Town):
    desk = seat(town, "wangli")
    page = shown(desk.get("/people/?q=500110112001"))
    assert "李雪梅" in page and "吴敏" not in page
    assert "没有符合条件的人员" in shown(desk.get("/people/?q=查无此人"))


def test_people_of_another_town_are_not_shown(town: Town):
    other = make_town("500110113", "安稳镇", "綦安稳府", prefix="b_")
    User.objects.filter(pk=other["wumin"].pk).update(name="外镇人")
    assert "外镇人" not in shown(seat(town, "lixuemei").get("/people/"))


def test_the_page_asks_a_fixed_number_of_questions(town: Town, django_assert_max_num_queries):
    desk = seat(town, "lixuemei")
    with django_assert_max_num_queries(8):
        desk.get("/people/")
