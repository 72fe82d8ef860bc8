"""Tests of the words for faults of the office file."""

from desktop.errors import DesktopError
from desktop.wording.office_faults import TABLES


def test_every_class_has_a_general_sentence() -> None:
    assert all("" in table for table in TABLES.values())


def test_the_widest_class_is_there_for_all_others() -> None:
    assert DesktopError in TABLES


def test_a_damaged_office_is_sent_to_its_backup() -> None:
    told = {cls.__name__: table[""] for cls, table in TABLES.items()}
    assert "bản sao lưu" in told["StoreDamagedError"][3]
