"""A process of ours is started alike for files, signatures and tokens."""

import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from desktop.files.foreign.starting import last_words, started


def test_it_takes_words_answers_and_hears_nothing_of_our_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONINSPECT", "1")  # would keep it from ending
    (tmp_path / "sổ").write_bytes(b"open sesame")
    with started("base64", "-e", str(tmp_path / "sổ")) as process:
        told, _ = process.communicate()
    assert told.strip() == b"b3BlbiBzZXNhbWU="
    assert process.returncode == 0


def test_what_it_says_of_its_death_is_kept_where_that_is_wanted() -> None:
    with TemporaryFile() as said, started("no_such_module", said=said) as process:
        process.communicate()
        assert process.returncode == 1
        assert last_words(said).endswith("No module named no_such_module")


def test_only_the_end_of_long_last_words_is_told() -> None:
    with TemporaryFile() as said:
        said.write(b"x" * 1000 + "hết\n".encode())
        assert last_words(said) == "x" * 394 + "hết"


def test_no_process_is_an_error_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(FileNotFoundError):
        started("base64")
