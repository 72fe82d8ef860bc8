"""A number of a sentence answers “Số này từ đâu?” beside the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.draft import DraftForm
from desktop.gui.pages.report.section_field import SectionField
from desktop.gui.pages.report.sentence_trace import ROW, WHERE
from desktop.operations.entries.record_entry import record
from tests.builders import an_activity
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> DraftForm:
    record(desk.store, an_activity())
    made = DraftForm(desk.session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    made.read()
    return made


def go_to(field: SectionField, number: str) -> None:
    """Put the cursor into a number of a section, as a click does."""
    field.text.setFocus()
    cursor = field.text.textCursor()
    cursor.setPosition(field.words.index(number) + 1)
    field.text.setTextCursor(cursor)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_panel_tells_the_total_the_sentence_says(
    form: DraftForm, key: Qt.Key
) -> None:
    field = form.sections["activities"]
    before = field.words
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, key, CTRL)
    tracing = form.tracing
    assert tracing.isVisible()
    assert tracing.currentWidget() is tracing.panel
    assert tracing.panel.value.text().split()[0] == "40"
    assert tracing.panel.table.model().rowCount() == 1
    assert form.window().focusWidget() is tracing.panel.table
    assert field.words == before, "the key asks and writes nothing"
    assert not walking.nameless(form)


def test_escape_goes_back_to_the_sentence(form: DraftForm) -> None:
    field = form.sections["activities"]
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(form.tracing.panel.table, Qt.Key.Key_Escape)
    assert form.tracing.isHidden()
    assert form.window().focusWidget() is field.text
    at = field.text.textCursor().position()
    assert field.words[at - 1 :].startswith("40 lượt")


def test_a_figure_of_no_table_is_told_as_of_the_words(form: DraftForm) -> None:
    field = form.sections["supply"]
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    told = form.tracing.panel
    assert told.value.text().split()[0] == "40"
    assert told.label.text().startswith(f"{WHERE}: {ROW}; ")


def test_a_number_that_is_no_figure_opens_nothing(form: DraftForm) -> None:
    field = form.sections["targets"]
    go_to(field, "9 chỉ tiêu")
    before = field.words
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    assert form.tracing.isHidden()
    assert field.words == before


def test_words_an_officer_changed_can_be_asked_as_well(form: DraftForm) -> None:
    field = form.sections["activities"]
    go_to(field, "40 lượt")
    field.text.setPlainText("Điểm nổi bật: có tới 40 lượt người dự.")
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    assert form.tracing.panel.value.text().split()[0] == "40"


def test_a_draft_read_anew_tells_the_total_of_now(form: DraftForm, desk: Desk) -> None:
    field = form.sections["activities"]
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    field.text.setFocus()
    record(desk.store, an_activity(id="b"))
    form.read()
    assert "80 lượt" in field.words
    assert form.tracing.panel.value.text().split()[0] == "80"
    assert form.window().focusWidget() is field.text, "whoever writes is left to it"


def test_another_draft_lets_go_of_the_answer(form: DraftForm) -> None:
    field = form.sections["activities"]
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    form.show_period(YEAR)
    assert form.tracing.isHidden()


def test_the_words_keep_the_room_they_need(form: DraftForm) -> None:
    assert form.beside.needed_width == 0
    field = form.sections["activities"]
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    needed = form.beside.needed_width
    form.tracing.close_answer()
    form.resize(needed, form.height())
    go_to(field, "40 lượt")
    QTest.keyClick(field.text, Qt.Key.Key_Return, CTRL)
    assert form.width() == needed, "there is just enough"
    paper = form.document.widget().minimumSizeHint().width()
    assert form.document.viewport().width() >= paper
    assert form.tracing.width() >= form.tracing.minimumWidth()
