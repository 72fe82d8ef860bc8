"""Try out what the program writes: read it back with what others read it with."""

import io
from importlib import import_module
from typing import Final

_LIBRARIES: Final = (
    "PIL.Image",
    "click",
    "cryptography.hazmat.primitives.serialization.pkcs12",
    "docx",
    "filelock",
    "icalendar",
    "lxml.etree",
    "msgspec",
    "openpyxl",
    "pikepdf",
    "pkcs11",
    "platformdirs",
    "pyhanko.sign",
    "pypdfium2",
    "pyrage",
    "pyzipper",
    "rapidfuzz",
    "reportlab.pdfgen.canvas",
    "sqlite_utils",
)
"""What the program imports, each late, so that a missing one shows late."""


def load_libraries() -> tuple[str, ...]:
    """Load every library; return the names of those that cannot be, with why."""
    failed = []
    for name in _LIBRARIES:
        try:
            import_module(name)
        except Exception as error:  # noqa: BLE001  a missing DLL raises what it likes
            failed.append(f"{name}: {type(error).__name__} {error}")
    return tuple(failed)


def sheets_of(workbook: bytes) -> dict[str, int]:
    """Return the rows of each sheet of a workbook, as openpyxl reads it."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=False)
    try:
        return {sheet.title: sheet.max_row for sheet in book.worksheets}
    finally:
        book.close()


def archival_part(pdf: bytes) -> str:
    """Return which part of PDF/A a file says it keeps to; blank for none."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as told:
        part, level = told.get("pdfaid:part", ""), told.get("pdfaid:conformance", "")
    return f"{part}{level}"


def drawn_width(pdf: bytes) -> int:
    """Draw the first page as a screen shows it; return how many pixels have ink."""
    import pypdfium2

    from desktop.files.pdf.turn import PDFIUM

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            picture = document[0].render(scale=0.5).to_pil().convert("L")
        finally:
            document.close()
    return sum(picture.histogram()[:128])


def paragraphs_of(document: bytes) -> int:
    """Return how many paragraphs a Word document has."""
    from docx import Document

    return len(Document(io.BytesIO(document)).paragraphs)


def try_picture() -> str:
    """Write a photo as JPEG, PNG and WebP, and read each back.

    Raises:
        ValueError: One is not read as it was written.
    """
    from PIL import Image

    for kind in ("JPEG", "PNG", "WEBP"):
        held = io.BytesIO()
        Image.new("RGB", (64, 48), (0, 105, 92)).save(held, kind)
        with Image.open(held) as read:
            read.load()
            if (read.format, read.size) != (kind, (64, 48)):
                raise ValueError(kind)
    return "JPEG, PNG, WebP"
