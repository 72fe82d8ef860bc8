"""Take pictures of recording: the table worked like a sheet, and its dialogs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication, QMenu

from desktop.gui.forms.evidence.edit_dialog import EvidenceDialog
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.running import run
from desktop.gui.sheet.cell_editing import Move
from desktop.gui.tables.column_menu import ColumnMenu
from desktop.operations.entries.record_entry import new_record_id, record_many
from desktop.operations.periods.read_standings import locking_day
from desktop.operations.periods.reopen_period import reopen_period
from desktop.wording.evidence import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from desktop.gui.pages.activities.change_many_dialog import ChangeManyDialog
    from desktop.gui.sheet.register_view import RegisterView
    from picture_stage import Stage

SHEET, MANY = "4-bang-ghi", "5-viec-khac"
PROOF, TOGETHER = "5-minh-chung", "5-su-kien-chung"
REGISTER = "conference"
BLOCK = "Hội nghị A\t30/2/2024\nHội nghị B\t5/6/2024\tchưa rõ\nHội nghị C\t6/5/2024"
"""Cells of another program, some not to be understood."""


def open_period(stage: Stage) -> None:
    """Open the period shown again where it is locked: much is to be written."""
    session = stage.session
    if not locking_day(session.store, session.period.last_day):
        return
    run(
        session,
        lambda _: reopen_period(session.store, session.period, "Chụp màn hình"),
        title="Mở lại kỳ",
        then=lambda _done: None,
    )
    stage.settle()


def take_recording(stage: Stage) -> None:
    """Take the sheet, then every dialog about one entry, several, and their files."""
    for folder, steps in {
        SHEET: (
            _take_wrong_cell,
            _take_new_row,
            _take_chips,
            _take_columns,
            _take_more,
            _take_paste,
        ),
        MANY: (_take_series, _take_change_many),
        PROOF: (_take_proof, _take_waiting, _take_missing),
        TOGETHER: (_take_twins, _take_join, _take_twin_hint),
    }.items():
        for step in steps:
            stage.attempt(f"{folder}/{step.__name__}", partial(step, stage))


def _page(stage: Stage, register: str = REGISTER) -> ActivitiesPage:
    page = stage.go_to("activities", register)
    assert isinstance(page, ActivitiesPage)  # noqa: S101  for the types
    return page


def _view(page: ActivitiesPage) -> RegisterView:
    if page.view is None:
        raise LookupError("table")
    return page.view


def _column(view: RegisterView, name: str) -> int:
    """Return the column of a field, shown."""
    at = [one.field.name for one in view.model.columns].index(name)
    view.columns.reveal(at)
    return at


def _take_wrong_cell(stage: Stage) -> None:
    """Write nonsense into a cell, and come back to it."""
    view = _view(_page(stage))
    stage.window.activateWindow()
    cell = view.model.index(2, _column(view, "attendance"))
    view.rows.setFocus()
    view.rows.go(cell.row(), cell.column())
    editing = view.rows.editing
    if editing is None or not editing.open(cell) or editing.editor is None:
        raise LookupError("cell")
    editing.editor.set_typed("mười hai người")
    stage.snap(f"{SHEET}/1-dang-go")
    editing.finish(Move.DOWN)
    view.rows.go(cell.row(), cell.column())
    stage.snap(f"{SHEET}/2-o-sai")
    editing.open(cell)
    editing.drop()


def _take_new_row(stage: Stage) -> None:
    page = _page(stage)
    view = _view(page)
    page.sheets.write_row()
    sheet = view.sheet
    if sheet is None:
        raise LookupError("sheet")
    sheet.new.take({"title": "Hội nghị đang ghi dở"})
    stage.snap(f"{SHEET}/3-dong-moi")
    sheet.desk.finish()
    stage.snap(f"{SHEET}/3-dong-moi-con-thieu")
    sheet.new.clear()


def _take_chips(stage: Stage) -> None:
    page = _page(stage)
    view = _view(page)
    for name, text in (("title", "hoi nghi"), ("attendance", ">=50")):
        field = view.header.field(_column(view, name))
        if field is None:
            raise LookupError(name)
        field.setText(text)
        field.textEdited.emit(text)
    stage.wait(lambda: "/" in page.counted, "filter")
    stage.snap(f"{SHEET}/4-the-loc")
    page.clear_filters()


def _take_columns(stage: Stage) -> None:
    page = _page(stage)
    page.sheets.choose_columns()
    stage.settle()
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, ColumnMenu):
        raise TypeError(menu)
    stage.snap_with(f"{SHEET}/5-chon-cot", menu)
    menu.close()


def _take_more(stage: Stage) -> None:
    page = _page(stage)
    _view(page).select_row(0)
    menu: QMenu = page.actions_bar.more
    button = menu.parentWidget()
    if button is None:
        raise LookupError("button")
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    stage.snap_with(f"{SHEET}/6-viec-khac", menu)
    menu.close()


def _take_paste(stage: Stage) -> None:
    page = _page(stage)
    view = _view(page)
    view.rows.setFocus()
    view.rows.go(0, _column(view, "title"))
    given = QMimeData()
    given.setText(BLOCK)
    if view.sheet is None:
        raise LookupError("sheet")
    view.sheet.paster.paste(given)
    stage.snap(f"{SHEET}/7-dan", stage.dialog())


def _take_series(stage: Stage) -> None:
    page = _page(stage, "training")
    _view(page).select_row(0)
    _snap_and_leave(stage, f"{MANY}/lap-lai", page.many.repeat_chosen())


def _take_change_many(stage: Stage) -> None:
    page = _page(stage)
    view = _view(page)
    view.select_row(0)
    view.rows.go(0, view.rows.columns_shown()[0])
    view.rows.go(4, view.rows.columns_shown()[-1], extend=True)
    dialog = page.many.change_chosen()
    stage.snap(f"{MANY}/sua-nhieu", dialog)
    _choose(dialog, "tasks")
    _snap_and_leave(stage, f"{MANY}/sua-nhieu-danh-sach", dialog)


def _choose(dialog: ChangeManyDialog, name: str) -> None:
    at = dialog.field.findData(name)
    if at < 0:
        raise LookupError(name)
    dialog.field.setCurrentIndex(at)


def _take_proof(stage: Stage) -> None:
    """Attach a photo to an entry, and take the panel and the line of one file."""
    page = _page(stage)
    _view(page).select_row(0)
    page.amend()
    dialog = stage.dialog()
    if page.dialog is None:
        raise LookupError("form")
    panel = page.dialog.evidence
    photo = _photo(stage.home / "Toàn cảnh hội nghị.jpg")
    stage.snap_modal(
        f"{PROOF}/1-hoi", partial(panel.take, [photo]), press=next(iter(ANSWERS))
    )
    stage.wait(lambda: not panel.attaching.working, PROOF)
    stage.snap(f"{PROOF}/1-khung", dialog)
    panel.edit()
    stage.wait(lambda: isinstance(QApplication.activeModalWidget(), EvidenceDialog))
    _snap_and_leave(stage, f"{PROOF}/2-sua-tep", stage.dialog())


def _take_waiting(stage: Stage) -> None:
    page = _page(stage, "training")
    page.write_new()
    dialog = stage.dialog()
    if page.dialog is None:
        raise LookupError("form")
    page.dialog.evidence.take([_photo(stage.home / "Lớp học.jpg")])
    stage.snap(f"{PROOF}/3-cho-ghi", dialog)


def _take_missing(stage: Stage) -> None:
    page = _page(stage)
    _snap_and_leave(stage, f"{PROOF}/4-con-thieu", page.proving.show_missing())


def _take_twins(stage: Stage) -> None:
    page = _page(stage)
    with_twins(stage, page, lambda: _snap_twins(stage, page))


def _snap_twins(stage: Stage, page: ActivitiesPage) -> None:
    dialog = page.events.look_through()
    stage.settle()
    if not dialog.pairs:
        raise LookupError("twins")
    _snap_and_leave(stage, f"{TOGETHER}/1-ra-trung", dialog)


def _take_join(stage: Stage) -> None:
    page = _page(stage)
    with_twins(stage, page, lambda: _snap_join(stage, page))


def _snap_join(stage: Stage, page: ActivitiesPage) -> None:
    view = _view(page)
    view.rows.go(0, view.rows.columns_shown()[0])
    view.rows.go(1, view.rows.columns_shown()[-1], extend=True)
    stage.settle()
    dialog = page.events.join_chosen()
    stage.snap(f"{TOGETHER}/2-ghep", dialog)
    dialog.do_button.click()
    stage.settle()
    stage.snap(f"{TOGETHER}/3-da-ghep")
    _undo(stage)


def _take_twin_hint(stage: Stage) -> None:
    """Write what is there already: a line under the form says so."""
    page = _page(stage)
    record: Any = _view(page).model.record(0)
    page.duplicate()
    dialog = stage.dialog()
    if page.dialog is None:
        raise LookupError("form")
    form, hint = page.dialog.form, page.dialog.hint
    day = f"{record.last_day:%d/%m/%Y}"
    form.show_typed({"first_day": day, "last_day": day})
    hint.note(form.record)
    stage.wait(lambda: bool(hint.said), "twin")
    stage.snap(f"{TOGETHER}/4-goi-y-trung", dialog)


def with_twins(stage: Stage, page: ActivitiesPage, act: Callable[[], object]) -> None:
    """Do something while the newest entry is there twice, of two agencies."""
    view, session = _view(page), stage.session
    record: Any = view.model.record(0)
    others = [one.value for one in page.names().agencies if one.value != record.agency]
    twin = replace(record, id=new_record_id(), agency=others[0])
    run(
        session,
        lambda progress: record_many(session.store, [twin], progress=progress),
        title="Ghi mục giống",
        then=lambda _kept: None,
    )
    stage.settle()
    try:
        act()
    finally:
        stage.clear()
        _undo(stage)


def _undo(stage: Stage) -> None:
    stage.window.menus.undo_wanted.emit()
    stage.settle()


def _snap_and_leave(stage: Stage, name: str, dialog: QDialog) -> None:
    stage.snap(name, dialog)
    dialog.close()
    stage.settle()


def _photo(path: Path) -> Path:
    """Draw a photo that shows nobody."""
    Image.linear_gradient("L").resize((1600, 1200)).convert("RGB").save(path)
    return path
