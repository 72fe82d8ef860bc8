"""Set a chart as the very picture the printed page has, and tell it in words too."""

from io import BytesIO
from typing import Any, Final

from desktop.files import fonts
from desktop.files.charts.drawing import draw_chart
from desktop.files.word.elements import Element, Set, element, paragraph, run
from desktop.files.word.styles import CAPTION
from desktop.files.word.words import Words
from desktop.records.report import Chart

_DOTS: Final = 200
"""Dots to the inch; letters of 10 points are sharp in print."""
_POINTS_TO_EMU: Final = 12_700
_TALLEST: Final = 0.85
"""Part of a page a picture may take."""


def put_chart(
    document: Any,  # noqa: ANN401  the library's document
    chart: Chart,
    page: tuple[float, float],
    words: Words,
) -> list[Element]:
    """Return a chart's title and its picture; `page` is the room in points."""
    drawn, (width, height) = picture(chart, page[0])
    scale = min(1.0, page[1] * _TALLEST / height)
    inline = document.part.new_pic_inline(
        BytesIO(drawn),
        round(width * scale * _POINTS_TO_EMU),
        round(height * scale * _POINTS_TO_EMU),
    )
    inline.docPr.set("descr", told(chart, words))
    holder = element("w:r", element("w:drawing", inline))
    return [
        paragraph(Set(style=CAPTION), run(chart.title)),
        paragraph(Set(align="center", before=6, after=6), holder),
    ]


def told(chart: Chart, words: Words) -> str:
    """Return what a chart shows, for who cannot see it."""
    bars = (words.bar.format(label=bar.label, text=bar.text) for bar in chart.bars)
    return fonts.one_line(words.chart.format(title=chart.title, bars="; ".join(bars)))


def picture(chart: Chart, width: float) -> tuple[bytes, tuple[float, float]]:
    """Return a chart as PNG, in greys, and its size in points."""
    import pypdfium2
    from reportlab.graphics import renderPDF

    fonts.register()
    drawing = draw_chart(chart, width)
    page = renderPDF.drawToString(drawing, showBoundary=0)
    document = pypdfium2.PdfDocument(page)
    try:
        shown = document[0].render(scale=_DOTS / 72, grayscale=True).to_pil()
    finally:
        document.close()
    held = BytesIO()
    shown.convert("L").save(held, "PNG", dpi=(_DOTS, _DOTS), optimize=False)
    return held.getvalue(), (drawing.width, drawing.height)
