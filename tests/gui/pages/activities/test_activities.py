"""The place `Hoạt động`, worked by keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.new_entry import AtField
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.gui.steps import take
from desktop.gui.tables.kinds import record_of
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries import record_entry, remove_entry
from desktop.records.activity import Activity, ActivityState
from desktop.records.agency import Agency
from desktop.records.identity import Code
from desktop.records.product import Broadcast
from desktop.rules.vietnamese import fold
from desktop.store import records
from desktop.store.search import Hit
from desktop.store.shelves import BY_RECORD
from tests import builders
from tests.gui.entry_office import YEAR, keep

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    made = ActivitiesPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def opened(page: ActivitiesPage, qtbot: QtBot) -> EntryDialog:
    dialog = page.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard now leads: a list that is open comes first."""
    popup = QApplication.activePopupWidget()
    QTest.keyClick(focused() if popup is None else popup, key)


def kept(session: Session) -> tuple[Activity, ...]:
    return records.find(session.store.reader, Activity)


def titles(page: ActivitiesPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [str(page.model.record(row).title) for row in rows]


def test_a_training_is_typed_by_keyboard_alone(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClick(page, Qt.Key.Key_N, CTRL)
    dialog = opened(page, qtbot)
    qtbot.waitUntil(dialog.form.editors["title"].widget.hasFocus)
    forms, pillars = session.catalogue("training_mode"), session.catalogue("pillar")
    typed = {
        "title": "Lop tap huan ky nang",
        "first_day": "3/6",
        "last_day": "4/6",
        "place": "Hoi truong",
        "form": fold(forms[Code("training_updated")].name),
        "pillar": fold(next(iter(pillars.values())).name),
        "attendance": "1.200",
    }
    for name, editor in dialog.form.editors.items():
        at = focused()
        assert at is editor.widget or editor.widget.isAncestorOf(at), name
        if name in typed:
            if isinstance(at, QLineEdit):
                at.selectAll()
            QTest.keyClicks(at, typed[name])
        if name == "attendance":
            break
        press(Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_S, CTRL)
    (one,) = kept(session)
    assert one.title == "Lop tap huan ky nang"
    assert (one.first_day.isoformat(), one.last_day.isoformat()) == (
        "2024-06-03",
        "2024-06-04",
    )
    assert (one.attendance, one.form) == (1200, "training_updated")
    assert one.tasks == (builders.task("2.2"),), "proposed by the register"
    assert one.state is ActivityState.DONE
    assert titles(page) == ["Lop tap huan ky nang"]
    assert page.view is not None
    assert page.view.selected() == [0]
    assert page.message.text == "Đã ghi: Lop tap huan ky nang"


def test_record_and_go_on_shows_a_blank_entry(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.an_activity())
    page.model.reload()
    page.view.select_row(0)  # type: ignore[union-attr]
    page.duplicate()
    dialog = opened(page, qtbot)
    first = dialog.form.record_id
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    assert len(kept(session)) == 2
    assert dialog.isVisible()
    assert dialog.form.record_id != first
    assert dialog.form.editors["title"].value() == ""
    assert dialog.message.text.startswith("Đã ghi")


def test_a_double_is_of_today(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.an_activity(place="Nhà rông"))
    page.model.reload()
    page.view.select_row(0)  # type: ignore[union-attr]
    page.duplicate()
    opened(page, qtbot).save()
    days = {one.last_day for one in kept(session)}
    assert days == {builders.DAY, builders.NOW.date()}
    assert {one.place for one in kept(session)} == {"Nhà rông"}


def test_delete_asks_nothing_and_undo_brings_it_back(
    page: ActivitiesPage, session: Session
) -> None:
    keep(session, builders.an_activity(id="a"), builders.an_activity(id="b"))
    page.model.reload()
    assert page.view is not None
    page.view.rows.setFocus()
    page.view.rows.selectAll()
    QTest.keyClick(page.view.rows, Qt.Key.Key_Delete)
    assert kept(session) == ()
    assert page.message.text == "Đã xóa: 2 lớp tập huấn"
    undo = next(
        one
        for one in page.message.findChildren(QPushButton)
        if one.text() == "Hoàn tác"
    )
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert {one.id for one in kept(session)} == {"a", "b"}
    assert page.model.rowCount() == 2


def test_undo_of_a_recorded_entry_takes_it_off_the_list(
    page: ActivitiesPage, session: Session
) -> None:
    session.start(lambda _p: record_entry.record(session.store, builders.an_activity()))
    assert page.model.rowCount() == 1
    take(session, "undo", MessageBar(page))
    assert page.model.rowCount() == 0
    take(session, "redo", MessageBar(page))
    assert page.model.rowCount() == 1


def test_an_empty_register_offers_the_first_step(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    page.open("exhibition")
    button = next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "Ghi triển lãm đầu tiên"
    )
    assert button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert opened(page, qtbot).register.code == "exhibition"


def test_a_global_search_opens_the_entry_it_found(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.a_broadcast(language="vietnamese"))
    page.open(Hit("broadcasts", "broadcast"))
    assert page.register.code == "broadcast"
    dialog = opened(page, qtbot)
    assert dialog.form.record_id == "broadcast"
    assert page.view is not None
    assert page.view.selected() == [0]
    page.open(Hit("broadcasts", "gone"))
    assert records.count(session.store.reader, Broadcast) == 1


def test_who_is_led_to_a_field_finds_the_cursor_in_it(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.a_broadcast(language="vietnamese"))
    page.open(AtField(hit=Hit("broadcasts", "broadcast"), field="minutes"))
    form = opened(page, qtbot).form
    at = form.focusWidget()
    assert at is not None
    assert form.fields["minutes"].isAncestorOf(at)


def test_searching_here_narrows_the_list_without_marks(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(
        session,
        builders.an_activity(id="a", title="Kỹ năng truyền thông"),
        builders.an_activity(id="b", title="Luật"),
    )
    page.model.reload()
    with qtbot.waitSignal(page.model.shown):
        QTest.keyClicks(page.search, "truyen thong")
    assert titles(page) == ["Kỹ năng truyền thông"]
    assert page.counted == "1/2 dòng"
    page.clear_filters()
    assert page.search.text() == ""
    assert len(titles(page)) == 2
    assert page.counted == ""


def test_the_page_follows_the_period_and_counts_in_it(
    page: ActivitiesPage, session: Session
) -> None:
    session.start(lambda _p: record_entry.record(session.store, builders.an_activity()))
    assert page.registers.count("training") == "1"
    session.set_period(
        type(YEAR)(
            code="2023",
            first_day=YEAR.first_day.replace(year=2023),
            last_day=YEAR.last_day.replace(year=2023),
            closing_day=YEAR.closing_day.replace(year=2023),
        )
    )
    assert page.model.rowCount() == 0
    assert page.registers.count("training") == ""


def test_the_selection_stays_on_its_entry_when_others_come(
    page: ActivitiesPage, session: Session
) -> None:
    keep(session, builders.an_activity(id="mine"))
    page.model.reload()
    assert page.view is not None
    page.view.select_row(0)
    newer = builders.an_activity(id="newer", last_day=builders.NOW.date())
    session.start(lambda _p: record_entry.record(session.store, newer))
    assert page.view.selected() == [1]
    session.start(lambda _p: remove_entry.remove(session.store, Activity, ("newer",)))
    assert page.view.selected() == [0]


def test_an_entry_outside_the_period_is_recorded_and_said_to_be(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    keep(session, builders.an_activity())
    page.model.reload()
    page.view.select_row(0)  # type: ignore[union-attr]
    page.amend()
    dialog = opened(page, qtbot)
    for name in ("first_day", "last_day"):
        dialog.form.editors[name].set_typed("05/05/2023")
    dialog.save()
    assert "ngoài kỳ" in page.message.text
    assert kept(session)[0].last_day.year == 2023


def test_the_next_and_previous_entry_come_by_keyboard(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    days = [builders.DAY.replace(day=number) for number in (1, 2, 3)]
    keep(session, *(builders.an_activity(id=f"{d.day}", last_day=d) for d in days))
    page.model.reload()
    page.view.select_row(0)  # type: ignore[union-attr]
    page.amend()
    dialog = opened(page, qtbot)
    assert dialog.form.record_id == "3"
    QTest.keyClick(focused(), Qt.Key.Key_PageDown, CTRL)
    assert dialog.form.record_id == "2"
    QTest.keyClick(focused(), Qt.Key.Key_PageUp, CTRL)
    QTest.keyClick(focused(), Qt.Key.Key_PageUp, CTRL)
    assert dialog.form.record_id == "3", "there is none before the first"


def test_copying_from_the_page_fills_the_clipboard(
    page: ActivitiesPage, session: Session
) -> None:
    keep(session, builders.an_activity())
    page.model.reload()
    assert page.view is not None
    page.view.select_row(0)
    page.view.rows.setFocus()
    QTest.keyClick(page.view.rows, Qt.Key.Key_C, CTRL)
    assert builders.an_activity().title in QGuiApplication.clipboard().text()
    assert page.message.text.startswith("Đã chép 1 dòng")


def test_a_renamed_agency_is_shown_by_its_new_name(
    page: ActivitiesPage, session: Session
) -> None:
    keep(session, builders.an_activity())
    page.model.reload()
    renamed = Agency(id=session.preferences.agency, name="Phòng Mới")
    session.start(lambda _p: record_entry.record(session.store, renamed))
    assert "Phòng Mới" in page._names.name("@agency", builders.OWN)
    assert page.model.rowCount() == 1


def test_everything_that_takes_the_focus_has_a_name(
    page: ActivitiesPage, session: Session
) -> None:
    keep(session, builders.an_activity())
    page.model.reload()
    nameless = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(page)
        and not one.accessibleName()
        and one.focusProxy() is None
    ]
    assert not nameless


def test_every_register_opens(page: ActivitiesPage, session: Session) -> None:
    for one in session.registers:
        page.open(one.code)
        assert page.register is one
        assert page.search.isVisible() == bool(BY_RECORD[record_of(one)].searched)
