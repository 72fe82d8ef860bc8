"""A copy that is refused says why, and where it differs."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.wording.faults import explain
from desktop.wording.signed_copy_faults import COPIES


@pytest.mark.parametrize("reason", COPIES)
def test_every_refusal_is_told_in_four_lines(reason: str) -> None:
    told = explain(FileError(Path("ve.pdf"), reason, "2", "words", "12", "13"))
    lines = (told.what, told.why, told.data, told.next)
    assert all(lines)
    assert not any("{" in line for line in lines)
    assert "ve.pdf" in told.what


def test_the_first_difference_is_told_with_its_page() -> None:
    told = explain(FileError(Path("ve.pdf"), "copy_differs", "2", "words", "12", "13"))
    assert told.why.endswith("Trang 2: chữ hoặc số khác với bản đã gửi: “12” → “13”.")
