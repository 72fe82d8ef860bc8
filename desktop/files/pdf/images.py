"""Draw the pages of a PDF as pictures, one at a time, as they are wanted."""

from dataclasses import dataclass
from typing import Final

from desktop.files.pdf.turn import PDFIUM

POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as dots of four bytes: blue, green, red, and one that is unused."""

    width: int
    height: int
    stride: int
    """Bytes from one row of dots to the next."""
    data: bytes


class PageImages:
    """The pages of one PDF; the library allows one thread at a time."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF, signatures and all.

        Raises:
            ValueError: It is not a PDF that can be drawn.
        """
        import pypdfium2

        with PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(pdf)
            except pypdfium2.PdfiumError as error:
                raise ValueError from error
            # What is seen of a signature belongs to a form field, drawn only so.
            self._document.init_forms()
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number)
                for number in range(len(self._document))
            )
        """Width and height of each page in points."""

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self.sizes)

    def draw(self, number: int, dots_per_inch: float) -> PageImage:
        """Return one page, counted from 0, as white paper with what is on it."""
        with PDFIUM:
            return self._draw(number, dots_per_inch)

    def close(self) -> None:
        """Let go of the PDF."""
        with PDFIUM:
            self._document.close()

    def _draw(self, number: int, dots_per_inch: float) -> PageImage:
        page = self._document[number]
        try:
            bitmap = page.render(
                scale=dots_per_inch / POINTS_PER_INCH,
                prefer_bgrx=True,
            )
            made = PageImage(
                width=bitmap.width,
                height=bitmap.height,
                stride=bitmap.stride,
                data=bytes(bitmap.buffer),
            )
            bitmap.close()
        finally:
            page.close()
        return made
