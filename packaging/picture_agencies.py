"""Take pictures of agencies, of what our office became, and of a task table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from desktop.gui.pages.plan.task_table.dialog import TaskTableDialog
from desktop.gui.pages.settings.settings import SettingsPage
from picture_plan import READ, WRITE, plan_page

if TYPE_CHECKING:
    from desktop.gui.pages.plan.agency_dialogs import DecidedDialog
    from picture_stage import Stage

PASTE = (
    "STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian thực hiện\n"
    "1\tTuyên truyền, phổ biến Quyết định số 1079/QĐ-TTg và thông tin phục vụ việc "
    "triển khai thực hiện Đề án\t\t\t\n"
    "1.1\tTổ chức quán triệt, phổ biến nội dung Đề án tới cán bộ, công chức\t"
    "Trung tâm VHTTDL&TT huyện\tCác cơ quan, đơn vị huyện\tHằng năm\n"
    "1.2\tXây dựng chuyên mục về quyền con người trên trang thông tin điện tử\t"
    "Phòng Văn hóa Thông tin\tĐội Tuyên truyền xung kích\tQuý II năm 2024\n"
    "\tvà trên mạng xã hội\t\t\t\n"
    "1.9\tTổ chức hội thi tuyên truyền viên\t\tỦy ban nhân dân các xã, thị trấn\t"
    "2024-2026\n"
)
"""A table as one copies it: an unknown name, a row that goes on, one without lead."""


def take_agencies(stage: Stage) -> None:
    """Take the list of agencies and its dialogs, a task table, and the change-over."""
    steps = (_take_list, _take_dialogs, _take_wrong, _take_table, _take_becoming)
    for step in steps:
        stage.attempt(f"{WRITE}/{step.__name__}", partial(step, stage))


def _take_list(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.agencies)
    agencies = page.agencies
    agencies.figures_button.setChecked(True)
    stage.snap(f"{READ}/co-quan-so-lieu")
    agencies.figures.now.setChecked(True)
    stage.snap(f"{READ}/co-quan-so-lieu-hien-nay")
    agencies.figures_button.setChecked(False)
    agencies.list.select(agencies.list.model_.rows[3].id)
    stage.snap(f"{READ}/co-quan")


def _take_dialogs(stage: Stage) -> None:
    agencies = plan_page(stage).agencies
    agencies.list.select(agencies.list.model_.rows[3].id)
    for name, act in (
        ("them", agencies.add),
        ("sua", agencies.amend),
        ("doi-ten", agencies.rename),
        ("sap-nhap", agencies.merge),
        ("chia-tach", agencies.split),
        ("giai-the", agencies.dissolve),
    ):
        act()
        dialog = stage.dialog()
        stage.snap(f"{WRITE}/co-quan-{name}", dialog)
        dialog.reject()
        stage.settle()


def _take_wrong(stage: Stage) -> None:
    """Press the button of each deed without having said since when."""
    agencies = plan_page(stage).agencies
    agencies.list.select(agencies.list.model_.rows[3].id)
    for name, act in (("sap-nhap", agencies.merge), ("doi-ten", agencies.rename)):
        act()
        dialog = stage.dialog()
        made: DecidedDialog = dialog  # type: ignore[assignment]
        made.do()
        stage.snap(f"{WRITE}/co-quan-{name}-loi", dialog)
        dialog.reject()
        stage.settle()


def _take_table(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.tasks)
    dialog = TaskTableDialog(stage.session, page)
    dialog.open()
    stage.snap(f"{WRITE}/nhap-bang-trong", dialog)
    QGuiApplication.clipboard().setText(PASTE)
    dialog.paste()
    stage.snap(f"{WRITE}/nhap-bang", dialog)
    for number in range(len(dialog.rows.model_.rows)):
        dialog.rows.selectRow(number)
        stage.snap(f"{WRITE}/nhap-bang-dong-{number + 1}", dialog)
    dialog.reject()
    stage.settle()
    stage.snap_modal(f"{WRITE}/xuat-bang", page.tasks.verbs.buttons["Xuất bảng"].click)


def _take_becoming(stage: Stage) -> None:
    page = stage.go_to("settings")
    assert isinstance(page, SettingsPage)  # noqa: S101  for the types
    page.become()
    dialog = page.becoming
    if dialog is None:
        raise LookupError("becoming")
    stage.snap(f"{WRITE}/tro-thanh-1", dialog)
    dialog.forward()
    stage.snap(f"{WRITE}/tro-thanh-1-loi", dialog)
    dialog.what.place.setText("xã Đăk Hà")
    dialog.what.above.setText("tỉnh Quảng Ngãi")
    dialog.what.day.setText("1/7/2025")
    dialog.what.decision.setText("15/QĐ-UBND")
    for number in (2, 3, 4):
        dialog.forward()
        stage.snap(f"{WRITE}/tro-thanh-{number}", dialog)
    dialog.forward()
    stage.settle()
    stage.snap(f"{READ}/da-tro-thanh")
    after = plan_page(stage)
    after.tabs.setCurrentWidget(after.agencies)
    stage.snap(f"{READ}/da-tro-thanh-co-quan")
    stage.snap_place(f"{READ}/da-tro-thanh-tong-quan", "overview")
    stage.window.menus.undo_wanted.emit()
    stage.settle()
