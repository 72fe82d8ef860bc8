"""An entry leads back to the file, the sheet and the cells it was read from."""

from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from desktop.operations.import_entries import import_entries
from desktop.operations.read_entry_table import read_entry_file
from desktop.operations.record_entry import record
from desktop.operations.source_of import source_of
from desktop.records.activity import Activity
from desktop.rules.entry_table.fates import Choices
from desktop.store import records
from desktop.store.store import Store
from tests import builders

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
