"""What a clerk's own tool does to a report: stamp number and date, and sign."""

from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signed_copies.words import Word, in_lines, words_of
from desktop.records.signing import SignerRole
from tests.builders import NOW

LINES = ("Văn thư", "đã ký số")


def signed(pdf: bytes, key: Key, role: SignerRole = SignerRole.AGENCY) -> bytes:
    """Sign as another program does, in the field of the agency."""
    return sign_pdf(pdf, key, role=role, at=NOW, seen=Appearance(lines=LINES))


def stamped(pdf: bytes, number: str, day: str, month: str) -> bytes:
    """Write number, day and month into the rooms left for them, as page content."""
    line = next(
        line
        for line in in_lines(words_of(pdf)[0])
        if any(word.text.startswith("Số") for word in line)
    )
    return written(
        pdf,
        0,
        (
            (number, _after(line, "Số:")),
            (day, _after(line, "ngày")),
            (month, _after(line, "tháng")),
        ),
    )


def _after(line: tuple[Word, ...], text: str) -> tuple[float, float]:
    word = next(one for one in line if one.text == text)
    return word.x1 + 4, word.y0 + 2


def written(
    pdf: bytes, page: int, words: tuple[tuple[str, tuple[float, float]], ...]
) -> bytes:
    """Write words over a page, and save the whole document anew."""
    fonts.register()
    over = BytesIO()
    canvas = Canvas(over)
    canvas.setFont(fonts.REGULAR, 9)
    for text, (x, y) in words:
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    output = BytesIO()
    with (
        pikepdf.open(BytesIO(pdf)) as document,
        pikepdf.open(BytesIO(over.getvalue())) as layer,
    ):
        document.pages[page].add_overlay(layer.pages[0], None)
        document.save(output)
    return output.getvalue()


def covered(pdf: bytes, page: int, box: tuple[float, float, float, float]) -> bytes:
    """Paint a white patch over a page, without a word."""
    over = BytesIO()
    canvas = Canvas(over)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(*box, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    output = BytesIO()
    with (
        pikepdf.open(BytesIO(pdf)) as document,
        pikepdf.open(BytesIO(over.getvalue())) as layer,
    ):
        document.pages[page].add_overlay(layer.pages[0], None)
        document.save(output)
    return output.getvalue()


def without_data(pdf: bytes) -> bytes:
    """Drop the attached data, as a tool does that prints a document anew."""
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for name in [one for one in document.attachments if one.endswith(".json")]:
            del document.attachments[name]
        document.save(output)
    return output.getvalue()


def kept_as(path: Path, data: bytes) -> Path:
    """Write a file and return where."""
    path.write_bytes(data)
    return path
