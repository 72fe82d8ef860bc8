"""The words of sheets of entries are read from `data`."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.entry_words import load_entry_words


def test_the_shipped_words_are_read_once() -> None:
    assert load_entry_words() is load_entry_words()
    assert "title" in load_entry_words().headings


def test_words_that_are_not_whole_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('id = ["Mã"]', "utf-8")
    with pytest.raises(FileError) as error:
        load_entry_words(path)
    assert error.value.reason == "unreadable"
