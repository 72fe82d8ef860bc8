"""One selector for year, half, quarter, month and any span of days."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_regimes
from desktop.gui import theme
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.period_selector import (
    FROM_PLAN_START,
    PARTS,
    PeriodSelector,
)
from desktop.records.period import Period
from desktop.rules.calendar import CUSTOM, closed_on, parse_period, span


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


@pytest.fixture
def regimed(qtbot: QtBot) -> PeriodSelector:
    made = PeriodSelector(parse_period("2024"), regimes=load_regimes(), regime="plan")
    made.set_plan(dt.date(2023, 1, 1), dt.date(2028, 12, 31))
    qtbot.addWidget(made)
    made.show()
    return made


def named(selector: PeriodSelector, name: str) -> DateField:
    fields = selector.findChildren(DateField)
    return next(each for each in fields if each.accessibleName() == name)


def type_day(field: DateField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    if not text:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("part", [code for code, _ in PARTS[1:-2]])
def test_every_part_of_the_year_is_that_period(
    selector: PeriodSelector, qtbot: QtBot, part: str
) -> None:
    with qtbot.waitSignal(selector.changed) as told:
        choose(selector, part)
    assert told.args == [parse_period(f"2024-{part}")] == [selector.period]


def test_another_year_keeps_the_part(selector: PeriodSelector) -> None:
    choose(selector, "H1")
    years = selector.findChildren(QComboBox)[1]
    years.setCurrentText("2025")
    years.activated.emit(years.currentIndex())
    assert selector.period == parse_period("2025-H1")


def test_any_span_is_typed_and_backwards_is_refused(selector: PeriodSelector) -> None:
    choose(selector, CUSTOM)
    first, last = named(selector, "Từ ngày"), named(selector, "Đến ngày")
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


def test_by_the_decree_the_year_is_cut_in_december(
    regimed: PeriodSelector, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(regimed.regime_chosen) as told:
        choose(regimed, "decree_09")
    assert told.args == ["decree_09"]
    assert regimed.period == parse_period("2024@decree_09", load_regimes())
    assert not named(regimed, "Ngày chốt số liệu").isVisible()
    choose(regimed, "H1")
    assert regimed.period == parse_period("2024-H1@decree_09", load_regimes())
    choose(regimed, "statistics")
    assert regimed.period == parse_period("2024-H1")
    assert not named(regimed, "Ngày chốt số liệu").isVisible()


def test_by_the_plan_the_closing_day_is_typed(
    regimed: PeriodSelector, qtbot: QtBot
) -> None:
    closing = named(regimed, "Ngày chốt số liệu")
    assert closing.isVisible()
    with qtbot.waitSignal(regimed.changed) as told:
        type_day(closing, "14/11")
    assert told.args == [parse_period("2024@14/11")]
    type_day(closing, "")
    assert regimed.period == parse_period("2024")
    assert closing.text() == "31/12/2024"


def test_a_closing_day_outside_the_period_is_refused_with_the_reason(
    regimed: PeriodSelector, qtbot: QtBot
) -> None:
    closing = named(regimed, "Ngày chốt số liệu")
    with qtbot.assertNotEmitted(regimed.changed):
        type_day(closing, "14/11/2025")
    assert closing.property("wrong") is True
    assert "từ 01/01/2024 đến 31/12/2024" in closing.toolTip()
    choose(regimed, "H1")
    assert closing.property("wrong") is False
    assert closing.text() == "30/06/2024"


def test_the_closing_day_of_the_plan_is_proposed(regimed: PeriodSelector) -> None:
    regimed.close_as_planned = lambda period, regime: (
        closed_on(period, dt.date(2024, 6, 5)) if regime.typed_closing else period
    )
    choose(regimed, "H1")
    assert regimed.period == parse_period("2024-H1@05/06")


def test_a_doubt_about_the_closing_day_is_seen_and_read_out(
    regimed: PeriodSelector,
) -> None:
    regimed.doubt_of = lambda period: "Muộn" if "@" in period.code else ""
    closing = named(regimed, "Ngày chốt số liệu")
    signs = [each for each in regimed.findChildren(QLabel) if each.text() == "▲"]
    assert not signs[0].isVisible()
    type_day(closing, "23/11")
    assert signs[0].isVisible()
    assert closing.accessibleDescription() == "Muộn"
    type_day(closing, "14/12/2024")
    regimed.doubt_of = lambda _period: ""
    type_day(closing, "1/11")
    assert not signs[0].isVisible()
    assert closing.accessibleDescription() == ""


def test_a_review_speaks_of_all_days_from_the_first_of_the_plan(
    regimed: PeriodSelector,
) -> None:
    choose(regimed, FROM_PLAN_START)
    assert (regimed.period.first_day, regimed.period.last_day) == (
        dt.date(2023, 1, 1),
        dt.date(2024, 12, 31),
    )
    assert not named(regimed, "Từ ngày").isVisible()
    type_day(named(regimed, "Đến ngày"), "14/9/2025")
    assert regimed.period == parse_period("01/01/2023-14/09/2025")
    regimed.set_period(regimed.period)
    assert not named(regimed, "Từ ngày").isVisible()


def test_a_period_of_another_regime_shows_how_it_was_cut(
    regimed: PeriodSelector, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(regimed.regime_chosen):
        regimed.set_period(parse_period("2023-Q1@decree_09", load_regimes()))
    shown = [each.currentText() for each in regimed.findChildren(QComboBox)]
    assert shown == ["Quý I", "2023", "NĐ 09/2019"]
    regimed.set_period(parse_period("2024"))
    assert [each.currentText() for each in regimed.findChildren(QComboBox)] == [
        "Cả năm",
        "2024",
        "Theo kế hoạch",
    ]


def test_everything_is_reached_by_tab(regimed: PeriodSelector) -> None:
    regimed.findChildren(QComboBox)[0].setFocus()
    names = []
    for _ in range(4):
        focused = regimed.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == ["Kỳ", "Năm", "Cách chia kỳ", "Ngày chốt số liệu"]


@pytest.mark.parametrize("percent", [90, 150])
def test_a_day_is_seen_whole_at_any_size_of_letters(
    regimed: PeriodSelector, qapp: QApplication, percent: int
) -> None:
    field = named(regimed, "Ngày chốt số liệu")
    try:
        theme.apply(qapp, "light", percent)
        room = field.width() - 2 * theme.scaled(theme.AROUND)
        assert field.fontMetrics().horizontalAdvance("31/12/2024") <= room
    finally:
        theme.apply(qapp, "light", 100)


def test_the_name_of_a_span_is_not_cut(selector: PeriodSelector) -> None:
    box = selector.findChildren(QComboBox)[0]
    short = box.sizeHint().width()
    selector.set_period(span(dt.date(2024, 2, 1), dt.date(2024, 3, 5)))
    assert box.sizeHint().width() > short
