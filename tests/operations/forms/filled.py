"""Fill in a form as a unit would, in a spreadsheet program."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from desktop.files.forms.reading import read_forms
from desktop.files.wire.form_content import content_from_json
from desktop.operations.forms.apply_form import apply_form
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.operations.forms.make_forms import make_forms
from desktop.records.arrival import Arrival, Sorting
from desktop.records.form import CollectingForm, FormContent, FormSheet
from desktop.records.identity import AgencyId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import records
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


@dataclass(frozen=True)
class Made:
    """An office with one form of one unit, for tests to copy."""

    office: Path
    form: CollectingForm
    workbook: Path

    def open(self, folder: Path) -> Store:
        """Return a copy of the office, open."""
        return Store(
            Path(shutil.copy(self.office, folder / "so.stt")), clock=builders.a_clock
        )

    def fill(self, target: Path, **what: Any) -> Path:
        """Return a filled copy of the form."""
        return fill(self.form, self.workbook, target, **what)


def made(pattern: Path, folder: Path) -> Made:
    """Return an office, copied from a pattern, that made a form."""
    office = Path(shutil.copy(pattern, folder / "so.stt"))
    with Store(office, clock=builders.a_clock) as store:
        form, workbook = a_form(store, folder / "bieu")
    return Made(office=office, form=form, workbook=workbook)


def accept(
    store: Store, path: Path, keep: frozenset[str] = frozenset()
) -> tuple[Arrival, Return]:
    """Take in one form; return what was shown of it and its return."""
    arrival = only(store, path)
    assert arrival.agency is not None
    assert arrival.first_day is not None
    assert arrival.last_day is not None
    ret = Return(
        id=store.new_id(),
        intake=store.new_id(),
        kind=ReturnKind.FORM,
        agency=arrival.agency,
        sender=arrival.sender,
        period_code=arrival.period_code,
        first_day=arrival.first_day,
        last_day=arrival.last_day,
        source=arrival.source,
        version=arrival.version,
        file_name=path.name,
        file_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        content_sha256=arrival.content_sha256,
        state=ReturnState.ACCEPTED,
        received_at=store.now(),
    )
    intake = Intake(id=ret.intake, at=store.now(), seen=1, files=())
    with store.change("take_in", path.name) as change:
        records.put(change, intake)
        for one in records.find(change.db, Return, where={"sender": ret.sender}):
            records.put(change, replace(one, state=ReturnState.SUPERSEDED))
        records.put(change, ret)
        apply_form(change, store, arrival, keep, ret)
    return arrival, ret
