"""Standing words beside the program's."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.template_editor.label_pane import LabelPane


def test_words_are_found_in_either_column_and_written(qtbot: QtBot) -> None:
    pane = LabelPane()
    qtbot.addWidget(pane)
    given = {"a": "Đạt", "b": "Chưa đạt", "units_kind": "district"}
    pane.show_labels({"a": "Tốt", "b": "Chưa đạt"}, given)
    assert pane.model.rowCount() == 2  # what steers the program is not shown
    pane.line.setText("tot")
    assert pane.model.rowCount() == 1
    with qtbot.waitSignal(pane.edited) as heard:
        pane.model.setData(pane.model.index(0, 1), "Rất tốt")
    assert heard.args == ["a", "Rất tốt"]
    pane.line.setText("rat tot")
    assert pane.model.rowCount() == 1
