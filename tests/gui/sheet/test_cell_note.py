"""The note stands beside its cell and inside the table."""

from PySide6.QtCore import QRect

from desktop.gui.sheet.cell_note import CellNote
from tests.gui.sheet.desk import Typist


def test_it_stands_below_its_cell_and_above_the_last(typist: Typist) -> None:
    rows = typist.view.rows
    note = CellNote(rows)
    assert note.said == ""
    cell = rows.visualRect(typist.model.index(0, 0))
    note.say("Chưa phải là số.", cell)
    assert note.said == "Chưa phải là số."
    assert note.y() > rows.viewport().mapTo(typist.view, cell.bottomLeft()).y()
    low = QRect(cell)
    low.moveBottom(typist.view.height() - rows.y() - 60)
    note.say("Chưa phải là số.", low, role="doubt")
    assert typist.view.rect().contains(note.geometry())
    assert note.text().startswith("?")
