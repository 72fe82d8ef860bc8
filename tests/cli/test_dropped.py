"""Files are looked at for the period that is named, and opened with the words given."""

from pathlib import Path

import pytest

from desktop.cli.dropped import Dropped, seen
from desktop.errors import FileError, UnknownNameError
from desktop.files import locking
from desktop.progress import silent
from desktop.records.arrival import Sorting
from desktop.store.store import Store

WORDS = "mười hai con giáp"


def test_words_are_tried_on_every_file_that_was_dropped(
    store: Store, tmp_path: Path
) -> None:
    locked = tmp_path / "khoa.age"
    locked.write_bytes(locking.lock_with_words(b"no package", WORDS))
    words = tmp_path / "words"
    words.write_text(f"{WORDS}\n", encoding="utf-8")
    (shut,) = seen(store, Dropped((locked,), "", None), silent)
    assert (shut.sorting, shut.reasons[0][0]) == (Sorting.LOCKED, "locked_words")
    (opened,) = seen(store, Dropped((locked,), "2024", words), silent)
    assert opened.reasons[0][0] != "locked_words"


def test_a_period_or_words_that_are_not_there_are_told(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(UnknownNameError):
        seen(store, Dropped((tmp_path,), "mùa thu", None), silent)
    with pytest.raises(FileError):
        seen(store, Dropped((tmp_path,), "", tmp_path / "words"), silent)
