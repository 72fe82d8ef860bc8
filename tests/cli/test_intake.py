"""Files of units are looked at, taken in and taken back from the command line."""

import shutil
from pathlib import Path

import pytest

from desktop.store.store import Store
from tests.builders import a_clock
from tests.cli.practice import Practice
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


def test_a_locked_package_of_another_period_is_taken_in_when_it_is_wanted(
    practice: Practice, tmp_path: Path, say: Say
) -> None:
    words = tmp_path / "words"
    words.write_text("mười hai con giáp\n", encoding="utf-8")
    packing = ("pack", practice.office, "--unsealed", "--lock-words-file", words)
    locked = say(*packing, "--json").data["locked"]
    above = practice.data["above"]["office"]
    say("intake", "back", above)
    (shut,) = say("intake", "look", above, locked, "--json").data["files"]
    assert (shut["sorting"], shut["reasons"]) == ("locked", [["locked_words"]])
    assert "1 tệp = 1 cần mở khóa." in say("intake", "look", above, locked).out
    opened = (locked, "--words-file", words, "--period", "2023", "--json")
    (seen,) = say("intake", "look", above, *opened).data["files"]
    assert seen["sorting"] == "other_period"
    assert say("intake", "accept", above, *opened).data["taken"] == 0
    assert say("intake", "accept", above, *opened, "--doubted").data["taken"] == 1
