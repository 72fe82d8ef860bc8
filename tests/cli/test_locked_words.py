"""Words that lock a file come from the first line of another."""

from pathlib import Path

import pytest

from desktop.cli.locked_words import locked_words
from desktop.errors import FileError


def test_the_first_line_is_taken_without_marks_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffmật khẩu dài \r\nkhác".encode())
    assert locked_words(path) == "mật khẩu dài"


def test_what_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="unreadable"):
        locked_words(tmp_path / "a")
    with pytest.raises(FileError, match="missing"):
        locked_words(tmp_path / "b")
