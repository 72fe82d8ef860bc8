"""The words of a PDF are read from its first pages, by one thread at a time."""

import threading

import pytest

from desktop.files.pdf.images import PageImages
from desktop.files.pdf.texts import first_text
from desktop.files.pdf.turn import PDFIUM
from tests.files.evidence.pictures import a_pdf


def test_the_words_of_a_page_are_read() -> None:
    assert "CCCD 001203004561" in first_text(a_pdf("CCCD 001203004561"))


def test_what_is_no_pdf_is_named_by_an_error() -> None:
    with pytest.raises(ValueError, match="pdf"):
        first_text(b"%PDF-1.4 broken")


def test_reading_and_drawing_wait_for_each_other() -> None:
    pdf = a_pdf("one", "two")
    done: list[str] = []
    reader = threading.Thread(target=lambda: done.append(first_text(pdf)))
    with PDFIUM:
        reader.start()
        reader.join(0.05)
        assert not done
    reader.join(10)
    assert len(done) == 1
    pages = PageImages(pdf)
    assert pages.draw(0, 20).width > 0
    pages.close()
    assert not PDFIUM.locked()
