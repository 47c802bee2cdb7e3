"""Without performing anything: what can this person do in this matter now, and why not the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mingzhi.core.organs.models import User
from mingzhi.core.organs.people import posts_of

from .days import local_day
from .errors import Refusal
from .families import procedures_about
from .models import Matter
from .out_of_turn import not_at_this_stage, not_by_itself
from .perform import refusals_of
from .places import post_for, posts_in_words, stand_in, who_may
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

    @property
    def open(self) -> bool:
        """Whether no gate is shut: somebody with the post could do it now."""
        return not self.refusals[0 if self.mine else 1 :]


def possible(matter: Matter, actor: User, at: datetime) -> list[Standing]:
    """Every action of the matter's present stage, in the order of the procedure, with its refusals for this person.

    Gates that need input are asked when the action is performed; all others are asked here. Nothing is written.
    """
    actions = procedure_of(matter).actions.values()
    return [
        _standing(action, matter, actor, at)
        for action in actions
        if not action.opens and not action.follows and action.allowed_at(matter.stage)
    ]


def out_of_place(action: Action, matter: Matter) -> Standing:
    """An action of the matter's procedure that `possible` does not list, with the reason, which is the same for everybody."""
    if action.opens:
        sentence = f"“{action.title}”在开始时办理，本件已经办过。另有一件的，请从工作台重新开始。"
        refusal = Refusal(sentence, action.provisions, done=True)
    else:
        refusal = not_by_itself(action) if action.follows else not_at_this_stage(action, matter)
    return Standing(action=action, mine=True, refusals=(refusal,), who="")


def openings_about(matter: Matter, actor: User, at: datetime) -> list[Standing]:
    """Every action that opens a matter about this one (a review of this case), with its refusals for this person."""
    found = []
    for procedure in procedures_about(matter):
        for action in procedure.actions.values():
            if action.opens and not action.follows:
                blank = procedure.matter(authority=matter.authority, region=matter.region, kind=procedure.code, stage="")
                setattr(blank, procedure.about, matter)
                found.append(_standing(action, blank, actor, at))
    return found


def _standing(action: Action, matter: Matter, actor: User, at: datetime) -> Standing:
    on = local_day(at)
    who = who_may(action, matter, on)
    mine = post_for(action, matter, actor, on) is not None
    # Whether somebody else could do it now is asked for somebody who holds the post, not for who is looking.
    doer = actor if mine else stand_in(action, matter, on) or actor
    refusals = refusals_of(action, matter, doer, at, None)
    if not mine:
        sentence = f"“{action.title}”由{posts_in_words(action.by)}办理。"
        refusals = [Refusal(sentence, action.provisions, who=who), *refusals]
    return Standing(action=action, mine=mine, refusals=tuple(refusals), who=who)


def line_of(matter: Matter, at: datetime) -> list[Action]:
    """What carries the matter on from its present stage: what its procedure says comes next for it, else the main line's actions not
    done since it came here, in order.

    When all are done, the last of them: it is what leads on.
    """
    procedure = procedure_of(matter)
    if procedure.turn is not None and (names := procedure.turn(matter, at)):
        return [procedure.actions[name] for name in names]
    skipped = procedure.skip(matter, at) if procedure.skip is not None else ()
    here = [
        procedure.actions[name] for name in procedure.mainline if name not in skipped and procedure.actions[name].allowed_at(matter.stage)
    ]
    done: set[str] = set()
    for code, came_from, went_to in matter.records.order_by("-version").values_list("action", "stage_from", "stage_to"):
        if came_from != went_to:
            break
        done.add(code)
    return [action for action in here if action.code not in done] or here[-1:]


def next_action(matter: Matter, at: datetime) -> Action | None:
    """The first action of the main line that somebody could do now; else the last, which leads on. For lists, whoever looks."""
    on = local_day(at)
    line = line_of(matter, at)
    for action in line:
        doer = stand_in(action, matter, on)
        if doer is not None and not refusals_of(action, matter, doer, at, None):
            return action
    return line[-1] if line else None


def openings(actor: User, at: datetime) -> list[Action]:
    """Actions that open a matter of its own and that this person's posts allow; those about another are offered with it."""
    return [action for action in ACTIONS.values() if may_open(action, actor, at)]


def may_open(action: Action, actor: User, at: datetime) -> bool:
    """Whether an action opens a matter of its own, or one that may stand alone, and this person's posts allow it."""
    if not action.opens or action.follows or (action.procedure.about and not action.procedure.alone):
        return False
    return not posts_of(actor, local_day(at)).isdisjoint(action.by)
