"""The checklist for a real PC is one printed page."""

from pathlib import Path

import pypdfium2

import checks_page


def test_libreoffice_prints_one_page_of_it(tmp_path: Path) -> None:
    page = tmp_path / "kiem-tra-windows.html"
    page.write_text(checks_page.as_html(checks_page.PAGE.read_text("utf-8")), "utf-8")
    printed = pypdfium2.PdfDocument(checks_page.print_pdf(page, tmp_path))
    assert len(printed) == 1
    text = printed[0].get_textpage().get_text_bounded()
    assert "danh sách dài (windows-long-checks.md)." in text
    printed.close()
