"""What redaction is asked and what it answers: people with their roles, options, spans that are hidden and why.

Offsets are code points of the given text. (执法公示制度 7（二）、8)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from mingzhi.law.names import Style


class Role(StrEnum):
    """Who somebody is in a matter; it decides how their name is treated."""

    PARTY = "party"
    LEGAL_REP = "legal_rep"
    OPERATOR = "operator"
    AGENT = "agent"
    WITNESS = "witness"
    RELATIVE = "relative"
    NEIGHBOUR = "neighbour"
    INFORMANT = "informant"
    MINOR = "minor"
    OFFICER = "officer"
    OTHER = "other"


class Mode(StrEnum):
    """The two forms in which a decision is made public."""

    FULL = "full"
    SUMMARY = "summary"


class Kind(StrEnum):
    """What a hidden span says about somebody."""

    NAME = "name"
    ADDRESS = "address"
    ID = "id"
    PHONE = "phone"
    EMAIL = "email"
    SOCIAL = "social"
    ACCOUNT = "account"
    CERTIFICATE = "certificate"
    PROPERTY = "property"
    PLATE = "plate"
    HEALTH = "health"
    SCHOOL = "school"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Kind.NAME: "姓名",
    Kind.ADDRESS: "家庭住址",
    Kind.ID: "证件号码",
    Kind.PHONE: "电话号码",
    Kind.EMAIL: "电子邮箱",
    Kind.SOCIAL: "微信、QQ 等账号",
    Kind.ACCOUNT: "银行账号",
    Kind.CERTIFICATE: "权属证书编号",
    Kind.PROPERTY: "财产状况",
    Kind.PLATE: "车辆号牌",
    Kind.HEALTH: "健康、信仰等敏感信息",
    Kind.SCHOOL: "未成年人的学校",
}

HideOrKeep = Literal["hide", "keep"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the matter knows. A stored `surname` overrides the guess from the form of the name."""

    name: str
    role: Role
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """The switches of a publication, each a recorded decision of the town.

    legal_rep: None keeps the name in a summary, which requires it, and hides it in the full text. party: natural persons who are the party.
    allowed: texts that stay wherever they stand, such as a published hotline or a word that a person found not to be a name.
    """

    mode: Mode = Mode.FULL
    style: Style = "some"
    legal_rep: HideOrKeep | None = None
    party: HideOrKeep = "hide"
    plates: HideOrKeep = "hide"
    allowed: frozenset[str] = frozenset()

    @property
    def kept_roles(self) -> frozenset[Role]:
        """Whose names stay."""
        kept = {Role.OFFICER}
        if (self.legal_rep or ("keep" if self.mode == Mode.SUMMARY else "hide")) == "keep":
            kept.add(Role.LEGAL_REP)
        if self.party == "keep":
            kept.add(Role.PARTY)
        return frozenset(kept)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A span of the given text that is replaced, with the reason in Chinese and the provision that asks for it.

    sure: False where a rule of thumb found it. `provision` is an id of the register.
    """

    start: int
    end: int
    kind: Kind
    replacement: str
    why: str
    provision: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text as it may be published. `hidden` is in order and does not overlap; `unsure` was left for a person to look at.

    publish: False where the text itself says that it may not be published, None where a person has to decide; `reasons` say why.
    """

    text: str
    hidden: tuple[Hidden, ...] = ()
    unsure: tuple[Hidden, ...] = ()
    publish: bool | None = True
    reasons: tuple[str, ...] = field(default=())
