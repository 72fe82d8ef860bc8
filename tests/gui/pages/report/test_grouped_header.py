"""Equal neighbours of a heading are one cell, as the report prints them."""

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.grouped_header import GroupedHeader, heading_cells


def test_equal_neighbours_are_merged_and_low_headings_reach_down() -> None:
    headings = (
        ("Cơ quan",),
        ("Phổ biến", "Số cuộc"),
        ("Phổ biến", "Số lượt"),
        ("Tài liệu", "Tổng số"),
    )
    cells = [
        (one.text, one.left, one.right, one.top, one.bottom)
        for one in heading_cells(headings)
    ]
    assert cells == [
        ("Cơ quan", 0, 1, 0, 2),
        ("Phổ biến", 1, 3, 0, 1),
        ("Tài liệu", 3, 4, 0, 1),
        ("Số cuộc", 1, 2, 1, 2),
        ("Số lượt", 2, 3, 1, 2),
        ("Tổng số", 3, 4, 1, 2),
    ]


def test_words_alike_under_different_headings_stay_apart() -> None:
    headings = (("A", "Số"), ("B", "Số"))
    texts = [(one.text, one.right - one.left) for one in heading_cells(headings)]
    assert texts == [("A", 1), ("B", 1), ("Số", 1), ("Số", 1)]


def test_nothing_is_drawn_of_no_headings() -> None:
    assert not list(heading_cells(()))


@pytest.mark.parametrize("levels", [1, 2, 3])
def test_more_levels_take_more_room(qtbot: QtBot, levels: int) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    header = GroupedHeader(view)
    view.setHorizontalHeader(header)
    before = header.sizeHint().height()
    header.show_headings([tuple("Số" for _ in range(levels))])
    grown = header.sizeHint().height()
    assert (grown > before) == (levels > 1)
