"""The overview shows what is computed, and leads to where something can be done."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.new_entry import NewEntry
from desktop.gui.pages.overview.overview import OverviewPage, sentence
from desktop.gui.session import Session
from desktop.gui.tables.short_list import ShortList
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.history.undo import undo
from desktop.operations.offices.read_overview import Overview
from desktop.rules.calendar import parse_period
from desktop.rules.numbers import format_percent
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import do, heard, shown


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> OverviewPage:
    entry_office.keep(
        session,
        builders.a_product(digital=True),
        builders.a_product(id="other"),
        builders.a_tally(20, 19),
    )
    made = OverviewPage(session)
    shown(made, qtbot)
    return made


def cells(rows: ShortList, column: int) -> list[str]:
    model = rows.model_
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_an_untouched_office_is_told_what_to_do_first(
    session: Session, qtbot: QtBot
) -> None:
    page = OverviewPage(session)
    shown(page, qtbot)
    wishes = heard(session)
    assert page.is_empty
    assert page.dues.model_.rows, "what is due is told before anything is recorded"
    assert page.targets.model_.rows
    first = page.below.currentWidget().findChildren(QPushButton)[0]
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert wishes == [("activities", NewEntry())]
    do(session, builders.an_activity())
    assert page.below.currentIndex() == 0
    session.start(lambda _progress: undo(session.store))
    assert page.below.currentIndex() == 1


def test_numbers_on_screen_are_the_computed_ones(
    page: OverviewPage, session: Session
) -> None:
    results = compute_results(session.store, session.period)
    assert page.targets.model_.rows == results
    percents = [
        format_percent(one.period.value)
        for one in results
        if one.period.value is not None
    ]
    assert [text for text in cells(page.targets, 2) if text.endswith("%")] == percents
    assert "95%" in percents


def test_the_sentence_tells_time_units_and_targets(page: OverviewPage) -> None:
    assert page.sentence.text() == (
        "Hạn báo cáo 24/11/2024 đã qua; 33 đơn vị chưa có số liệu; "
        "5 chỉ tiêu chưa đủ số liệu."
    )


def test_who_told_of_a_part_of_the_period_is_not_said_to_have_told_nothing(
    page: OverviewPage,
) -> None:
    overview = page.reading.value
    assert isinstance(overview, Overview)
    first, *others = overview.units.units
    units = (replace(first, entries=3, part=True), *others)
    half = replace(overview, units=replace(overview.units, units=units))
    assert " đơn vị chưa đủ số liệu; " in sentence(half)


def test_enter_on_a_target_explains_it_and_escape_returns(
    page: OverviewPage, qtbot: QtBot
) -> None:
    page.targets.select(f"{builders.PLAN}/T4")
    QTest.keyClick(page.targets, Qt.Key.Key_Return)
    assert page.side.currentWidget() is page.explanation
    assert "1 / 2 = 50%" in page.explanation.text()
    QTest.keyClick(page.targets, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is not page.explanation


def test_the_explanation_follows_what_is_recorded(
    page: OverviewPage, session: Session
) -> None:
    page.open(f"{builders.PLAN}/T4")
    do(session, builders.a_product(id="third"))
    assert "1 / 3 = 33,3%" in page.explanation.text()


def test_a_task_without_work_is_listed_until_it_has_some(
    page: OverviewPage, session: Session, qtbot: QtBot
) -> None:
    wishes = heard(session)
    assert "2.2" in cells(page.idle, 0)
    page.idle.select(builders.task("2.2"))
    QTest.keyClick(page.idle, Qt.Key.Key_Return)
    wish = NewEntry(register="training", tasks=(builders.task("2.2"),))  # type: ignore[arg-type]
    assert wishes == [("activities", wish)]
    do(session, builders.an_activity())
    assert "2.2" not in cells(page.idle, 0)


def test_a_unit_is_silent_until_it_has_an_entry(
    page: OverviewPage, session: Session
) -> None:
    name = session.agencies[builders.UNIT].name  # type: ignore[index]
    assert name in cells(page.units, 0)
    do(session, builders.a_broadcast())
    assert name not in cells(page.units, 0)


def test_another_period_shows_its_own_numbers(
    page: OverviewPage, session: Session
) -> None:
    before = cells(page.targets, 2)
    session.set_period(parse_period("2025"))
    assert cells(page.targets, 2) != before
    assert "còn 339 ngày đến hạn 24/11/2025" in page.sentence.text().lower()


def test_deadlines_say_which_day_is_not_known(page: OverviewPage) -> None:
    first, second = cells(page.dues, 1)
    assert first.startswith("24/11")
    assert second == "Chưa nhập thời hạn"
    assert cells(page.dues, 2)[0].endswith("/34")


def test_registers_with_most_entries_come_first(page: OverviewPage) -> None:
    assert cells(page.kinds, 0)[0] == "Sản phẩm truyền thông"
    assert cells(page.kinds, 1)[0] == "2"


def test_the_chart_says_its_numbers_to_who_cannot_see_it(
    page: OverviewPage, session: Session
) -> None:
    do(session, builders.an_activity(last_day=dt.date(2024, 3, 4)))
    assert page.chart.accessibleDescription() == "T3: 1"


def test_nothing_that_takes_the_focus_is_without_a_name(page: OverviewPage) -> None:
    nameless = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.accessibleName()
        and not (isinstance(each, QPushButton) and each.text())
    ]
    assert not nameless


def test_silent_units_are_counted_for_the_rail(session: Session, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []
    session.waiting.connect(lambda place, count, _words: told.append((place, count)))
    page = OverviewPage(session)
    shown(page, qtbot)
    assert told[-1] == ("collect", page.units.model_.rowCount())
    assert told[-1][1] > 0


def test_a_deadline_begins_with_a_capital(page: OverviewPage) -> None:
    texts = cells(page.dues, 0)
    assert texts
    assert all(text[:1] == text[:1].upper() for text in texts)
