"""A form as a unit sends it back: filled in, with faults and a photo pasted in."""

import datetime as dt
import hashlib
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.drawing.image import Image
from PIL import Image as Pictures

from desktop.files.wire.form_content import content_from_json
from desktop.operations.forms.make_forms import make_forms
from desktop.records.arrival import Arrival, CellFault, Sorting
from desktop.records.form import CollectingForm, FormSheet
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.returns import ReturnKind
from desktop.store.store import Store
from tests.builders import UNIT

PERIOD = Period(
    code="2024-H2",
    first_day=dt.date(2024, 7, 1),
    last_day=dt.date(2024, 12, 31),
    closing_day=dt.date(2024, 12, 14),
)
AGENCY = AgencyId(UNIT)


def a_form(store: Store, folder: Path) -> tuple[CollectingForm, Path]:
    """Make the form of one unit; return what is known of it, and the workbook."""
    (made,) = make_forms(store, PERIOD, (AGENCY,), folder).value.files
    return made.form, made.workbook


def training(form: CollectingForm) -> FormSheet:
    """Return the list of trainings of a form."""
    sheets = content_from_json(form.content).sheets
    return next(one for one in sheets if one.register == "training")


def at(form: CollectingForm, field: str, row: int = 0) -> tuple[str, str]:
    """Return sheet and cell of a field in one of the rows made ready."""
    sheet = training(form)
    column = next(one.column for one in sheet.columns if one.field == field)
    return sheet.sheet, f"{column}{sheet.first_row + row}"


def fill(path: Path, values: dict[tuple[str, str], str | int], *, photo: bool) -> None:
    """Write values into a form, and paste a photo beside the list."""
    book = load_workbook(path)
    for (sheet, cell), value in values.items():
        book[sheet][cell] = value
    if photo:
        stream = BytesIO()
        Pictures.new("RGB", (300, 200), "#22aa77").save(stream, "JPEG")
        sheet = next(iter(values))[0]
        book[sheet].add_image(Image(stream), "V3")
    book.save(path)


def fault(place: tuple[str, str], code: str, *facts: str) -> CellFault:
    """Return a fault of one cell."""
    sheet, cell = place
    return CellFault(sheet=sheet, cell=cell, label="", code=code, facts=facts)


def an_arrival(
    form: CollectingForm, path: Path, faults: tuple[CellFault, ...]
) -> Arrival:
    """Return a form as the tray knows it when cells of it are faulty."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Arrival(
        path=path,
        name=f"thu.zip/{path.name}",
        sha256=sha256,
        sorting=Sorting.TO_FIX,
        kind=ReturnKind.FORM,
        agency=form.agency,
        sender=form.agency,
        period_code=form.period_code,
        first_day=form.first_day,
        last_day=form.last_day,
        source=form.id,
        version=form.version,
        content_sha256=sha256,
        faults=faults,
    )
