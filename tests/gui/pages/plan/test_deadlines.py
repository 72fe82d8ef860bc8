"""Deadlines in the plan."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.deadlines import BEFORE, PlanDeadlines
from desktop.gui.session import Session
from desktop.operations.read_plan import read_plan
from tests.gui.pages.asking import shown


def test_known_and_unknown_days_are_shown_and_typed_ones_told(
    session: Session, qtbot: QtBot
) -> None:
    part = PlanDeadlines()
    shown(part, qtbot)
    part.show_book(read_plan(session.store, session.period))
    model = part.list.model_
    assert [model.index(row, BEFORE).data() for row in range(2)] == [
        "25/11",
        "Chưa nhập",
    ]
    assert model.index(1, 5).data() == "Chưa nhập thời hạn"
    typed: list[tuple[object, str]] = []
    part.dated.connect(lambda due, text: typed.append((due, text)))
    model.setData(model.index(1, BEFORE), "10/12")
    assert typed == [(model.rows[1], "10/12")]
