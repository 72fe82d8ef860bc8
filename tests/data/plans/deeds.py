"""Deeds that rows of a plan ask for: entered as an officer would, and counted."""

import shutil
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.files.catalogue import load_registers
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import task_figures
from desktop.operations.offices.create_office import create_office
from desktop.records.identity import TaskId
from desktop.records.register import Register
from desktop.rules.calendar import parse_period
from desktop.rules.counting import RECORD_OF
from desktop.store.store import Store
from tests.builders import a_clock

OFFERED_BY_THE_REGISTER = {"id", "kind"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One entry of a register, and what it counts on the row of its task."""

    row: str
    """The row that asks for it, such as `002-N7`."""
    task: str
    make: Callable[..., Any]
    values: dict[str, Any]
    counted: dict[str, str]
    """Figures of the task and their values, once this is the only entry."""

    def __str__(self) -> str:
        """Return a name for the test."""
        return f"{self.row}-{'-'.join(self.counted)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """An office of one plan, and what every entry of it has in common."""

    path: Path
    plan: str
    year: str
    shared: dict[str, Any]

    def entry(self, deed: Deed, named: str = "") -> Any:
        """Return the entry of a deed; it names its task, or another, where it can."""
        made = deed.make(**self.given(deed))
        if "tasks" in {one.name for one in fields(made)}:
            task = TaskId(f"{self.plan}/{named or deed.task}")
            made = deed.make(**self.given(deed), tasks=(task,))
        return made

    def given(self, deed: Deed) -> dict[str, Any]:
        """Return the values of a deed: its own before those of the desk."""
        return self.shared | deed.values

    def counts(self, deed: Deed, copy: Path, named: str = "") -> dict[str, str]:
        """Record a deed alone in an office of its own, and return what it counts."""
        shutil.copy(self.path, copy)
        with Store(copy, clock=a_clock) as store:
            record_many(store, (self.entry(deed, named),))
            rows = task_figures(store, parse_period(self.year))
        found = rows[TaskId(f"{self.plan}/{deed.task}")]
        told = {str(one.figure.code): one.period for one in found}
        return {code: str(told[code].normalize() + Decimal(0)) for code in deed.counted}


def lay_out(folder: Path, plan: str, year: str, **shared: Any) -> Desk:
    """Make an office of a plan."""
    path = create_office(folder / f"{plan}.stt", plan).value
    return Desk(path=path, plan=plan, year=year, shared=shared)


def not_offered(entry: object) -> set[str]:
    """Return what an entry tells and the form of its register does not ask for."""
    offered = {one.name for one in _register(entry).fields}
    told = {one.name for one in fields(entry) if _told(entry, one)}  # type: ignore[arg-type]
    return told - offered - OFFERED_BY_THE_REGISTER


def _told(entry: object, field: Any) -> bool:
    usual = None if field.default is MISSING else field.default
    return bool(getattr(entry, field.name) != usual)


def _register(entry: object) -> Register:
    kind = getattr(entry, "kind", "")
    return next(
        one
        for one in load_registers()
        if RECORD_OF[one.source] is type(entry) and one.kind == kind
    )
