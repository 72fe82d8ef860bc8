"""Who has reported, and a reminder for those who have not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.units.call_dialog import CallDialog
from desktop.gui.pages.collect.units.contact_dialog import ContactDialog
from desktop.gui.pages.collect.units.units_pane import UnitsPane
from desktop.gui.pages.report.addressed import Addressed
from desktop.gui.session import Session
from desktop.operations.units.unit_states import read_unit_states
from desktop.records.exchange import Call
from desktop.records.returns import ReturnState
from desktop.store import records
from desktop.wording import reminders
from tests import builders
from tests.gui.pages.asking import do, shown
from tests.operations.reported import a_form, a_return, keep


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> UnitsPane:
    made = UnitsPane(session)
    shown(made, qtbot)
    return made


def row(page: UnitsPane, agency: str) -> list[str]:
    model = page.list.model_
    at = model.row_of(agency)
    assert at is not None
    return [model.index(at, column).data() for column in range(model.columnCount())]


def test_each_unit_is_shown_as_it_was_read(page: UnitsPane, session: Session) -> None:
    units = read_unit_states(session.store, session.period)
    assert page.list.model_.rows == units.units
    late = "▲ Chưa báo cáo – quá 26 ngày"
    assert row(page, builders.UNIT)[1:] == [late, "–", "0", "–", "–"]


def test_an_entry_and_a_plan_show_at_once(page: UnitsPane, session: Session) -> None:
    do(session, builders.a_broadcast(), builders.a_unit_plan(builders.UNIT))
    assert row(page, builders.UNIT)[1:4] == ["✓ Đã nhập tại đây", "–", "1"]
    page.open(builders.UNIT)
    facts = page.detail.facts.text()
    assert "Kế hoạch riêng: số 10/KH-UBND, năm 2024" in facts
    assert "Mục gần nhất: 05/06/2024" in facts
    assert "33 trên 34 đơn vị chưa có số liệu" in page.sentence.text()


def test_the_filter_leaves_those_without_figures(
    page: UnitsPane, session: Session, qtbot: QtBot
) -> None:
    do(session, builders.a_broadcast())
    QTest.keyClick(page.only_silent, Qt.Key.Key_Space)
    assert page.list.model_.rowCount() == 33
    assert page.list.model_.row_of(builders.UNIT) is None
    page.open(builders.UNIT)
    assert page.list.current.agency.id == builders.UNIT, "one asked for is shown"


def test_the_reminder_goes_to_those_selected(page: UnitsPane, qtbot: QtBot) -> None:
    page.open(builders.UNIT)
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Kính gửi: ")
    assert text.count("Kính gửi") == 1
    assert "chậm nhất ngày 24/11/2024" in text
    assert "báo cáo năm 2024" in text
    assert "1 đơn vị" in page.message.text


def test_with_none_selected_it_goes_to_all_who_owe(
    page: UnitsPane, session: Session
) -> None:
    do(session, builders.a_broadcast())
    page.list.clearSelection()
    page.copy_reminder()
    text = QGuiApplication.clipboard().text()
    assert text.count("\n- ") == 33
    unit = session.agencies[builders.UNIT]  # type: ignore[index]
    assert unit.name not in text


def test_the_letter_to_late_units_is_one_press_away(
    page: UnitsPane, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.place_wanted) as wanted:
        page.write_button.click()
    assert wanted.args == ["report", Addressed("letter-reminder", ())]
    assert page.write_button.text() in {
        action.text().rstrip("…") for action in page.actions()
    }, "the menu and the keyboard lead there too"


def test_the_letter_goes_to_the_units_selected_and_no_others(
    page: UnitsPane, session: Session, qtbot: QtBot
) -> None:
    page.list.selectRow(1)
    (unit,) = page.selected
    with qtbot.waitSignal(session.place_wanted) as wanted:
        page.write_button.click()
    assert wanted.args == [
        "report",
        Addressed("letter-reminder", (unit.agency.id,)),
    ]


def test_what_was_sent_and_what_went_back_show_with_their_days(
    page: UnitsPane, session: Session
) -> None:
    keep(session.store, a_form(), a_return(state=ReturnState.RETURNED, faults=3))
    page.reading.refresh()
    shown_ = row(page, builders.UNIT)
    assert shown_[1] == "▲ Đã trả lại, 3 chỗ phải sửa – quá 26 ngày"
    page.open(builders.UNIT)
    assert "Tệp đã trả lại: bieu.xlsx, 3 chỗ phải sửa" in page.detail.facts.text()
    keep(session.store, a_return(id="r2", version=2))
    page.reading.refresh()
    assert row(page, builders.UNIT)[1:3] == ["✓ Đã nhận", "20/11/2024"]
    model = page.detail.years.model_
    years = {
        row.year: [model.index(n, c).data() for c in range(1, 5)]
        for n, row in enumerate(model.rows)
    }
    assert years[2024] == ["1/1 (100%)", "1/1 (100%)", "1/34 (3%)", "1/34 (3%)"]


def test_each_selected_unit_gets_a_text_of_its_own(
    page: UnitsPane, session: Session
) -> None:
    keep(session.store, a_form(), a_return(state=ReturnState.RETURNED, faults=3))
    page.reading.refresh()
    page.list.selectAll()
    page.copy_reminder()
    texts = QGuiApplication.clipboard().text().split(reminders.BETWEEN)
    assert len(texts) == 34
    (mine,) = [one for one in texts if session.agencies[builders.UNIT].name in one]  # type: ignore[index]
    assert "theo biểu “bieu.xlsx”" in mine
    assert "đã quá hạn 26 ngày" in mine
    assert "Tệp “bieu.xlsx” đơn vị gửi ngày 20/11/2024 đã trả lại vì còn 3" in mine


def test_a_call_is_logged_for_every_chosen_unit_at_once(
    page: UnitsPane, session: Session
) -> None:
    page.open(builders.UNIT)
    page.log_call()
    dialog = page.dialog
    assert isinstance(dialog, CallDialog)
    dialog.way.setCurrentIndex(1)
    QTest.keyClicks(dialog.note, "hen gui mai")
    dialog.log()
    assert page.dialog is None
    assert row(page, builders.UNIT)[5] == "20/12/2024 nhắn tin: hen gui mai"
    (call,) = records.find(session.store.reader, Call)
    assert (call.way, call.period_code) == ("message", "2024")


def test_the_line_of_a_unit_is_kept_and_shown(
    page: UnitsPane, session: Session
) -> None:
    page.open(builders.UNIT)
    page.edit_contact()
    dialog = page.dialog
    assert isinstance(dialog, ContactDialog)
    dialog.line.setText("0260 3822 222")
    dialog.mailbox.setText("khong phai thu")
    dialog.keep()
    assert page.dialog is dialog, "what is no mailbox is not kept"
    dialog.mailbox.setText("xa@coquan.gov.vn")
    dialog.keep()
    assert row(page, builders.UNIT)[4] == "0260 3822 222"
    assert "Hộp thư: xa@coquan.gov.vn" in page.detail.facts.text()


def test_a_draft_mail_is_written_to_each_chosen_unit(
    page: UnitsPane, session: Session
) -> None:
    page.open(builders.UNIT)
    page.write_mails()
    assert "Đã soạn 1 thư nhắc" in page.message.text
    (draft,) = (session.store.path.parent / "bao-cao" / "nhac-nop").rglob("*.eml")
    assert draft.read_bytes().startswith(b"Subject: ")


def test_everything_on_the_pane_is_reached_by_keys(page: UnitsPane) -> None:
    keys = {one.shortcut().toString() for one in page.actions()}
    assert {"Ctrl+Shift+C", "Ctrl+Shift+G"} <= keys
    for button in (page.mail_button, page.forms_button, page.detail.contact_button):
        assert button.accessibleName()


def test_the_place_fits_beside_the_rail_with_letters_of_150_percent(
    page: UnitsPane,
) -> None:
    room = (1366 - 250 - 32) / 1.5
    assert page.minimumSizeHint().width() <= room
