"""Our office becomes another in four short pages, by keyboard alone."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.becoming import STEPS, BecomingDialog
from desktop.gui.session import Session
from desktop.operations.history.undo import undo
from desktop.records.agency import Agency
from desktop.records.preferences import Preferences
from desktop.store import preferences, records
from tests import builders
from tests.gui import walking

DAY = dt.date(2025, 7, 1)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, parent: QWidget) -> BecomingDialog:
    made = BecomingDialog(session, parent)
    made.open()
    return made


def tell(dialog: BecomingDialog) -> None:
    dialog.what.place.setText("xã Đăk Hà")
    dialog.what.above.setText("tỉnh Quảng Ngãi")
    dialog.what.day.setText("1/7/2025")
    dialog.what.decision.setText("1677/NQ-UBTVQH15")


def wrong(dialog: BecomingDialog) -> set[str]:
    fields = dialog.grids[dialog.page].fields
    return {name for name, one in fields.items() if one.property("wrong")}


def test_four_pages_lead_to_one_deed_that_one_undo_takes_back(
    session: Session, dialog: BecomingDialog
) -> None:
    before = session.preferences
    kept: list[Preferences] = []
    dialog.became.connect(kept.append)
    tell(dialog)
    for page in range(4):
        assert dialog.page == page
        assert dialog.head.text() == f"Bước {page + 1}/4. {STEPS[page]}"
        assert not walking.nameless(dialog)
        dialog.forward()
    (after,) = kept
    assert after.agency == "phong-van-hoa-xa-hoi-xa-dak-ha"
    assert after.began_on == DAY
    assert session.preferences == after
    undo(session.store)
    assert preferences.get(session.store.reader) == before


def test_the_window_fits_the_smallest_screen(dialog: BecomingDialog) -> None:
    assert dialog.width() <= 700
    assert dialog.height() <= 690


def test_enter_goes_on_and_escape_leaves_everything_as_it_is(
    session: Session, dialog: BecomingDialog
) -> None:
    tell(dialog)
    QTest.keyClick(dialog.what.place, Qt.Key.Key_Return)
    assert dialog.page == 1
    gone: list[int] = []
    dialog.finished.connect(gone.append)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert gone == [0]
    assert session.preferences.began_on is None


def test_what_is_missing_is_told_in_place(dialog: BecomingDialog) -> None:
    dialog.forward()
    assert (dialog.page, wrong(dialog)) == (0, {"territory", "day"})
    tell(dialog)
    dialog.what.day.setText("1/1/2023")
    dialog.forward()
    assert (dialog.page, wrong(dialog)) == (0, {"day"})
    dialog.what.day.setText("1/7/2025")
    dialog.forward()
    dialog.names.symbol.clear()
    dialog.names.name.setText("Trường THPT Nguyễn Du")
    dialog.forward()
    assert (dialog.page, wrong(dialog)) == (1, {"symbol", "office"})


def test_what_was_typed_stays_unless_the_first_page_changes(
    dialog: BecomingDialog,
) -> None:
    tell(dialog)
    dialog.forward()
    assert dialog.names.place.text() == "Đăk Hà"
    dialog.names.symbol.setText("BC-X")
    dialog.back()
    dialog.forward()
    assert dialog.names.symbol.text() == "BC-X"
    dialog.back()
    dialog.what.place.setText("xã Đăk Mar")
    dialog.forward()
    assert dialog.names.symbol.text() == "BC-VHXH"
    assert dialog.names.name.text() == "Phòng Văn hóa - Xã hội xã Đăk Mar"


def test_a_unit_cannot_both_merge_and_end(dialog: BecomingDialog) -> None:
    tell(dialog)
    dialog.forward()
    dialog.forward()
    dialog.units.merged.set_value((builders.UNIT,))
    dialog.units.ended.set_value((builders.UNIT,))
    dialog.forward()
    assert (dialog.page, wrong(dialog)) == (2, {"ended"})


def test_a_recipient_of_the_book_is_taken_by_any_of_its_names(
    session: Session, dialog: BecomingDialog
) -> None:
    tell(dialog)
    dialog.forward()
    dialog.forward()
    dialog.units.recipient.setText("UBND tỉnh")
    dialog.units.follows.setChecked(False)
    dialog.forward()
    assert "Báo cáo gửi Ủy ban nhân dân tỉnh Kon Tum" in dialog.said.text()
    dialog.forward()
    assert session.preferences.recipient == "ubnd-tinh-kon-tum"
    old = records.get(session.store.reader, Agency, "so-tttt-kon-tum")
    assert old is not None
    assert old.valid_to is None
