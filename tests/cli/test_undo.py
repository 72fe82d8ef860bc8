"""The newest deed is taken back and named; with none, that is found wanting."""

from pathlib import Path

from tests.cli.entries import a_file, a_training
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest

KEYS = {"change", "verb", "subject", "at"}


def test_the_deed_taken_back_is_named(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    said = say("undo", office, "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert said.data["subject"] == "Tập huấn, bồi dưỡng"
    assert say("check", office, "--json").data["counts"]["activities"] == 0


def test_a_person_reads_what_was_taken_back(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    said = say("undo", office)
    assert said.out.startswith("Đã hoàn tác: ")
    assert "Tập huấn, bồi dưỡng" in said.out


def test_with_nothing_to_undo_nothing_changes(office: Path, say: Say) -> None:
    before = digest(office)
    said = say("undo", office, "--json")
    assert (said.code, said.data) == (1, {"change": None})
    assert say("undo", office).out == "Không có việc nào để làm.\n"
    assert digest(office) == before


def test_what_was_issued_is_not_taken_back(practice: Practice, say: Say) -> None:
    issued = say("check", practice.office, "--json").data["counts"]
    assert say("undo", practice.office).code == 0
    after = say("check", practice.office, "--json").data["counts"]
    reports = [name for name in issued if "issued" in name]
    assert reports
    assert {name: after[name] for name in reports} == {
        name: issued[name] for name in reports
    }
