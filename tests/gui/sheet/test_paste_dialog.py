"""The look at a paste before it is kept."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.sheet.paste_dialog import HEIGHT, PasteDialog, summary, verb
from desktop.gui.sheet.pasting import CellFault, Landing


def landing(faults: int = 1, cells: int = 3, new: int = 0) -> Landing:
    return Landing(
        changes={f"a{n}": {"x": n} for n in range(cells)},
        new=list(range(new)),
        faults=[
            CellFault(n + 1, "Số lượt người", "x", "“x” không phải là số.")
            for n in range(faults)
        ],
        rows=[(n + 1, {0: ("x", "sai" if n < faults else "")}) for n in range(4)],
    )


@pytest.mark.parametrize(
    ("given", "said", "does"),
    [
        (landing(1, 3), "Dán được 3 ô; 1 ô không dán được", "Dán 3 ô"),
        (
            landing(2, 1, 5),
            "Dán được 1 ô, thêm 5 dòng mới; 2 ô không dán được",
            "Dán 1 ô, thêm 5 dòng mới",
        ),
        (landing(1, 0), "Không có gì để dán; 1 ô không dán được", "Dán"),
    ],
)
def test_it_says_what_lands_and_what_does_not(
    given: Landing, said: str, does: str
) -> None:
    assert summary(given) == said
    assert verb(given) == does


def test_every_fault_is_listed_and_marked_at_its_cell(
    qtbot: QtBot,
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dialog = PasteDialog(landing(2), ["Số lượt người"], host)
    lines = dialog.faults.toPlainText().splitlines()
    assert lines == [
        f"Dòng {n}, cột Số lượt người: “x” không phải là số." for n in (1, 2)
    ]
    model = dialog.preview.model()
    assert model.index(0, 1).data() == "▲ x"
    assert model.index(3, 1).data() == "x"
    assert dialog.height() <= HEIGHT
    names = [one.accessibleName() for one in (dialog.preview, dialog.faults, dialog.do)]
    assert all(names)
    assert dialog.do.isEnabled()
    assert not PasteDialog(landing(1, 0), ["x"], host).do.isEnabled()


@pytest.mark.parametrize("percent", [100, 150])
def test_headings_and_words_are_not_cut(
    qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    host = QWidget()
    qtbot.addWidget(host)
    dialog = PasteDialog(landing(2), ["Số lượt người được phục vụ"], host)
    view = dialog.preview
    for at in range(view.model().columnCount()):
        assert view.columnWidth(at) >= view.horizontalHeader().sectionSizeHint(at)
        assert view.columnWidth(at) >= view.sizeHintForColumn(at)
    theme.apply(qapp, "light", 100)
