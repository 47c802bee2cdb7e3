"""Ten findings make one opinion: the gravest counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.law.reviewing import FAULTS, Aspect, Outcome, Verdict, faults_in, may_be, outcome_of, result, unjudged

ALL_FIT = dict.fromkeys(Aspect, Verdict.FIT)
JUDGED = st.fixed_dictionaries({aspect: st.sampled_from([verdict for verdict in Verdict if may_be(aspect, verdict)]) for aspect in Aspect})


def but(**changes: Verdict) -> dict[Aspect, Verdict]:
    return ALL_FIT | {Aspect(name): verdict for name, verdict in changes.items()}


def test_there_are_ten_aspects_in_the_order_of_the_regulation():
    """review-9"""
    assert [aspect.title[:6] for aspect in Aspect] == [
        "行政执法主体", "行政执法人员", "行政执法程序", "案件事实是否", "适用法律、法",
        "裁量基准运用", "执法是否超越", "行政执法文书", "违法行为是否", "其他应当审核",
    ]  # fmt: skip


def test_all_fit_is_agreed_to():
    """review-11.1"""
    assert result(ALL_FIT) is Outcome.AGREE
    assert Outcome.AGREE.title == "同意" and Outcome.AGREE.provision.id == "review-11.1"


@pytest.mark.parametrize(
    ("aspect", "verdict"),
    [
        ("facts", Verdict.FLAWED), ("procedure", Verdict.FLAWED), ("law", Verdict.UNFIT), ("discretion", Verdict.UNFIT),
        ("papers", Verdict.UNFIT),
    ],
)  # fmt: skip
def test_what_can_be_put_right_is_to_be_corrected(aspect: str, verdict: Verdict):
    """review-11.2: flaws of fact, evidence and procedure; law wrongly applied; discretion unfit; papers not in form."""
    assert result(but(**{aspect: verdict})) is Outcome.CORRECT


@pytest.mark.parametrize("aspect", ["authority", "officers", "facts", "procedure"])
def test_what_is_not_lawful_is_investigated_again_or_not_decided(aspect: str):
    """review-11.3: body, officers, facts or main evidence, procedure."""
    assert result(but(**{aspect: Verdict.UNFIT})) is Outcome.REINVESTIGATE


@pytest.mark.parametrize("aspect", ["competence", "crime"])
def test_what_is_beyond_the_town_is_transferred(aspect: str):
    """review-11.4"""
    assert result(but(**{aspect: Verdict.UNFIT})) is Outcome.TRANSFER


def test_the_gravest_of_several_counts():
    """review-11.2, review-11.3, review-11.4"""
    flawed = but(papers=Verdict.FLAWED)
    assert result(flawed | {Aspect.FACTS: Verdict.UNFIT}) is Outcome.REINVESTIGATE
    assert result(flawed | {Aspect.FACTS: Verdict.UNFIT, Aspect.CRIME: Verdict.UNFIT}) is Outcome.TRANSFER
    assert Outcome.TRANSFER > Outcome.REINVESTIGATE > Outcome.CORRECT > Outcome.AGREE


@given(JUDGED)
def test_the_result_is_never_lighter_than_any_finding_and_always_one_of_them(findings: dict[Aspect, Verdict]):
    outcomes = {outcome_of(aspect, verdict) for aspect, verdict in findings.items()}
    assert result(findings) in outcomes
    assert all(result(findings) >= outcome for outcome in outcomes)


@given(JUDGED, st.sampled_from(sorted(FAULTS)))
def test_another_fault_never_makes_the_result_lighter(findings: dict[Aspect, Verdict], fault: tuple[Aspect, Verdict]):
    worse = findings | {fault[0]: fault[1]}
    assert result(worse) >= FAULTS[fault][0]
    if findings[fault[0]] is Verdict.FIT:
        assert result(worse) >= result(findings)


@given(JUDGED)
def test_only_what_is_all_fit_is_agreed_to(findings: dict[Aspect, Verdict]):
    """review-11.1"""
    assert (result(findings) is Outcome.AGREE) == (faults_in(findings) == [])


@given(JUDGED, st.sampled_from(list(Aspect)))
def test_one_aspect_left_out_leaves_no_result(findings: dict[Aspect, Verdict], left: Aspect):
    """review-9"""
    del findings[left]
    assert unjudged(findings) == [left]
    with pytest.raises(ValueError, match=left.title):
        result(findings)


@pytest.mark.parametrize("aspect", [Aspect.AUTHORITY, Aspect.OFFICERS, Aspect.COMPETENCE, Aspect.CRIME])
def test_some_aspects_are_either_right_or_wrong(aspect: Aspect):
    assert not may_be(aspect, Verdict.FLAWED)
    with pytest.raises(KeyError):
        outcome_of(aspect, Verdict.FLAWED)
