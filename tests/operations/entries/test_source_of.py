"""An entry leads back to the file, the sheet and the cells it was read from."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.source_of import source_of
from desktop.records.activity import Activity
from desktop.records.returns import ReturnState
from desktop.rules.entry_table.fates import Choices
from desktop.store import received, records
from desktop.store.store import Store
from tests import builders
from tests.builders import UNIT
from tests.operations.reports.test_compare_units import a_package_of

DAY = dt.timedelta(days=1)
SETTLED = Choices(fixed={"form": "training_both", "pillar": "knowledge"})


def a_workbook(folder: Path) -> Path:
    """Write a commune's sheet, its table three rows down and one column in."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Quý II"
    sheet["B1"] = "BIỂU TỔNG HỢP"
    lines: tuple[tuple[str | int, ...], ...] = (
        ("Tên lớp", "Từ ngày", "Số lượt"),
        ("Lớp một", "05/06/2024", 40),
        ("Lớp hai", "13/06/2024", 55),
    )
    for row, values in enumerate(lines, start=4):
        for column, value in enumerate(values, start=2):
            sheet.cell(row, column, value)
    path = folder / "Biểu xã Đăk Mar.xlsx"
    book.save(path)
    return path


def imported(store: Store, folder: Path) -> dict[str, str]:
    """Import the sheet and return the place of each entry by its title."""
    store.officer = "Chị Hoa"
    source = read_entry_file(a_workbook(folder)).value
    import_entries(store, source, "training", SETTLED)
    found = records.find(store.reader, Activity)
    return {one.title: f"activities/{one.id}" for one in found}


def test_an_imported_entry_leads_to_its_cells(store: Store, tmp_path: Path) -> None:
    origin = source_of(store, imported(store, tmp_path)["Lớp hai"])
    (source,) = origin.sources
    assert (source.file_name, source.sheet, source.row) == (
        "Biểu xã Đăk Mar.xlsx",
        "Quý II",
        6,
    )
    cells = {one.field: one.cell for one in source.cells}
    assert cells["title"] == "B6"
    assert cells["attendance"] == "D6"
    assert source.by == "Chị Hoa"
    assert len(source.sha256) == 64
    assert origin.entered_by == "Chị Hoa"
    assert origin.changed_at is None


def test_an_entry_by_hand_tells_who_wrote_it_and_who_changed_it(store: Store) -> None:
    store.officer = "Anh Nam"
    one = builders.an_activity(id="a1")
    record(store, one)
    store.officer = "Chị Hoa"
    record(store, replace(one, attendance=99))
    origin = source_of(store, "activities/a1")
    assert origin.sources == ()
    assert (origin.entered_by, origin.changed_by) == ("Anh Nam", "Chị Hoa")
    assert origin.entered_at is not None
    assert origin.changed_at is not None


def test_what_nobody_wrote_has_no_origin(store: Store) -> None:
    assert source_of(store, "activities/never") == source_of(store, "")
    assert source_of(store, "activities/never").entered_at is None


def test_an_entry_a_unit_sent_leads_to_its_files_the_newest_first(store: Store) -> None:
    intake, ret = a_package_of(UNIT)
    later = replace(ret, id="later", version=2, received_at=ret.received_at + DAY)
    back = replace(ret, id="back", version=3, state=ReturnState.TAKEN_BACK)
    with store.change("take_in") as change:
        for one in (intake, ret, later, back):
            records.put(change, one)
        records.put(change, builders.an_activity(id="one", agency=UNIT))
        for one, cell in ((ret, "5f3a"), (later, "5f3a"), (back, "77")):
            received.note(change, one.id, [("activities", "one", cell)])
    origin = source_of(store, "activities/one")
    assert [(one.version, one.at, one.newest) for one in origin.sent] == [
        (2, "5f3a", True),
        (1, "5f3a", False),
    ]
    assert {one.agency for one in origin.sent} == {"Ủy ban nhân dân xã Đăk Mar"}
