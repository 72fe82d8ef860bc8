"""Small PDFs with words where a test wants them."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts

Placed = tuple[str, float, float]
HEAD: tuple[Placed, ...] = (
    ("Số:", 80, 780),
    ("/BC-VHTT", 130, 780),
    ("ngày", 350, 780),
    ("tháng", 400, 780),
    ("năm 2024", 450, 780),
)
BODY: tuple[Placed, ...] = (("Tổng số hoạt động: 12", 80, 600),)


def printed(*pages: Sequence[Placed], dots: Sequence[Placed] = ()) -> bytes:
    """Return a PDF with words at points from the lower left; `dots` as filled boxes."""
    fonts.register()
    output = BytesIO()
    canvas = Canvas(output, invariant=True)
    for page in pages:
        canvas.setFont(fonts.REGULAR, 12)
        for text, x, y in page:
            canvas.drawString(x, y, text)
        for _, x, y in dots:
            canvas.rect(x, y, 40, 20, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return output.getvalue()
