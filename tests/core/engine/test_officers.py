"""Officers are offered with what keeps them from acting that day, so that nobody chooses one in vain."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from mingzhi.core.organs.models import Certificate
from mingzhi.core.organs.people import lapsed_certificates
from mingzhi.procedures.clue.forms import Assign
from mingzhi.procedures.clue.models import Clue
from mingzhi.procedures.crime.forms import FormTeam
from mingzhi.procedures.crime.models import CrimeTransfer
from mingzhi.procedures.penalty.forms.filing import Propose
from mingzhi.procedures.penalty.models import Case
from tests.cast import Town, at

DAY = date(2026, 3, 5)


def change(town: Town, account: str, **columns: date) -> None:
    Certificate.objects.filter(holder=town[account]).update(**columns)


@pytest.mark.parametrize(
    ("columns", "why"),
    [
        ({"valid_until": date(2026, 3, 4)}, "已于 2026-03-04 到期"),
        ({"valid_until": date(2026, 3, 5)}, None),
        ({"withdrawn_on": date(2026, 3, 5)}, "自 2026-03-05 起暂扣、收回或者注销"),
        ({"withdrawn_on": date(2026, 3, 6)}, None),
        ({"valid_from": date(2026, 3, 6)}, "自 2026-03-06 起有效"),
        ({"valid_from": date(2026, 3, 5)}, None),
    ],
)
def test_why_a_certificate_does_not_count_that_day(town: Town, columns: dict[str, date], why: str | None):
    """penalty-law-42, personnel-4, personnel-7"""
    change(town, "lixuemei", **columns)
    assert lapsed_certificates([town["lixuemei"]], DAY).get(town["lixuemei"].pk) == why


def test_a_new_certificate_makes_up_for_an_old_one(town: Town):
    change(town, "lixuemei", valid_until=date(2026, 3, 4))
    Certificate.objects.create(
        holder=town["lixuemei"], number="500110112900", issuer="重庆市司法局", scope="综合行政执法",
        valid_from=date(2024, 1, 1), valid_until=date(2030, 1, 1),
    )  # fmt: skip
    assert lapsed_certificates([town["lixuemei"], town["newcomer"]], DAY) == {town["newcomer"].pk: "未登记"}


def test_each_form_that_chooses_officers_marks_them(town: Town):
    """penalty-law-42"""
    change(town, "wumin", valid_until=date(2026, 3, 4))
    for form, name, kind in ((Propose, "officers", Case), (Assign, "people", Clue), (FormTeam, "members", CrimeTransfer)):
        shown = form(matter=kind(authority=town.authority), actor=town["lixuemei"], at=at("2026-03-05"))
        assert sorted(str(label) for _, label in shown.fields[name].choices) == [
            "吴敏　无有效执法证（已于 2026-03-04 到期）", "李雪梅", "钱新来　无有效执法证（未登记）", "陈志强",
        ]  # fmt: skip


def test_the_page_says_it_and_an_officer_can_still_be_found_by_name(town: Town, settings):
    settings.PASSWORD_DAYS = 0
    desk = Client()
    desk.force_login(town["lixuemei"], "mingzhi.core.organs.sign_in.Accounts")
    assert "钱新来　无有效执法证（未登记）" in desk.get("/penalty/new/propose").content.decode()
    form = Propose({"officers": ["钱新来"]}, matter=Case(authority=town.authority), actor=town["lixuemei"], at=at("2026-03-05"))
    form.is_valid()
    assert form.cleaned_data["officers"] == [town["newcomer"]]
