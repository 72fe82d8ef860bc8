"""Draft the lines of a register sheet: entries there are, and room for new ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.records.figure import Source
from desktop.records.identity import AgencyId
from desktop.records.register import Register
from desktop.rules.entry_table.reading import Context
from desktop.rules.entry_table.writing import Held, holder
from desktop.rules.forms.columns import ColumnDraft

SPARE = 30
"""Blank lines below what is known already."""
FEW = 5
"""Blank lines of registers with one entry a year, or a few."""
_OF_FEW = frozenset({Source.UNIT_PLAN, Source.SPOKESPERSON_CHECK, Source.HEADCOUNT})
_NOBODY: Mapping[AgencyId, str] = {}
KNOWN = "="
"""What the key of a line begins with that shows an entry: its id follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """One line, with the key by which it is known again."""

    key: str
    """Of an entry `=` and its id, else one fixed for the line."""
    values: tuple[Held, ...]
    record: str = ""
    """Id of the entry; blank in a line that is new."""
    of: str = ""
    """Name of the old unit whose entry it is; blank in the unit's own."""


def draft_lines(  # noqa: PLR0913  all told by name
    register: Register,
    columns: Sequence[ColumnDraft],
    entries: Iterable[Any],
    context: Context,
    *,
    version: int,
    defaults: Sequence[Mapping[str, Any]] = (),
    inherited: Mapping[AgencyId, str] = _NOBODY,
) -> tuple[LineDraft, ...]:
    """Return the lines of a sheet: entries, lines made ready, and blank ones.

    Args:
        register: Whose entries.
        columns: The columns, in their order.
        entries: What is known of the unit in the period.
        context: Names by which values are written.
        version: Of the form; a fresh line of a later one is never taken for one before.
        defaults: Values by field of lines for which only the rest is wanted.
        inherited: Names of those the unit took over from.
    """
    names, words = context.names, context.words
    holders = [(o.field.name, holder(o.field, names, words)) for o in columns]
    known = [
        LineDraft(
            key=f"{KNOWN}{one.id}",
            values=tuple(hold(getattr(one, name)) for name, hold in holders),
            record=str(one.id),
            of=inherited.get(one.agency, ""),
        )
        for one in entries
    ]
    spare = FEW if register.source in _OF_FEW else SPARE
    fresh = (*defaults, *({} for _ in range(spare)))
    return (
        *known,
        *(
            LineDraft(
                key=f"v{version}-{number:04d}",
                values=tuple(hold(given.get(name)) for name, hold in holders),
            )
            for number, given in enumerate(fresh, 1)
        ),
    )
