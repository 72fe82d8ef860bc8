"""What a change removed or amended is brought back, wholly or in part."""

from pathlib import Path

import pytest

from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, fault


@pytest.fixture
def ids(office: Path, say: Say) -> list[str]:
    """Record two trainings and undo that: change 3 removes both."""
    source = a_file(office.parent, a_training(), a_training(title="Lớp hai"))
    said = say("record", office, source, "--register", "training", "--json")
    assert say("undo", office).code == 0
    return list(said.data["ids"])


def count(office: Path, say: Say) -> int:
    return int(say("check", office, "--json").data["counts"]["activities"])


def test_everything_removed_comes_back(office: Path, ids: list[str], say: Say) -> None:
    said = say("bring-back", office, "--change", "3", "--json")
    assert (said.code, said.data) == (0, {"change": 3, "brought_back": 2})
    assert count(office, say) == 2
    again = fault(
        say,
        "bring-back",
        office,
        "--change",
        "3",
        kind="ConflictError",
        reason="nothing_removed",
    )
    assert "đều có lại" in again["why"]


def test_one_record_comes_back_alone(office: Path, ids: list[str], say: Say) -> None:
    said = say("bring-back", office, "--change", "3", "--record", ids[0])
    assert said.out == "Đã mang lại 1 mục như trước thay đổi số 3.\n"
    assert count(office, say) == 1
    told = say("history", office, "--json").data["changes"][0]
    assert (told["verb"], told["touched"]) == ("bring_back", 1)
    assert say("undo", office).code == 0
    assert count(office, say) == 0


def test_a_record_the_change_did_not_touch_is_refused(
    office: Path, ids: list[str], say: Say
) -> None:
    fault(
        say,
        "bring-back",
        office,
        "--change",
        "3",
        "--record",
        "zzz",
        kind="UnknownNameError",
        reason="",
    )


def test_the_number_of_the_change_must_be_given(office: Path, say: Say) -> None:
    error = fault(say, "bring-back", office, kind="UsageError")
    assert "--change" in error["why"]
