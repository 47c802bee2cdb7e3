"""调查经过: what the final report says was done, by the day on which it was done."""

from mingzhi.procedures.penalty.course import course
from tests.cast import Town

from .story import filed, inspected, investigated
from .test_evidence import take


def test_each_act_is_told_in_a_sentence_with_its_day_place_and_officers(town: Town):
    """penalty-law-57"""
    assert course(investigated(town)) == [
        "2026年3月3日，经批准立案。",
        "2026年3月4日9时00分至9时40分，执法人员李雪梅、陈志强在万隆村三组进行现场检查，制作现场检查笔录。",
        "2026年3月5日9时30分至10时10分，执法人员李雪梅、陈志强在石壕镇综合行政执法大队询问刘大成（当事人），制作询问笔录。",
        "2026年3月5日，经批准，责令改正。",
    ]


def test_an_act_put_on_record_later_stands_on_its_own_day(town: Town):
    """penalty-law-57"""
    case = take(town, inspected(town, filed(town).matter).matter, acted_at="2026-03-03 16:00").matter
    assert course(case)[1] == "2026年3月3日，从刘大成处提取证据“购料收据”。"


def test_steps_inside_the_organ_are_left_out(town: Town):
    """penalty-law-57"""
    told = "".join(course(investigated(town)))
    assert "提请立案" not in told and "审核立案" not in told and "提出责令改正" not in told
