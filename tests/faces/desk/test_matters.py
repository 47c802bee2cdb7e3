"""The desk's pages over the engine: what is shut says why, what was typed is kept, what is foreign is not there."""

import pytest
from django.test import Client

from mingzhi.core.engine.errors import Refused
from mingzhi.core.engine.models import Matter
from tests.cast import Town, make_town
from tests.core.engine.test_perform import CLUE, registered
from tests.procedures.penalty import spot_steps
from tests.procedures.penalty.story import proposal, propose


@pytest.fixture
def desk(town: Town, settings):
    settings.PASSWORD_DAYS = 0

    def sit(account: str) -> Client:
        client = Client()
        client.force_login(town[account], "mingzhi.core.organs.sign_in.Accounts")
        return client

    return sit


def text(response) -> str:
    return response.content.decode()


def test_a_stranger_is_sent_to_the_door(db):
    response = Client().get("/penalty/")
    assert response.status_code == 302 and response.url.startswith("/sign-in")


def test_the_first_page_lists_what_waits_for_me(town: Town, desk):
    propose(town)
    page = text(desk("luokaifu").get("/"))
    assert "刘大成未取得乡村建设规划许可证建设案" in page and "审核立案" in page


def test_an_officer_sees_what_others_have_to_do(town: Town, desk):
    propose(town)
    page = text(desk("lixuemei").get("/"))
    assert "我请他人办的" in page and "罗开富" in page


def test_a_list_shows_the_town_s_matters_only(town: Town, desk):
    propose(town)
    neighbours = make_town("500110110", "赶水镇", "綦赶水府", prefix="gs-")
    client = Client()
    client.force_login(neighbours["lixuemei"], "mingzhi.core.organs.sign_in.Accounts")
    assert "刘大成" in text(desk("lixuemei").get("/penalty/"))
    assert "刘大成" not in text(client.get("/penalty/"))


def test_a_foreign_matter_is_not_there(town: Town, desk):
    case = propose(town)
    neighbours = make_town("500110110", "赶水镇", "綦赶水府", prefix="gs-")
    client = Client()
    client.force_login(neighbours["lixuemei"], "mingzhi.core.organs.sign_in.Accounts")
    assert client.get(f"/penalty/{case.pk}/").status_code == 404
    assert desk("sysadmin").get(f"/penalty/{case.pk}/").status_code == 404


def test_a_closed_action_says_what_is_missing_under_which_article_and_who_can_supply_it(town: Town, desk):
    """recording-8.2"""
    case = propose(town)
    page = text(desk("zhouweimin").get(f"/penalty/{case.pk}/"))
    assert "现在还不能批准立案" in page and "尚未签署意见" in page and "大队长 罗开富" in page and "第八条" in page


@pytest.mark.parametrize(
    ("account", "name", "heading", "reason"),
    [
        ("lixuemei", "report", "现在还不能", "本件现在的环节是“立案审批”，“提交调查终结报告”只能在“调查取证”办理。"),
        ("wangli", "report", "现在还不能", "本件现在的环节是“立案审批”，“提交调查终结报告”只能在“调查取证”办理。"),
        ("lixuemei", "propose", "提请立案：2026-03-03 已办理", "“提请立案”在开始时办理，本件已经办过。"),
        ("tangguohua", "waive_surcharge", "现在还不能", "不单独办理"),
    ],
)
def test_an_act_that_cannot_be_done_now_is_shown_with_its_reason_and_no_other_is_put_in_its_place(
    town: Town, desk, account: str, name: str, heading: str, reason: str
):
    case = propose(town)
    page = text(desk(account).get(f"/penalty/{case.pk}/?do={name}"))
    doing = page.split('id="do"')[1].split("</section>")[0]
    assert heading in doing and reason in doing and ("现在还不能" in doing) == (heading == "现在还不能")
    assert "<form" not in doing


def test_what_was_done_is_headed_so_with_its_day_and_not_among_what_is_missing(town: Town, desk):
    """penalty-law-28"""
    case = spot_steps.reported(town)
    look = {
        "checked_at": "2026-03-09 09:00", "place": "市场街8号", "officers": ["李雪梅", "陈志强"], "findings": "已清除", "corrected": "yes",
        "party_opinion": "无",
    }  # fmt: skip
    spot_steps.act(town, "recheck", case, "lixuemei", "2026-03-09 10:00", **look)
    page = text(desk("lixuemei").get(f"/summary/{case.pk}/"))
    done = page.split("已经办理的（1）")[1].split('class="more-acts"')[0]
    assert "改正核查：2026-03-09 已办理" in done and "不必再核查" in done
    assert "现在还不能改正核查" not in page
    asked = text(desk("lixuemei").get(f"/summary/{case.pk}/?do=recheck")).split('id="do"')[1].split("</section>")[0]
    assert "改正核查：2026-03-09 已办理" in asked and "<form" not in asked
    with pytest.raises(Refused, match="“改正核查”已经办理，不必再办"):
        spot_steps.act(town, "recheck", case, "lixuemei", "2026-03-10 10:00", **look)


def test_an_act_that_no_procedure_knows_is_told_so(town: Town, desk):
    case = propose(town)
    answer = desk("lixuemei").get(f"/penalty/{case.pk}/?do=nonsense")
    assert answer.status_code == 404 and "没有您要办的这个事项" in text(answer)


def test_sending_a_form_does_the_action(town: Town, desk):
    client = desk("wangli")
    response = client.post("/clue/new/register/do", CLUE)
    assert response.status_code == 302
    assert Matter.objects.get().title == CLUE["subject"]


def test_who_may_not_open_a_matter_is_told_before_filling_in_the_form(town: Town, desk):
    """penalty-law-54"""
    answer = desk("wangli").get("/penalty/new/propose")
    page = text(answer)
    assert answer.status_code == 403
    assert "由执法人员办理，您没有这个岗位" in page and "李雪梅" in page and "第五十四条" in page
    assert desk("lixuemei").get("/penalty/new/propose").status_code == 200


def test_a_refused_form_comes_back_with_its_reasons_and_everything_typed(town: Town, desk):
    """penalty-law-42"""
    response = desk("lixuemei").post("/penalty/new/propose/do", proposal(town, officers=[town["lixuemei"].pk]))
    page = text(response)
    assert response.status_code == 409
    assert "执法人员不得少于2人" in page and "第四十二条" in page and "刘大成" in page
    assert not Matter.objects.exists()


def test_a_faulty_form_comes_back_with_its_errors_and_is_kept_as_a_draft(town: Town, desk):
    client = desk("lixuemei")
    response = client.post("/penalty/new/propose/do", proposal(town, party_identifier="500399198503121230"))
    assert response.status_code == 422 and "身份证号不正确" in text(response)
    assert "当事人在万隆村三组自建房屋" in text(client.get("/penalty/new/propose"))


def test_a_draft_is_saved_and_offered_again(town: Town, desk):
    client = desk("wangli")
    saved = client.post("/clue/new/register/draft", {"place": "万隆村三组水沟边"}, headers={"accept": "application/json"})
    assert "草稿已存" in saved.json()["words"]
    assert "万隆村三组水沟边" in text(client.get("/clue/new/register"))


def test_who_read_an_older_version_is_told(town: Town, desk):
    clue = registered(town)
    client = desk("luokaifu")
    assert client.post(f"/clue/{clue.pk}/assign/do", {"people": [town["lixuemei"].pk], "version": 1}).status_code == 302
    response = client.post(f"/clue/{clue.pk}/assign/do", {"people": [town["chenzhiqiang"].pk], "version": 1})
    assert response.status_code == 409 and "请刷新后再办" in text(response)


def test_the_wrong_post_is_told_who_does_it(town: Town, desk):
    clue = registered(town)
    response = desk("wangli").post(f"/clue/{clue.pk}/assign/do", {"people": [town["lixuemei"].pk], "version": 1})
    assert response.status_code == 403 and "由大队长办理" in text(response)


def test_no_page_carries_inline_script_or_style(town: Town, desk):
    case = propose(town)
    for address in ("/", "/penalty/", f"/penalty/{case.pk}/", "/penalty/new/propose"):
        response = desk("lixuemei").get(address)
        page = text(response)
        assert "<style" not in page and " style=" not in page and "onclick=" not in page
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_five_wrong_passwords_lock_the_account(town: Town):
    town["wangli"].set_password("right-password-2026")
    town["wangli"].save()
    client = Client()
    for _ in range(5):
        response = client.post("/sign-in", {"username": "wangli", "password": "wrong"})
    assert "账号已锁定" in text(response)
    again = client.post("/sign-in", {"username": "wangli", "password": "right-password-2026"})
    assert again.status_code == 429
