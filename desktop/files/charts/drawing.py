"""Draw charts once, for paper and screen alike."""

from reportlab.graphics.shapes import Drawing

from desktop.files import fonts
from desktop.files.charts.columns import Columns
from desktop.files.charts.svg import PRINTED, Look, svg
from desktop.files.charts.targets import Targets
from desktop.records.report import Chart, ChartKind


def draw_chart(chart: Chart, width_pt: float, whole: Chart | None = None) -> Drawing:
    """Return a chart of a width in points; its height follows from its bars.

    Meaning is carried by length, line and number, never by colour alone. A part of
    a `whole` has the scale of the whole, so that bars of its parts compare.
    """
    if chart.kind is ChartKind.TARGETS:
        return Targets(chart, width_pt, whole).drawing()
    return Columns(chart, width_pt, whole).drawing()


def chart_svg(chart: Chart, width_pt: float, look: Look = PRINTED) -> str:
    """Return the same chart as SVG, titled, one unit to the point."""
    return svg(draw_chart(chart, width_pt), fonts.one_line(chart.title), look)
