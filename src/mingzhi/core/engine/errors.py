"""What can go wrong when somebody acts, as one tree:

ActionError                       status
├── NotFound      找不到             404
├── PostNotHeld   岗位不符           403
├── WrongStage    环节不符           409
├── Stale         他人已更新         409
├── KeyReused     幂等键已用于别的请求 409
├── Refused       关口未过           409
└── InvalidInput  填写有误           422
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mingzhi.law.provisions import Provision


@dataclass(frozen=True)
class Refusal:
    """Why an action cannot be done: under which provision, in words, what mends it, and who can supply that.

    `mend` is the code of the action that removes the obstacle, or None when only time or a person outside can. `done`: nothing is
    missing, it was done already.
    """

    sentence: str
    provisions: tuple[Provision, ...] = ()
    mend: str | None = None
    mend_title: str = ""
    who: str = ""
    done: bool = False

    @property
    def cite(self) -> str:
        return "、".join(provision.cite for provision in self.provisions)


@dataclass
class ActionError(Exception):
    """An action that was not performed. `sentence` says what is wrong and what to do next."""

    sentence: str
    refusals: Sequence[Refusal] = ()
    errors: Mapping[str, list[str]] = field(default_factory=dict)
    status = 400
    kind = "error"

    def __str__(self) -> str:
        lines = [self.sentence]
        lines += [f"{refusal.sentence}（{refusal.cite}）" if refusal.cite else refusal.sentence for refusal in self.refusals]
        lines += [f"{name}：{'；'.join(texts)}" for name, texts in self.errors.items()]
        return "\n".join(lines)


class NotFound(ActionError):
    """There is no such matter for this person: a foreign matter and a missing one look the same."""

    status = 404
    kind = "not-found"


class PostNotHeld(ActionError):
    """The person does not hold a post that may do this."""

    status = 403
    kind = "post-not-held"


class WrongStage(ActionError):
    """The matter stands at a stage where this is not done."""

    status = 409
    kind = "wrong-stage"


class Stale(ActionError):
    """Somebody else acted on the matter after this person had read it."""

    status = 409
    kind = "stale"


class KeyReused(ActionError):
    """The idempotency key belongs to another request."""

    status = 409
    kind = "key-reused"


class Refused(ActionError):
    """At least one gate is shut; every refusal is listed."""

    status = 409
    kind = "refused"


class InvalidInput(ActionError):
    """The input is incomplete or wrong, by field."""

    status = 422
    kind = "invalid-input"
