"""There is one turn at the PDF library, and it is free when nobody works."""

from desktop.files.pdf.turn import PDFIUM


def test_the_turn_is_free_and_is_taken_once() -> None:
    assert PDFIUM.acquire(blocking=False)
    assert not PDFIUM.acquire(blocking=False)
    PDFIUM.release()
