"""The plan's own words, read whole."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.reading_text import ReadingText, head_lines
from desktop.gui.session import Session
from desktop.operations.plans.read_plan import read_plan
from tests.gui.pages.asking import shown


def test_every_part_basis_and_value_is_there(session: Session, qtbot: QtBot) -> None:
    part = ReadingText()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    text = " ".join(part.toPlainText().split())
    for section in book.sections:
        assert section.heading in text
        for line in section.text.splitlines():
            assert " ".join(line.split()) in text
    for value in book.values:
        assert " ".join(value.text.split()) in text
    assert "Kế hoạch cấp trên: Kế hoạch số 1297/KH-UBND ngày 05/05/2023" in text
    assert "Lưu: VT, VHTT" in text
    assert "Phạm Thị Thương" in text


def test_reading_again_keeps_the_place(session: Session, qtbot: QtBot) -> None:
    part = ReadingText()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    part.show_book(book)
    part.verticalScrollBar().setValue(300)
    part.show_book(book)
    assert part.verticalScrollBar().value() == 300


def test_the_head_says_what_is_still_blank(session: Session) -> None:
    said = dict(head_lines(read_plan(session.store, session.period)))
    assert said["Ngày ban hành"] == "Chưa có ngày"
    assert said["Số, ký hiệu"] == "/KH-UBND"
    assert said["Người ký"].splitlines()[-1] == "Phạm Thị Thương"
