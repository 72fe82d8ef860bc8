"""Lines of words, the second column written in."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.template_editor.word_pairs import Pair, PairModel


def model() -> PairModel:
    made = PairModel(("Một", "Hai"))
    made.show_pairs(
        [
            Pair(key="a", given="x", words="x"),
            Pair(key="b", given="x", words="y"),
            Pair(key="c", given="x", words="y", marked=False),
        ]
    )
    return made


def test_only_the_second_column_is_written_in(qtbot: QtBot) -> None:
    made = model()
    heard: list[tuple[str, str]] = []
    made.edited.connect(lambda *what: heard.append(what))
    editable = Qt.ItemFlag.ItemIsEditable
    assert not made.flags(made.index(0, 0)) & editable
    assert made.flags(made.index(0, 1)) & editable
    assert not made.setData(made.index(0, 0), "z")
    assert made.setData(made.index(0, 1), "z")
    assert made.setData(made.index(0, 1), "z")  # the same again is no change
    assert heard == [("a", "z")]
    assert made.data(made.index(0, 1)) == "z"


def test_words_of_the_office_s_own_are_bold(qtbot: QtBot) -> None:
    made = model()
    fonts = [
        made.data(made.index(row, 1), Qt.ItemDataRole.FontRole) for row in range(3)
    ]
    assert [one is not None for one in fonts] == [False, True, False]
    assert made.headerData(1, Qt.Orientation.Horizontal) == "Hai"
