"""The ledgers of use on the desk: device, person, time, content; narrowed, page by page, and whole for paper."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from mingzhi.core.organs import Post
from mingzhi.core.organs.models import Appointment
from mingzhi.faces.desk.views import ledgers
from tests.cast import make_town
from tests.regulations.equipment import story as devices
from tests.regulations.footage import story as footage
from tests.regulations.recording import story as activities

from .seats import seat, shown


@pytest.fixture(autouse=True)
def places(tmp_path, settings):
    settings.VAULT_DIR, settings.DATA_DIR = tmp_path / "vault", tmp_path / "data"


def page(client: Client, **asked: str) -> str:
    return shown(client.get(reverse("desk:ledger"), asked))


@pytest.fixture
def desk(town) -> Client:
    return seat(town, "luokaifu")


def test_devices_stand_with_person_time_and_content(town, desk):
    """footage-4"""
    activity = activities.stored(town)
    devices.act(town, "give_back", activities.camera_of(town), "lixuemei", "2026-03-04 17:00", condition="完好")
    html = page(desk)
    assert "2026-03-04 08:40 至 17:00" in html
    for words in ("ZF-07", "李雪梅", "用途：万隆村现场检查", f"{activity.number}）资料 1 件"):
        assert words in html


def test_footage_stands_with_what_it_belongs_to_or_why_it_does_not(town, desk):
    """footage-4, footage-5"""
    bound = footage.bound(town)
    alone = footage.brought(town, footage.uploaded(town, name="试录.mp4"))
    footage.act(town, "footage.explain_unbound", alone, "lixuemei", "2026-03-04 13:00", unbound_because="test", unbound_words="")
    html = page(desk, tab="footage")
    for words in (bound.number, str(bound.activity), alone.number, "不归入执法活动：使用前检查、试录"):
        assert words in html


def test_looks_stand_for_those_who_answer_and_everybody_sees_their_own(town, desk):
    """recording-18-scope"""
    clip = footage.brought(town)
    for who, purpose in (("lixuemei", "核对现场情况"), ("zhouweimin", "审批前核对")):
        seat(town, who).post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": purpose})
    html = page(desk, tab="looks")
    assert "核对现场情况" in html
    assert "审批前核对" in html
    own = page(seat(town, "lixuemei"), tab="looks")
    assert "核对现场情况" in own
    assert "审批前核对" not in own


def test_device_person_and_days_narrow_it_days_included(town, desk):
    """footage-4"""
    first = devices.out(town)
    devices.act(town, "give_back", first, "lixuemei", "2026-03-04 17:00", condition="完好")
    devices.out(town, first, who="wumin", when="2026-03-05 08:40", purpose="集市巡查")
    devices.out(town, devices.in_store(town, "ZF-09"), who="wumin", when="2026-03-06 23:30", purpose="夜间巡查")
    told = ("万隆村现场检查", "集市巡查", "夜间巡查")

    def seen(**asked: str) -> list[bool]:
        html = page(desk, **asked)
        return [words in html for words in told]

    assert seen() == [True, True, True]
    assert seen(device="ZF-07") == [True, True, False]
    assert seen(person="吴敏") == [False, True, True]
    assert seen(**{"from": "2026-03-05"}) == [False, True, True]
    assert seen(**{"from": "2026-03-05", "until": "2026-03-05"}) == [False, True, False]
    assert seen(until="2026-03-06", device="ZF-09") == [False, False, True]


def test_footage_without_a_time_of_its_own_counts_by_its_export(town, desk):
    """footage-4"""
    clip = footage.brought(town)
    assert clip.began_at is None
    assert clip.number in page(desk, tab="footage", **{"from": "2026-03-04", "until": "2026-03-04"})
    assert clip.number not in page(desk, tab="footage", **{"from": "2026-03-05"})


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"from": "2026-02-31"}, "日期写得不对"),
        ({"until": "三月五日"}, "日期写得不对"),
        ({"from": "2026-03-05", "until": "2026-03-04"}, "截止日期早于起始日期"),
    ],
)
def test_a_question_that_makes_no_sense_is_told_and_not_answered(town, desk, asked, sentence):
    devices.out(town)
    html = page(desk, **asked)
    assert sentence in html
    assert "万隆村现场检查" not in html


def test_pages_follow_each_other_without_gap_and_paper_has_everything(town, desk, monkeypatch):
    monkeypatch.setattr(ledgers, "PAGE_ROWS", 2)
    device = devices.in_store(town)
    for day in range(4, 9):
        devices.out(town, device, when=f"2026-03-0{day} 08:40", purpose=f"巡查{day}")
        devices.act(town, "give_back", device, "lixuemei", f"2026-03-0{day} 17:00", condition="完好")
    sheets = [page(desk)]
    while following := re.search(r'href="([^"]+)" rel="next"', sheets[-1]):
        sheets.append(shown(desk.get(unescape(following[1]))))
    assert [[day for day in range(9, 3, -1) if f"巡查{day}" in sheet] for sheet in sheets] == [[8, 7], [6, 5], [4]]
    whole = page(desk, all="1")
    assert all(f"巡查{day}" in whole for day in range(4, 9))
    assert "data-print" in whole
    monkeypatch.setattr(ledgers, "PRINTED_ROWS", 3)
    cut = page(desk, all="1")
    assert "只列出最近 3 行。请缩短起止日期" in cut
    assert "巡查5" not in cut


def test_another_town_and_administrators_see_nothing_of_it(town):
    """footage-13"""
    devices.out(town)
    clip = footage.brought(town)
    seat(town, "lixuemei").post(reverse("desk:open_clip", args=[clip.pk]), {"purpose": "核对现场情况"})
    other = make_town("500110113", "郭扶镇", "綦郭扶府", "gf-")
    for client in (seat(other, "luokaifu"), seat(town, "sysadmin")):
        for tab in ("devices", "footage", "looks"):
            assert "没有符合条件的记录" in page(client, tab=tab)
        assert "ZF-07" not in page(client)


def test_a_device_that_breaks_while_it_is_out_is_in_nobodys_hands_any_more(town, desk):
    """footage-4"""
    devices.broken(town)
    html = page(desk)
    assert "故障：不能开机。" in html
    assert "未归还" not in html


def test_whoever_keeps_the_devices_and_nothing_else_is_led_to_them_and_to_the_ledgers(town):
    """footage-3, footage-4"""
    person = town["newcomer"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(person=person, authority=town.authority, post=Post.EQUIPMENT_KEEPER, from_on="2025-01-01")
    devices.out(town)
    client = seat(town, "newcomer")
    assert f'href="{reverse("desk:ledger")}"' in shown(client.get("/"))
    assert "ZF-07" in page(client) and "ZF-07" in shown(client.get(reverse("desk:list", args=["device"])))
    assert f'href="{reverse("desk:list", args=["penalty"])}"' not in shown(client.get("/"))
