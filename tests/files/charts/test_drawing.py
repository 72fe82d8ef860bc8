"""Charts for paper and screen."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from desktop.files.charts.drawing import chart_svg, draw_chart
from desktop.files.charts.svg import Look
from desktop.paths import RESOURCES
from desktop.records.report import Chart
from tests.files.report_builder import a_months_chart, a_targets_chart

WIDTH = 470


def painted(svg: str) -> QImage:
    renderer = QSvgRenderer(svg.encode())
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def share_of_black(image: QImage) -> float:
    dark = sum(
        image.pixelColor(x, y).lightness() < 40
        for x in range(image.width())
        for y in range(image.height())
    )
    return dark / (image.width() * image.height())


@pytest.mark.parametrize("chart", [a_targets_chart(), a_months_chart()])
def test_qt_paints_the_chart_and_no_black_ground(chart: Chart, qtbot: QtBot) -> None:
    image = painted(chart_svg(chart, WIDTH))
    assert (image.width(), image.height()) == (
        WIDTH,
        round(draw_chart(chart, WIDTH).height),
    )
    assert 0 < share_of_black(image) < 0.15


@pytest.mark.parametrize("chart", [a_targets_chart(), a_months_chart()])
def test_no_clip_path_is_written(chart: Chart) -> None:
    assert "clip" not in chart_svg(chart, WIDTH)


def test_qt_knows_the_type_by_the_name_the_chart_calls_it(qtbot: QtBot) -> None:
    face = Path(RESOURCES, "fonts", "LiberationSerif-Regular.ttf")
    number = QFontDatabase.addApplicationFont(str(face))
    (family,) = QFontDatabase.applicationFontFamilies(number)
    assert f'font-family="{family}"' in chart_svg(a_months_chart(), WIDTH)


def test_a_bar_of_10_is_to_be_seen_on_the_screen(qtbot: QtBot) -> None:
    image = painted(chart_svg(a_months_chart(), WIDTH))
    lowest = image.height() - 25
    grey = [x for x in range(60) if 120 < image.pixelColor(x, lowest).lightness() < 190]
    assert len(grey) > 10


@pytest.mark.parametrize("width", [200, 468, 1200])
def test_a_chart_is_as_wide_as_asked(width: int) -> None:
    for chart in (a_targets_chart(), a_months_chart()):
        assert draw_chart(chart, width).width == width


def test_equal_charts_are_written_alike() -> None:
    assert chart_svg(a_targets_chart(), 400) == chart_svg(a_targets_chart(), 400)


def test_the_screen_may_ask_for_its_own_colours_and_type() -> None:
    look = Look(
        ink="#010203", fill="#0b6464", pale="#d5eaea", grid="#dde2e3", family="Sans"
    )
    made = chart_svg(a_targets_chart(), 400, look)
    months = chart_svg(a_months_chart(), 400, look)
    used = set(re.findall(r"#[0-9a-f]{6}", made + months))
    assert used == {look.ink, look.fill, look.pale, look.grid}
    assert 'font-family="Sans"' in made
