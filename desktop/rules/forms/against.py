"""All that a form is read by and held against, as the office stands now."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from desktop.records.figure import Figure
from desktop.records.identity import AgencyId, Code
from desktop.records.period import PeriodStanding
from desktop.records.register import Register
from desktop.rules.counting import Groups, Names, Span
from desktop.rules.entry_table.reading import Context, Reading
from desktop.rules.entry_table.writing import Show, shower
from desktop.rules.known import Known

Kept = Callable[[Figure, Span], Mapping[str, Decimal]]
"""Numbers of a figure by agency."""


def _nothing(_figure: Figure, _days: Span) -> Mapping[str, Decimal]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAgainst:
    """What is known here, read once for all forms that are looked at together."""

    context: Context
    known: Known
    figures: Mapping[Code, Figure]
    groups: Groups
    names: Names
    """What names such as `@recipient` in the conditions of figures stand for."""
    standings: tuple[PeriodStanding, ...] = ()
    """How far the periods have come; a locked one refuses a form."""
    places: Mapping[type, str] = field(default_factory=dict)
    """Table of each class of records."""
    registers: Mapping[str, Register] = field(default_factory=dict)
    """Registers by their code."""
    kept: Kept = _nothing
    """What each unit has here of a figure over some days, numbers told included."""
    row_total: str = ""
    """What the row of the numbers of a form's summary is called."""
    made: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out once for all: most cells of a hundred forms are the same."""

    def context_of(self, last_day: dt.date) -> Context:
        """Return by what cells of a form are read: its period tells the year."""
        key = "context", last_day.year
        found: Context | None = self.made.get(key)
        if found is None:
            found = replace(self.context, year=last_day.year, year_told=True)
            self.made[key] = found
        return found

    def readings(self, register: str, name: str, year: int) -> dict[object, Reading]:
        """Return what cells of a field were found to mean, to be added to."""
        found: dict[object, Reading] = self.made.setdefault((register, name, year), {})
        return found

    def show(self, register: Register, name: str) -> Show:
        """Return what shows a value of a field to people."""
        key = "show", register.code, name
        found: Show | None = self.made.get(key)
        if found is None:
            one = next(one for one in register.fields if one.name == name)
            found = shower(one, self.context.names, self.context.words)
            self.made[key] = found
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whose statement a form is, and of which days: what gives its rows their ids."""

    sender: AgencyId
    """The unit as the form names it."""
    agency: AgencyId
    """Who answers for it today, and whose entries they are."""
    plan: str
    first_day: dt.date
    last_day: dt.date
    before: tuple[AgencyId, ...] = ()
    """Those the unit took over from by the last day: its form tells of them too."""

    @property
    def told_of(self) -> frozenset[AgencyId]:
        """Return all whose doings its numbers are of."""
        return frozenset((self.agency, *self.before))
