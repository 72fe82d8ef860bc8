"""The two pages are written as a PDF of two pages."""

from pathlib import Path

import pypdfium2

from desktop.operations.handing_over.hand_over import HandedOver
from desktop.operations.handing_over.write_pages import pages_name, write_pages
from desktop.store.store import Store
from tests.operations.handing_over.test_read_notes import WORDS, YEAR


def test_there_are_two_pages_and_equal_ones_are_equal(
    store: Store, tmp_path: Path
) -> None:
    handed = HandedOver(
        path=Path("giao.stt-ban-giao"),
        size=12_000_000,
        sha256="ab" * 32,
        files=7,
        missing=2,
    )
    made = [
        write_pages(store, tmp_path / name, YEAR, WORDS, handed=handed).value
        for name in ("một.pdf", "hai.pdf")
    ]
    first, second = (one.read_bytes() for one in made)
    assert first == second
    assert len(pypdfium2.PdfDocument(first)) == 2
    assert pages_name().endswith(".pdf")
