"""Bars of targets: as long as what was reached, dashed when that is not known."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.overview.target_list import BAR, TargetList
from desktop.gui.session import Session
from desktop.operations.figures.compute_results import compute_results
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import shown


def painted(rows: TargetList, code: str) -> int:
    """Return how many pixels of the middle of a bar have the colour of the bar."""
    row = rows.model_.row_of(f"{builders.PLAN}/{code}")
    assert row is not None
    rect = rows.visualRect(rows.model_.index(row, BAR))
    image: QImage = rows.viewport().grab(rect).toImage()
    ink, middle = theme.colour("accent").name(), image.height() // 2
    names = [QColor(image.pixel(x, middle)).name() for x in range(image.width())]
    return names.count(ink)


def test_a_bar_is_as_long_as_what_was_reached(session: Session, qtbot: QtBot) -> None:
    entry_office.keep(
        session,
        builders.a_tally(100, 92),
        builders.a_product(digital=True),
        builders.a_product(id="other"),
    )
    page = QWidget()
    rows = TargetList(page)
    rows.resize(900, 400)
    shown(page, qtbot)
    rows.model_.show_rows(compute_results(session.store, session.period))
    long, half = painted(rows, "T5c"), painted(rows, "T4")
    assert 1.6 < long / half < 2.1  # 92 % and 50 %
    assert painted(rows, "T2a") == 0, "no figure is no bar"
