"""How long a workbook of ten thousand rows takes to import, against reading it.

Ours reads the workbook in a process of its own, within its limits, matches columns,
reads each cell, checks each row, looks for entries and twins that are kept, and keeps
all of it as one deed that can be undone. Mere reading is openpyxl loading the same
workbook and going over its values once.
"""

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.store.store import Store
from tests import builders
from tests.bench.pairs import Row, compare

ROWS = 10_000
TURNS = 3
LABEL = f"importing a workbook of {ROWS:,} rows / openpyxl merely reading it"
LIMITS = {LABEL: 2.0}
HEADS = (
    "STT",
    "Tên lớp",
    "Từ ngày",
    "Đến ngày",
    "Địa điểm",
    "Đơn vị thực hiện",
    "Nhiệm vụ",
    "Nội dung bồi dưỡng",
    "Trụ cột",
    "Số lớp",
    "Số người",
    "Số lượt",
    "Phụ nữ",
    "Kinh phí (triệu đồng)",
    "Ghi chú",
)
AGENCIES = ("Phòng VHTT", "UBND xã Đăk Mar", "UBND xã Đăk La")


def a_workbook(path: Path) -> Path:
    """Write trainings spread over a year, none of which is refused."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lớp")
    sheet.append(HEADS)
    for number in range(ROWS):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number % 330)
        sheet.append(
            (
                number + 1,
                f"Tập huấn kiến thức số {number}",
                day,
                day,
                f"Nhà văn hóa thôn {number % 40}",
                AGENCIES[number % 3],
                "2.2",
                "Cập nhật thông tin và tập huấn kiến thức, kỹ năng",
                "Phổ biến, giáo dục kiến thức",
                1,
                20 + number % 10,
                30 + number % 70,
                number % 20,
                number % 30,
                f"Ghi chú {number}",
            )
        )
    book.save(path)
    return path


def ours(pattern: Path, workbook: Path) -> None:
    """Import the workbook into a fresh office."""
    path = Path(shutil.copy(pattern, pattern.with_name("ours.stt")))
    with Store(path, clock=builders.a_clock) as store:
        source = read_entry_file(workbook).value
        done = import_entries(store, source, "training").value
    if done.added != ROWS:
        raise AssertionError(done.preview.counts)


def merely_read(workbook: Path) -> None:
    """Load the workbook and go over its values once."""
    from openpyxl import load_workbook

    book = load_workbook(workbook, data_only=True)
    if sum(1 for _ in book.worksheets[0].iter_rows(values_only=True)) != ROWS + 1:
        raise AssertionError(workbook)


def run() -> list[Row]:
    """Return the ratio of alternating turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pattern = builders.an_office(folder / "pattern.stt")
        workbook = a_workbook(folder / "lop.xlsx")
        pair = compare(
            lambda: ours(pattern, workbook), lambda: merely_read(workbook), TURNS
        )
    return [(LABEL, pair.ratio, pair.remark)]
