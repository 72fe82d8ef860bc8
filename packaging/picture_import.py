"""Take pictures of importing a workbook: its columns, its words, its rows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.activities.importing.dialog import ImportDialog
from desktop.gui.pages.activities.importing.step_bar import Place

if TYPE_CHECKING:
    from pathlib import Path

    from picture_stage import Stage

FOLDER = "5-nhap-excel"
HEADINGS = (
    "STT",
    "Tên lớp",
    "Từ ngày",
    "Đến ngày",
    "Nơi mở lớp",
    "Nội dung",
    "Trụ cột nội dung",
    "Số lượt người",
)
KIND, PILLAR = "Tập huấn kỹ năng", "Phổ biến, giáo dục kiến thức"
ROWS = (
    ("Bồi dưỡng cán bộ thôn", "14/03/2024", "15/03/2024", "Nhà rông", KIND, 45),
    ("TËp huÊn céng t¸c viªn", "20/04/2024", "20/04/2024", "Héi tr­êng", KIND, 32),
    ("Lớp truyền thanh cơ sở", "31/02/2024", "31/02/2024", "Hội trường", KIND, 28),
    ("Kỹ năng viết tin", "16/05/2024", "17/05/2024", "Nhà văn hóa", "Viết tin", 40),
    ("Kỹ năng chụp ảnh", "18/06/2024", "18/06/2024", "Nhà văn hóa", KIND, "ba mươi"),
    ("Cập nhật thông tin quý III", "25/07/2024", "25/07/2024", "Hội trường", KIND, 0),
    ("Bồi dưỡng già làng", "19/08/2024", "20/08/2024", "Nhà rông", KIND, 51),
)

BY_HAND = {4: "place", 5: "form"}
"""Columns no heading tells of."""


def take_import(stage: Stage) -> None:
    """Take each step of an import, of a workbook with faults of many kinds."""
    stage.attempt(f"{FOLDER}/buoc", partial(_take_steps, stage))


def _take_steps(stage: Stage) -> None:
    page = stage.go_to("activities", "training")
    if not isinstance(page, ActivitiesPage):
        raise TypeError(page)
    page.importing.open_files([_workbook(stage.home / "lop-tap-huan.xlsx")])
    dialog = stage.dialog()
    if not isinstance(dialog, ImportDialog):
        raise TypeError(dialog)
    stage.wait(lambda: dialog.preview is not None, FOLDER)
    dialog.inspection.amend(lambda one: replace(one, columns=BY_HAND))
    stage.settle()
    for place, name in (
        (Place.COLUMNS, "1-cot"),
        (Place.WORDS, "2-chu"),
        (Place.ROWS, "3-dong"),
    ):
        dialog.go_to(place)
        stage.snap(f"{FOLDER}/{name}", dialog)
    dialog.done(0)


def _workbook(path: Path) -> Path:
    """Write the workbook: a title, headings, rows, one of them in old letters."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Năm 2024"
    sheet.append(["DANH SÁCH LỚP TẬP HUẤN NĂM 2024"])
    sheet.append(list(HEADINGS))
    for number, (title, first, last, where, kind, people) in enumerate(ROWS, 1):
        sheet.append([number, title, first, last, where, kind, PILLAR, people])
    sheet.append(["Tổng cộng", "", "", "", "", "", "", 196])
    for row in sheet.iter_rows(min_row=4, max_row=4):
        for cell in row[1:5]:
            cell.font = Font(name=".VnTime")
    book.save(path)
    return path
