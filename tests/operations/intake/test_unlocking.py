"""Locked files open for the right words, and say why where they do not."""

from pathlib import Path
from typing import Any

import pytest

from desktop.errors import FileError, LockError
from desktop.files import locking
from desktop.files.arriving.kept import Kept, keep_bytes
from desktop.files.signatures.trust import Trust
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.unlocking import (
    Words,
    asks_for_key,
    can_be_opened,
    once,
    sorting_of,
    unlock,
)
from desktop.operations.sending.receiving_key import key_path, make_receiving_key
from desktop.records.arrival import Arrival, Sorting
from desktop.store.store import Store
from tests.rules.intake.files import an_arrival

WORDS = "mười hai con giáp"
OF_KEY = "con cò bay lả bay la"
KEPT = Kept(Path("a.age"), "hash", 1)


def given(words: str, **more: Any) -> Words:
    return Words(by_file={"hash": words}, **more)


def seen(store: Store, words: Words | None, *paths: Path) -> list[tuple[str, str]]:
    """Return the group and the first reason of each file."""
    found = inspect_arrivals(store, paths, Trust(), words)
    return [(str(one.sorting), one.reasons[0][0]) for one in found]


@pytest.fixture
def for_us(store: Store, tmp_path: Path) -> tuple[Path, Path]:
    """Make the office's key, and lock two files for it."""
    public = make_receiving_key(store, OF_KEY).value
    paths = tmp_path / "a.age", tmp_path / "b.age"
    for number, path in enumerate(paths):
        path.write_bytes(locking.lock_with_key(b"%%PDF-%d" % number, public))
    return paths


def test_words_open_what_was_locked_with_them() -> None:
    for lock in (locking.lock_with_words, locking.lock_as_archive):
        data = lock(b"content", WORDS)
        assert unlock(data, KEPT, given(WORDS)) == b"content"
        assert unlock(data, KEPT, given("sai")) == ("wrong_words",)
        assert unlock(data, KEPT, Words(for_key=WORDS)) is None
        assert unlock(data, KEPT, Words(for_all=WORDS)) == b"content"


def test_a_key_opens_what_was_locked_for_it_and_nothing_else() -> None:
    own, other = locking.new_key(), locking.new_key()
    data = locking.lock_with_key(b"content", own.public)
    mine = Words(for_key="x", secret=lambda _: own.secret)
    assert unlock(data, KEPT, mine) == b"content"
    assert unlock(data, KEPT, given("x", secret=lambda _: other.secret)) == (
        "wrong_key",
    )
    assert unlock(data, KEPT, Words(secret=lambda _: own.secret)) is None
    assert unlock(data, KEPT, Words()) == ("no_receiving_key",)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (LockError(Path("k"), "wrong_words"), "wrong_key_words"),
        (LockError(Path("k"), "altered"), "key_damaged"),
        (FileError(Path("k"), "unreadable"), "key_unreadable"),
    ],
)
def test_what_is_wrong_with_the_offices_own_key_is_not_said_of_the_file(
    error: FileError, told: str
) -> None:
    def secret(_words: str) -> str:
        raise error

    data = locking.lock_with_key(b"content", locking.new_key().public)
    assert unlock(data, KEPT, Words(for_key="x", secret=secret)) == (told,)


def test_what_may_still_be_opened_here_is_not_refused() -> None:
    reasons = {
        Sorting.LOCKED: (
            *("locked_words", "locked_key", "locked_archive", "wrong_words"),
            *("wrong_key_words", "no_receiving_key", "key_damaged", "too_heavy"),
        ),
        Sorting.REFUSED: ("wrong_key", "altered"),
    }
    for sorting, codes in reasons.items():
        assert {sorting_of((one,)) for one in codes} == {sorting}


def test_it_is_known_which_words_are_asked_for_and_where_none_help() -> None:
    def locked(code: str) -> Arrival:
        return an_arrival(sorting=Sorting.LOCKED, reasons=((code,),))

    codes = ("locked_key", "wrong_key_words", "locked_words", "no_receiving_key")
    assert [asks_for_key(locked(one)) for one in codes] == [True, True, False, False]
    assert [can_be_opened(locked(one)) for one in codes] == [True, True, True, False]
    refused = an_arrival(sorting=Sorting.REFUSED, reasons=(("wrong_key",),))
    assert not can_be_opened(refused)


def test_the_words_of_the_key_open_all_that_is_locked_for_the_office(
    store: Store, for_us: tuple[Path, Path]
) -> None:
    assert seen(store, None, *for_us) == [("locked", "locked_key")] * 2
    wrong = Words(for_key="câu gì đó khác")
    assert seen(store, wrong, *for_us) == [("locked", "wrong_key_words")] * 2
    assert seen(store, Words(for_key=OF_KEY), *for_us) == [("foreign", "pdf")] * 2
    key_path(store).unlink()
    assert (
        seen(store, Words(for_key=OF_KEY), *for_us)
        == [("locked", "no_receiving_key")] * 2
    )


def test_the_secret_key_is_opened_once_for_all_files_whatever_comes_of_it() -> None:
    asked: list[str] = []

    def secret(words: str) -> str:
        asked.append(words)
        if words != OF_KEY:
            raise LockError(Path("k"), "wrong_words")
        return "secret"

    found = once(secret)
    assert found is not None
    assert [found(OF_KEY), found(OF_KEY)] == ["secret", "secret"]
    for _ in range(2):
        with pytest.raises(LockError):
            found("sai")
    assert asked == [OF_KEY, "sai"]
    assert once(None) is None


def test_what_was_opened_once_is_not_opened_again_while_our_copy_is_whole(
    store: Store, for_us: tuple[Path, Path], tmp_path: Path
) -> None:
    words = Words(for_key=OF_KEY)
    seen(store, words, *for_us)
    assert len(words.opened) == 2
    later = Words(opened=words.opened)
    assert seen(store, later, *for_us) == [("foreign", "pdf")] * 2
    for one in words.opened.values():
        one.path.write_bytes(b"%PDF-changed")
    assert seen(store, later, *for_us) == [("locked", "locked_key")] * 2
    inner = keep_bytes(tmp_path / "kho", b"%PDF-0")
    assert Words(opened={"hash": inner}).known(tmp_path / "kho", KEPT) == inner
