"""`mingzhi town` and `mingzhi account reset`: what an administrator types, reads and hands over; and the first sign-in it leads to."""

from __future__ import annotations

import json
import re
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from mingzhi.core.ledger.models import LedgerEntry
from mingzhi.core.organs.models import Appointment, Authority, User
from mingzhi.core.organs.posts import Post
from mingzhi.faces.cli.commands import run_command
from mingzhi.faces.cli.towns import example_text
from tests.cast import Town

pytestmark = pytest.mark.django_db
DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture
def command(capsys):
    """Run a command line; gives exit status, stdout, stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run_command(list(words))
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "town.yaml"
    found.write_text(example_text(), encoding="utf-8")
    return found


def test_the_example_is_printed_as_it_ships_and_stands_in_the_docs_line_by_line(command):
    status, out, _ = command("town", "example")
    assert (status, out) == (0, example_text())
    named = set(re.findall(r"^ *-? *([a-z_]+):", example_text(), flags=re.MULTILINE))
    page = (DOCS / "town.md").read_text(encoding="utf-8")
    assert {name for name in named if f"`{name}`" not in page} == set()


def test_a_town_is_loaded_and_its_passwords_are_told_once(command, file: Path):
    status, out, err = command("town", "load", str(file))
    assert (status, err) == (0, "")
    assert "已录入 44 项改动，每项在台账中各有一条。" in out
    account, name, password = next(line.split("\t") for line in out.splitlines() if line.startswith("tianmei\t"))
    person = User.objects.get(username=account)
    assert (person.name, person.check_password(password), person.password_given) == (name, True, True)
    assert command("town", "load", str(file)) == (0, "青石镇的设置与文件一致，没有改动。\n", "")
    status, shown, _ = command("town", "show")
    file.write_text(shown, encoding="utf-8")
    assert command("town", "load", str(file)) == (0, "青石镇的设置与文件一致，没有改动。\n", "")


def test_a_dry_run_says_what_it_would_do(command, file: Path):
    status, out, _ = command("town", "load", str(file), "--dry-run")
    assert status == 0
    assert out.endswith("试读完成，会有 44 项改动；什么也没有录入。\n")
    assert "新增任职 田梅 党政办经办人 2025-01-01 起" in out
    assert not Authority.objects.exists()


def test_passwords_go_into_a_new_file_for_its_owner_alone(command, file: Path, tmp_path: Path):
    kept = tmp_path / "passwords.txt"
    kept.write_text("something else", encoding="utf-8")
    status, _, err = command("town", "load", str(file), "--passwords", str(kept))
    assert status == 2 and "已经存在" in err
    assert not Authority.objects.exists() and not LedgerEntry.objects.exists()
    kept.unlink()
    status, out, _ = command("town", "load", str(file), "--passwords", str(kept))
    assert status == 0
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    rows = [line.split("\t") for line in kept.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == User.objects.count()
    assert all(password not in out for _, _, password in rows)
    assert User.objects.get(username="gubo").check_password({account: password for account, _, password in rows}["gubo"])


def test_mistakes_are_told_line_by_line_and_nothing_is_entered(command, file: Path):
    text = example_text().replace("post: captain", "post: capitan").replace("unit: 市场监管所", "unit: 市监所")
    file.write_text(text, encoding="utf-8")
    status, out, err = command("town", "load", str(file))
    assert (status, out) == (2, "")
    first, *rest = err.splitlines()
    assert first == f"{file} 文件有 2 处要改，一项也没有录入。"
    lines = text.splitlines()
    for said, word in zip(rest, ("capitan", "市监所"), strict=True):
        assert word in said
        assert word in lines[int(re.match(r"第 (\d+) 行", said)[1]) - 1]
    assert not Authority.objects.exists()


def test_a_file_in_another_encoding_is_wrong_usage(command, file: Path):
    file.write_bytes(example_text().encode("gb18030"))
    status, _, err = command("town", "load", str(file))
    assert status == 2 and "UTF-8" in err


def test_json_has_the_changes_and_the_passwords_and_nothing_else_on_stdout(command, file: Path):
    status, out, _ = command("town", "load", str(file), "--json")
    told = json.loads(out)
    assert (status, told["town"], told["dry_run"], len(told["changes"])) == (0, "500399103", False, 44)
    assert told["changes"][0] == {"kind": "authority.added", "sentence": "新增机关 渝州市山南区人民政府（500399）"}
    assert len(told["passwords"]) == User.objects.count()


def test_showing_asks_which_town_where_there_are_several(command, file: Path):
    status, _, err = command("town", "show")
    assert status == 2 and "mingzhi town example" in err
    command("town", "load", str(file))
    file.write_text(_neighbour(), encoding="utf-8")
    assert command("town", "load", str(file))[0] == 0
    status, _, err = command("town", "show")
    assert status == 2 and "500399103（青石镇）、500399104（白水镇）" in err
    assert "白水镇人民政府" in command("town", "show", "--town", "500399104")[1]
    assert command("town", "show", "--town", "1")[0] == 2
    assert command("ledger", "verify")[0] == 0


def _neighbour() -> str:
    head, rest = example_text().split("people:\n", 1)
    head = head.replace("500399103", "500399104").replace("青石镇", "白水镇")
    return head + "people:\n- {account: bs-zhang, name: 章白, unit: 司法所}\n" + "power_lists:" + rest.split("power_lists:")[1]


def test_who_is_given_a_password_has_to_change_it_before_anything_else(command, file: Path, settings):
    settings.PASSWORD_DAYS = 0
    out = command("town", "load", str(file))[1]
    password = next(line.split("\t")[2] for line in out.splitlines() if line.startswith("tianmei\t"))
    desk = Client()
    assert desk.post("/sign-in", {"username": "tianmei", "password": password}).status_code == 302
    assert desk.get("/")["Location"] == "/password"
    assert "一次性密码" in desk.get("/password").content.decode()
    refused = desk.get("/api/v1/matters")
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:mingzhi:problem:password-expired")
    same = desk.post("/password", {"old_password": password, "new_password1": password, "new_password2": password})
    assert "新密码与现在的密码相同" in same.content.decode()
    for weak in ("short-1", "20260305123456", "tianmei-2026"):
        refused = desk.post("/password", {"old_password": password, "new_password1": weak, "new_password2": weak})
        assert refused.status_code == 200 and 'role="alert"' in refused.content.decode()
    own = "Qing-shi-zhen-2026"
    assert desk.post("/password", {"old_password": password, "new_password1": own, "new_password2": own}).status_code == 302
    assert desk.get("/").status_code == 200
    assert not User.objects.get(username="tianmei").password_given


def test_a_password_that_nobody_used_lapses_and_the_door_says_whom_to_ask(town: Town, command, settings):
    settings.PASSWORD_DAYS, settings.ONE_TIME_DAYS = 0, 7
    out = command("account", "reset", "wangli")[1]
    assert "须在 7 天内登录" in out
    door = {"username": "wangli", "password": out.splitlines()[1].split("\t")[2]}
    told_at = User.objects.get(username="wangli").password_changed_at
    for given_on, status in ((timedelta(days=6, hours=23), 302), (timedelta(days=7, minutes=1), 200)):
        User.objects.filter(username="wangli").update(password_changed_at=told_at - given_on)
        page = Client().post("/sign-in", door)
        assert page.status_code == status
    words = page.content.decode()
    assert "给出后 7 天没有使用，已于" in words and "请联系管理这台服务器的人员重新给一个" in words
    assert "账号或者密码不对" in Client().post("/sign-in", {**door, "password": "wrong"}).content.decode()
    Appointment.objects.filter(person=town["sysadmin"]).update(post=Post.SECURITY_ADMIN)
    assert "请联系安全管理员系统管理员重新给一个" in Client().post("/sign-in", door).content.decode()
    settings.ONE_TIME_DAYS = 0
    assert Client().post("/sign-in", door).status_code == 302


def test_a_forgotten_password_is_replaced_and_the_ledger_keeps_who_did_it(town: Town, command, client, settings):
    settings.PASSWORD_DAYS = 0
    client.force_login(town["wangli"], "mingzhi.core.organs.sign_in.Accounts")
    assert client.get("/").status_code == 200
    status, _, err = command("account", "reset", "wangli", "--user", "sysadmin")
    assert status == 1 and "账号由安全管理员重置密码，系统管理员没有这个岗位" in err
    Appointment.objects.filter(person=town["sysadmin"]).update(post=Post.SECURITY_ADMIN)
    for words in (("--user", "sysadmin"), ()):
        status, out, _ = command("account", "reset", "wangli", *words)
        assert status == 0
        password = out.splitlines()[1].split("\t")[2]
        town["wangli"].refresh_from_db()
        assert town["wangli"].check_password(password) and town["wangli"].password_given
    assert client.get("/").status_code == 302
    said = [json.loads(bytes(row.payload))["actor"] for row in LedgerEntry.objects.filter(kind="account.password_given").order_by("seq")]
    assert said == [{"id": town["sysadmin"].pk, "post": "security_admin"}, {"id": None, "post": "machine"}]
    assert command("account", "reset", "nobody")[0] == 2
    assert command("ledger", "verify")[0] == 0


def test_an_installation_without_people_says_what_to_do_and_one_with_them_asks_who_is_there(client, command, file: Path):
    page = client.get("/", follow=True)
    assert page.status_code == 200
    words = page.content.decode()
    assert "还没有录入本镇" in words and "mingzhi town load" in words and "<input" not in words
    command("town", "load", str(file))
    assert "还没有录入本镇" not in client.get("/sign-in").content.decode()
