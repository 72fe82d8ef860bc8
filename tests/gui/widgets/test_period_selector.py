"""One selector for year, half, quarter, month and any span of days."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.period_selector import PARTS, PeriodSelector
from desktop.records.period import Period
from desktop.rules.calendar import CUSTOM, parse_period


@pytest.fixture
def selector(qtbot: QtBot) -> PeriodSelector:
    made = PeriodSelector(parse_period("2024"))
    qtbot.addWidget(made)
    made.show()
    return made


def choose(selector: PeriodSelector, code: str) -> None:
    combo = next(c for c in selector.findChildren(QComboBox) if c.findData(code) >= 0)
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


@pytest.mark.parametrize("part", [code for code, _ in PARTS[1:-1]])
def test_every_part_of_the_year_is_that_period(
    selector: PeriodSelector, qtbot: QtBot, part: str
) -> None:
    with qtbot.waitSignal(selector.changed) as told:
        choose(selector, part)
    assert told.args == [parse_period(f"2024{part}")] == [selector.period]


def test_another_year_keeps_the_part(selector: PeriodSelector) -> None:
    choose(selector, "-H1")
    years = selector.findChildren(QComboBox)[1]
    years.setCurrentText("2025")
    years.activated.emit(years.currentIndex())
    assert selector.period == parse_period("2025-H1")


def test_any_span_is_typed_and_backwards_is_refused(selector: PeriodSelector) -> None:
    choose(selector, CUSTOM)
    first, last = selector.findChildren(DateField)
    last.selectAll()
    QTest.keyClicks(last, "14/11/2024")
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert (selector.period.first_day, selector.period.last_day) == (
        dt.date(2024, 1, 1),
        dt.date(2024, 11, 14),
    )
    first.selectAll()
    QTest.keyClicks(first, "15/11/2024")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert last.property("wrong") is True
    assert selector.period.first_day == dt.date(2024, 1, 1)


@pytest.mark.parametrize("code", ["2031-Q3", "2024-M07", "01/02/2024-03/04/2024"])
def test_a_period_set_in_code_is_shown_and_not_told(
    selector: PeriodSelector, qtbot: QtBot, code: str
) -> None:
    period: Period = parse_period(code)
    with qtbot.assertNotEmitted(selector.changed):
        selector.set_period(period)
    assert selector.period == period
