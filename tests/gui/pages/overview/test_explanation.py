"""“Số này từ đâu?” names what a number is made of and where what lacks is entered."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.new_entry import NewEntry
from desktop.gui.pages.overview.explanation import Explanation
from desktop.gui.session import Session
from desktop.operations.figures.compute_results import compute_results
from desktop.records.target import Formula
from desktop.store.search import Hit
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import heard, shown


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> Explanation:
    made = Explanation(session)
    shown(made, qtbot)
    return made


def explain(panel: Explanation, session: Session, code: str) -> None:
    results = compute_results(session.store, session.period)
    panel.show_result(next(one for one in results if one.target.code == code), "mức")


def press(panel: Explanation, words: str, qtbot: QtBot) -> None:
    buttons = panel.findChildren(QPushButton)
    wanted = next(each for each in buttons if each.text().startswith(words))
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)


def test_a_complete_number_shows_its_parts(
    panel: Explanation, session: Session
) -> None:
    entry_office.keep(
        session,
        builders.a_headcount("G1", 40),
        builders.an_activity(staff=(builders.staff("G1", 12),)),
    )
    explain(panel, session, "T2a")
    said = panel.text()
    for words in ("12 / 40 = 30%", "01/01/2024", "▲ Chưa đạt", "Đã được tập huấn"):
        assert words in said


@pytest.mark.parametrize(
    ("code", "verb", "wish"),
    [
        ("T2a", "Nhập", ("activities", NewEntry(register="headcount"))),
        ("T5c", "Nhập", ("activities", NewEntry(register="tally"))),
        ("T3", "Nhập số giao", ("plan", f"{builders.PLAN}/T3")),
        ("T4", "Xem sổ", ("activities", "product")),
    ],
)
def test_what_is_missing_leads_to_where_it_is_entered(
    panel: Explanation,
    session: Session,
    qtbot: QtBot,
    code: str,
    verb: str,
    wish: tuple[str, object],
) -> None:
    wishes = heard(session)
    explain(panel, session, code)
    press(panel, verb, qtbot)
    assert wishes == [wish]


@pytest.mark.parametrize(
    ("changes", "words", "wish"),
    [
        (
            {"missing": "divisor", "formula": Formula.RATIO, "divisor": "products"},
            "Nhập",
            ("activities", NewEntry(register="product")),
        ),
        (
            {"missing": "before", "formula": Formula.GROWTH, "figure": "postings"},
            "Mở sổ",
            ("activities", "posting"),
        ),
        ({"missing": "scope"}, "Chọn cơ quan", ("plan", f"{builders.PLAN}/T4")),
    ],
)
def test_what_other_formulas_lack_leads_to_where_it_is_entered(
    panel: Explanation,
    session: Session,
    qtbot: QtBot,
    changes: dict[str, Any],
    words: str,
    wish: tuple[str, object],
) -> None:
    wishes = heard(session)
    results = compute_results(session.store, session.period)
    one = next(each for each in results if each.target.code == "T4")
    asked = {"figure": "products_digital"} | changes
    missing = asked.pop("missing")
    target = replace(one.target, **asked)
    panel.show_result(replace(one, target=target, missing=missing), "mức")
    press(panel, words, qtbot)
    assert wishes == [wish]


def test_close_and_escape_say_that_one_has_read_enough(
    panel: Explanation, session: Session, qtbot: QtBot
) -> None:
    explain(panel, session, "T4")
    with qtbot.waitSignal(panel.closed, timeout=1000):
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.closed, timeout=1000):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_a_number_leads_to_everything_it_is_made_of(
    panel: Explanation, session: Session, qtbot: QtBot
) -> None:
    entry_office.keep(
        session,
        builders.a_headcount("G1", 40),
        builders.an_activity(id="lop", staff=(builders.staff("G1", 12),)),
    )
    explain(panel, session, "T2a")
    press(panel, "Xem từng mục", qtbot)
    tracing = panel.tracing
    assert tracing is not None
    assert not tracing.isHidden()
    amounts = [str(line.amount) for line in tracing.table.model_.lines]
    assert amounts == ["12", "40", "30.0"] * 2
    tracing.open()
    with qtbot.waitSignal(session.place_wanted) as told:
        tracing.open()
    assert told.args == ["activities", Hit("activities", "lop")]
    tracing.closed.emit()
    assert tracing.isHidden()
    assert "12 / 40" in panel.text()


def test_another_number_is_explained_before_it_is_traced(
    panel: Explanation, session: Session, qtbot: QtBot
) -> None:
    entry_office.keep(session, builders.a_headcount("G1", 40))
    explain(panel, session, "T2a")
    panel.trace()
    assert panel.tracing is not None
    explain(panel, session, "T2a")
    assert not panel.tracing.isHidden()
    explain(panel, session, "T2b")
    assert panel.tracing.isHidden()
