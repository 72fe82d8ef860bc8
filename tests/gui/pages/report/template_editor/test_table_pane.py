"""Words of a table: what its columns count is shown, not changed."""

from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.table_pane import TablePane

TABLES = load_template("report-year").tables


def test_no_table_is_changed_by_being_shown(qtbot: QtBot) -> None:
    pane = TablePane(load_figures())
    qtbot.addWidget(pane)
    for table in TABLES:
        pane.show_table(table)
        assert pane.changed(table) == table


def test_a_heading_is_written_from_the_top_down(qtbot: QtBot) -> None:
    pane = TablePane(load_figures())
    qtbot.addWidget(pane)
    pane.show_table(TABLES[0])
    with qtbot.waitSignal(pane.edited):
        pane.model.setData(pane.model.index(1, 1), "Trên /Giữa / Dưới")
    column = pane.changed(TABLES[0]).columns[1]
    assert column.heading == ("Trên /Giữa", "Dưới")
    assert column.figure == TABLES[0].columns[1].figure
    assert str(pane.model.data(pane.model.index(1, 0))).startswith("Cuộc phổ biến")
