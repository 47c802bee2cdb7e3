"""Flow charts say what the declared tables say: every stage, every action, every way, with no words upon others."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest

from mingzhi.core.engine.flow import flow_of, limits_of
from mingzhi.core.engine.flow_chart import as_svg, width_of, wrapped
from mingzhi.core.engine.procedure import PROCEDURES

PROCEDURE = pytest.mark.parametrize("code", sorted(PROCEDURES))
_SVG = "{http://www.w3.org/2000/svg}"


def drawing(code: str) -> ElementTree.Element:
    return ElementTree.fromstring(as_svg(flow_of(PROCEDURES[code])))


def words(svg: ElementTree.Element) -> list[tuple[str, float, float, float, float]]:
    """Each text with its box: left, top, right, bottom."""
    found = []
    for row in svg.iter(f"{_SVG}text"):
        size, x, y = float(row.get("font-size")), float(row.get("x")), float(row.get("y"))
        width = width_of(row.text, size)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[row.get("text-anchor")]
        found.append((row.text, left, y - size * 0.85, left + width, y + size * 0.1))
    return found


@PROCEDURE
def test_every_stage_and_every_action_of_a_procedure_is_in_its_flow(code: str):
    procedure = PROCEDURES[code]
    flow = flow_of(procedure)
    assert {step.stage for step in flow.steps} == {str(stage) for stage in procedure.stages.values}
    named = {action for step in flow.steps for action in step.inside} | {
        action for step in flow.steps for way in step.ways for action in way.actions
    }
    named |= {action for way in flow.openings for action in way.actions} | set(flow.always)
    assert named == set(procedure.actions.values())


@PROCEDURE
def test_every_stage_can_be_reached_and_every_open_one_left(code: str):
    flow = flow_of(PROCEDURES[code])
    reached = {way.target for step in flow.steps for way in step.ways} | {way.target for way in flow.openings}
    assert reached == {step.stage for step in flow.steps}
    assert [step.title for step in flow.steps if not step.end and not step.ways] == []


@PROCEDURE
def test_a_chart_names_every_stage_and_action_in_words(code: str):
    text = "".join(text for text, *_ in words(drawing(code)))
    for step in flow_of(PROCEDURES[code]).steps:
        assert step.title in text
    for action in PROCEDURES[code].actions.values():
        assert action.title in text, action.code


@PROCEDURE
def test_no_words_of_a_chart_lie_upon_others_or_leave_the_sheet(code: str):
    svg = drawing(code)
    boxes, (_, _, wide, high) = words(svg), (float(part) for part in svg.get("viewBox").split())
    upon = [
        (one[0], other[0])
        for one, other in combinations(boxes, 2)
        if one[1] < other[3] - 1 and other[1] < one[3] - 1 and one[2] < other[4] - 1 and other[2] < one[4] - 1
    ]
    assert upon == []
    assert [box[0] for box in boxes if box[1] < 0 or box[3] > wide or box[2] < 0 or box[4] > high] == []


@PROCEDURE
def test_stages_of_a_chart_do_not_overlap(code: str):
    boxes = [tuple(float(row.get(name)) for name in ("x", "y", "width", "height")) for row in drawing(code).iter(f"{_SVG}rect")]
    for (x, y, width, height), (left, top, broad, tall) in combinations(boxes, 2):
        assert x + width <= left or left + broad <= x or y + height <= top or top + tall <= y


@PROCEDURE
def test_time_limits_are_said_with_what_starts_and_what_meets_them(code: str):
    for limit in limits_of(PROCEDURES[code], date(2026, 3, 2)):
        assert limit.period and limit.starts and limit.meets, limit.title


def test_lines_break_where_there_is_no_room_and_never_before_a_comma():
    assert wrapped("移送、终止、撤销", 10, 30) == ["移送、", "终止、", "撤销"]
    assert wrapped("一二三，四", 10, 30) == ["一二三，", "四"]
    assert wrapped("", 10, 30) == []


@PROCEDURE
def test_words_in_a_box_stay_in_it(code: str):
    svg = drawing(code)
    for box in svg.iter(f"{_SVG}rect"):
        left, top, wide, high = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        inside = [row for row in words(svg) if left < (row[1] + row[3]) / 2 < left + wide and top < row[2] and row[4] < top + high]
        assert inside
        assert [row[0] for row in inside if row[1] < left or row[3] > left + wide] == []
