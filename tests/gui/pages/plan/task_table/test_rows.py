"""Each row tells by word and sign what becomes of it."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.task_table.rows import TableRows, can_tick
from desktop.rules.task_table.fates import Choices
from tests.rules.task_table.tables import shown

ROWS = (
    "1 | Việc một | Sở TTTT | |",
    "2 | Việc⏎hai | Hội Chữ thập xanh | |",
    "3 | Việc ba | Sở TTTT | |",
)


def test_rows_say_their_fate_and_what_is_to_be_seen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TableRows(parent)
    seen = shown(*ROWS, choices=Choices(left_out=frozenset({3})))
    made.model_.show_rows(seen.rows)
    cells = [
        [made.model_.index(row, column).data() for column in range(7)]
        for row in range(3)
    ]
    assert [row[:4] for row in cells] == [
        ["☑", "+ Thêm", "1", "Việc một"],
        ["", "▲ Không nhập", "2", "Việc hai"],
        ["☐", "– Bỏ chọn", "3", "Việc ba"],
    ]
    assert cells[1][6].startswith("Chưa biết “Hội Chữ thập xanh”")
    assert [can_tick(row) for row in seen.rows] == [True, False, True]


def test_before_a_table_is_read_it_says_what_to_do(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = TableRows(parent)
    assert made.model_.read
    assert "Chọn tệp Excel" in made.when_empty
