"""Draw the charts on one sheet, each bound to the figures above it."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
)
from openpyxl.xml.functions import Element

from desktop.files.workbook.book import Book
from desktop.files.workbook.sheet import POINTS_PER_MM, Sheet, Span, printable_width
from desktop.files.workbook.styles import FONT, HEADING, TITLE, UNIT, column_styles
from desktop.records.report import Bar, Chart, ChartKind, Column, ColumnType, RowKind

BAR_COLOUR = "1F6F78"
"""Teal, dark enough for a black-and-white print."""
LINE_COLOUR = "000000"
PAPER = "FFFFFF"
BAR_HEIGHT = 13.0
"""Millimetres a horizontal bar takes with the room around it."""
LEAST_HEIGHT = 55.0
"""Millimetres of the lowest chart: axes and legend need room too."""
COLUMNS_HEIGHT = 80.0
"""Millimetres of a chart of columns."""
ROW = 15.0
"""Points of the empty rows a chart lies on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Where the figures of a chart stand: first and last row, and its columns."""

    columns: tuple[Column, ...]
    top: int
    bottom: int


def put_charts(book: Book, name: str, charts: tuple[Chart, ...]) -> None:
    """Write every chart with its figures on one new sheet."""
    columns = [_columns(book, chart) for chart in charts]
    sheet = Sheet(book, name, _widths(max(len(these) for these in columns)))
    for chart, these in zip(charts, columns, strict=True):
        height = _height(chart) * POINTS_PER_MM
        sheet.keep(height + ROW * (len(chart.bars) * 1.5 + 6))
        figures = _put_figures(sheet, chart, these)
        _put_chart(sheet, chart, figures)


def _widths(count: int) -> list[float]:
    """Return a broad first and last column, and equal ones between them."""
    room = printable_width(landscape=False)
    between = 0.13 * room
    rest = room - between * (count - 2)
    return [rest * 0.6, *[between] * (count - 2), rest * 0.4]


def _columns(book: Book, chart: Chart) -> tuple[Column, ...]:
    """Return label, value, the target and its upper end if there are any, and text."""
    words = book.words
    names = [words.chart_value]
    if any(bar.target is not None for bar in chart.bars):
        names.append(words.chart_target)
    if any(bar.upper is not None for bar in chart.bars):
        names.append(words.chart_upper)
    figures = (Column(heading=(n,), type=ColumnType.DECIMAL) for n in names)
    return (
        Column(heading=(words.chart_label,)),
        *figures,
        Column(heading=(words.chart_text,)),
    )


def _put_figures(sheet: Sheet, chart: Chart, columns: tuple[Column, ...]) -> Figures:
    last = len(sheet.widths)
    sheet.add(Span(value=chart.title, look=TITLE, first=1, last=last))
    if chart.unit:
        unit = sheet.book.words.chart_unit.format(unit=chart.unit)
        sheet.add(Span(value=unit, look=UNIT, first=1, last=last))
    top = sheet.add(
        *(
            Span(
                value=column.heading[0],
                look=HEADING,
                first=n,
                last=n if n < len(columns) else last,
            )
            for n, column in enumerate(columns, 1)
        )
    )
    styles = [column_styles(sheet.book.styles, c, RowKind.DATA) for c in columns]
    spare = last - len(columns)
    for bar in chart.bars:
        values = (
            _label(bar, sheet),
            *_values(bar, len(columns) - 2)[1:],
            *[None] * spare,
        )
        row = sheet.add_values(values, styles + styles[-1:] * spare)
        sheet.merge(row, len(columns), row, last)
    sheet.book.name_range(chart.code, sheet.name, sheet.area(top + 1, sheet.rows))
    return Figures(columns=columns, top=top, bottom=sheet.rows)


def _values(bar: Bar, count: int) -> tuple[str | Decimal | None, ...]:
    return (bar.label, *(bar.value, bar.target, bar.upper)[:count], bar.text)


def _label(bar: Bar, sheet: Sheet) -> str:
    """Return what stands beside a bar; a missing one says why it is missing."""
    if bar.value is not None or not bar.text:
        return bar.label
    return sheet.book.words.chart_missing.format(label=bar.label, text=bar.text)


def _height(chart: Chart) -> float:
    """Return the height of a chart in millimetres."""
    if chart.kind is ChartKind.COLUMNS:
        return COLUMNS_HEIGHT
    return max(LEAST_HEIGHT, 25 + BAR_HEIGHT * len(chart.bars))


def _put_chart(sheet: Sheet, chart: Chart, figures: Figures) -> None:
    drawing: Any = _drawing(sheet, chart, figures)
    height = _height(chart)
    drawing.width = printable_width(landscape=False) / POINTS_PER_MM / 10
    drawing.height = height / 10
    sheet.add(height=ROW)
    sheet.sheet.add_chart(drawing, f"A{sheet.rows + 1}")
    for _ in range(ceil(height * POINTS_PER_MM / ROW) + 1):
        sheet.add(height=ROW)


def _drawing(sheet: Sheet, chart: Chart, figures: Figures) -> Any:  # noqa: ANN401  untyped
    drawing: Any = BarChart()
    drawing.type = "bar" if chart.kind is ChartKind.TARGETS else "col"
    drawing.gapWidth = 60
    drawing.overlap = 100
    drawing.roundedCorners = False
    for number in range(2, len(figures.columns)):
        drawing.append(_series(sheet, chart, figures, number))
    _set_axes(drawing, chart)
    if len(drawing.series) == 1:
        drawing.legend = None
    else:
        drawing.legend.position = "b"
    return drawing


def _series(sheet: Sheet, chart: Chart, figures: Figures, number: int) -> Any:  # noqa: ANN401
    """Return a column of figures as bars: the first solid, targets as empty frames.

    The frame's far edge is the line the bar is held against.
    """
    values = Reference(
        sheet.sheet, min_col=number, min_row=figures.top, max_row=figures.bottom
    )
    series = Series(values, title_from_data=True)
    held = [_values(bar, len(figures.columns) - 2)[number - 1] for bar in chart.bars]
    series.val.numRef.numCache = NumData(
        formatCode="General",
        ptCount=len(held),
        pt=[NumVal(idx=n, v=v) for n, v in enumerate(held) if v is not None],
    )
    series.cat = _labels(sheet, chart, figures)
    series.graphicalProperties = _paint(number)
    if number == 2:  # noqa: PLR2004  the column of values
        series.dLbls = DataLabelList(showVal=True, dLblPos="outEnd")
        series.dLbls.spPr = GraphicalProperties(solidFill=PAPER)
        for part in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
            setattr(series.dLbls, part, False)
    return series


def _labels(sheet: Sheet, chart: Chart, figures: Figures) -> AxDataSource:
    cells = Reference(
        sheet.sheet, min_col=1, min_row=figures.top + 1, max_row=figures.bottom
    )
    shown = [StrVal(idx=n, v=_label(bar, sheet)) for n, bar in enumerate(chart.bars)]
    held = StrData(ptCount=len(shown), pt=shown)
    return AxDataSource(strRef=StrRef(f=str(cells), strCache=held))


def _paint(number: int) -> GraphicalProperties:
    paint = GraphicalProperties()
    if number == 2:  # noqa: PLR2004  the column of values
        paint.solidFill = BAR_COLOUR
        paint.line.solidFill = BAR_COLOUR
    else:
        paint.noFill = True
        paint.line.solidFill = LINE_COLOUR
        paint.line.width = 19_050  # 1.5 points
        paint.line.prstDash = "solid" if number == 3 else "sysDash"  # noqa: PLR2004
    return paint


def _set_axes(drawing: Any, chart: Chart) -> None:  # noqa: ANN401
    """Start values at nought and read bars from the top down."""
    for axis in (drawing.x_axis, drawing.y_axis):
        axis.delete = False
        axis.title = None
    drawing.y_axis.scaling.min = 0
    drawing.y_axis.numFmt = None
    drawing.y_axis.number_format = "#,##0"
    drawing.y_axis.majorGridlines.spPr = GraphicalProperties()
    drawing.y_axis.majorGridlines.spPr.line.solidFill = "D9D9D9"
    if chart.kind is ChartKind.TARGETS:
        drawing.x_axis.scaling.orientation = "maxMin"
        drawing.y_axis.crosses = "max"


def without_title(tree: Any) -> Any:  # noqa: ANN401  an element, of any XML library
    """Return a chart's element without Excel's own title, in the document's type.

    The library offers no way to either; the title stands in the cells above.
    """
    tree.find("chart").insert(0, Element("autoTitleDeleted", {"val": "1"}))
    letters = CharacterProperties(latin=Font(typeface=FONT), sz=1100)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[])
    tree.append(RichText(p=[paragraph]).to_tree("txPr"))
    return tree
