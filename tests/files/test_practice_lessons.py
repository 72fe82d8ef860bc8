"""The guided tasks as they ship: ten, each of a place there is and a deed there is."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.practice_lessons import load_lessons
from desktop.gui.places import PLACES
from desktop.operations.practice.read_lessons import HELD
from desktop.wording.verbs import verb_label


def test_there_are_ten() -> None:
    codes = [one.code for one in load_lessons()]
    assert len(codes) == len(set(codes)) == 10


def test_each_is_done_in_a_place_of_the_program() -> None:
    places = {one.code for one in PLACES}
    assert {one.place for one in load_lessons()} <= places


def test_each_is_seen_in_a_deed_that_has_a_name_or_in_the_records() -> None:
    for one in load_lessons():
        assert bool(one.verbs) + bool(one.kinds) + bool(one.held) == 1, one.code
        assert all(verb_label(verb) != verb for verb in one.verbs), one.verbs
        assert not one.held or one.held in HELD


def test_a_slip_in_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lessons.toml"
    path.write_text('[[lessons]]\ncode = "a"\nwhere = "x"\n', "utf-8")
    with pytest.raises(FileError) as caught:
        load_lessons(path)
    assert caught.value.reason == "unreadable"
