"""Each office is named with what became of it, and why where there is no backup."""

from pathlib import Path

import pytest

from desktop.errors import StoreDamagedError, StoreUnavailableError
from desktop.records.kept_office import Fate
from desktop.wording.all_backups import fate_lines

OFFICE = Path("D:/Sổ.stt")


@pytest.mark.parametrize("fate", [one for one in Fate if one is not Fate.KEPT])
def test_without_a_backup_the_office_is_named(fate: Fate) -> None:
    error = StoreUnavailableError(OFFICE, "in_use")
    assert str(OFFICE) in fate_lines(OFFICE, fate, None, error)[0]


def test_a_backup_is_told_by_where_it_lies() -> None:
    made = Path("D:/sao-luu/Sổ-1.stt")
    told = fate_lines(OFFICE, Fate.KEPT, made, None)
    assert str(OFFICE) in told[0]
    assert str(made) in told[1]


def test_a_failure_tells_why_and_what_next() -> None:
    error = StoreDamagedError(OFFICE, "integrity")
    first, why, then = fate_lines(OFFICE, Fate.FAILED, None, error)
    assert first.startswith("CHƯA")
    assert why.startswith("  vì: ")
    assert then.startswith("  làm gì tiếp: ")
