"""The buttons above the pages say where one is, and lead on."""

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from desktop.files.pdf import document
from desktop.files.pdf.images import PageImages
from desktop.gui.widgets.pdf_view import PdfView
from tests.files.report_builder import a_report
from tests.gui import walking


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return document.draw(a_report()).pdf


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView("Bản xem trước")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


def test_the_buttons_lead_through_the_pages(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    back, forth, *_ = view.buttons
    count = view.pages.count
    assert view.place.text() == f"Trang 1/{count}"
    assert not back.isEnabled()
    forth.click()
    assert view.place.text() == f"Trang 2/{count}"
    back.click()
    assert view.place.text() == f"Trang 1/{count}"


def test_the_last_page_leads_no_further(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    view.pages.go_to(view.pages.count)
    assert not view.buttons[1].isEnabled()


def test_the_size_shown_follows_the_zoom(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    before = view.size_shown.text()
    view.buttons[3].click()
    assert view.size_shown.text() == f"{view.pages.zoom} %" != before


def test_a_screen_reader_hears_the_page(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    name = f"Bản xem trước, trang 1 trên {view.pages.count}"
    assert view.pages.accessibleName() == name
    assert not walking.nameless(view)


def test_without_a_pdf_it_says_why(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    view.show_nothing("Đang vẽ…")
    assert view.empty.text() == "Đang vẽ…"
    assert not view.pages.isVisible()
    assert not any(each.isEnabled() for each in view.buttons)


def test_what_is_no_pdf_is_refused(view: PdfView) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        view.show_pdf(b"no")


def test_the_file_is_let_go_of_with_the_widget(
    pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[PageImages] = []
    close = PageImages.close

    def note(pages: PageImages) -> None:
        closed.append(pages)
        close(pages)

    monkeypatch.setattr(PageImages, "close", note)
    view = PdfView("Bản xem trước")
    view.show_pdf(pdf)
    assert not closed
    shiboken6.delete(view)
    assert len(closed) == 1
