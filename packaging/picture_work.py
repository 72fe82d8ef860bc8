"""Take pictures of a report's way: written, issued, exported, signed, handed over."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.cli.demo import KEY_PASSWORD
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.report.report import ReportPage

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.gui.pages.signing.dialog import SignDialog
    from picture_stage import Stage

USER = Qt.ItemDataRole.UserRole
PERSON_KEY, AGENCY_KEY = "khoa-ky-thu.p12", "khoa-co-quan-ky-thu.p12"
"""Files of `demo` beside its office."""
REPORT, HAND_OFF = "6-bao-cao", "6-ban-giao"
SECTION = "activities"
"""The section that tells of events and who came to them."""


def take_reports(stage: Stage) -> None:
    """Take each step of the report, its dialogs, and a wrong password."""
    steps = (
        _take_draft,
        _take_tables,
        _take_check,
        _take_letters,
        _take_issuing,
        _take_exporting,
        _take_signing,
        _take_issued,
        _take_period,
    )
    for step in steps:
        stage.attempt(f"{REPORT}/{step.__name__}", partial(step, stage))


def take_hand_off(stage: Stage) -> None:
    """Take the delivery, a stick that was pulled out, and the check of what came."""
    steps = (_take_packing, _take_delivery, _take_pulled_out, _take_checks)
    for step in steps:
        stage.attempt(f"{HAND_OFF}/{step.__name__}", partial(step, stage))


def _reports(stage: Stage) -> ReportPage:
    page = stage.go_to("report")
    assert isinstance(page, ReportPage)  # noqa: S101  for the types
    return page


def _hand_off(stage: Stage) -> HandOffPage:
    page = stage.go_to("hand_off")
    assert isinstance(page, HandOffPage)  # noqa: S101  for the types
    return page


def _drafted(stage: Stage) -> ReportPage:
    """Return the page once its draft was read."""
    page = _reports(stage)
    page.write()
    stage.wait(lambda: page.draft.words.known and not page.draft.drafting.busy)
    stage.settle()
    return page


def _take_draft(stage: Stage) -> None:
    page = _drafted(stage)
    stage.snap(f"{REPORT}/1-soan")
    field = page.draft.sections[SECTION]
    before = field.words
    field.text.setPlainText(before.replace("1", "9", 1) + "\nCó ba đợt cao điểm.")
    page.draft.show_section(SECTION)
    stage.snap(f"{REPORT}/1-soan-da-sua")
    field.restore.click()
    page.preview()
    stage.settle()
    stage.snap(f"{REPORT}/3-xem-truoc")
    page.view.pages.go_to(page.view.pages.count)
    stage.snap(f"{REPORT}/3-xem-truoc-trang-cuoi")


def _take_tables(stage: Stage) -> None:
    page = _drafted(stage)
    for table in ("targets", "table_a"):
        page.show_table(table)
        stage.snap(f"{REPORT}/1-soan-{table.replace('_', '-')}")
    view = page.figures.pane.view
    view.setCurrentIndex(view.figures.index(0, 2))
    view.asked.emit(view.current_key)
    stage.wait(lambda: page.figures.side.currentWidget() is page.figures.panel)
    stage.snap(f"{REPORT}/1-so-nay-tu-dau")
    page.figures.close_panel()


def _take_check(stage: Stage) -> None:
    page = _drafted(stage)
    page.check()
    stage.wait(lambda: bool(page.checking.findings))
    stage.snap(f"{REPORT}/2-soat")


def _take_letters(stage: Stage) -> None:
    page = _drafted(stage)
    for kind in ("letter-cover", "submission"):
        page.kinds.choose(kind)
        stage.wait(lambda: page.draft.words.known)
        stage.snap(f"{REPORT}/7-{kind}")
    page.kinds.choose("report-year")
    stage.settle()


def _take_issued(stage: Stage) -> None:
    page = _reports(stage)
    page.open(page.reports.model().index(1, 0).data(USER).issued.id)
    stage.settle()
    page.show_table("table_a")
    stage.snap(f"{REPORT}/6-ban-da-ban-hanh-bang")
    for deed, name in (
        ("number", "8-so-ngay"),
        ("compare", "8-so-sanh"),
        ("templates", "8-mau-bao-cao"),
    ):
        page.issued.page_actions[deed].trigger()
        stage.wait(lambda: page.issued.dialog is not None, name)
        stage.snap(f"{REPORT}/{name}", page.issued.dialog)
        stage.clear()
    _take_correction(stage, page)


def _take_correction(stage: Stage, page: ReportPage) -> None:
    """Change one figure of the period, opened again, and draft the slip of it."""
    from desktop.operations.entries.record_entry import record
    from desktop.operations.periods.reopen_period import reopen_period
    from desktop.records.activity import Activity
    from desktop.store import records

    session = stage.session
    if page.period.locked:
        reopen_period(session.store, session.period, "Xã gửi bổ sung")
    days = (str(session.period.first_day), str(session.period.last_day))
    (one, *_) = records.find(
        session.store.reader,
        Activity,
        where={"kind": "training"},
        between=("first_day", *days),
    )
    record(session.store, replace(one, attendance=(one.attendance or 0) + 15))
    page.issued.correct()
    stage.wait(lambda: page.issued.dialog is not None)
    stage.snap(f"{REPORT}/8-ban-dieu-chinh", page.issued.dialog)
    stage.clear()


def _take_period(stage: Stage) -> None:
    page = _reports(stage)
    page.period.refresh()
    menu = page.period.chip.menu()
    menu.popup(page.period.chip.mapToGlobal(page.period.chip.rect().bottomLeft()))
    stage.snap_with(f"{REPORT}/9-ky", menu)
    menu.close()
    stage.snap_modal(f"{REPORT}/9-chot-ky-hoi", page.period.close)
    page.period.mark("received")
    stage.snap(f"{REPORT}/9-da-nhan", page.period.dialog)
    stage.clear()


def _take_issuing(stage: Stage) -> None:
    page = _reports(stage)
    name = f"{REPORT}/4-ban-hanh-hoi"
    stage.snap_modal(name, page.issue, press="Ban hành")
    stage.settle()
    stage.snap(f"{REPORT}/4-ban-hanh")


def _take_exporting(stage: Stage) -> None:
    page = _reports(stage)
    name = f"{REPORT}/5-xuat-hoi"
    stage.snap_modal(name, page.export, press="Thư mục “bao-cao” cạnh sổ")
    stage.settle()
    stage.snap(f"{REPORT}/5-xuat")


def _take_signing(stage: Stage) -> None:
    page = _reports(stage)
    page.sign()
    dialog = _sign_dialog(page)
    stage.snap(f"{REPORT}/6-ky", dialog)
    dialog.keys.show_way(token=True)
    stage.snap(f"{REPORT}/6-ky-token", dialog)
    dialog.keys.show_way(token=False)
    dialog.keys.file.setText(str(_beside(stage, PERSON_KEY)))
    dialog.keys.password.setText("sai")
    stage.snap_modal(f"{REPORT}/6-ky-sai-mat-khau", dialog.keys.open_key)
    _open_key(stage, dialog)
    stage.snap(f"{REPORT}/6-ky-khoa", dialog)
    dialog.sign()
    stage.snap(f"{REPORT}/6-ky-xong", dialog)
    dialog.reject()
    stage.snap(f"{REPORT}/6-ky-cho-co-quan")
    page.sign()
    dialog = _sign_dialog(page)
    _open_key(stage, dialog, AGENCY_KEY)
    dialog.pack.setChecked(False)
    stage.snap(f"{REPORT}/6-ky-co-quan", dialog)
    dialog.sign()
    stage.settle()
    dialog.reject()
    stage.snap(f"{REPORT}/6-ky-da-ky")


def _beside(stage: Stage, name: str) -> Path:
    return stage.session.store.path.with_name(name)


def _open_key(stage: Stage, dialog: SignDialog, name: str = PERSON_KEY) -> None:
    dialog.keys.file.setText(str(_beside(stage, name)))
    dialog.keys.password.setText(KEY_PASSWORD)
    dialog.keys.open_key()
    stage.settle()


def _sign_dialog(page: ReportPage | HandOffPage) -> SignDialog:
    if page.sign_dialog is None:
        raise LookupError("sign dialog")
    return page.sign_dialog


def _take_packing(stage: Stage) -> None:
    page = _hand_off(stage)
    page.report.setCurrentIndex(0)  # the one signed last, and not yet packed
    stage.snap(f"{HAND_OFF}/1-chua-goi")
    page.seal()
    dialog = _sign_dialog(page)
    _open_key(stage, dialog)
    stage.snap(f"{HAND_OFF}/2-dong-goi", dialog)
    dialog.sign()
    stage.snap(f"{HAND_OFF}/2-dong-goi-xong", dialog)
    dialog.reject()


def _take_delivery(stage: Stage) -> None:
    page = _hand_off(stage)
    stick = stage.home / "USB"
    stick.mkdir(exist_ok=True)
    stage.ask.places.append(stick)
    page.panel.places.choose_folder()
    stage.snap(f"{HAND_OFF}/3-noi-nhan")
    page.panel.deliver()
    stage.snap(f"{HAND_OFF}/4-da-chep")


def _take_pulled_out(stage: Stage) -> None:
    page = _hand_off(stage)
    stick = stage.home / "USB bị rút"
    stick.mkdir(exist_ok=True)
    stage.ask.places.append(stick)
    page.panel.places.choose_folder()
    shutil.rmtree(stick)
    stage.snap_modal(f"{HAND_OFF}/5-usb-bi-rut", page.panel.deliver)


def _take_checks(stage: Stage) -> None:
    page = _hand_off(stage)
    folder = stage.session.store.path.parent
    (package,) = (folder.parent / "usb").glob("goi_*.zip")
    (pdf,) = (folder / "bao-cao").glob("*-v1.pdf")
    cases = {
        "6-kiem-tra-goi": package,
        "6-kiem-tra-goi-bi-sua": _tampered(package, stage.home),
        "6-kiem-tra-pdf": pdf,
    }
    for name, path in cases.items():
        page.verifier.check(path)
        dialog = stage.dialog()
        stage.snap(f"{HAND_OFF}/{name}", dialog)
        dialog.close()
        stage.settle()
    foreign = stage.home / "khong-phai-goi.zip"
    foreign.write_bytes(b"PK\x03\x04 nothing")
    name = f"{HAND_OFF}/7-khong-phai-goi"
    stage.snap_modal(name, partial(page.verifier.check, foreign))


def _tampered(package: Path, folder: Path) -> Path:
    """Copy a package with one figure of its data changed by another hand."""
    path, packing = folder / package.name, zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(path, "w", packing) as new:
        for member in old.infolist():
            data = old.read(member)
            if member.filename.endswith(".xlsx"):
                data += b" "
            new.writestr(member.filename, data)
    return path
