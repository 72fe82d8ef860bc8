"""Hold one line of a table against the task the plan has for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.errors import Problem
from desktop.records.identity import AgencyId, TaskId
from desktop.records.plan import Plan
from desktop.records.task import Task
from desktop.rules.task_table.fates import Choices, Fate, PreviewRow
from desktop.rules.task_table.lines import Line
from desktop.rules.task_table.nesting import Place
from desktop.rules.task_table.numbering import bare
from desktop.rules.task_table.parties import Directory, Found, Party
from desktop.rules.task_table.tidying import joined
from desktop.rules.task_table.words import Role, TableWords
from desktop.rules.task_time import TaskTime, parse_time

FIELDS = {
    Role.TEXT: "text",
    Role.LEADS: "lead_text",
    Role.PARTNERS: "partner_text",
    Role.TIME: "time_text",
}
"""Field of a task that keeps the words of a column."""
_COMPARED = ("code", "number", *FIELDS.values(), "leads", "partners")

Parties = Mapping[Role, tuple[Party, ...] | None]
"""Matches of the two columns of agencies; None where the words are not new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What a table is held against."""

    plan: Plan
    tasks: tuple[Task, ...]
    """Those of the plan, in its order."""
    directory: Directory
    words: TableWords


def compare(
    line: Line, place: Place, before: Task | None, against: Against, choices: Choices
) -> PreviewRow:
    """Return what importing one line would do."""
    parties = {
        role: _matched(line, role, before, against.directory, choices)
        for role in (Role.LEADS, Role.PARTNERS)
    }
    time, doubts = _time(line, before, against.words)
    problems = [*line.problems, *_of_place(line, place, before), *doubts]
    for role, found in parties.items():
        problems += _unsettled(role, found, choices)
    if _leaderless(line, before):
        problems.append(_doubt("leads", "lead_missing"))
    task = _task(line, place, before, against, parties)
    changes = _changes(task, before)
    return PreviewRow(
        line=line,
        fate=_fate(line.key, problems, before, changes, choices),
        task=task,
        before=before,
        parent=place.parent,
        changes=changes,
        leads=parties[Role.LEADS] or (),
        partners=parties[Role.PARTNERS] or (),
        time=time,
        problems=tuple(problems),
    )


def _of_place(line: Line, place: Place, before: Task | None) -> Iterator[Problem]:
    """Yield what is off about a number; a task that keeps its own repeats nothing.

    Plans print `1.` in each part of their text (004), and codes tell those apart.
    """
    kept = before is not None and not dict(_number(line, place, before))
    for problem in place.problems:
        if not (kept and problem.code == "number_repeated"):
            yield problem


def _doubt(field: str, code: str, *facts: str) -> Problem:
    return Problem(field, code, facts, blocking=False)


def _same(new: str, old: str) -> bool:
    """Tell whether two texts differ in broken lines and runs of space only."""
    return joined(new) == joined(old)


def _told(line: Line) -> Sequence[Role]:
    """Return the columns a line says something in; a group only names itself."""
    return [role for role in line.texts if role is Role.TEXT or not line.group]


def _leaderless(line: Line, before: Task | None) -> bool:
    """Tell whether a task that is to be led by somebody names nobody."""
    told = Role.LEADS in _told(line)
    return before is None and told and not line.text(Role.LEADS).strip()


def _fate(
    key: int,
    problems: Sequence[Problem],
    before: Task | None,
    changes: tuple[str, ...],
    choices: Choices,
) -> Fate:
    if any(problem.blocking for problem in problems):
        return Fate.REFUSED
    if before is not None and not changes:
        return Fate.SAME
    if key in choices.left_out:
        return Fate.LEFT_OUT
    return Fate.ADD if before is None else Fate.CHANGE


# --- who -------------------------------------------------------------------------


def _matched(
    line: Line, role: Role, before: Task | None, directory: Directory, choices: Choices
) -> tuple[Party, ...] | None:
    """Return whom a column names, unless the plan has the very words already."""
    if role not in _told(line):
        return None
    text = line.text(role)
    if before is not None and _same(text, str(getattr(before, FIELDS[role]))):
        return None
    return tuple(
        _chosen(party, choices.parties.get((line.key, role, number)))
        for number, party in enumerate(directory.match(text))
    )


def _chosen(party: Party, agencies: tuple[AgencyId, ...] | None) -> Party:
    if agencies is None:
        return party
    return replace(party, found=Found.CHOSEN, agencies=agencies)


def _unsettled(
    role: Role, parties: tuple[Party, ...] | None, choices: Choices
) -> Iterator[Problem]:
    """Yield a problem for each name that needs a second look."""
    for party in parties or ():
        if party.settled:
            continue
        facts: tuple[str, ...] = (party.text,)
        if party.proposals:
            nearest = party.proposals[0]
            facts = (party.text, nearest.name, str(nearest.score))
        blocking = party.found is not Found.NEAR and not choices.keep_unknown
        yield Problem(role.value, f"agency_{party.found}", facts, blocking=blocking)


def _agencies(parties: Sequence[Party]) -> tuple[AgencyId, ...]:
    """Return all agencies named, each once and in order."""
    return tuple(dict.fromkeys(one for party in parties for one in party.agencies))


def _named(parties: Sequence[Party]) -> frozenset[AgencyId]:
    """Return the agencies named one by one, not as one of a kind."""
    alone = (party for party in parties if party.found is not Found.GROUP)
    return frozenset(one for party in alone for one in party.agencies)


# --- when ------------------------------------------------------------------------


def _time(
    line: Line, before: Task | None, words: TableWords
) -> tuple[TaskTime | None, tuple[Problem, ...]]:
    """Return when the task is to be done, and a doubt where that cannot be told."""
    text = line.text(Role.TIME)
    found = parse_time(text, words.times)
    known = before is not None and _same(text, before.time_text)
    if found is None and text and not known:
        return None, (_doubt("time", "time_unread", text),)
    return found, ()


# --- the task ----------------------------------------------------------------------


def _task(
    line: Line, place: Place, before: Task | None, against: Against, parties: Parties
) -> Task | None:
    """Return the task as it would stand; None for what cannot be a task."""
    if not place.code or not line.text(Role.TEXT):
        return None
    task = before or Task(
        id=_new_id(place.code, against),
        plan=against.plan.id,
        position=0,
        code="",
        text="",
    )
    changes: dict[str, Any] = dict(_number(line, place, before))
    for role in _told(line):
        text = joined(line.text(role))
        if not _same(text, str(getattr(task, FIELDS[role]))):
            changes[FIELDS[role]] = text
    changes.update(_agencies_of(task, parties, against.directory))
    return replace(task, **changes)


def _number(line: Line, place: Place, before: Task | None) -> Iterator[tuple[str, str]]:
    """Yield number and printed number where they are not the plan's already."""
    if before is not None:
        known = {bare(before.number), before.code}
        if not line.number or line.number in known or place.code == before.code:
            return
    yield "code", place.code
    yield "number", "" if line.number in ("", place.code) else line.printed


def _agencies_of(
    task: Task, parties: Parties, directory: Directory
) -> Iterator[tuple[str, tuple[AgencyId, ...]]]:
    """Yield leads and partners that are new; one that leads by name is no partner."""
    leads, partners = parties[Role.LEADS], parties[Role.PARTNERS]
    if leads is not None:
        yield "leads", _agencies(leads)
    if partners is not None:
        known = directory.match(task.lead_text) if leads is None else leads
        leading = _named(known) - _named(partners)
        yield "partners", tuple(a for a in _agencies(partners) if a not in leading)


def _new_id(code: str, against: Against) -> TaskId:
    """Return an id made of the plan's and the number, as plan files make them."""
    taken = {one.id for one in against.tasks}
    made, again = TaskId(f"{against.plan.id}/{code}"), 1
    while made in taken:
        again += 1
        made = TaskId(f"{against.plan.id}/{code}/{again}")
    return made


def _changes(task: Task | None, before: Task | None) -> tuple[str, ...]:
    if task is None or before is None:
        return ()
    return tuple(
        name for name in _COMPARED if getattr(task, name) != getattr(before, name)
    )
