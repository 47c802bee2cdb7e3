"""Without performing anything: what can this person do in this matter now, and why not the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of

from .deadlines import local_day
from .errors import Refusal
from .models import Matter
from .perform import refusals_of
from .places import post_for, posts_in_words, who_may
from .procedure import ACTIONS, Action, procedure_of


@dataclass(frozen=True)
class Standing:
    """One action of the present stage for one person: `allowed`, or the refusals that shut it.

    `mine` tells whether the person holds the post: an action that is somebody else's is not theirs to mend.
    """

    action: Action
    mine: bool
    refusals: tuple[Refusal, ...]
    who: str

    @property
    def allowed(self) -> bool:
        return self.mine and not self.refusals


def possible(matter: Matter, actor: User, at: datetime) -> list[Standing]:
    """Every action of the matter's present stage, in the order of the procedure, with its refusals for this person.

    Gates that need input are asked when the action is performed; all others are asked here. Nothing is written.
    """
    on = local_day(at)
    found = []
    for action in procedure_of(matter).actions.values():
        if action.opens or not action.allowed_at(matter.stage):
            continue
        who = who_may(action, matter, on)
        mine = post_for(action, matter, actor, on) is not None
        refusals = refusals_of(action, matter, actor, at, None)
        if not mine:
            sentence = f"“{action.title}”由{posts_in_words(action.by)}办理。"
            refusals = [Refusal(sentence, action.provisions, who=who), *refusals]
        found.append(Standing(action=action, mine=mine, refusals=tuple(refusals), who=who))
    return found


def openings(actor: User, at: datetime) -> list[Action]:
    """Actions that open a matter and that this person's posts allow."""
    held = posts_of(actor, local_day(at))
    return [action for action in ACTIONS.values() if action.opens and held & set(action.by)]
