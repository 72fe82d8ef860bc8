"""The guided tasks of a practice office, and which of them are done.

That is seen in what the office itself remembers, its journal and its records: there is
nothing else to keep, to carry over, or to be wrong.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.records.change import ChangeEntry, ChangeKind

FILLING: Final = "fill_practice"
"""Verb of the last deed with which a practice year is filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One guided task."""

    code: str
    title: str
    how: str
    """What to press, in a sentence or two."""
    place: str
    """Code of the place where it is done."""
    verbs: tuple[str, ...] = ()
    """Deeds of which any one shows that it was done."""
    kinds: tuple[ChangeKind, ...] = ()
    """Kinds of deeds that show it, whatever was done."""
    held: str = ""
    """Name of what must be among the records; blank where a deed shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """All guided tasks, in their order."""

    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonState:
    """One guided task, and whether it is done."""

    number: int
    """Counted from 1."""
    lesson: Lesson
    done: bool


def states(
    lessons: Sequence[Lesson],
    deeds: Iterable[ChangeEntry],
    held: Collection[str] = (),
) -> tuple[LessonState, ...]:
    """Return each task with whether it is done.

    A deed counts though it was undone: it was practised.

    Args:
        lessons: In their order.
        deeds: The journal, newest first; what filled the year in counts for nothing.
        held: What is among the records, by the names of tasks' `held`.
    """
    verbs: set[str] = set()
    kinds: set[ChangeKind] = set()
    for one in deeds:
        if one.verb == FILLING and one.kind is ChangeKind.DONE:
            break
        kinds.add(one.kind)
        if one.kind in {ChangeKind.DONE, ChangeKind.FIXED}:
            verbs.add(one.verb)
    return tuple(
        LessonState(
            number=number,
            lesson=one,
            done=bool(verbs & {*one.verbs} or kinds & {*one.kinds} or one.held in held),
        )
        for number, one in enumerate(lessons, start=1)
    )


def next_one(found: Iterable[LessonState]) -> LessonState | None:
    """Return the first task that is not done, or None."""
    return next((one for one in found if not one.done), None)
