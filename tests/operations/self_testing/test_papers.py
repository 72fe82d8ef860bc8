"""What a report is written as is read back by what others read it with."""

import dataclasses
from typing import Any

import pytest

from desktop.operations.self_testing import papers
from desktop.operations.self_testing.bench import Bench


def test_each_paper_is_read_back(bench: Bench) -> None:
    assert papers.workbook(bench).endswith(" rows")
    assert papers.pdf(bench).endswith("PDF/A-3U")
    assert papers.word(bench).endswith(" paragraphs")
    assert "JPEG" in papers.picture(bench)


def damaged(bench: Bench, **changes: Any) -> Bench:
    other = Bench()
    other.__dict__["folder"] = bench.folder
    other.__dict__["copies"] = dataclasses.replace(bench.copies, **changes)
    return other


def test_a_pdf_that_does_not_open_is_told(bench: Bench) -> None:
    half = bench.copies.pdf[:1000]
    with pytest.raises(ValueError, match="pdf"):
        papers.pdf(damaged(bench, pdf=half))


def test_a_pdf_without_its_words_is_told(bench: Bench) -> None:
    from desktop.files.pdf.printed import draw_printed

    blank = draw_printed(lambda canvas: canvas.rect(9, 9, 9, 9), "trống", bench.now)
    with pytest.raises(ValueError, match="''"):
        papers.pdf(damaged(bench, pdf=blank))


def test_a_workbook_that_does_not_open_is_told(bench: Bench) -> None:
    with pytest.raises(Exception, match="zip"):
        papers.workbook(damaged(bench, workbook=b"no workbook"))
