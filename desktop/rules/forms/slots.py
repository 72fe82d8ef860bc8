"""Name every value of a form by what it is, wherever rows and columns have moved to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.records.form import FormContent
from desktop.rules.forms.addresses import letters_at
from desktop.rules.forms.laying import Laid, LaidSheet
from desktop.rules.grid import Grid

Slot = tuple[str, str, str]
"""Sheet as the form was made with it, key of the row, field; key of a total last."""

_BARE = "#"
"""Before the number of a row that has no key of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stands in a slot, and where."""

    sheet: str
    """Name of the sheet as it is now."""
    cell: str
    label: str
    text: str


def slots(content: FormContent, laid: Laid) -> dict[Slot, Held]:
    """Return every value that is read of a form, by its slot."""
    found: dict[Slot, Held] = {}
    if laid.summary is not None:
        found.update(_totals(content, laid, laid.summary))
    for one in laid.sheets:
        found.update(_entries(one))
    return found


def by_place(held: Mapping[Slot, Held]) -> dict[tuple[str, str], Slot]:
    """Return the slot of each cell, by the sheet as it is now and the address."""
    return {(one.sheet, one.cell): slot for slot, one in held.items()}


def _totals(
    content: FormContent, laid: Laid, summary: Grid
) -> Iterator[tuple[Slot, Held]]:
    for one in content.totals:
        row, column = laid.total_at(one)
        if min(row, column) < 0:  # rows were taken out above it
            continue
        text = summary.rows[row].cell(column).text if row < len(summary.rows) else ""
        cell = f"{letters_at(column)}{row + 1}"
        held = Held(sheet=summary.name, cell=cell, label=one.label, text=text)
        yield (content.summary, "", one.key), held


def _entries(laid: LaidSheet) -> Iterator[tuple[Slot, Held]]:
    seen: set[str] = set()
    bare = 0
    for row in laid.rows:
        key = row.cell(laid.key).text.strip() if laid.key >= 0 else ""
        if not key or key in seen:  # a row copied whole bears the key of the first
            bare += 1
            key = f"{_BARE}{bare}"
        seen.add(key)
        for column, at in laid.columns:
            held = Held(
                sheet=laid.grid.name,
                cell=f"{letters_at(at)}{row.number}",
                label=column.label,
                text=row.cell(at).text,
            )
            yield (laid.sheet.sheet, key, column.field), held
