"""Tests of the words for faults: the tables of `lock_faults`."""

from string import Formatter

from desktop.wording.lock_faults import TABLES

NAMES = {"name", "folder", "one", "two", "three", "all"}


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
