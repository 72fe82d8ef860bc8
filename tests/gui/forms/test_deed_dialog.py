"""A small window does one deed, or says why not."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ConflictError, InputError, Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from tests.fakes import Answers


class Window(DeedDialog):
    def __init__(self, session: Session, parent: QWidget, *fails: Exception) -> None:
        super().__init__(session, "Ghi thử", "&Ghi", parent)
        self.fails = fails
        self.name = QLineEdit()
        self.grid.add("name", "&Tên", self.name)
        self.lay_out()

    def problems(self) -> tuple[Problem, ...]:
        return () if self.name.text() else (Problem("name", "missing"),)

    def deed(self) -> Work:
        def work(_progress: Progress) -> Outcome[object]:
            for one in self.fails:
                raise one
            return Outcome(self.name.text())

        return work


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(session: Session, parent: QWidget, *fails: Exception) -> Window:
    window = Window(session, parent, *fails)
    window.open()
    return window


def test_nothing_is_done_while_something_is_wrong(
    session: Session, parent: QWidget
) -> None:
    window = opened(session, parent)
    done: list[object] = []
    window.done_.connect(done.append)
    window.do()
    assert window.message.text == "Chưa ghi được. Xem các chỗ có dấu ▲."
    assert not done
    window.name.setText("A")
    window.do()
    assert done == ["A"]


def test_what_the_deed_refuses_is_said_beside_the_field_or_above(
    session: Session, parent: QWidget
) -> None:
    refused = InputError((Problem("name", "missing"), Problem("x", "merge_needs_two")))
    window = opened(session, parent, refused)
    window.name.setText("A")
    window.do()
    assert window.message.text == ("Chưa ghi được. Sáp nhập cần ít nhất hai cơ quan.")
    assert window.name.property("wrong")
    assert window.isVisible()


def test_a_fault_is_told_in_four_lines(session: Session, parent: QWidget) -> None:
    session.ask = ask = Answers()
    window = opened(session, parent, ConflictError("own_office_ends"))
    window.name.setText("A")
    window.do()
    (told,) = ask.faults
    assert "chính cơ quan ghi sổ" in told.why


def test_words_on_several_lines_have_room_for_all_of_them(
    session: Session, parent: QWidget
) -> None:
    window = Window(session, parent)
    said = QLabel("Lời nhắc.\n" + "nhiều chữ hơn một dòng chứa được " * 12)
    said.setWordWrap(True)
    window.grid.add("said", "Lưu ý", said)
    window.open()
    assert (
        said.height() >= said.heightForWidth(said.width()) > 5 * said.font().pointSize()
    )
