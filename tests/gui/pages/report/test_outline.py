"""The outline leads to sections and tables, and says where something is to be done."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.outline import Outline, OutlineLine

LINES = (
    OutlineLine("section:I", "I Chỉ đạo", 1),
    OutlineLine("section:II.1", "1 Kết quả", 2, "▲ 2"),
    OutlineLine("table:a", "▦ Biểu A", 1),
)


def outline(qtbot: QtBot) -> Outline:
    made = Outline()
    qtbot.addWidget(made)
    made.show_lines(LINES)
    made.show()
    return made


def test_deeper_sections_stand_further_in_with_what_is_to_be_done(
    qtbot: QtBot,
) -> None:
    assert outline(qtbot).lines == ("I Chỉ đạo", "   ▲ 2  1 Kết quả", "▦ Biểu A")


def test_choosing_a_line_leads_there(qtbot: QtBot) -> None:
    made = outline(qtbot)
    with qtbot.waitSignal(made.chosen) as chosen:
        made.setCurrentIndex(made.model().index(2, 0))
    assert chosen.args == ["table:a"]


def test_showing_lines_anew_leads_nowhere(qtbot: QtBot) -> None:
    made = outline(qtbot)
    made.setCurrentIndex(made.model().index(1, 0))
    with qtbot.assertNotEmitted(made.chosen):
        made.show_lines(LINES[1:])
        made.choose("table:a")
    assert made.currentIndex().row() == 1
