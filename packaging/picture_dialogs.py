"""Take pictures of every form, menu, help page and message."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from desktop import paths
from desktop.gui.ask import AskUser
from desktop.gui.crash import CrashDialog, report
from desktop.gui.help import HelpDialog
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.start import OFFICE_FILES
from picture_updates import take_updates

if TYPE_CHECKING:
    from picture_stage import Stage

WRONG = {
    "title": "Tập huấn về quyền con người",
    "first_day": "31/2/2024",
    "last_day": "1/1/2020",
    "attendance": "-5",
    "people": "ba mươi",
}


def take_dialogs(stage: Stage) -> None:
    """Take everything that opens above the window, but for reports and faults."""
    for register in stage.session.registers:
        name = f"5-bieu-mau/{register.code}"
        stage.attempt(name, partial(_take_form, stage, register.code, name))
    stage.attempt("5-bieu-mau/loi", partial(_take_wrong, stage))
    stage.attempt("5-bieu-mau/sua", partial(_take_kept, stage))
    bar = stage.window.menuBar()
    shown = set(bar.actions())
    # Not `action.menu()`: what it returns takes the menu away when it is forgotten.
    menus = [one for one in bar.findChildren(QMenu) if one.menuAction() in shown]
    for number, menu in enumerate(menus, 1):
        name = f"7-khac/thuc-don-{number}"
        stage.attempt(name, partial(_take_menu, stage, menu, name))
    stage.attempt("7-khac/tim", partial(_take_search, stage))
    stage.attempt("7-khac/huong-dan", partial(_take_help, stage))
    stage.attempt("7-khac/su-co", partial(_take_crash, stage))
    take_updates(stage)
    _take_questions(stage)


def _page(stage: Stage, register: str) -> ActivitiesPage:
    page = stage.go_to("activities", register)
    assert isinstance(page, ActivitiesPage)  # noqa: S101  for the types
    return page


def _take_form(stage: Stage, register: str, name: str) -> None:
    page = _page(stage, register)
    page.write_new()
    stage.snap(name, stage.dialog())
    if page.dialog is None:
        raise LookupError(name)
    bar = page.dialog.form.verticalScrollBar()
    number = 2
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep() - 40)
        stage.snap(f"{name}-{number}", page.dialog)
        number += 1


def _take_wrong(stage: Stage) -> None:
    page = _page(stage, "training")
    page.write_new()
    dialog = stage.dialog()
    if page.dialog is None:
        raise LookupError("form")
    page.dialog.form.show_typed(WRONG)
    page.dialog.save()
    stage.snap("5-bieu-mau/loi", dialog)


def _take_kept(stage: Stage) -> None:
    page = _page(stage, "conference")
    if page.view is None:
        raise LookupError("table")
    page.view.select_row(0)
    page.amend()
    stage.snap("5-bieu-mau/sua", stage.dialog())


def _take_menu(stage: Stage, menu: QMenu, name: str) -> None:
    bar = stage.window.menuBar()
    place = bar.actionGeometry(menu.menuAction()).bottomLeft()
    menu.popup(bar.mapToGlobal(place + QPoint(0, 1)))
    stage.snap_with(name, menu)
    menu.close()


def _take_search(stage: Stage) -> None:
    stage.go_to("overview")
    stage.window.activateWindow()
    box = stage.window.top.search
    box.setFocus()
    box.setText("truyen thanh")
    stage.wait(lambda: box.listing, "search")
    if box.list is None:
        raise LookupError("search")
    stage.snap_with("7-khac/tim", box.list)
    box.hide_found()
    box.clear()


def _take_help(stage: Stage) -> None:
    for code in stage.codes():
        stage.go_to(code)
        stage.window.menus.help_wanted.emit()
        stage.snap(f"7-khac/huong-dan-{code}", _help(stage))
    for page in sorted((paths.RESOURCES / "help").glob("*.html")):
        if page.stem not in stage.codes():
            _help(stage).show_page(page.stem)
            stage.snap(f"7-khac/huong-dan-{page.stem}", _help(stage))
    stage.window.menus.keys_wanted.emit()
    stage.snap("7-khac/phim-tat", _help(stage))
    _help(stage).close()


def _help(stage: Stage) -> HelpDialog:
    dialog = stage.window.findChild(HelpDialog)
    if dialog is None:
        raise LookupError("help")
    return dialog


def _take_crash(stage: Stage) -> None:
    error = ValueError("một lỗi để thử")
    dialog = CrashDialog(report(error), stage.ask, stage.window)
    dialog.show()
    stage.snap("7-khac/su-co", dialog)
    dialog.close()


def _take_questions(stage: Stage) -> None:
    ask = stage.ask
    questions = {
        "gioi-thieu": stage.window.menus.about_wanted.emit,
        "mat-khau": lambda: ask.password("Mở tệp khóa", "Mật khẩu"),
        "chon-tep": lambda: ask.choose_file("Mở sổ", OFFICE_FILES, purpose="office"),
        "luu-tep": lambda: ask.save_file(
            "Nơi lưu sổ", "So truyen thong.stt", OFFICE_FILES, purpose="office"
        ),
        "chon-thu-muc": lambda: AskUser.choose_folder(
            ask, "Nơi chép gói", purpose="delivery"
        ),
    }
    for code, act in questions.items():
        name = f"7-khac/{code}"
        stage.attempt(name, partial(stage.snap_modal, name, act))
