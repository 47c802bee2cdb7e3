"""Why an action is not this person's, or not for now, whatever its gates would say."""

from __future__ import annotations

from datetime import date

from .errors import PostNotHeld, Refusal
from .models import Matter
from .places import posts_in_words, who_may
from .procedure import Action


def not_by_itself(action: Action) -> Refusal:
    """Why an action that another one entails is not done by anybody."""
    return Refusal(f"“{action.title}”不单独办理：{action.help or '随有关办件的办理自动完成'}。", action.provisions)


def not_at_this_stage(action: Action, matter: Matter) -> Refusal:
    """Why an action is not for the stage at which the matter stands."""
    procedure = action.procedure
    here = procedure.stage_title(matter.stage) or "尚未开始"
    there = "、".join(procedure.stage_title(stage) for stage in action.at) or "未办结的环节"
    return Refusal(f"本件现在的环节是“{here}”，“{action.title}”只能在“{there}”办理。", action.provisions)


def not_theirs(action: Action, matter: Matter, on: date) -> PostNotHeld:
    """What somebody without the post is told: whose it is, by post and by name."""
    who = who_may(action, matter, on)
    sentence = f"“{action.title}”由{posts_in_words(action.by)}办理，您没有这个岗位。请交{who}办理。"
    return PostNotHeld(sentence, [Refusal(sentence, action.provisions, who=who)])
