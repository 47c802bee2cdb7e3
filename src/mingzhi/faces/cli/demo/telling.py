"""Stories of matters told in the order of time, through the real actions only.

A story is a list of steps on working days; each step is one action. A refusal here is a mistake of the story and is raised with its
words. What a form knows by itself is left to it, as on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from mingzhi.core.engine.days import local_day
from mingzhi.core.engine.errors import ActionError
from mingzhi.core.engine.families import ABOUT, about
from mingzhi.core.engine.perform import perform
from mingzhi.core.engine.procedure import ACTIONS, Action
from mingzhi.core.organs.models import User

from .calendar_days import Days, Diary, moment

Data = dict[str, Any]


class StoryBroken(RuntimeError):
    """An action of a story was refused; the words of the refusal follow."""


@dataclass
class Scene:
    """What a step sees when its turn comes: the moment, the stay on the spot before it, and what the story made so far."""

    story: Story
    kind: str
    at: datetime
    from_at: datetime
    until_at: datetime
    days: Days

    @property
    def matter(self) -> Any:
        """The matter that the step is about: the case, or a matter about it, opened by the story or by what it did."""
        found = self.story.matters.get(self.kind)
        return found if found is not None else about(self.story.matter, self.kind)[-1]

    @property
    def case(self) -> Any:
        return self.story.matter

    def workday(self, count: int) -> date:
        """The `count`th working day from the day of this step; negative ones before it."""
        day = local_day(self.at)
        return self.days.on(count, day) if count >= 0 else self.days.back(-count, day)


@dataclass(frozen=True)
class Step:
    """One action: so many working days after the story began, not before that hour, by whom, with what.

    `minutes` on the spot are booked for `officers`; the action is recorded right after them.
    """

    day: int
    clock: str
    code: str
    who: str
    data: Callable[[Scene], Data] | Data
    minutes: int = 0
    officers: tuple[str, ...] = ()
    files: Callable[[Scene], Data] | None = None


@dataclass(eq=False)
class Story:
    """One matter, with those about it that its steps open, the latest of each kind. Its last step lies `ends` working days before
    today, unless it begins on a day or leads to another story."""

    name: str
    steps: list[Step]
    ends: int = 1
    begins_on: date | None = None
    leads_to: Story | None = None
    matters: dict[str, Any] = field(default_factory=dict)
    first_on: date | None = None
    done: dict[str, Any] = field(default_factory=dict)

    @property
    def matter(self) -> Any:
        """The one it began with."""
        return next(iter(self.matters.values()), None)

    def first_day(self, days: Days) -> date:
        """The day of its first step."""
        last = max(step.day for step in self.steps)
        if self.leads_to is not None:
            return days.back(last + 1, self.leads_to.first_on)
        return self.begins_on or days.back(self.ends + last)


@dataclass(frozen=True)
class _Planned:
    at: datetime
    order: int
    scene: Scene
    step: Step


def plan(stories: Iterable[Story], days: Days, since: date) -> list[_Planned]:
    """Every step with its moment, in the order of time. A story that would begin before `since` is left out."""
    diary, planned = Diary(), []
    for story in sorted(stories, key=lambda story: story.leads_to is not None):
        story.first_on = story.first_day(days)
        if story.first_on < since or (story.leads_to is not None and story.leads_to.first_on < since):
            continue
        last = None
        for step in story.steps:
            at = moment(days.on(step.day, story.first_on), step.clock)
            at = at if last is None else max(at, last + timedelta(minutes=5))
            begins = diary.book([*step.officers], at, step.minutes) if step.minutes else at
            ends = begins + timedelta(minutes=step.minutes)
            last = ends + timedelta(minutes=5) if step.minutes else at
            planned.append(_Planned(last, len(planned), Scene(story, step.code.partition(".")[0], last, begins, ends, days), step))
    return sorted(planned, key=lambda one: (one.at, one.order))


def tell(planned: list[_Planned], people: dict[str, User], progress: Callable[[int, int], None]) -> None:
    """Perform every step. Raises StoryBroken."""
    for number, one in enumerate(planned, start=1):
        _perform(one.scene, one.step, people[one.step.who])
        progress(number, len(planned))


def _perform(scene: Scene, step: Step, actor: User) -> None:
    story, action = scene.story, ACTIONS[step.code]
    if len(story.matters) > 1 and scene.kind in story.matters:
        story.matters[scene.kind].refresh_from_db()  # what is about a case changes it, and the other way round
    given = step.data(scene) if callable(step.data) else step.data
    files = step.files(scene) if step.files else None
    try:
        done = perform(
            step.code,
            None if action.opens else scene.matter,
            actor=actor,
            data={**_known(scene, action, actor), **given},
            files=files,
            at=scene.at,
        )
    except ActionError as refused:
        raise StoryBroken(f"{story.name}：{step.code}（{actor.name}，{scene.at:%Y-%m-%d %H:%M}）{refused}") from refused
    story.matters[scene.kind] = done.matter
    story.done[step.code] = done


def _known(scene: Scene, action: Action, actor: User) -> Data:
    """What the page would have filled in, and for a matter about the case, which case that is."""
    if action.form is None or (action.opens and (not action.procedure.about or scene.case is None)):
        return {}
    if not action.opens:
        return _form(action, scene.matter, actor, scene.at).filled
    blank = action.procedure.matter(authority=scene.case.authority, region=scene.case.region, kind=scene.kind, stage="")
    setattr(blank, action.procedure.about, scene.case)
    return {**_form(action, blank, actor, scene.at).filled, ABOUT: scene.case.pk}


def _form(action: Action, matter: Any, actor: User, at: datetime) -> Any:
    form: Any = action.form
    return form(matter=matter, actor=actor, at=at)
