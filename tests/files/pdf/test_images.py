"""Pages are drawn as white paper with what is on it."""

import pytest

from desktop.files.pdf import document
from desktop.files.pdf.images import PageImages
from tests.files.report_builder import a_report


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return document.draw(a_report()).pdf


def test_every_page_has_its_size_in_points(pdf: bytes) -> None:
    pages = PageImages(pdf)
    assert len(pages) == len(pages.sizes) > 1
    assert pages.sizes[0] == pytest.approx((595, 842), abs=1)
    pages.close()


def test_a_page_grows_with_the_dots_per_inch(pdf: bytes) -> None:
    pages = PageImages(pdf)
    small, large = pages.draw(0, 72), pages.draw(0, 144)
    assert (small.width, small.height) == pytest.approx((595, 842), abs=2)
    assert large.width == pytest.approx(2 * small.width, abs=2)
    assert len(small.data) == small.stride * small.height
    pages.close()


def test_the_paper_is_white_and_the_letters_are_not(pdf: bytes) -> None:
    pages = PageImages(pdf)
    page = pages.draw(0, 72)
    dots = {page.data[at : at + 3] for at in range(0, len(page.data), 4)}
    assert page.data[:3] == b"\xff\xff\xff"
    assert b"\x00\x00\x00" in dots
    pages.close()


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        PageImages(data)
