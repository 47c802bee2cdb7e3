"""The ten aspects of a legal review, how each may turn out, and what the worst of them makes of the whole.

The result is computed from the findings and never chosen. It knows no case and no reviewer. (石壕镇重大行政执法决定法制审核制度 9, 11)
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum

from mingzhi.law.provisions import Provision, cited, provision

cited("review-9", "review-11.1", "review-11.2", "review-11.3", "review-11.4")


class Aspect(StrEnum):
    """What is looked at, in the order of review-9."""

    AUTHORITY = "authority"
    OFFICERS = "officers"
    PROCEDURE = "procedure"
    FACTS = "facts"
    LAW = "law"
    DISCRETION = "discretion"
    COMPETENCE = "competence"
    PAPERS = "papers"
    CRIME = "crime"
    OTHER = "other"

    @property
    # A code in capitals is of no use to anybody, so str's own method may give way.
    def title(self) -> str:  # type: ignore[override]
        """As the regulation asks it."""
        return _TITLES[self]


_TITLES = {
    Aspect.AUTHORITY: "行政执法主体是否合法",
    Aspect.OFFICERS: "行政执法人员是否具备执法资格",
    Aspect.PROCEDURE: "行政执法程序是否合法",
    Aspect.FACTS: "案件事实是否清楚，证据是否合法充分",
    Aspect.LAW: "适用法律、法规、规章是否准确",
    Aspect.DISCRETION: "裁量基准运用是否适当",
    Aspect.COMPETENCE: "执法是否超越执法机关法定权限",
    Aspect.PAPERS: "行政执法文书是否完备、规范",
    Aspect.CRIME: "违法行为是否涉嫌犯罪、需要移送司法机关",
    Aspect.OTHER: "其他应当审核的内容",
}


class Verdict(StrEnum):
    """How one aspect turned out."""

    FIT = "fit"
    FLAWED = "flawed"
    UNFIT = "unfit"

    @property
    def title(self) -> str:  # type: ignore[override]
        return {Verdict.FIT: "合格", Verdict.FLAWED: "瑕疵", Verdict.UNFIT: "不合格"}[self]


class Outcome(IntEnum):
    """What the reviewer's opinion is, from the lightest to the gravest: of several the gravest counts."""

    AGREE = 0
    CORRECT = 1
    REINVESTIGATE = 2
    TRANSFER = 3

    @property
    def title(self) -> str:
        return {
            Outcome.AGREE: "同意",
            Outcome.CORRECT: "改正",
            Outcome.REINVESTIGATE: "重新调查、补充调查或者不予作出行政执法决定",
            Outcome.TRANSFER: "移送",
        }[self]

    @property
    def provision(self) -> Provision:
        """The item of 审核制度 11 it rests on."""
        return provision(f"review-11.{self.value + 1}")


#: What the regulation makes of a flaw or a failure in each aspect, with its own words for it. An aspect that is either right or wrong
#: (the body competent, the officers qualified) knows no flaw.
FAULTS: Mapping[tuple[Aspect, Verdict], tuple[Outcome, str]] = {
    (Aspect.AUTHORITY, Verdict.UNFIT): (Outcome.REINVESTIGATE, "行政执法主体不合法"),
    (Aspect.OFFICERS, Verdict.UNFIT): (Outcome.REINVESTIGATE, "行政执法人员不具备执法资格"),
    (Aspect.PROCEDURE, Verdict.FLAWED): (Outcome.CORRECT, "程序有瑕疵"),
    (Aspect.PROCEDURE, Verdict.UNFIT): (Outcome.REINVESTIGATE, "违反法定程序"),
    (Aspect.FACTS, Verdict.FLAWED): (Outcome.CORRECT, "事实认定、证据有瑕疵"),
    (Aspect.FACTS, Verdict.UNFIT): (Outcome.REINVESTIGATE, "事实认定不清或者主要证据不足"),
    (Aspect.LAW, Verdict.FLAWED): (Outcome.CORRECT, "适用法律、法规、规章有误"),
    (Aspect.LAW, Verdict.UNFIT): (Outcome.CORRECT, "适用法律、法规、规章错误"),
    (Aspect.DISCRETION, Verdict.FLAWED): (Outcome.CORRECT, "适用裁量基准不当"),
    (Aspect.DISCRETION, Verdict.UNFIT): (Outcome.CORRECT, "适用裁量基准不当"),
    (Aspect.COMPETENCE, Verdict.UNFIT): (Outcome.TRANSFER, "超越本机关法定权限"),
    (Aspect.PAPERS, Verdict.FLAWED): (Outcome.CORRECT, "行政执法文书不规范"),
    (Aspect.PAPERS, Verdict.UNFIT): (Outcome.CORRECT, "行政执法文书不完备、不规范"),
    (Aspect.CRIME, Verdict.UNFIT): (Outcome.TRANSFER, "涉嫌犯罪"),
    (Aspect.OTHER, Verdict.FLAWED): (Outcome.CORRECT, "其他方面有瑕疵"),
    (Aspect.OTHER, Verdict.UNFIT): (Outcome.REINVESTIGATE, "其他方面不合法"),
}


def may_be(aspect: Aspect, verdict: Verdict) -> bool:
    """Whether an aspect can turn out so: some are either right or wrong."""
    return verdict is Verdict.FIT or (aspect, verdict) in FAULTS


def outcome_of(aspect: Aspect, verdict: Verdict) -> Outcome:
    """What one aspect alone makes of the whole. Raises KeyError for a flaw where there can be none."""
    return Outcome.AGREE if verdict is Verdict.FIT else FAULTS[aspect, verdict][0]


def unjudged(findings: Mapping[Aspect, Verdict]) -> list[Aspect]:
    """The aspects nobody has judged yet, in their order. Source: review-9."""
    return [aspect for aspect in Aspect if aspect not in findings]


def result(findings: Mapping[Aspect, Verdict]) -> Outcome:
    """The gravest outcome among all ten aspects. Raises ValueError while one of them is not judged. Source: review-11.1 to review-11.4."""
    if open_still := unjudged(findings):
        raise ValueError(f"还有{len(open_still)}个方面没有审核：{'、'.join(aspect.title for aspect in open_still)}")
    return max(outcome_of(aspect, verdict) for aspect, verdict in findings.items())


def faults_in(verdicts: Mapping[Aspect, Verdict]) -> list[str]:
    """The regulation's words for every fault found, in the order of the aspects."""
    return [FAULTS[aspect, verdicts[aspect]][1] for aspect in Aspect if verdicts.get(aspect, Verdict.FIT) is not Verdict.FIT]
