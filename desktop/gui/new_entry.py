"""Say which register something is entered in, and carry the wish to another page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.register import Register
from desktop.records.target import Formula, Target
from desktop.records.task import Task
from desktop.rules.figure_registers import register_of
from desktop.store.search import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A wish to write a new entry: where, and for which tasks."""

    register: str = ""
    """Code of the register; blank for the one last shown."""
    tasks: tuple[TaskId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtField:
    """A wish to open an entry at one of its fields."""

    hit: Hit
    field: str = ""


_SOURCE_OF = {
    Formula.SPOKESPERSON: (Source.SPOKESPERSON_CHECK, ""),
    Formula.TRAINED: (Source.ACTIVITY, "training"),
    Formula.PRODUCT_SHARE: (Source.PRODUCT, ""),
    Formula.DIGITISED: (Source.PRODUCT, ""),
    Formula.SUPPLIED: (Source.TALLY, ""),
    Formula.MILESTONE: (Source.ACHIEVEMENT, ""),
}
"""Which records a formula counts first."""

_OF_FIGURES = frozenset({Formula.FIGURE, Formula.RATIO, Formula.GROWTH})
"""Formulas that count a figure of the tables."""


def register_of_task(
    task: Task, registers: Iterable[Register], figures: Mapping[Code, Figure]
) -> Register | None:
    """Return the register from which the first figure of a task's row is counted.

    None when the task has none, or one this version does not know.
    """
    first = next((figures[one] for one in task.figures if one in figures), None)
    return None if first is None else register_of(first, registers)


def tasks_of_register(
    register: Register,
    tasks: Iterable[Task],
    figures: Mapping[Code, Figure],
    agency: AgencyId,
) -> tuple[TaskId, ...]:
    """Return the task that a new entry of a register most likely carries out.

    It is the one whose row counts every entry of the register, whatever its form; of
    several, the one the agency leads. Where that leaves more than one, none is
    proposed: a wrong task is worse than a question.
    """
    tasks = tuple(tasks)
    groups = {one.parent for one in tasks}
    fitting = [
        one
        for one in tasks
        if one.id not in groups
        and any(_counts_all(figures.get(code), register) for code in one.figures)
    ]
    if len(fitting) > 1:
        fitting = [one for one in fitting if agency in one.leads]
    return (fitting[0].id,) if len(fitting) == 1 else ()


def register_of_target(
    target: Target, registers: Iterable[Register], figures: Mapping[Code, Figure]
) -> Register | None:
    """Return the register from which a target's numerator is counted, or None."""
    if target.formula in _OF_FIGURES and target.figure:
        return register_of(figures[target.figure], registers)
    wanted = _SOURCE_OF.get(target.formula)
    fitting = (one for one in registers if (one.source, one.kind) == wanted)
    return next(fitting, None)


def _counts_all(figure: Figure | None, register: Register) -> bool:
    if figure is None or figure.aggregate is not Aggregate.COUNT:
        return False
    of_kind = (Condition(field="kind", values=(register.kind,)),)
    wanted = of_kind if register.kind else ()
    return figure.source is register.source and figure.where == wanted
