"""The command: exit status, one sentence on stderr, JSON alone on stdout."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.core.organs.models import Appointment, Key, WorkYear
from mingzhi.core.organs.posts import Post
from mingzhi.faces.cli.commands import run_command
from tests.cast import Town


@pytest.fixture
def command(capsys):
    """Run a command line; gives exit status, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run_command(list(words))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def answer(command, *words: str):
    status, out, err = command(*words, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_due_by_provision_gives_the_days(db, command):
    """penalty-law-60"""
    found = answer(command, "due", "--provision", "penalty-law-60", "--from", "2026-03-03")
    assert found == {
        "due": "2026-06-01",
        "unit": "day",
        "counted": ["2026-03-04", "2026-06-01"],
        "rolled": False,
        "provision": "penalty-law-60",
        "rules": ["civil-code-201"],
    }


def test_due_counts_working_days_over_the_spring_festival(db, command):
    """penalty-law-56: 2026-02-14 and 02-28 are worked, 02-15 to 02-23 are not."""
    found = answer(command, "due", "--within", "7", "--unit", "workday", "--from", "2026-02-12")
    assert found["due"] == "2026-02-28"
    assert found["counted"] == ["2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28"]


def test_due_in_a_year_without_a_calendar_is_unknown(db, command):
    status, out, err = command("due", "--within", "7", "--unit", "workday", "--from", "2026-12-28", "--json")
    assert (status, out) == (3, "")
    assert err.startswith("尚未录入 2027 年放假调休安排")
    assert err.count("\n") == 1


def test_due_uses_the_year_the_office_entered(town: Town, command, tmp_path: Path):
    """penalty-law-85"""
    status, out, _ = command("calendar", "load", str(calendar_file(tmp_path)), "--user", "wangli")
    assert status == 0, out
    assert WorkYear.objects.get(year=2027).source == "国办发明电〔2026〕1号"
    found = answer(command, "due", "--within", "3", "--unit", "workday", "--from", "2026-12-31")
    assert found["counted"] == ["2027-01-04", "2027-01-05", "2027-01-06"]


def calendar_file(folder: Path, rest: str = "[2027-01-01]", makeup: str = "[]") -> Path:
    file = folder / "2027.yaml"
    file.write_text(f"year: 2027\nsource: 国办发明电〔2026〕1号\nrest_days: {rest}\nmakeup_days: {makeup}\n", encoding="utf-8")
    return file


def test_only_the_clerk_enters_a_calendar(town: Town, command, tmp_path: Path):
    status, _, err = command("calendar", "load", str(calendar_file(tmp_path)), "--user", "lixuemei")
    assert status == 1
    assert "党政办经办人" in err


@pytest.mark.parametrize(("rest", "makeup"), [("[2026-12-31]", "[]"), ("[2027-01-01]", "[2027-01-04]"), ("[元旦]", "[]")])
def test_a_calendar_that_contradicts_itself_is_wrong_usage(town: Town, command, tmp_path: Path, rest: str, makeup: str):
    assert command("calendar", "load", str(calendar_file(tmp_path, rest, makeup)), "--user", "wangli")[0] == 2
    assert not WorkYear.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("due", "--from", "2026-03-03"),
        ("due", "--provision", "penalty-law-60", "--within", "3", "--unit", "day", "--from", "2026-03-03"),
        ("due", "--provision", "penalty-law-0", "--from", "2026-03-03"),
        ("due", "--provision", "penalty-law-60", "--from", "三月三日"),
        ("due", "--within", "24", "--unit", "hour", "--from", "2026-03-03"),
        ("surcharge", "--fine", "一千", "--due", "2026-03-01", "--on", "2026-03-20"),
        ("surcharge", "--fine", "1000", "--due", "2026-03-01", "--on", "2026-03-20", "--paused", "2026-03-05"),
        ("nonsense",),
        ("due", "--oops"),
        ("bench", "nonsense"),
        ("scenario",),
        ("scenario", "nowhere.yaml"),
    ],
)
def test_wrong_usage_says_so_in_a_sentence(db, command, words: tuple[str, ...]):
    status, out, err = command(*words)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_the_surcharge_leaves_out_the_days_of_a_lawsuit(command):
    """penalty-law-72.1, penalty-law-73.3"""
    words = ("surcharge", "--fine", "1000", "--due", "2026-03-01", "--on", "2026-03-20")
    assert answer(command, *words)["surcharge"] == "570.00"
    paused = answer(command, *words, "--paused", "2026-03-05", "2026-03-06", "--paused", "2026-03-10", "2026-03-10")
    assert (paused["days"], paused["paused_days"], paused["surcharge"], paused["total"]) == (16, 3, "480.00", "1480.00")


def test_numbers_are_checked_one_by_one(command):
    found = answer(command, "check-id", "500399198503121238", "91500399MA5U000033")
    assert [row["valid"] for row in found] == [True, True]
    status, out, _ = command("check-id", "500399198503121239", "--json")
    assert status == 1
    assert json.loads(out)[0]["reason"]


def test_provisions_are_listed_with_what_binds_and_proves_them(db, command):
    status, out, err = command("provisions", "--json")
    rows = {row["id"]: row for row in json.loads(out)}
    assert set(rows["penalty-law-60"]) == {"id", "article", "kind", "bound_by", "tests"}
    assert "deadline penalty: 作出处罚决定" in rows["penalty-law-60"]["bound_by"]
    assert "action penalty.decide" in rows["penalty-law-57"]["bound_by"]
    assert any(text.startswith("gate procedures.penalty.gates.officers.") for text in rows["penalty-law-42"]["bound_by"])
    assert "tests/examples/stories/立案-两名执法人员.yaml" in rows["penalty-law-42"]["tests"]
    assert (status == 1) == any(not row["bound_by"] for row in rows.values())
    assert bool(err) == (status == 1)


def test_unbound_provisions_are_those_that_nothing_enforces(db, command):
    every = json.loads(command("provisions", "--json")[1])
    unbound = json.loads(command("provisions", "--unbound", "--json")[1])
    assert unbound == [row for row in every if not row["bound_by"]]


def test_actions_name_posts_stages_gates_and_papers(db, command):
    rows = {row["code"]: row for row in answer(command, "actions")}
    filing = rows["penalty.approve_filing"]
    assert (filing["title"], filing["posts"], filing["from"], filing["to"]) == (
        "批准立案", ["deputy", "mayor"], ["proposed"], ["investigation"],
    )  # fmt: skip
    assert (filing["deadlines_started"], filing["documents"]) == (["penalty-law-60"], ["D02"])
    assert "brigade_gave_its_opinion" in [gate["name"] for gate in filing["gates"]]
    assert rows["penalty.decide"]["deadlines_met"] == ["penalty-law-60"]


def test_a_key_is_shown_once_and_only_its_digest_is_kept(town: Town, command):
    made = answer(command, "key", "new", "--for", "执法记录仪", "--user", "lixuemei", "--scope", "upload")
    kept = Key.objects.get()
    assert (kept.name, kept.scope, kept.person) == ("执法记录仪", "upload", town["lixuemei"])
    assert made["key"] not in command("key", "list")[1]
    assert made["key"] not in json.dumps(list(Key.objects.values("digest", "name")))


def test_a_key_is_revoked_once(town: Town, command):
    made = answer(command, "key", "new", "--for", "平台", "--user", "wangli")
    assert command("key", "revoke", str(made["id"]))[0] == 0
    assert answer(command, "key", "list")[0]["revoked_at"]
    assert command("key", "revoke", str(made["id"]))[0] == 1
    assert command("key", "revoke", "999")[0] == 2


def test_a_key_needs_an_account_that_is_active(town: Town, command):
    assert command("key", "new", "--for", "平台", "--user", "nobody")[0] == 2


def test_the_ledger_is_verified_and_its_roots_are_printed(town: Town, command):
    found = answer(command, "ledger", "verify")
    assert found["ok"]
    assert found["differences"] == []
    assert command("ledger", "verify", "--authority", "0")[0] == 2
    assert command("ledger", "verify", "--authority", town.authority.code)[0] == 0


def test_the_check_looks_at_everything_an_installation_needs(town: Town, command):
    _, out, _ = command("check", "--json")
    names = [row["name"] for row in json.loads(out)]
    assert names == [
        *("数据库", "国密算法", "字体", "磁盘", "时钟", "工作日历（石壕镇）"),
        *("音像读取", "原件保护", "上传", "第二份", "备份"),
    ]


def test_the_format_of_stories_is_printed(command):
    status, out, _ = command("scenario", "--help-format")
    assert status == 0
    assert out.startswith("# 故事的写法")


def test_the_stage_has_nobody_without_a_post(db):
    from mingzhi.faces.cli.stage import build_stage, names

    stage = build_stage()
    assert sorted(stage.people) == sorted(names())
    on = date(2026, 3, 3)
    held = {row.person_id for row in Appointment.objects.on(on)}
    assert {person.pk for person in stage.people.values()} == held
    # 兼办 holds every post, to try that nobody decides on their own request.
    assert Appointment.objects.on(on).filter(post=Post.MAYOR).exclude(person__name="兼办").count() == 1


DISCRETION = """benchmarks:
  - power: 法定-003
    version: 2026
    level: town
    source: 示例裁量基准
    valid: [2026-01-01]
    tiers: [{name: 一般, circumstances: {usual: 责令后没有改正}, citizen: [100, 300], unit: [200, 400]}]
exemptions:
  - source: 示例免罚清单
    version: 2026
    valid: [2026-01-01]
    items: [{number: 1, power: 法定-003, ground: slight, conditions: [当日清除干净]}]
"""


def test_benchmarks_and_lists_are_entered_from_a_file(town: Town, command, tmp_path: Path):
    """personnel-21, penalty-law-34"""
    file = tmp_path / "discretion.yaml"
    file.write_text(DISCRETION, encoding="utf-8")
    assert command("discretion", "load", str(file), "--user", "lixuemei")[0] == 1
    status, out, _ = command("discretion", "load", str(file), "--user", "wangli")
    assert (status, out) == (0, "已录入石壕镇的裁量基准 1 个版本，免罚清单事项 1 项。\n")
    status, _, err = command("discretion", "load", str(file), "--user", "wangli")
    assert status == 2 and "同一版本已经录入" in err


@pytest.mark.parametrize("text", ["benchmarks: [", "powers: []", "benchmarks:\n  - power: 法定-003\n"])
def test_a_file_of_another_shape_is_wrong_usage(town: Town, command, tmp_path: Path, text: str):
    file = tmp_path / "discretion.yaml"
    file.write_text(text, encoding="utf-8")
    assert command("discretion", "load", str(file), "--user", "wangli")[0] == 2


@pytest.mark.parametrize(
    ("line", "words", "help"),
    [
        ("due --within x --unit day --from 2026-01-01", "--within 应为整数", "due"),
        ("due --within -1 --unit day --from 2026-01-01", "--within 不能小于 0", "due"),
        ("due --within 1 --unit week --from 2026-01-01", "--unit 只能是 workday、day、hour、month、year 之一", "due"),
        ("due", "缺少 --from", "due"),
        ("due --fro 2026-01-01", "没有选项 --fro，是不是 --from、--roll", "due"),
        ("due extra --from 2026-01-01", "多出了 extra", "due"),
        ("check-id", "缺少 CODE…", "check-id"),
        ("calendar load /nowhere --user x", "FILE 没有 /nowhere", "calendar load"),
        ("ledger nothing", "没有命令 nothing", "ledger"),
        ("key revoke abc", "ID 应为整数", "key revoke"),
        ("run --port 99999", "--port 不能大于 65535", "run"),
    ],
)
def test_a_wrong_command_line_is_told_in_words_and_where_to_read_on(db, command, line: str, words: str, help: str):
    assert command(*line.split()) == (2, "", f"用法不对：{words}。运行 mingzhi {help} --help 查看用法。\n")


def test_a_period_beyond_every_calendar_is_wrong_usage_and_no_crash(db, command):
    status, out, err = command("due", "--within", "999999999999", "--unit", "day", "--from", "2026-01-01")
    assert (status, out) == (2, "")
    assert err == "自 2026-01-01 起的期限超出了公元 9999 年，不能计算；请核对起算的日期和长度\n"


def test_the_security_administrator_opens_a_locked_account_and_the_ledger_keeps_it(town: Town, command, client):
    town["wangli"].set_password("right-password-2026")
    town["wangli"].save()
    right = {"username": "wangli", "password": "right-password-2026"}
    for _ in range(5):
        client.post("/sign-in", right | {"password": "wrong"})
    assert client.post("/sign-in", right).status_code == 429
    status, _, err = command("account", "unlock", "wangli", "--user", "sysadmin")
    assert status == 1 and "账号由安全管理员解锁，系统管理员没有这个岗位" in err
    Appointment.objects.filter(person=town["sysadmin"]).update(post=Post.SECURITY_ADMIN)
    assert command("account", "unlock", "wangli", "--user", "sysadmin") == (0, "王丽（wangli）已解锁，可以用原来的密码登录。\n", "")
    assert client.post("/sign-in", right).status_code == 302
    assert LedgerEntry.objects.filter(kind="account.unlocked").count() == 1
    assert command("account", "unlock", "wangli", "--user", "sysadmin") == (0, "账号 wangli 没有被锁定，不必解锁。\n", "")
    assert LedgerEntry.objects.filter(kind="account.unlocked").count() == 1
    assert command("account", "unlock", "nobody", "--user", "sysadmin")[0] == 2
