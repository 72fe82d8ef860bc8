"""The new row stands under the columns of the list."""

from pytestqt.qtbot import QtBot

from tests.gui.sheet.desk import Typist


def test_its_columns_are_those_above(typist: Typist, qtbot: QtBot) -> None:
    header, own = typist.view.header, typist.view.new_rows.horizontalHeader()
    header.setSectionHidden(typist.at("state"), True)
    header.moveSection(header.visualIndex(typist.at("agency")), 0)
    header.resizeSection(typist.at("title"), 333)
    qtbot.waitUntil(lambda: own.sectionSize(typist.at("title")) == 333)
    new = typist.view.new_rows
    assert new.columns_shown() == typist.view.rows.columns_shown()
    assert new.horizontalHeader().isHidden()
    assert new.accessibleName() == "Dòng mới"
    left = new.viewport().mapTo(typist.view, new.viewport().rect().topLeft()).x()
    rows = typist.view.rows.viewport()
    assert left == rows.mapTo(typist.view, rows.rect().topLeft()).x()
