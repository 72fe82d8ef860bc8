"""The list names every report, its period and how far it has come."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.report.list import (
    ReportList,
    facts_line,
    named_on,
    period_of,
    state_words,
)
from desktop.gui.pages.report.work import standings
from desktop.rules.calendar import period_name
from tests.gui import walking
from tests.gui.pages.report_desk import YEAR, Desk, issue


def shown(desk: Desk, qtbot: QtBot, wanted: str = "") -> ReportList:
    view = ReportList()
    qtbot.addWidget(view)
    view.show_reports(YEAR, standings(desk.store), wanted)
    view.show()
    return view


def test_the_draft_comes_first_and_is_chosen(signed_desk: Desk, qtbot: QtBot) -> None:
    view = shown(signed_desk, qtbot)
    assert view.current is None
    rows = [
        [view.model().index(row, column).data() for column in range(4)]
        for row in range(view.model().rowCount())
    ]
    assert rows == [
        ["Năm 2024", "", "", "Bản thảo"],
        ["Năm 2024", "1", "5", "✓ Đã ký thử"],
    ]
    assert not walking.nameless(view)


def test_the_report_wanted_is_chosen_without_a_word(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    wanted = standings(signed_desk.store)[0].issued.id
    view = shown(signed_desk, qtbot)
    with qtbot.assertNotEmitted(view.chosen):
        view.show_reports(YEAR, standings(signed_desk.store), wanted)
    assert view.current is not None
    assert view.current.issued.id == wanted


def test_choosing_a_row_tells_which(signed_desk: Desk, qtbot: QtBot) -> None:
    view = shown(signed_desk, qtbot)
    with qtbot.waitSignal(view.chosen) as chosen:
        view.selectRow(1)
    assert chosen.args == [standings(signed_desk.store)[0]]


def test_each_stage_has_its_words(desk: Desk, qtbot: QtBot) -> None:
    issue(desk.store, export=False, sign=False)
    assert state_words(standings(desk.store)[0]) == "Đã ban hành"
    issue(desk.store, sign=False)
    assert state_words(standings(desk.store)[0]) == "Đã xuất"


def test_the_facts_name_number_and_signer(signed_desk: Desk) -> None:
    (standing,) = standings(signed_desk.store)
    said = facts_line(standing)
    assert said.startswith("Bản 1, ban hành 08:00 ngày 20/12/2024; ")
    assert "số 5, chưa ghi ngày" in said
    assert "ký bởi Y Hà - KÝ THỬ" in said
    assert period_of(standing.issued) == YEAR


@pytest.mark.parametrize("percent", [100, 150])
def test_no_heading_is_cut_at_any_size_of_text(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    view = ReportList()
    qtbot.addWidget(view)
    view.show()
    theme.apply(qapp, "light", percent)
    header = view.horizontalHeader()
    try:
        qtbot.wait(1)
        for column in range(1, 4):
            assert header.sectionSize(column) >= header.sectionSizeHint(column)
    finally:
        theme.apply(qapp, "light", 100)


@pytest.mark.parametrize("code", ["2024@decree_09", "2024@14/11", "2024-N9"])
def test_a_report_speaks_of_the_period_it_was_issued_for(
    signed_desk: Desk, code: str
) -> None:
    issued = replace(standings(signed_desk.store)[0].issued, period_code=code)
    assert period_name(period_of(issued)) == code


def test_no_room_is_given_to_numbers_while_no_report_has_one(
    desk: Desk, qtbot: QtBot
) -> None:
    made = ReportList()
    qtbot.addWidget(made)
    made.show_reports(YEAR, ())
    assert made.isColumnHidden(2)
    issue(desk.store, export=False, sign=False)
    made.show_reports(YEAR, standings(desk.store))
    assert not made.isColumnHidden(2), "it has the number 5"


@pytest.mark.parametrize(
    ("what", "phrase", "said"),
    [
        ("báo cáo năm", "năm 2024", "báo cáo năm 2024"),
        ("báo cáo 6 tháng", "6 tháng đầu năm 2024", "báo cáo 6 tháng đầu năm 2024"),
        ("công văn đôn đốc", "năm 2024", "công văn đôn đốc, năm 2024"),
    ],
)
def test_a_report_is_named_on_its_period_without_a_word_twice(
    what: str, phrase: str, said: str
) -> None:
    assert named_on(what, phrase) == said
