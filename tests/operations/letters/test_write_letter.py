"""Letters as files: each under a name of its own."""

from pathlib import Path

import pypdfium2
import pytest

from desktop.errors import FileError
from desktop.operations.letters.draft_letter import LetterRequest, draft_letter
from desktop.operations.letters.write_letter import write_letter
from desktop.rules.calendar import parse_period
from desktop.store.store import Store


def test_a_letter_is_drawn_as_an_official_letter(store: Store, tmp_path: Path) -> None:
    asked = LetterRequest(
        kind="letter-reminder", period=parse_period("2024"), period_words="năm 2024"
    )
    letter = draft_letter(store, asked)
    files = write_letter(letter, tmp_path / "thư")
    assert files.pdf.stem == files.word.stem
    assert files.pdf.name.startswith("cong-van-don-doc-2024-")
    document = pypdfium2.PdfDocument(files.pdf)
    text = document[0].get_textpage().get_text_range()
    assert "V/v đôn đốc báo cáo" in text.replace("\r\n", " ")
    assert "Kính gửi:" in text
    document.close()
    again = write_letter(letter, tmp_path / "thư")
    assert again.pdf.stem == f"{files.pdf.stem}-2"


def test_a_folder_that_cannot_be_made_is_told(store: Store, tmp_path: Path) -> None:
    asked = LetterRequest(
        kind="letter-reminder", period=parse_period("2024"), period_words="năm 2024"
    )
    (tmp_path / "tệp").write_text("x")
    with pytest.raises(FileError, match="read_only"):
        write_letter(draft_letter(store, asked), tmp_path / "tệp" / "con")
