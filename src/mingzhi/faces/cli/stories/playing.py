"""Playing a story: each step performed as its person would, and what came of it compared with what the story says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

from django.db import transaction

from mingzhi.core.engine.errors import ActionError, InvalidInput, NotFound, PostNotHeld, Refused, Stale, WrongStage
from mingzhi.core.engine.families import ABOUT, about
from mingzhi.core.engine.perform import Done, perform
from mingzhi.core.engine.procedure import ACTIONS, PROCEDURES, Action, Procedure, procedure_of
from mingzhi.core.engine.standing import possible

from ..stage import Stage, build_stage, change_stage, names
from .comparing import compare_deadlines, compare_values, stage_named
from .filling import UnknownWord, fill
from .reading import LOOK, Step, Story, StoryError, read_story

#: Where the matter that was acted on last is kept; no story can name it so.
_LATEST = ""
_KINDS: dict[str, type[ActionError]] = {"岗位不符": PostNotHeld, "环节不符": WrongStage, "看不到": NotFound, "他人已更新": Stale}


@dataclass(frozen=True)
class Played:
    """One step that was played: what it was, what came of it in words, and where that differs from the story."""

    step: Step
    outcome: str
    failures: tuple[str, ...] = ()


@dataclass
class Report:
    """A story that was played; `failures` are sentences with file and line."""

    story: Story
    steps: list[Played] = field(default_factory=list)

    @property
    def failures(self) -> list[str]:
        return [
            f"{played.step.path.name} 第 {played.step.line} 行 {played.step.who} {played.step.action}：{text}"
            for played in self.steps
            for text in played.failures
        ]

    @property
    def ok(self) -> bool:
        return not self.failures


def run_story(path: Path) -> Report:
    """Play one story in a transaction that is rolled back. Raises StoryError for a story nobody could play."""
    with Theatre() as theatre:
        return theatre.play(path)


@dataclass
class _Scene:
    """How things stand after one part of a story: the town, the matters, and the steps up to here. `transaction` takes the part back."""

    part: Any
    transaction: transaction.Atomic
    stage: Stage
    matters: dict[str, Any] = field(default_factory=dict)
    steps: list[Played] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return bool(self.steps) and bool(self.steps[-1].failures)


class Theatre(AbstractContextManager["Theatre"]):
    """Plays story after story, and takes everything back at the end.

    Many stories go on from the same one. What a story has in common with the one played before it is not played again: every part, the
    town it begins in included, is a transaction within that of the part before, and only those are taken back that the next story is without.
    """

    def __init__(self) -> None:
        self._scenes: list[_Scene] = []

    def __exit__(self, *_raised: object) -> None:
        self._take_back(0)

    def play(self, path: Path) -> Report:
        """Play a story to its end or its first failure. Raises StoryError for a story nobody could play."""
        story = read_story(path)
        town: list[Any] = [changes for changes in story.town if changes]
        parts = [town, *(list(steps) for _, steps in groupby(story.steps, key=lambda step: step.path))]
        self._take_back(sum(1 for _ in takewhile(lambda pair: pair[0].part == pair[1], zip(self._scenes, parts, strict=False))))
        for part in parts[len(self._scenes) :]:
            if self._scenes and self._scenes[-1].failed:
                break
            self._play_on(story, part)
        return Report(story, list(self._scenes[-1].steps))

    def _take_back(self, left: int) -> None:
        while len(self._scenes) > left:
            _roll_back(self._scenes.pop().transaction)

    def _play_on(self, story: Story, part: list[Any]) -> None:
        """One more part; a part that cannot be played leaves nothing."""
        within = transaction.atomic()
        within.__enter__()
        try:
            if not self._scenes:
                scene = _Scene(part, within, _dressed(story))
            else:
                before = self._scenes[-1]
                # People and matters remember what was read of them, and this part may be taken back while the one before stands.
                scene = _Scene(part, within, *deepcopy((before.stage, before.matters)), [*before.steps])
                for step in part:
                    scene.steps.append(play_step(scene.stage, step, scene.matters))
                    if scene.failed:
                        break
        except BaseException:
            _roll_back(within)
            raise
        self._scenes.append(scene)


def _roll_back(within: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    within.__exit__(None, None, None)


def _dressed(story: Story) -> Stage:
    """The town of a story, as it says that it was."""
    stage = build_stage()
    for changes in story.town:
        unknown = change_stage(stage, changes)
        if unknown:
            raise StoryError(story.path, getattr(changes, "line", 1), f"镇：{'；'.join(unknown)}。")
    return stage


def play_step(stage: Stage, step: Step, matters: dict[str, Any]) -> Played:
    """Play one step; `matters` are those of the story so far and gain what the step opens. Raises StoryError."""
    if step.says.get("镇") and (unknown := change_stage(stage, step.says["镇"])):
        raise step.error(f"镇：{'；'.join(unknown)}。", "镇")
    return _Player(stage, step, matters).play()


class _Player:
    """One step on the stage; `matters` are the matters of the story by kind and by the names it gave them."""

    def __init__(self, stage: Stage, step: Step, matters: dict[str, Any]) -> None:
        self.stage, self.step, self.matters, self.says = stage, step, matters, step.says
        if step.who not in stage.people:
            raise step.error(f"没有叫“{step.who}”的人；有：{'、'.join(names())}。")
        self.actor = stage.people[step.who]
        self.actor.__dict__.pop("_posts_by_day", None)

    def play(self) -> Played:
        if self.step.looks:
            return Played(self.step, LOOK, tuple(self._stands(self._matter("", ""))))
        action = self._action()
        matter = None if action.opens else self._matter(self.says.get("件", ""), action.procedure.code)
        try:
            done = self._perform(action, matter)
        except ActionError as error:
            return Played(self.step, refusal_in_words(error), tuple(self._refused(error)))
        self._remember(action, done)
        if self._wanted():
            return Played(self.step, "准许", (f"应当{self._wanted()}，实际准许了。",))
        return Played(self.step, "准许", tuple(self._came_of(done)))

    def _action(self) -> Action:
        word = self.step.action
        if word in ACTIONS:
            return ACTIONS[word]
        found = [action for action in ACTIONS.values() if action.title == word]
        if len(found) > 1:
            found = [action for action in found if action.procedure.code in self.matters and not action.opens] or found
        if len(found) > 1 and (named := self.matters.get(self.says.get("件", ""))) is not None:
            found = [action for action in found if action.procedure.code == named.kind]
        if len(found) == 1:
            return found[0]
        if found:
            raise self.step.error(f"“{word}”有几个：{'、'.join(action.code for action in found)}，请写编码。")
        known = "、".join(sorted({f"{action.title}（{action.code}）" for action in ACTIONS.values()}))
        raise self.step.error(f"没有“{word}”这个环节；有：{known}。")

    def _matter(self, name: str, kind: str) -> Any:
        name = name or self.says.get("件", "")
        found = self.matters.get(name or kind or _LATEST) or self._entailed(name or kind)
        if found is None:
            raise self.step.error(f"还没有{f'叫“{name}”的' if name else '可办的'}件。", "件")
        return type(found).objects.get(pk=found.pk)

    def _entailed(self, kind: str) -> Any:
        """The latest matter of a kind that nobody opened: another's action did, in this story."""
        if kind not in PROCEDURES:
            return None
        rows = [row for found in self.matters.values() for row in about(found, kind)]
        return max(rows, key=lambda row: row.pk, default=None)

    def _perform(self, action: Action, matter: Any) -> Done:
        blank = matter or action.procedure.matter(
            authority=self.actor.authority, region=self.actor.authority.region, kind=action.procedure.code
        )
        declared: Any = action.form
        form = declared(matter=blank, actor=self.actor, at=self.step.at) if declared else None
        try:
            words = fill(form, self.step.given)
        except UnknownWord as problem:
            raise self.step.error(f"{action.title}：{problem}", "填") from problem
        if action.opens and action.procedure.about and ABOUT not in words.data:
            words.data[ABOUT] = self._subject(action.procedure).pk
        version = int(self.says["版本"]) if self.says.get("版本") else None
        return perform(action.code, matter, actor=self.actor, data=words.data, files=words.files, version=version, at=self.step.at)

    def _subject(self, procedure: Procedure) -> Any:
        """The matter that a new one is about: the one the step names, else the latest of its kind in this story."""
        named = [self.says["件"]] if self.says.get("件") else list(procedure.of)
        found = [self.matters[name] for name in named if name in self.matters]
        if not found:
            raise self.step.error(f"“{procedure.title}”是关于案件的，还没有{'、'.join(named)}的件。", "件")
        return max(found, key=lambda row: row.changed_at)

    def _remember(self, action: Action, done: Done) -> None:
        self.matters[action.procedure.code] = self.matters[_LATEST] = done.matter
        for name, kept in self.matters.items():
            if kept.pk == done.matter.pk:
                self.matters[name] = done.matter
        if self.says.get("记作"):
            self.matters[self.says["记作"]] = done.matter

    def _wanted(self) -> str:
        """What kind of refusal the story asks for, in words; empty when the step should be allowed."""
        if "不行" in self.says:
            return str(self.says["不行"])
        if "缺" in self.says:
            return f"指出填写有误（{'、'.join(self.says['缺'])}）"
        if "拒" in self.says or "拒含" in self.says:
            return f"被拒（{'、'.join(self.says.get('拒') or self.says.get('拒含'))}）"
        return ""

    def _refused(self, error: ActionError) -> Iterator[str]:
        if not self._wanted():
            yield f"应当准许，实际{refusal_in_words(error)}"
            return
        if "不行" in self.says:
            kind = _KINDS.get(self.says["不行"])
            if kind is None:
                raise self.step.error(f"“不行”写作：{'、'.join(_KINDS)}。", "不行")
            if type(error) is not kind:
                yield f"应当{self.says['不行']}，实际{refusal_in_words(error)}"
        elif "缺" in self.says:
            yield from self._invalid(error)
        else:
            yield from self._gates(error)
        if (word := self.says.get("说")) and word not in str(error):
            yield f"话里应有“{word}”，实际是：{error}"

    def _invalid(self, error: ActionError) -> Iterator[str]:
        if not isinstance(error, InvalidInput):
            yield f"应当指出填写有误，实际{refusal_in_words(error)}"
            return
        form = self._action().form
        labels = {kind.label: name for name, kind in form.base_fields.items()} if form else {}
        wanted = {labels.get(word, word) for word in self.says["缺"]}
        if wanted != set(error.errors):
            yield f"应当指出{'、'.join(sorted(wanted))}，实际指出{refusal_in_words(error)}"

    def _gates(self, error: ActionError) -> Iterator[str]:
        if not isinstance(error, Refused):
            yield f"应当{self._wanted()}，实际{refusal_in_words(error)}"
            return
        found = {row.id for refusal in error.refusals for row in refusal.provisions}
        if "拒" in self.says and found != set(self.says["拒"]):
            yield f"应当被拒于{'、'.join(sorted(self.says['拒']))}，实际被拒于{'、'.join(sorted(found))}：{error}"
        if lacking := set(self.says.get("拒含") or ()) - found:
            yield f"拒绝的依据中没有{'、'.join(sorted(lacking))}，实际被拒于{'、'.join(sorted(found))}：{error}"

    def _came_of(self, done: Done) -> Iterator[str]:
        says = self.says
        if "文书" in says:
            printed = sorted(paper.code for paper in done.documents)  # type: ignore[attr-defined]
            if printed != sorted(says["文书"]):
                yield f"应当制作{'、'.join(says['文书']) or '零份'}，实际制作{'、'.join(printed) or '零份'}。"
        if (word := says.get("说")) and word not in done.record.sentence:
            yield f"记录里应有“{word}”，实际是：{done.record.sentence}"
        yield from self._stands(done.matter)

    def _stands(self, matter: Any) -> Iterator[str]:
        says = self.says
        if "环节" in says:
            wanted = stage_named(procedure_of(matter), says["环节"])
            if wanted is None:
                raise self.step.error(f"没有“{says['环节']}”这个环节名。", "环节")
            if matter.stage != wanted:
                yield f"应当到“{says['环节']}”，实际在“{procedure_of(matter).stage_title(matter.stage)}”。"
        if "编号" in says and matter.number != says["编号"]:
            yield f"编号应当是{says['编号']}，实际是{matter.number}。"
        if "值" in says:
            yield from compare_values(type(matter).objects.get(pk=matter.pk), says["值"])
        if "期限" in says:
            yield from compare_deadlines(self.step, matter, says["期限"])
        yield from self._standings(matter)

    def _standings(self, matter: Any) -> Iterator[str]:
        if not {"可办", "不可办"} & set(self.says):
            return
        found = {}
        for row in possible(matter, self.actor, self.step.at):
            found[row.action.title] = found[row.action.code] = row
        for word in self.says.get("可办") or ():
            row = found.get(word)
            if row is None:
                yield f"“{word}”在这个环节不出现。"
            elif not row.allowed:
                yield f"“{word}”应当可办，实际：{'；'.join(refusal.sentence for refusal in row.refusals)}"
        shut = self.says.get("不可办") or {}
        for word in shut:
            row = found.get(word)
            wanted = shut[word] if isinstance(shut, dict) else None
            if row is not None and row.allowed:
                yield f"“{word}”应当不可办，实际可办。"
            elif row is None and wanted:
                yield f"“{word}”在这个环节不出现。"
            elif row is not None and wanted:
                reasons = {one.id for refusal in row.refusals for one in refusal.provisions}
                if lacking := set(wanted) - reasons:
                    yield f"“{word}”不可办的依据中没有{'、'.join(sorted(lacking))}，实际是{'、'.join(sorted(reasons))}。"


def refusal_in_words(error: ActionError) -> str:
    """A refusal on one line: its kind, then all that the engine said."""
    return {PostNotHeld: "岗位不符", WrongStage: "环节不符", InvalidInput: "填写有误", NotFound: "看不到", Stale: "他人已更新"}.get(
        type(error), "被拒"
    ) + f"：{' '.join(str(error).split())}"
