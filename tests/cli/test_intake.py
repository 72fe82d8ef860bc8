"""Files of units are looked at, taken in and taken back from the command line."""

import shutil
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.builders import a_clock
from tests.cli.saying import Say
from tests.operations.intake.senders import LA, MAR
from tests.operations.intake.twelve import a_meeting, filled, made


@pytest.fixture(scope="module")
def pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, Path]:
    """Make an office, a good form and a faulty one."""
    folder = tmp_path_factory.mktemp("intake")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        forms = made(store, folder / "đi", (MAR, LA))
    good = filled(forms[MAR], folder / "tốt.xlsx", a_meeting("Hội nghị A", 10))
    bad = filled(forms[LA], folder / "hỏng.xlsx", a_meeting("Hội nghị L", "12 buổi"))
    return office, good, bad


def test_files_are_looked_at_taken_in_listed_and_taken_back(
    pattern: tuple[Path, Path, Path], tmp_path: Path, say: Say
) -> None:
    office = Path(shutil.copy(pattern[0], tmp_path / "so.stt"))
    files = pattern[1:]
    seen = say("intake", "look", office, *files, "--period", "2024-Q2", "--json")
    assert seen.code == 1
    assert seen.data["ready"] == 1
    assert {one["name"]: one["sorting"] for one in seen.data["files"]} == {
        "tốt.xlsx": "ready",
        "hỏng.xlsx": "to_fix",
    }
    told = say("intake", "accept", office, *files).out
    assert "Cần sửa: hỏng.xlsx. 1 ô phải sửa." in told
    assert "2 tệp = 1 sẵn sàng + 1 cần sửa." in told
    assert "Đã nhận 1 trên 2 tệp." in told
    (kept,) = say("intake", "list", office, "--json").data["intakes"]
    assert (kept["seen"], kept["taken"], kept["entries"]) == (2, 1, 1)
    taken_back = say("intake", "back", office)
    assert taken_back.code == 0
    assert taken_back.out.startswith("Đã hoàn tác: 1 tệp, 1 mục trở lại như trước.")
    assert "đã hoàn tác" in say("intake", "list", office).out
    assert say("intake", "back", office).code == 2
