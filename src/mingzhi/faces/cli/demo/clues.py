"""Clues of the demo year: those that stay clues, from `clues.yaml`, and those from which an ordinary case grew."""

from __future__ import annotations

from typing import Any

from .telling import Data, Scene, Step, Story

#: Who verifies, turn by turn.
_VERIFIERS = ("huangyonghong", "zhangtao", "wumin", "jiangwenbin", "lixuemei", "chenzhiqiang")
#: How far each way of a clue goes; `clock` rises so that several fall on one day.
_WAYS = {
    "registered": (),
    "verifying": ("assign",),
    "concluded": ("assign", "verify"),
    "for_filing": ("assign", "verify", "send_to_filing"),
    "handing": ("assign", "verify", "transfer"),
    "handed": ("assign", "verify", "transfer", "answer", "record_receipt"),
    "dismissed": ("assign", "verify", "answer", "dismiss"),
}
_WHEN = {"assign": (1, "09:00"), "verify": (1, "15:30"), "send_to_filing": (1, "09:50"), "transfer": (1, "10:00"), "dismiss": (1, "11:00")}
_WHEN |= {"answer": (0, "10:30"), "record_receipt": (4, "15:00")}


def clue_stories(rows: list[Data], small: bool) -> list[Story]:
    """The clues that became no case."""
    return [_story(row, place) for place, row in enumerate(rows) if row.get("small") or not small]


def clue_of(case: Story, words: Data) -> Story:
    """The clue that a case grew from; it ends on the working day before the case is proposed."""
    row = {
        "subject": f"{words['place']}{words['cause'][:20]}", "source": "report", "place": words["place"], "content": words["facts"],
        "found": f"{words['findings']}建议立案。", "suspect": words["party"]["name"], "path": "for_filing",
        "verifier": words["accounts"][0], "informant": words.get("informant", ""),
    }  # fmt: skip
    story = _story(row, 0)
    story.leads_to = case
    return story


def _story(row: Data, place: int) -> Story:
    verifier = row.get("verifier") or _VERIFIERS[place % len(_VERIFIERS)]
    by = {"assign": "luokaifu", "verify": verifier, "answer": verifier, "record_receipt": verifier}
    steps, day = [Step(0, "14:10", "clue.register", "wangli", _register(row))], 0
    for name in _WAYS[row["path"]]:
        if name == "answer" and not row.get("informant"):
            continue
        after, clock = _WHEN[name]
        day += after
        code = "answer_informant" if name == "answer" else name
        steps.append(Step(day, clock, f"clue.{code}", by.get(name, "luokaifu"), _said(name, row, verifier)))
    return Story(f"线索 {row['subject']}", steps, ends=row.get("ends", 1))


def _register(row: Data) -> Any:
    def data(scene: Scene) -> Data:
        told: Data = {
            "source": row["source"], "received_at": scene.at, "subject": row["subject"], "place": row["place"],
            "suspect": row.get("suspect", ""), "content": row["content"],
        }  # fmt: skip
        if row.get("informant"):
            told |= {"informant_name": row["informant"], "informant_contact": "13900009999", "wants_answer": True}
        return told

    return data


def _said(name: str, row: Data, verifier: str) -> Any:
    if name == "assign":
        return {"people": [verifier]}
    if name == "verify":
        return lambda scene: {"verified_at": scene.at, "verification": row["found"], "conclusion": row.get("reasons", "建议按规定处理。")}
    if name == "send_to_filing":
        return {"opinion": "同意提请立案。"}
    if name == "transfer":
        materials = [{"name": "线索登记表", "quantity": "1份"}, {"name": "核查照片", "quantity": "2张"}]
        return {"handed_to": row["to"], "reasons": row["found"], "materials": materials}
    if name == "answer":
        return {"answer": f"您反映的问题已经核查：{row['found']}", "channel": "电话"}
    if name == "record_receipt":
        return lambda scene: {"received_on": scene.workday(-1), "receiver": row["to"] + "办公室 张经办"}
    return {"reasons": row["reasons"]}
