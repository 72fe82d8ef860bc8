"""Tests of the words for faults: the tables of `handover_faults`."""

from pathlib import Path
from string import Formatter

import pytest

from desktop.errors import PackageError, PackageForgedError, PackageUnreadableError
from desktop.wording.faults import explain
from desktop.wording.handover_faults import TABLES

NAMES = {"name", "folder", "one", "two", "three", "all", "member"}


def test_every_class_has_a_general_sentence() -> None:
    assert TABLES
    assert all("" in table for table in TABLES.values())


def test_every_line_asks_only_for_facts_there_are() -> None:
    lines = [
        line for table in TABLES.values() for four in table.values() for line in four
    ]
    asked = {
        name for line in lines for _, name, _, _ in Formatter().parse(line) if name
    }
    assert asked <= NAMES


def test_every_fault_says_what_became_of_the_data() -> None:
    data = {four[2] for table in TABLES.values() for four in table.values()}
    assert all("Không thay đổi" in line or "không sửa" in line for line in data)


@pytest.mark.parametrize(
    "error",
    [
        PackageUnreadableError(Path("goi.zip"), "damaged", "anh-03.jpg"),
        PackageForgedError(Path("goi.zip"), "hash", "anh-03.jpg"),
    ],
)
def test_a_part_that_was_changed_is_named_as_the_officer_knows_it(
    error: PackageError,
) -> None:
    assert explain(error).what == "Gói “goi.zip” đã bị thay đổi: ảnh 03."


def test_a_package_no_part_of_which_can_be_named_is_told_as_damaged() -> None:
    error = PackageUnreadableError(Path("goi.zip"), "damaged", "BadZipFile")
    assert explain(error).what == "Gói “goi.zip” bị hỏng."
