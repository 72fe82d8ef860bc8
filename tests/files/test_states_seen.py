"""How far offices were is remembered on the machine, and nonsense is forgotten."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.files.states_seen import FILE, State, note, seen
from tests.store.powerless import read_only


def a_state(path: str = "so.stt", change: int = 3) -> State:
    return State(path=path, change=change, head="ab12", at="2024-05-06T08:00:00+07:00")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "máy này"
    monkeypatch.setattr(paths, "local_folder", lambda: folder)
    return folder


def test_the_newest_state_of_each_office_is_kept(machine: Path) -> None:
    assert seen("a") is None
    note("a", a_state())
    note("b", a_state("Sổ khác.stt"))
    note("a", a_state(change=9))
    assert seen("a") == a_state(change=9)
    assert seen("b") == a_state("Sổ khác.stt")


def test_the_oldest_are_forgotten(machine: Path) -> None:
    for number in range(205):
        note(f"{number}", a_state())
    assert seen("4") is None
    assert seen("5") == seen("204") == a_state()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": {"path": "x"}}'])
def test_a_file_somebody_spoilt_tells_nothing_and_is_written_anew(
    machine: Path, text: str
) -> None:
    machine.mkdir()
    (machine / FILE).write_text(text, "utf-8")
    assert seen("a") is None
    note("a", a_state())
    assert seen("a") == a_state()


def test_where_nothing_can_be_written_nothing_is_remembered(machine: Path) -> None:
    machine.mkdir()
    with read_only(machine):
        note("a", a_state())
    assert seen("a") is None
