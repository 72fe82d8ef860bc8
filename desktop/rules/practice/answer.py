"""What a unit writes into its form in practice: one entry, and where it may slip.

Nothing of it is of one form or plan: whatever the sheet must have is filled in, by the
kind of its columns.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.records.form import FormColumn, FormContent, FormSheet
from desktop.records.register import FieldType
from desktop.rules.forms.addresses import cell_at

NUMBER = "attendance"
"""Field whose number a unit gets wrong by writing a word after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One entry of a unit, and the cell of it that is easily written wrong."""

    cells: dict[tuple[str, str], object]
    """Values by sheet and address."""
    number: tuple[str, str]
    """Sheet and address of the number."""


def answer(
    content: FormContent, title: str, day: dt.date, attendance: int
) -> Answer | None:
    """Return an entry on the first sheet that asks how many came; None without one."""
    for sheet in content.sheets:
        column = next((one for one in sheet.columns if one.field == NUMBER), None)
        if column is None:
            continue
        row = _first_free(content, sheet)
        number = (sheet.sheet, f"{column.column}{row}")
        cells = dict(_cells(sheet, row, title, day))
        return Answer(cells={**cells, number: attendance}, number=number)
    return None


def _first_free(content: FormContent, sheet: FormSheet) -> int:
    """Return the row below what stood in the sheet when it left."""
    taken = (
        cell_at(one.cell)[0] + 1
        for one in content.prefilled
        if one.sheet == sheet.sheet
    )
    return max(taken, default=sheet.first_row - 1) + 1


def _cells(
    sheet: FormSheet, row: int, title: str, day: dt.date
) -> Iterator[tuple[tuple[str, str], object]]:
    for one in sheet.columns:
        if one.required:
            yield (sheet.sheet, f"{one.column}{row}"), _value(one, title, day)


def _value(column: FormColumn, title: str, day: dt.date) -> object:
    if column.choice_names:
        return column.choice_names[0]
    return day if column.type is FieldType.DATE else title
