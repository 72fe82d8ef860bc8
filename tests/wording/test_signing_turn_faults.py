"""Whose turn it is, and what is signed, are told in words without a gap."""

from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.wording.faults import explain, render
from desktop.wording.signing_turn_faults import FILES, TURNS


@pytest.mark.parametrize("reason", TURNS)
def test_each_turn_is_told_with_its_own_four_lines(reason: str) -> None:
    told = explain(SignatureError(reason, "bao-cao.pdf"))
    assert told.what == TURNS[reason][0]
    assert "Không thay đổi" in told.data
    assert "{" not in render(told)


@pytest.mark.parametrize("reason", FILES)
def test_each_signed_file_is_told_by_its_name(reason: str) -> None:
    told = explain(FileError(Path("bao-cao.pdf"), reason, "bao-cao.pdf.moi"))
    assert "bao-cao.pdf" in told.what
    assert "{" not in render(told)


def test_a_signed_file_that_waits_says_where_it_is() -> None:
    told = explain(FileError(Path("b.xlsx"), "signed_waits", "b.xlsx.moi"))
    assert "b.xlsx.moi" in told.why
    assert "đã được ghi vào sổ" in told.data
