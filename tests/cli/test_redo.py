"""What was undone is done again and named; with nothing undone, that is wanting."""

from pathlib import Path

from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, digest
from tests.cli.test_undo import KEYS


def recorded(office: Path, say: Say, title: str = "Lớp một") -> None:
    source = a_file(office.parent, a_training(title=title))
    assert say("record", office, source, "--register", "training").code == 0


def test_the_deed_done_again_is_named(office: Path, say: Say) -> None:
    recorded(office, say)
    assert say("undo", office).code == 0
    said = say("redo", office, "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert say("check", office, "--json").data["counts"]["activities"] == 1


def test_a_person_reads_what_was_done_again(office: Path, say: Say) -> None:
    recorded(office, say)
    assert say("undo", office).code == 0
    assert say("redo", office).out.startswith("Đã làm lại: ")


def test_with_nothing_undone_nothing_changes(office: Path, say: Say) -> None:
    recorded(office, say)
    before = digest(office)
    said = say("redo", office, "--json")
    assert (said.code, said.data) == (1, {"change": None})
    assert digest(office) == before


def test_a_new_deed_ends_what_could_be_done_again(office: Path, say: Say) -> None:
    recorded(office, say)
    assert say("undo", office).code == 0
    recorded(office, say, "Lớp hai")
    assert say("redo", office).code == 1
