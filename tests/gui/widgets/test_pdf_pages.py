"""Pages are drawn when they come into sight, and found by keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.pdf import document
from desktop.files.pdf.images import PageImage, PageImages
from desktop.gui.widgets.pdf_pages import LARGEST, PdfPages
from tests.files.report_builder import a_report


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return document.draw(a_report()).pdf


class Watched(PageImages):
    """Pages that remember which of them were drawn."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(pdf)
        self.drawn: list[int] = []

    def draw(self, number: int, dots_per_inch: float) -> PageImage:
        self.drawn.append(number)
        return super().draw(number, dots_per_inch)


@pytest.fixture
def pages(pdf: bytes, qtbot: QtBot) -> PdfPages:
    view = PdfPages()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show()
    view.show_pages(PageImages(pdf))
    return view


def test_it_starts_at_the_first_page_as_wide_as_the_view(pages: PdfPages) -> None:
    assert pages.page == 1
    assert pages.horizontalScrollBar().maximum() == 0
    assert pages._sizes[0].width() == pages.viewport().width() - 16


def test_only_the_pages_in_sight_are_drawn(pdf: bytes, qtbot: QtBot) -> None:
    view = PdfPages()
    qtbot.addWidget(view)
    view.resize(700, 400)
    watched = Watched(pdf)
    view.show_pages(watched)
    view.show()
    view.grab()
    assert set(watched.drawn) == {0}
    view.go_to(view.count)
    view.grab()
    assert view.count - 1 in watched.drawn
    assert len(set(watched.drawn)) <= 3


def test_a_page_drawn_once_is_not_drawn_again(pdf: bytes, qtbot: QtBot) -> None:
    view = PdfPages()
    qtbot.addWidget(view)
    view.resize(700, 400)
    watched = Watched(pdf)
    view.show_pages(watched)
    view.grab()
    view.grab()
    assert watched.drawn == [0]


def test_keys_go_from_page_to_page_and_to_the_ends(pages: PdfPages) -> None:
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == 2
    QTest.keyClick(pages, Qt.Key.Key_PageUp)
    assert pages.page == 1
    QTest.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == pages.count
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == pages.count
    QTest.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 1


def test_the_page_in_sight_is_told(pages: PdfPages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.page_changed) as told:
        pages.go_to(3)
    assert told.args == [3]


def test_zooming_keeps_the_place_and_ends_at_a_limit(pages: PdfPages) -> None:
    pages.go_to(2)
    for _ in range(20):
        QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.zoom == LARGEST
    assert pages.page == 2
    assert pages.horizontalScrollBar().maximum() > 0
    pages.fit_width()
    assert pages.horizontalScrollBar().maximum() == 0


def test_the_wheel_zooms_only_with_ctrl(pages: PdfPages) -> None:
    def turn(keys: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        pages.wheelEvent(event)

    before = pages.zoom
    turn(Qt.KeyboardModifier.NoModifier)
    assert pages.zoom == before
    assert pages.verticalScrollBar().value() > 0
    turn(Qt.KeyboardModifier.ControlModifier)
    assert pages.zoom < before


def test_nothing_to_show_is_no_page(pages: PdfPages) -> None:
    pages.show_pages(None)
    pages.grab()
    assert (pages.count, pages.page) == (0, 0)
    QTest.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == 0
