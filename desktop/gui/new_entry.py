"""Say which register something is entered in, and carry the wish to another page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.records.figure import Figure, Source
from desktop.records.identity import Code, TaskId
from desktop.records.register import Register
from desktop.records.target import Formula, Target
from desktop.records.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A wish to write a new entry: where, and for which tasks."""

    register: str = ""
    """Code of the register; blank for the one last shown."""
    tasks: tuple[TaskId, ...] = ()


_SOURCE_OF = {
    Formula.SPOKESPERSON: (Source.SPOKESPERSON_CHECK, ""),
    Formula.TRAINED: (Source.ACTIVITY, "training"),
    Formula.PRODUCT_SHARE: (Source.PRODUCT, ""),
    Formula.DIGITISED: (Source.PRODUCT, ""),
    Formula.SUPPLIED: (Source.TALLY, ""),
}
"""Which records a formula counts first."""

_SOURCE_OF_MISSING = {
    "headcount": Source.HEADCOUNT,
    "products": Source.PRODUCT,
    "supplied": Source.TALLY,
}


def register_of_task(
    task: Task, registers: Iterable[Register], figures: Mapping[Code, Figure]
) -> Register | None:
    """Return the register whose entries carry out a task, or None.

    It is the one that proposes the task for its new entries, else the one from which
    the first figure of the task's row is counted.
    """
    every = tuple(registers)
    proposed = next((one for one in every if task.code in one.tasks), None)
    if proposed is not None or not task.figures:
        return proposed
    return _of_figure(figures[task.figures[0]], every)


def register_of_target(
    target: Target, registers: Iterable[Register], figures: Mapping[Code, Figure]
) -> Register | None:
    """Return the register from which a target's numerator is counted, or None."""
    if target.formula is Formula.FIGURE and target.figure:
        return _of_figure(figures[target.figure], tuple(registers))
    wanted = _SOURCE_OF.get(target.formula)
    fitting = (one for one in registers if (one.source, one.kind) == wanted)
    return next(fitting, None)


def register_of_missing(key: str, registers: Iterable[Register]) -> Register | None:
    """Return the register in which what a result lacks is entered, or None.

    None means that it stands in the plan itself.
    """
    source = _SOURCE_OF_MISSING.get(key)
    return next((one for one in registers if one.source is source), None)


def _of_figure(figure: Figure, registers: tuple[Register, ...]) -> Register | None:
    kinds = {
        value
        for condition in figure.where
        if condition.field == "kind"
        for value in condition.values
    }
    fitting = [one for one in registers if one.source is figure.source]
    by_kind = (one for one in fitting if one.kind in kinds)
    return next(by_kind, None) or next(iter(fitting), None)
