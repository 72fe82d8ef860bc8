"""Find the plan, tasks and targets a package names among those here.

A sender may work by a plan of its own: then it is settled once which plan here it
carries out, and what each of its tasks and targets is there. What has the same words
under the same number is not asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind
from desktop.records.exchange_entries import Entries, SentPlan, SentTarget, SentTask
from desktop.records.plan import Plan, RoadmapStep
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.intake.likeness import Candidate, offers
from desktop.rules.intake.translation import Decisions
from desktop.rules.vietnamese import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The plans of the office that takes a package in."""

    plans: tuple[Plan, ...]
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    steps: tuple[RoadmapStep, ...] = ()
    decisions: Decisions = field(default_factory=lambda: Decisions(()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlan:
    """What the tasks and targets of a package are here."""

    tasks: Mapping[str, str | None]
    goals: Mapping[str, str | None]
    steps: Mapping[str, str | None]
    unmapped: tuple[Unmapped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ours:
    """A task or a target here, by what it is compared."""

    id: str
    code: str
    text: str


def find_plan(
    entries: Entries, named: Mapping[str, set[str]], here: Plans
) -> FoundPlan:
    """Return what the tasks and targets that entries name are here.

    Args:
        entries: The package.
        named: Ids that entries name: `tasks`, `goal`, `roadmap_steps`.
        here: What is known here.
    """
    search = _Search(entries, here)
    tasks = [one for one in entries.tasks if one.id in named.get("tasks", ())]
    goals = [one for one in entries.targets if one.goal in named.get("goal", ())]
    known = {str(one.id) for one in here.steps}
    steps = {
        one: one if one in known else None for one in named.get("roadmap_steps", ())
    }
    found_tasks = {str(one.id): search.task(one) for one in tasks}
    found_goals = {str(one.goal): search.goal(one) for one in goals}
    return FoundPlan(
        tasks=found_tasks,
        goals=found_goals,
        steps=steps,
        unmapped=tuple(search.unmapped.values()),
    )


class _Search:
    """One look for all that a package names of plans."""

    def __init__(self, entries: Entries, here: Plans) -> None:
        self.unmapped: dict[tuple[str, str], Unmapped] = {}
        self._sent = {str(one.id): one for one in entries.plans}
        self._here = here
        self._plans: dict[str, str | None] = {}
        self._tasks = _by_plan(here.tasks)
        self._goals = _goals_by_plan(here.targets)

    def task(self, sent: SentTask) -> str | None:
        """Return what a task is here; None where it has no like, or is not settled."""
        asked = _Asked(
            MappedKind.TASK, str(sent.plan), str(sent.id), sent.code, sent.text
        )
        return self._part(asked, self._tasks)

    def goal(self, sent: SentTarget) -> str | None:
        """Return what a target is here, likewise."""
        plan = str(sent.goal).rpartition("/")[0]
        asked = _Asked(MappedKind.GOAL, plan, str(sent.goal), sent.code, sent.label)
        return self._part(asked, self._goals)

    def _part(
        self, asked: "_Asked", parts: Mapping[str, tuple[_Ours, ...]]
    ) -> str | None:
        settled = self._here.decisions.find(
            asked.plan, asked.kind, asked.theirs, asked.name
        )
        known = {one.id for each in parts.values() for one in each}
        if settled is not None and settled.ours in {None, *known}:
            return settled.ours
        plan = self._plan(asked.plan)
        if plan is None:
            return None
        same = _same(asked, parts.get(plan, ()))
        if same is None:
            self._ask(
                asked.plan,
                asked.kind,
                asked.theirs,
                asked.name,
                _offers(asked, parts.get(plan, ())),
            )
        return same

    def _plan(self, theirs: str) -> str | None:
        """Return what a plan is here; what is unknown is asked about, once."""
        if theirs not in self._plans:
            self._plans[theirs] = self._found_plan(theirs)
        return self._plans[theirs]

    def _found_plan(self, theirs: str) -> str | None:
        sent = self._sent.get(theirs)
        name = plan_name(sent.number, sent.title) if sent else theirs
        settled = self._here.decisions.find(theirs, MappedKind.PLAN, theirs, name)
        known = {str(one.id) for one in self._here.plans}
        if settled is not None and settled.ours in {None, *known}:
            return settled.ours
        if sent is not None:
            for one in self._here.plans:
                if _same_plan(one, sent):
                    return str(one.id)
        number = sent.number if sent else ""
        candidates = (
            Candidate(
                id=one.id,
                name=plan_name(one.number, one.title),
                text=one.title,
                number=one.number,
            )
            for one in self._here.plans
        )
        found = offers(sent.title if sent else theirs, number, candidates)
        self._ask(theirs, MappedKind.PLAN, theirs, name, found)
        return None

    def _ask(
        self,
        sender: str,
        kind: MappedKind,
        theirs: str,
        name: str,
        found: tuple[tuple[str, str], ...],
    ) -> None:
        self.unmapped[kind, theirs] = Unmapped(
            sender=sender, kind=kind, theirs=theirs, name=name, offers=found
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A task or a target of the sender's."""

    kind: MappedKind
    plan: str
    theirs: str
    code: str
    text: str

    @property
    def name(self) -> str:
        """Return what it is called on screen, and remembered by."""
        return f"{self.code} {self.text}".strip()


def plan_name(number: str, title: str) -> str:
    """Return what a plan is called on screen, and remembered by."""
    return f"{number} {title}".strip()


def _same_plan(ours: Plan, sent: SentPlan) -> bool:
    """Tell whether two offices mean one paper: its number and day, else its title."""
    if fold(ours.title) != fold(sent.title):
        return False
    numbers = fold(ours.number), fold(sent.number)
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    days = ours.issued_on, sent.issued_on
    return None in days or days[0] == days[1]


def _same(asked: _Asked, ours: Iterable[_Ours]) -> str | None:
    """Return the only part of a plan with the same number and words."""
    same = [
        one.id
        for one in ours
        if fold(one.code) == fold(asked.code) and fold(one.text) == fold(asked.text)
    ]
    return same[0] if len(same) == 1 else None


def _offers(asked: _Asked, ours: Iterable[_Ours]) -> tuple[tuple[str, str], ...]:
    candidates = (
        Candidate(
            id=one.id, name=f"{one.code} {one.text}", text=one.text, number=one.code
        )
        for one in ours
    )
    return offers(asked.text, asked.code, candidates)


def _by_plan(tasks: Iterable[Task]) -> dict[str, tuple[_Ours, ...]]:
    found: dict[str, tuple[_Ours, ...]] = {}
    for one in tasks:
        ours = _Ours(id=str(one.id), code=one.code, text=one.text)
        found[str(one.plan)] = (*found.get(str(one.plan), ()), ours)
    return found


def _goals_by_plan(targets: Iterable[Target]) -> dict[str, tuple[_Ours, ...]]:
    """Return the targets of plans, each once whatever its versions."""
    goals = {str(one.goal): one for one in targets}
    found: dict[str, tuple[_Ours, ...]] = {}
    for goal, one in goals.items():
        ours = _Ours(id=goal, code=one.code, text=one.label)
        found[str(one.plan)] = (*found.get(str(one.plan), ()), ours)
    return found
