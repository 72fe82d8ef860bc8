"""Fill in a form as a unit would, in a spreadsheet program."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.files.forms.reading import read_forms
from desktop.files.wire.form_content import content_from_json
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.operations.forms.make_forms import make_forms
from desktop.records.arrival import Arrival, Sorting
from desktop.records.form import CollectingForm, FormContent, FormSheet
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

PERIOD = "2024-Q2"
Row = Mapping[str, Any]


def a_form(
    store: Store, folder: Path, unit: str = builders.UNIT, period: str = PERIOD
) -> tuple[CollectingForm, Path]:
    """Make the form of one unit; return it and its workbook."""
    folder.mkdir(exist_ok=True)
    made = make_forms(store, parse_period(period), [AgencyId(unit)], folder).value
    return made.files[0].form, made.files[0].workbook


def content(form: CollectingForm) -> FormContent:
    """Return what a form asks for."""
    return content_from_json(form.content)


def list_of(form: CollectingForm, register: str) -> FormSheet:
    """Return the sheet of a register."""
    return next(one for one in content(form).sheets if one.register == register)


def cell_of(form: CollectingForm, register: str, field: str, line: int = 0) -> str:
    """Return the address of a field in a line ready for entries."""
    sheet = list_of(form, register)
    column = next(one.column for one in sheet.columns if one.field == field)
    return f"{column}{sheet.first_row + line}"


def total_cell(form: CollectingForm, key: str) -> str:
    """Return the address of a total on the summary."""
    return next(one.cell for one in content(form).totals if one.key == key)


def a_row(**values: Any) -> Row:
    """Return a conference as a unit writes it."""
    usual: dict[str, Any] = {
        "title": "Hội nghị tuyên truyền quyền con người",
        "first_day": dt.date(2024, 5, 6),
        "last_day": dt.date(2024, 5, 6),
        "place": "Nhà văn hóa thôn 1",
        "state": "Đã thực hiện",
        "form": "Hội nghị quán triệt, phổ biến",
        "pillar": "Phổ biến, giáo dục kiến thức",
        "attendance": 40,
    }
    return {**usual, **values}


def fill(
    form: CollectingForm,
    workbook: Path,
    target: Path,
    *,
    rows: Mapping[str, Sequence[Row]] | None = None,
    totals: Mapping[str, Any] | None = None,
    also: Callable[[Any], object] | None = None,
) -> Path:
    """Write rows below one another and totals into a copy of a form.

    Args:
        form: The form, which knows where everything stands.
        workbook: As it left.
        target: Where the filled copy goes.
        rows: By register; the first goes into the first line, blank or not.
        totals: By key.
        also: What else is done to the workbook.
    """
    book: Any = load_workbook(workbook)
    for register, many in (rows or {}).items():
        sheet = book[list_of(form, register).sheet]
        for line, row in enumerate(many):
            for field, value in row.items():
                sheet[cell_of(form, register, field, line)] = value
    for key, value in (totals or {}).items():
        book[content(form).summary][total_cell(form, key)] = value
    if also is not None:
        also(book)
    book.save(target)
    return target


def inspected(store: Store, *paths: Path) -> tuple[Arrival, ...]:
    """Return what is found of some files."""
    return inspect_forms(store, read_forms(paths))


def only(store: Store, path: Path) -> Arrival:
    """Return what is found of one file."""
    (found,) = inspected(store, path)
    return found


def codes(arrival: Arrival) -> list[tuple[str, str, str]]:
    """Return sheet, cell and code of every fault that holds a form back."""
    return [(one.sheet, one.cell, one.code) for one in arrival.faults if not one.doubt]


def ready(arrival: Arrival) -> None:
    """See that nothing holds a form back."""
    assert arrival.sorting is Sorting.READY, (arrival.reasons, codes(arrival))
