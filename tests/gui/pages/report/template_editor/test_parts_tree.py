"""The tree of a template's parts."""

from pytestqt.qtbot import QtBot

from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.parts_tree import (
    HEAD,
    LABELS,
    MARK,
    PartsTree,
)

YEAR = load_template("report-year")


def tree(qtbot: QtBot) -> tuple[PartsTree, list[tuple[str, str]]]:
    made = PartsTree()
    qtbot.addWidget(made)
    heard: list[tuple[str, str]] = []
    made.chosen.connect(lambda *place: heard.append(place))
    return made, heard


def words(made: PartsTree) -> list[str]:
    model = made.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_parts_stand_as_in_the_outline(qtbot: QtBot) -> None:
    made, heard = tree(qtbot)
    made.show_template(YEAR, (), HEAD)
    told = words(made)
    assert told[0] == "Phần đầu và câu kết"
    assert told[1] == "I. Công tác chỉ đạo, triển khai"
    assert told[-1] == "Từ dùng chung"
    assert sum(one.startswith("Biểu ") for one in told) == len(YEAR.tables)
    assert heard == [HEAD]


def test_a_fault_is_marked_and_the_mark_goes_again(qtbot: QtBot) -> None:
    made, _ = tree(qtbot)
    made.show_template(YEAR, {("section", "direction")}, HEAD)
    assert words(made)[1].startswith(MARK)
    made.mark(YEAR, {LABELS})
    assert not words(made)[1].startswith(MARK)
    assert words(made)[-1].startswith(MARK)


def test_a_part_that_is_gone_leads_to_the_head(qtbot: QtBot) -> None:
    made, heard = tree(qtbot)
    made.show_template(YEAR, (), ("section", "ghosts"))
    assert heard == [HEAD]
