"""Read the words of a PDF, as far as it has any."""

from collections.abc import Iterator
from typing import Any, Final

from desktop.files.pdf.turn import PDFIUM

PAGES: Final = 40
"""Pages from the front that are read."""
LETTERS: Final = 400_000


def first_text(pdf: bytes) -> str:
    """Return the text of the first pages; blank for a scan.

    Raises:
        ValueError: It cannot be read, or has a password.
    """
    found: list[str] = []
    for text in page_texts(pdf, PAGES):
        found.append(text)
        if sum(map(len, found)) > LETTERS:
            break
    return "\n".join(found)


def page_texts(pdf: bytes, most: int) -> Iterator[str]:
    """Yield the text of each page, of no more than so many from the front.

    Raises:
        ValueError: It cannot be read, or has a password.
    """
    import pypdfium2

    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError("pdf") from error
        pages = min(len(document), most)
    try:
        for number in range(pages):
            with PDFIUM:  # page by page: whoever draws waits no longer than one
                text = _page(document, number)
            yield text
    except pypdfium2.PdfiumError as error:
        raise ValueError("pdf") from error
    finally:
        with PDFIUM:
            document.close()


def _page(document: Any, number: int) -> str:  # noqa: ANN401  a library without types
    page = document[number]
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded())
    finally:
        text.close()
        page.close()
