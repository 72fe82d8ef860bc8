"""Sheets of trainings as offices keep them, and the window they are read into."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.dialog import ImportDialog
from desktop.gui.session import Session
from desktop.operations.entries.read_entry_table import (
    read_entry_file,
    read_entry_paste,
)
from desktop.records.activity import Activity
from desktop.store import records
from tests.fakes import Answers
from tests.gui.entry_office import register

HEADINGS = (
    "STT",
    "Tên lớp",
    "Từ ngày",
    "Đến ngày",
    "Địa điểm",
    "Nội dung bồi dưỡng",
    "Trụ cột nội dung",
    "Số lượt người",
    "Ghi chú",
)
TITLE, FIRST, LAST, PLACE, FORM, PILLAR, PEOPLE, NOTE = range(1, 9)
Row = list[str]


def a_sheet(count: int = 5) -> list[Row]:
    """Return rows of trainings, each on days and in a place of its own."""
    return [_row(number) for number in range(1, count + 1)]


def _row(number: int) -> Row:
    day = dt.date(2024, 1, 14) + dt.timedelta(days=number % 300)
    return [
        str(number),
        f"Lớp bồi dưỡng thứ {number}",
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%Y}",
        f"Nhà văn hóa thôn {number}",
        "Tập huấn kỹ năng",
        "Phổ biến, giáo dục kiến thức",
        str(30 + number),
        "",
    ]


def pasted(rows: Iterable[Sequence[str]], headings: Sequence[str] = HEADINGS) -> str:
    """Return rows as Excel puts them on the clipboard."""
    return "\r\n".join("\t".join(row) for row in (headings, *rows))


def workbook(
    path: Path,
    rows: Iterable[Sequence[object]],
    *,
    headings: Sequence[str] = HEADINGS,
    font: str = "",
) -> Path:
    """Write a workbook; with `font`, all its cells are written in it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lớp 2024"
    for row in (headings, *rows):
        sheet.append(list(row))
    if font:
        for line in sheet.iter_rows():
            for cell in line:
                cell.font = Font(name=font)
    book.save(path)
    return path


def opened(session: Session, qtbot: QtBot, code: str = "training") -> ImportDialog:
    """Open the window; it outlives its closing, for the test to look at."""
    dialog = ImportDialog(session, register(session, code))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    # Not by closing it, which asks after what was chosen.
    qtbot.addWidget(dialog, before_close_func=lambda _: dialog.done(0))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def paste(
    session: Session,
    qtbot: QtBot,
    rows: Iterable[Sequence[str]],
    headings: Sequence[str] = HEADINGS,
) -> ImportDialog:
    """Open the window and paste rows into it."""
    dialog = opened(session, qtbot)
    text = pasted(rows, headings)
    dialog.read("Bảng vừa dán", lambda _: read_entry_paste("", text))
    return dialog


def read(session: Session, qtbot: QtBot, path: Path) -> ImportDialog:
    """Open the window and read a file into it."""
    dialog = opened(session, qtbot)
    dialog.read(path.name, lambda progress: read_entry_file(path, progress))
    return dialog


def answers(session: Session, *script: object) -> Answers:
    """Let the user of a session answer these."""
    made = Answers(*script)
    session.ask = made
    return made


def kept(session: Session) -> tuple[Activity, ...]:
    """Return every activity of the office."""
    return records.find(session.store.reader, Activity)
