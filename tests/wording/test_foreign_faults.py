"""Faults of tables from elsewhere have all their words."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.wording.faults import explain
from desktop.wording.foreign_faults import FILE
from tests.wording.words import assert_a_sentence

REASONS = {
    "too_slow",
    "too_much_memory",
    "reader_died",
    "cells_lost",
    "no_sheet",
    "unknown_letters",
    "too_large",
    "strict_workbook",
    "old_workbook",
    "password",
    "office_lock",
    "not_workbook",
}


@pytest.mark.parametrize("reason", sorted(REASONS | set(FILE)))
def test_every_reason_is_told_in_four_lines_of_its_own(reason: str) -> None:
    told = explain(FileError(Path("/office/bảng.xlsx"), reason, "20"))
    general = explain(FileError(Path("/office/bảng.xlsx"), "never heard of"))
    assert told.what != general.what
    assert "bảng.xlsx" in told.what
    for line in (told.what, told.why, told.data, told.next):
        assert_a_sentence(line)
