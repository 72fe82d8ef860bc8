"""The twelve files of a desk: seven good ones, and five each with a story."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from desktop.files.signatures.trust import Trust
from desktop.operations.forms.make_forms import make_forms
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.records.arrival import Arrival
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.operations.forms.filled import Row, a_row, fill

PERIOD = "2024-Q2"
GOOD = 7
UNITS = (
    "ubnd-xa-dak-mar",
    "ubnd-xa-dak-ui",
    "ubnd-xa-dak-la",
    "ubnd-xa-dak-ngok",
    "ubnd-xa-dak-pxi",
    "ubnd-xa-dak-long",
    "ubnd-xa-dak-hring",
    "ubnd-xa-ha-mon",
    "ubnd-xa-ngok-reo",
    "ubnd-xa-ngok-wang",
)


@dataclass(frozen=True, slots=True)
class MadeForm:
    """A form of a unit, as it left."""

    form: CollectingForm
    workbook: Path


def made(
    store: Store, folder: Path, units: Sequence[str], period: str = PERIOD
) -> dict[str, MadeForm]:
    """Make the forms of some units."""
    folder.mkdir(exist_ok=True, parents=True)
    found = make_forms(
        store, parse_period(period), [AgencyId(one) for one in units], folder
    ).value
    return {
        str(one.form.agency): MadeForm(one.form, one.workbook) for one in found.files
    }


def filled(one: MadeForm, target: Path, *rows: Row) -> Path:
    """Fill the list of conferences of a form, and save it under another name."""
    return fill(one.form, one.workbook, target, rows={"conference": rows})


def a_meeting(title: str, attendance: object = 40, **values: object) -> Row:
    """Return a conference as a unit writes it."""
    return a_row(title=title, attendance=attendance, **values)


def twelve_files(store: Store, folder: Path) -> list[Path]:
    """Return seven good files, a copy, an old, a faulty, a strange and another one."""
    out, back = folder / "đi", folder / "về"
    back.mkdir(parents=True, exist_ok=True)
    first = made(store, out, UNITS[:9])
    made(store, folder / "đi lần hai", [UNITS[7]])
    third = made(store, folder / "quý ba", [UNITS[9]], "2024-Q3")
    files = [
        filled(
            first[unit], back / f"bieu {number}.xlsx", a_meeting(f"Hội nghị {number}")
        )
        for number, unit in enumerate(UNITS[:GOOD], 1)
    ]
    copied = back / "bieu 1 (1).xlsx.txt"
    shutil.copy(files[0], copied)
    faulty = a_meeting("Hội nghị lỗi", "12 buổi")
    late = a_meeting("Hội nghị quý ba", first_day="05/08/2024", last_day="05/08/2024")
    other = Workbook()
    other.save(back / "danh sách.xlsx")
    return [
        *files,
        copied,
        filled(first[UNITS[7]], back / "bản cũ.xlsx", a_meeting("Hội nghị cũ")),
        filled(first[UNITS[8]], back / "có lỗi.xlsx", faulty),
        filled(third[UNITS[9]], back / "quý ba.xlsx", late),
        back / "danh sách.xlsx",
    ]


def seen(
    store: Store, files: Sequence[Path], period: str = PERIOD
) -> tuple[Arrival, ...]:
    """Return what the tray shows of files."""
    return inspect_arrivals(store, files, Trust(), period=parse_period(period))
