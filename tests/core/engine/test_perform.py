"""The life of an action: whole or not at all, once per key, never on what somebody else has changed."""

import pytest

from mingzhi.core.engine.drafts import draft_of, keep_draft
from mingzhi.core.engine.errors import InvalidInput, KeyReused, NotFound, PostNotHeld, Refused, Stale, WrongStage
from mingzhi.core.engine.gates import loose_ends
from mingzhi.core.engine.models import Matter, Record, RefusalNote
from mingzhi.core.engine.perform import perform
from mingzhi.core.ledger import current_log, entries, verify
from tests.cast import Town, at, make_town

CLUE = {
    "source": "patrol",
    "received_at": "2026-03-02T09:00",
    "subject": "万隆村三组新建房屋",
    "place": "万隆村三组",
    "content": "巡查发现正在砌筑一层砖墙。",
}


def registered(town: Town, **changes):
    return perform("clue.register", actor=town["wangli"], data=CLUE | changes, at=at("2026-03-02 10:00")).matter


def test_an_action_moves_the_stage_counts_the_version_and_leaves_one_record(town: Town):
    clue = registered(town)
    perform("clue.assign", clue, actor=town["luokaifu"], data={"people": ["李雪梅"]}, at=at("2026-03-02 11:00"))
    clue = Matter.objects.get(pk=clue.pk)
    assert (clue.stage, clue.version, clue.handler_names) == ("verifying", 2, "李雪梅")
    assert list(Record.objects.filter(matter=clue).values_list("action", flat=True)) == ["clue.register", "clue.assign"]


def test_every_record_has_its_entry_in_the_ledger_and_every_row_its_digest(town: Town):
    registered(town)
    log_id, _, size = current_log(town.authority)
    assert size == 1
    assert next(iter(entries(log_id))).kind == "clue.register"
    assert verify().ok


def test_the_public_part_of_an_entry_names_nobody(town: Town):
    registered(town, informant_name="郑大山", informant_contact="13900000009")
    log_id, _, _ = current_log(town.authority)
    payload = next(iter(entries(log_id))).payload.decode()
    assert "郑大山" not in payload and "13900000009" not in payload and "万隆村" not in payload


def test_who_read_an_older_version_is_told_and_nothing_changes(town: Town):
    clue = registered(town)
    perform("clue.assign", clue, actor=town["luokaifu"], data={"people": ["李雪梅"]}, version=1, at=at("2026-03-02 14:20"))
    with pytest.raises(Stale) as stale:
        perform("clue.assign", clue, actor=town["luokaifu"], data={"people": ["陈志强"]}, version=1, at=at("2026-03-02 14:21"))
    assert "他人已于 14:20 更新本件，请刷新后再办" in stale.value.sentence
    assert Matter.objects.get(pk=clue.pk).version == 2


def test_the_same_key_acts_once_and_answers_the_same(town: Town):
    first = perform("clue.register", actor=town["wangli"], data=CLUE, at=at("2026-03-02 10:00"), key="k-1")
    again = perform("clue.register", actor=town["wangli"], data=CLUE, at=at("2026-03-02 10:05"), key="k-1")
    assert (again.matter.pk, again.record.pk, again.replayed) == (first.matter.pk, first.record.pk, True)
    assert Matter.objects.count() == 1


def test_a_key_used_for_something_else_is_refused(town: Town):
    perform("clue.register", actor=town["wangli"], data=CLUE, at=at("2026-03-02 10:00"), key="k-1")
    with pytest.raises(KeyReused):
        perform("clue.register", actor=town["wangli"], data=CLUE | {"place": "别处"}, at=at("2026-03-02 10:05"), key="k-1")


def test_the_wrong_post_is_refused_with_the_article_and_who_may(town: Town):
    clue = registered(town)
    with pytest.raises(PostNotHeld) as refused:
        perform("clue.assign", clue, actor=town["wangli"], data={"people": ["李雪梅"]}, at=at("2026-03-02 11:00"))
    refusal = refused.value.refusals[0]
    assert [row.id for row in refusal.provisions] == ["joint-3.2.2-single"]
    assert "罗开富" in refusal.who


def test_the_wrong_stage_is_refused_and_says_where_the_matter_stands(town: Town):
    clue = registered(town)
    with pytest.raises(WrongStage) as refused:
        perform("clue.dismiss", clue, actor=town["luokaifu"], data={"reasons": "无"}, at=at("2026-03-02 11:00"))
    assert "登记" in refused.value.sentence
    assert refused.value.refusals[0].provisions


def test_bad_input_names_every_field_and_changes_nothing(town: Town):
    with pytest.raises(InvalidInput) as invalid:
        perform("clue.register", actor=town["wangli"], data={"source": "patrol", "received_at": "昨天"}, at=at("2026-03-02 10:00"))
    assert set(invalid.value.errors) == {"received_at", "subject", "place", "content"}
    assert not Matter.objects.exists() and not RefusalNote.objects.exists()


def test_a_moment_in_the_future_is_refused(town: Town):
    with pytest.raises(InvalidInput) as invalid:
        registered(town, received_at="2026-03-02T10:01")
    assert "不能晚于现在" in invalid.value.errors["received_at"][0]


def test_a_refusal_leaves_its_note_and_nothing_else(town: Town):
    clue = registered(town)
    before = Record.objects.count()
    with pytest.raises(Refused):
        perform("clue.read_informant", clue, actor=town["wangli"], data={"reasons": "回访"}, at=at("2026-03-02 11:00"))
    note = RefusalNote.objects.get()
    assert (note.provision, note.action, note.actor) == ("complaint-8", "clue.read_informant", town["wangli"])
    assert Record.objects.count() == before
    assert verify().ok


def test_a_foreign_matter_is_not_found(town: Town):
    clue = registered(town)
    neighbours = make_town("500110110", "赶水镇", "綦赶水府", prefix="gs-")
    with pytest.raises(NotFound):
        perform("clue.assign", clue, actor=neighbours["luokaifu"], data={"people": []}, at=at("2026-03-02 11:00"))


def test_an_administrator_sees_no_matter(town: Town):
    clue = registered(town)
    with pytest.raises(NotFound):
        perform("clue.assign", clue, actor=town["sysadmin"], data={"people": []}, at=at("2026-03-02 11:00"))


def test_a_draft_survives_a_refusal_and_goes_with_the_act(town: Town):
    keep_draft(town["wangli"], "clue.register", None, {"place": "万隆村"}, at("2026-03-02 09:30"))
    with pytest.raises(InvalidInput):
        perform("clue.register", actor=town["wangli"], data={}, at=at("2026-03-02 10:00"))
    assert draft_of(town["wangli"], "clue.register", None).data == {"place": "万隆村"}
    registered(town)
    assert draft_of(town["wangli"], "clue.register", None) is None


def test_no_gate_guards_nothing_and_every_mending_action_exists():
    assert loose_ends() == []
