"""Registers are listed in groups with their counts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.tables.register_list import RegisterList


def a_list(session: Session, qtbot: QtBot) -> RegisterList:
    made = RegisterList(session.registers)
    qtbot.addWidget(made)
    made.resize(256, 700)
    made.show()
    return made


def test_every_register_is_there_under_its_heading(
    session: Session, qtbot: QtBot
) -> None:
    made = a_list(session, qtbot)
    model = made.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    names = [row.data() for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled]
    headings = [row.data() for row in rows if not row.flags()]
    assert names == [one.name for one in session.registers]
    assert headings == [
        "Hoạt động",
        "Sản phẩm, đăng phát",
        "Số liệu nền",
        "Kết quả, kinh phí",
    ]


def test_counts_are_shown_and_read_out(session: Session, qtbot: QtBot) -> None:
    made = a_list(session, qtbot)
    made.show_counts(lambda one: 1234 if one.code == "training" else 0)
    assert made.count("training") == "1.234"
    assert made.count("contest") == "", "nothing is not worth a number"


def test_the_arrow_goes_from_register_to_register(
    session: Session, qtbot: QtBot
) -> None:
    made = a_list(session, qtbot)
    made.choose("investment")
    with qtbot.waitSignal(made.chosen) as chosen:
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert chosen.args == ["product"], "headings are passed over"
