"""Planned numbers belong to targets that are held against one."""

from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.targets import PLANNED, PlanTargets, milestone_of
from desktop.gui.session import Session
from desktop.operations.read_plan import read_plan
from tests.gui.pages.asking import shown


def test_only_counts_can_be_planned(session: Session, qtbot: QtBot) -> None:
    part = PlanTargets()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    model = part.list.model_
    writable = {
        result.target.code
        for row, result in enumerate(model.rows)
        if model.flags(model.index(row, PLANNED)) & Qt.ItemFlag.ItemIsEditable
    }
    assert writable == {"T3", "T5a"}
    heading = model.headerData(PLANNED, Qt.Orientation.Horizontal)
    assert heading == "Giao năm 2024"


def test_a_number_amended_stays_the_same_record(session: Session) -> None:
    result = read_plan(session.store, session.period).results[5]
    first = milestone_of(None, result, 2024, Decimal(2))
    again = milestone_of(first, result, 2024, Decimal(5))
    assert (again.id, again.value) == (first.id, Decimal(5))
    assert milestone_of(None, result, 2025, Decimal(2)).id != first.id
