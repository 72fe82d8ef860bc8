"""What a newer program brings, part by part."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.pages.report.template_editor.offers import OffersDialog
from desktop.rules.templates.merge import differences

YEAR = load_template("report-year")


def test_parts_are_taken_or_kept_as_they_are_ticked(qtbot: QtBot) -> None:
    office = replace(YEAR, closing="Của ta./.")
    shipped = replace(YEAR, subject="{plan}", sections=YEAR.sections[1:])
    offered = differences(YEAR, office, shipped)
    assert len(offered) == 2
    dialog = OffersDialog(offered, office, shipped, NameBook(load_figures()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    heard: list[tuple[object, ...]] = []
    dialog.decided.connect(lambda *what: heard.append(what))
    assert dialog.theirs.toPlainText() == "‹tên kế hoạch›"
    dialog.list.setCurrentRow(1)
    assert dialog.theirs.toPlainText() == "(bỏ đi)"
    assert "Công tác chỉ đạo" in dialog.list.item(1).text()
    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert heard == [((offered[0].part,), (offered[1].part,))]


def test_later_decides_nothing(qtbot: QtBot) -> None:
    shipped = replace(YEAR, closing="Mới./.")
    offered = differences(YEAR, YEAR, shipped)
    dialog = OffersDialog(offered, YEAR, shipped, NameBook(load_figures()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    dialog.decided.connect(heard.append)
    dialog.later.click()
    assert heard == []
