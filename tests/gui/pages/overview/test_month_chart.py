"""The chart on the screen is the drawing of the report."""

from decimal import Decimal

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.files.charts.drawing import chart_svg
from desktop.gui import theme
from desktop.gui.pages.overview.month_chart import WIDTH_PT, ChartView
from desktop.records.report import Bar, Chart, ChartKind

CHART = Chart(
    code="months",
    title="Hoạt động theo tháng",
    kind=ChartKind.COLUMNS,
    unit="hoạt động",
    bars=(Bar(label="T1", value=Decimal(0)), Bar(label="T2", value=Decimal(5))),
)


def test_the_drawing_is_painted_on_what_lists_are_written_on(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(400, 170)
    blank = view.grab().toImage()
    assert blank.pixelColor(QPoint(200, 80)) == theme.colour("surface")
    view.show_chart(CHART, chart_svg(CHART, WIDTH_PT))
    drawn = view.grab().toImage()
    assert drawn != blank


def test_its_numbers_are_told_in_words(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.show_chart(CHART, chart_svg(CHART, WIDTH_PT))
    assert view.accessibleName() == CHART.title
    assert view.accessibleDescription() == "T2: 5"
