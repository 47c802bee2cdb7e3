"""Procedure, Action and deadline rules: the declared tables that everything else reads.

A procedure file reads top to bottom like its regulation. A wrong provision id or a duplicate code fails at import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models

from mingzhi.core.organs import Post
from mingzhi.law.provisions import Provision, cited

if TYPE_CHECKING:
    from .forms import ActionForm
    from .models import Matter

Since = Callable[[Any, datetime, dict[str, Any]], date | datetime | None]


def listed(value: object) -> tuple:
    """One thing or several, as a tuple."""
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (value,)
    return tuple(value)


@dataclass(frozen=True, eq=False)
class Action:
    """One row of a procedure: who may do what, at which stage, towards which, with which input, under which provisions."""

    code: str
    title: str
    procedure: Procedure
    function: Callable[..., Any]
    at: tuple[str, ...]
    to: str | None
    leads: tuple[str, ...]
    by: tuple[Post, ...]
    form: type[ActionForm] | None
    provisions: tuple[Provision, ...]
    prints: tuple[str, ...]
    numbered: str
    opens: bool
    closes: bool
    tells: str | Callable[[Any, dict[str, Any]], str]
    help: str
    follows: bool = False
    #: Where `leads` goes from each stage, for an action that moves only from some of those where it is done.
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.code.rpartition(".")[2]

    def targets(self, stage: str) -> tuple[str, ...]:
        """The stages it may lead to from this one; none when the matter stays."""
        return tuple(to for to in ((self.to,) if self.to is not None else self.ways.get(stage, ())) if to != stage)

    def allowed_at(self, stage: str) -> bool:
        """Whether the stage is one of those where this is done; an action without `at` is done at any open stage."""
        if self.opens:
            return stage == ""
        return stage in self.at if self.at else stage not in self.procedure.ends

    def sentence(self, matter: Matter, given: dict[str, Any]) -> str:
        """What the timeline says of it, without the actor's name."""
        if callable(self.tells):
            return self.tells(matter, given)
        return self.tells or self.title


@dataclass(frozen=True, eq=False)
class DeadlineRule:
    """Between actions: started by some, met by others, in the period its provision gives.

    `since` gives the day or moment it runs from (None: none starts); without it the moment of the action counts.
    `subject` tells several deadlines of one rule apart. `rolls` is for a party's calendar period (law.md §0.1).
    `met` gives the day or moment on which it really was met, where that is put on record later; without it the moment of the action.
    `warns` is the provision whose numbers are the days after which a running deadline is pointed out.
    `push` gives by how many days an action in `pushes` moves the end: time that does not count (testing of things seized), or fewer again.
    """

    provision: Provision
    title: str
    starts: frozenset[str]
    meets: frozenset[str]
    lifts: frozenset[str]
    since: Since | None
    subject: Callable[[Any, dict[str, Any]], str] | None
    rolls: bool
    extended_by: frozenset[str]
    extension: Provision | None
    restarts: bool
    met: Since | None = None
    warns: Provision | None = None
    pushes: frozenset[str] = frozenset()
    push: Callable[[Any, datetime, dict[str, Any]], int] | None = None


@dataclass(eq=False)
class Procedure:
    """The table of stages and actions of one kind of matter."""

    code: str
    title: str
    matter: type[Matter]
    stages: type[models.TextChoices]
    ends: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    section: str = ""
    about: str = ""
    of: tuple[str, ...] = ()
    alone: bool = False
    mainline: tuple[str, ...] = ()
    readers: tuple[Post, ...] = ()
    actions: dict[str, Action] = field(default_factory=dict)
    deadlines: list[DeadlineRule] = field(default_factory=list)
    belongings: list[type[models.Model]] = field(default_factory=list)
    papers: dict[str, Callable[..., Any]] = field(default_factory=dict)
    #: What comes next for one matter, and the stages it walks, where the tables above cannot tell: see `turns` and `walks`.
    turn: Callable[[Any, datetime], tuple[str, ...]] | None = None
    #: What of the main line one matter passes by: see `skips`.
    skip: Callable[[Any, datetime], tuple[str, ...]] | None = None
    walk: Callable[[Any], tuple[str, ...]] | None = None

    def __post_init__(self) -> None:
        """`ends`: stages at which nothing more is done; `path`: the stages a matter normally walks, for the progress list;
        `mainline`: the actions that carry it along, in order: the first of them that is open is the next thing to do.
        `about`: the foreign key to the matter that this one is about (a review of a case), `of` the procedures such matters belong to;
        what opens it is then offered on their pages, and its handlers are theirs unless it has its own. `alone`: such a matter may also
        be about none (an activity of enforcement that belongs to no case), and is then offered with the matters of their own.
        `readers`: posts that read every matter of this kind in their authority though they read no others (whoever keeps the devices)."""
        if self.code in PROCEDURES:
            raise ValueError(f"procedure {self.code} is declared twice")
        if self.about:
            self.matter._meta.get_field(self.about)
        self.ends = tuple(str(stage) for stage in self.ends)
        self.path = tuple(str(stage) for stage in (self.path or self.stages.values))
        PROCEDURES[self.code] = self

    def action(
        self,
        function: Callable[..., Any],
        title: str,
        *,
        by: Post | tuple[Post, ...],
        cites: str | tuple[str, ...],
        at: Any = None,
        to: Any = None,
        leads: Any = None,
        form: type[ActionForm] | None = None,
        prints: str | tuple[str, ...] | None = None,
        numbered: str = "",
        opens: bool = False,
        closes: bool = False,
        tells: str | Callable[[Any, dict[str, Any]], str] = "",
        help: str = "",
        name: str = "",
        follows: bool = False,
    ) -> Action:
        """Declare one action.

        leads: stages the function itself may set when `to` is not always the same, or for each stage where it is done those it may
        lead to from there; prints: codes of documents; numbered: the word (“立字”) from whose series the matter then gets its number;
        tells: the sentence of the timeline; name: only where one function serves actions under two names;
        follows: never done by hand, only as what another matter's action entails (`perform.entail`).

        Raises UnknownProvision for a wrong id in `cites`, ValueError for a code declared twice.
        """
        code = f"{self.code}.{name or function.__name__}"
        if code in ACTIONS:
            raise ValueError(f"action {code} is declared twice")
        if opens and self.about and form is None:
            raise ValueError(f"action {code} opens a matter about another and has no form that could say which")
        stages = tuple(str(stage) for stage in listed(at))
        if isinstance(leads, Mapping):
            ways = {str(stage): tuple(str(target) for target in listed(targets)) for stage, targets in leads.items()}
        else:
            # What opens a matter leads on from the stage before all others.
            begun = ("",) if opens else stages
            ways = dict.fromkeys(begun, tuple(str(stage) for stage in listed(leads))) if leads is not None else {}
        action = Action(
            code=code,
            title=title,
            procedure=self,
            function=function,
            at=stages,
            to=str(to) if to is not None else None,
            leads=tuple(dict.fromkeys(target for targets in ways.values() for target in targets)),
            by=tuple(Post(post) for post in listed(by)),
            form=form,
            provisions=cited(*listed(cites)),
            prints=listed(prints),
            numbered=numbered,
            opens=opens,
            closes=closes,
            tells=tells,
            help=help,
            follows=follows,
            ways=ways,
        )
        self.actions[action.name] = action
        ACTIONS[code] = action
        return action

    def deadline(
        self,
        provision: str,
        title: str,
        *,
        from_: str | tuple[str, ...],
        until: str | tuple[str, ...],
        lifted_by: str | tuple[str, ...] = (),
        since: Since | None = None,
        subject: Callable[[Any, dict[str, Any]], str] | None = None,
        rolls: bool = False,
        extended_by: str | tuple[str, ...] = (),
        extension: str | None = None,
        restarts: bool = True,
        met: Since | None = None,
        warns: str | None = None,
        nears: str | None = None,
        waits: bool = False,
        pushed_by: str | tuple[str, ...] = (),
        push: Callable[[Any, datetime, dict[str, Any]], int] | None = None,
    ) -> DeadlineRule:
        """Declare one deadline between actions of this procedure, named without the procedure's code.

        warns: the provision whose days since its beginning are pointed out; nears: that whose days before its end are.
        """

        def codes(names: str | tuple[str, ...]) -> frozenset[str]:
            found = frozenset(f"{self.code}.{name}" for name in listed(names))
            unknown = found - ACTIONS.keys()
            if unknown:
                raise ValueError(f"deadline {provision} names actions that are not declared: {', '.join(sorted(unknown))}")
            return found

        rule = DeadlineRule(
            provision=cited(provision)[0],
            title=title,
            starts=codes(from_),
            meets=codes(until),
            lifts=codes(lifted_by),
            since=since,
            subject=subject,
            rolls=rolls,
            extended_by=codes(extended_by),
            extension=cited(extension)[0] if extension else None,
            restarts=restarts,
            met=met,
            warns=cited(warns)[0] if warns else None,
            pushes=codes(pushed_by),
            push=push,
        )
        if rule.warns:
            WARNINGS[rule.provision.id] = rule.warns
        if nears:
            NEARING[rule.provision.id] = cited(nears)[0]
        if waits:
            WAITED_FOR.add(rule.provision.id)
        self.deadlines.append(rule)
        return rule

    def keeps(self, *kinds: type[models.Model]) -> None:
        """Name the tables whose rows belong to matters of this procedure; their rows are checked against the ledger."""
        self.belongings.extend(kinds)

    def paper(self, code: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register what fills a document: `(matter, *, actor, at, given)` giving its data, several, or None for none."""

        def keep(builder: Callable[..., Any]) -> Callable[..., Any]:
            if code in self.papers:
                raise ValueError(f"paper {code} of {self.code} is filled twice")
            self.papers[code] = builder
            return builder

        return keep

    def skips(self, names: Callable[[Any, datetime], tuple[str, ...]]) -> Callable[[Any, datetime], tuple[str, ...]]:
        """Say which actions of the main line one matter passes by, because it does not need them; they may be done all the same."""
        self.skip = names
        return names

    def turns(self, names: Callable[[Any, datetime], tuple[str, ...]]) -> Callable[[Any, datetime], tuple[str, ...]]:
        """Register what says which actions come next for a matter, the most urgent first: `(matter, at)`; none: as `mainline` has it."""
        self.turn = names
        return names

    def walks(self, stages: Callable[[Any], tuple[str, ...]]) -> Callable[[Any], tuple[str, ...]]:
        """Register what says which stages a matter of its kind walks: `(matter)`; without it all walk along `path`."""
        self.walk = stages
        return stages

    def path_of(self, matter: Matter) -> tuple[str, ...]:
        """The stages this matter normally walks, for its progress list."""
        return tuple(str(stage) for stage in self.walk(matter)) if self.walk else self.path

    def stage_title(self, stage: str) -> str:
        return str(dict(self.stages.choices).get(stage, stage))


PROCEDURES: dict[str, Procedure] = {}
ACTIONS: dict[str, Action] = {}
#: By the provision of a deadline, the one that says after how many days to point it out.
WARNINGS: dict[str, Provision] = {}
#: By the provision of a deadline, the one that says how many days before its end to point it out.
NEARING: dict[str, Provision] = {}
#: Provisions whose period is waited for and not kept: a party's time to speak is never late.
WAITED_FOR: set[str] = set()


def action_of(code: str) -> Action:
    """The declared action. Raises KeyError naming the code."""
    return ACTIONS[code]


def procedure_of(matter: Matter) -> Procedure:
    return PROCEDURES[matter.kind]


def subject_of(matter: Matter) -> Matter | None:
    """The matter that this one is about, or None."""
    procedure = PROCEDURES.get(matter.kind)
    if procedure is None or not procedure.about or getattr(matter, f"{procedure.about}_id") is None:
        return None
    return getattr(matter, procedure.about)
