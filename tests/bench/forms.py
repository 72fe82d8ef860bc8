"""How long returned forms take to inspect, against openpyxl merely reading them.

Ours reads each file behind its guards, in two processes, finds sheets and columns,
reads every cell, checks every row, compares all with what the office keeps and tells
what accepting would do. Mere reading is one process of openpyxl in its read-only mode
going over the values of the same files once.

Each form is the program's own for a unit, filled with fifty rows in all. A hundred of
the five hundred are measured unless `FORMS` in the environment says how many: starting
the processes is then dearer for ours, not cheaper.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.files.forms.reading import read_forms
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.records.agency import Agency
from desktop.records.arrival import Sorting
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.bench.pairs import Row, compare
from tests.operations.forms import filled

FORMS = int(os.environ.get("FORMS", "100"))
ROWS = 50
ON_FIRST = 30
TURNS = 3
LABEL = f"inspecting {FORMS} forms of {ROWS} rows / openpyxl merely reading them"
LIMITS = {LABEL: 0.7}
_UNIT = "Đơn vị số 00000"
_TEXTS = "xl/sharedStrings.xml"


def a_batch(store: Store, folder: Path) -> list[Path]:
    """Return forms of as many units, each with titles and numbers of its own."""
    form, blank = filled.a_form(store, folder / "made")
    rows = [
        filled.a_row(title=f"Hội nghị {number} của {_UNIT}", attendance=20 + number)
        for number in range(ROWS)
    ]
    pattern = filled.fill(
        form,
        blank,
        folder / "pattern.xlsx",
        rows={
            "conference": rows[:ON_FIRST],
            "union_meeting": [
                {**row, "form": "Câu lạc bộ, mô hình"} for row in rows[ON_FIRST:]
            ],
        },
        totals={"direct_events": ROWS + 5, "direct_attendance": 100_000},
    )
    forms = [
        replace(form, id=f"{number:032x}", agency=AgencyId(f"unit-{number:05d}"))
        for number in range(FORMS)
    ]
    with store.change("prepare") as change:
        for one in forms:
            records.put(change, Agency(id=one.agency, name=f"Đơn vị số {one.id[-5:]}"))
            records.put(change, one)
    return [_variant(pattern, form, one, folder) for one in forms]


def _variant(
    pattern: Path, form: CollectingForm, one: CollectingForm, folder: Path
) -> Path:
    """Return a copy of a filled form that is another unit's."""
    path = folder / f"{one.id}.xlsx"
    named = _UNIT.replace("00000", one.id[-5:])
    with zipfile.ZipFile(pattern) as source, zipfile.ZipFile(path, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _TEXTS:
                content = content.replace(_UNIT.encode(), named.encode())
                content = content.replace(form.id.encode(), one.id.encode())
            made.writestr(entry.filename, content, zipfile.ZIP_DEFLATED)
    return path


def ours(office: Path, paths: Sequence[Path]) -> None:
    """Inspect every file in an office that is open."""
    with Store(office, clock=builders.a_clock) as store:
        found = inspect_forms(store, read_forms(paths))
    for one in found:
        if one.sorting is not Sorting.READY or one.counts.seen != ROWS + 2:
            raise AssertionError((one.sorting, one.reasons, one.faults[:3], one.counts))


def merely_read(paths: Sequence[Path]) -> None:
    """Go over the values of every sheet once."""
    from openpyxl import load_workbook

    for path in paths:
        book = load_workbook(path, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for _ in sheet.iter_rows(values_only=True):
                pass
        book.close()


def run() -> list[Row]:
    """Return the ratio of alternating turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = builders.an_office(folder / "so.stt")
        with Store(office, clock=builders.a_clock) as store:
            paths = a_batch(store, folder)
        shutil.rmtree(folder / "made")
        pair = compare(lambda: ours(office, paths), lambda: merely_read(paths), TURNS)
    return [(LABEL, pair.ratio, pair.remark)]
