"""Twins are listed, and events joined and parted, from the command line."""

from pathlib import Path

import pytest

from desktop.operations.entries.record_entry import record_many
from desktop.store.store import Store
from tests.builders import OWN, UNIT, a_clock, an_activity
from tests.cli.saying import Say, fault


@pytest.fixture(autouse=True)
def two(office: Path) -> None:
    with Store(office, clock=a_clock) as store:
        both = (("lead", OWN), ("other", UNIT))
        record_many(
            store,
            [an_activity(id=one, agency=agency, place="Xã") for one, agency in both],
        )


def test_twins_of_a_period_are_told_with_why(office: Path, say: Say) -> None:
    said = say("events", "twins", office, "--period", "2024", "--json")
    assert said.code == 0
    assert said.data["pairs"] == [
        {
            "first": "lead",
            "second": "other",
            "score": 100,
            "why": ["same_days", "same_place", "same_title", "other_agency"],
        }
    ]
    told = say("events", "twins", office, "--period", "2024").out
    assert "cùng ngày, cùng nơi, cùng tên, khác đơn vị" in told
    none = say("events", "twins", office, "--period", "2023").out
    assert none == "Kỳ này không có mục nào giống nhau.\n"


def test_entries_are_joined_and_parted_again(office: Path, say: Say) -> None:
    said = say("events", "join", office, "lead", "other", "--json")
    assert (said.code, said.data) == (0, {"lead": "lead", "joined": ["other"]})
    assert say("events", "twins", office, "--period", "2024", "--json").data == {
        "pairs": []
    }
    parted = say("events", "part", office, "lead", "--json")
    assert (parted.code, parted.data) == (0, {"freed": ["other"]})


def test_what_cannot_be_joined_is_told_in_four_lines(office: Path, say: Say) -> None:
    for words in (("part", office, "lead"), ("join", office, "lead", "lead")):
        fault(say, "events", *words, kind="ConflictError", reason="event_alone")
    fault(say, "events", "join", office, "lead", "nobody", kind="UnknownNameError")
