"""The plan's own words."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.text import PlanText
from desktop.gui.session import Session
from desktop.operations.read_plan import read_plan
from tests.gui.pages.asking import shown


def test_every_part_basis_and_theme_is_there(session: Session, qtbot: QtBot) -> None:
    part = PlanText()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    text = part.toPlainText()
    for section in book.sections:
        assert section.heading in text
        for line in section.text.splitlines():
            assert " ".join(line.split()) in " ".join(text.split())
    for item in (*book.themes, *book.pillars):
        assert f"- {item.name}" in text
    assert "Kế hoạch cấp trên: Kế hoạch số 1297/KH-UBND ngày 05/05/2023" in text


def test_reading_again_keeps_the_place(session: Session, qtbot: QtBot) -> None:
    part = PlanText()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    part.verticalScrollBar().setValue(300)
    part.show_book(book)
    assert part.verticalScrollBar().value() == 300
