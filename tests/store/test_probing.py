"""What an office file needs of SQLite and of its place is tried out."""

import sqlite3
from pathlib import Path

import pytest

from desktop.store import probing, upkeep


def test_the_engine_tells_its_version_and_what_it_can() -> None:
    told = probing.try_engine()
    assert sqlite3.sqlite_version == probing.engine_version()
    assert told == f"SQLite {sqlite3.sqlite_version}; FTS5, JSON, window, strict"


def test_an_engine_that_finds_no_words_without_their_marks_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(probing, "_FOUND", "select 0")
    with pytest.raises(ValueError, match=r"\(0, 2, 1\)"):
        probing.try_engine()


def test_a_place_is_held_by_one_alone(tmp_path: Path) -> None:
    probing.try_lock(tmp_path / "so.stt")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_two_can_hold_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import nullcontext

    monkeypatch.setattr(upkeep, "locked", lambda _path: nullcontext())
    with pytest.raises(ValueError, match="twice"):
        probing.try_lock(tmp_path / "so.stt")


def test_the_journal_of_an_office_is_told(office: Path) -> None:
    assert probing.journal_of(office) in {"wal", "delete"}
