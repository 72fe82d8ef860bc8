"""Draw charts once, for paper and screen alike."""

import re

from reportlab.graphics.shapes import Drawing

from desktop.files import fonts
from desktop.files.chart_columns import Columns
from desktop.files.chart_targets import Targets
from desktop.records.report import Chart, ChartKind


def draw_chart(chart: Chart, width_pt: float) -> Drawing:
    """Return a chart of a width in points; its height follows from its bars.

    Meaning is carried by length, line and number, never by colour alone.
    """
    if chart.kind is ChartKind.TARGETS:
        return Targets(chart, width_pt).drawing()
    return Columns(chart, width_pt).drawing()


def chart_svg(chart: Chart, width_pt: float) -> str:
    """Return the same chart as SVG that QtSvg paints rightly.

    QtSvg fills a clip path with black, so there is none (safety-and-habits.md 7.8).
    """
    from reportlab.graphics import renderSVG

    text = str(renderSVG.drawToString(draw_chart(chart, width_pt)))
    text = re.sub(r"<clipPath.*?</clipPath>", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*clip-path\s*[:=]\s*(\"[^\"]*\"|'[^']*'|[^;\"']*;?)", "", text)
    return _named_for_qt(text)


def _named_for_qt(svg: str) -> str:
    bold = "font-family: Liberation Serif; font-weight: bold"
    italic = "font-family: Liberation Serif; font-style: italic"
    svg = svg.replace(f"font-family: {fonts.BOLD}", bold)
    svg = svg.replace(f"font-family: {fonts.ITALIC}", italic)
    return svg.replace(f"font-family: {fonts.REGULAR}", "font-family: Liberation Serif")
