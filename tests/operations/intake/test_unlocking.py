"""Locked files open for the right words, and say why where they do not."""

from pathlib import Path

from desktop.files import locking
from desktop.files.arriving.kept import Kept
from desktop.operations.intake.unlocking import Words, unlock

WORDS = "mười hai con giáp"
KEPT = Kept(Path("a.age"), "hash", 1)


def given(words: str, **secret: object) -> Words:
    return Words(by_file={"hash": words}, **secret)  # type: ignore[arg-type]


def test_words_open_what_was_locked_with_them() -> None:
    data = locking.lock_with_words(b"content", WORDS)
    assert unlock(data, KEPT, given(WORDS)) == b"content"
    assert unlock(data, KEPT, given("sai")) == ("wrong_words",)
    assert unlock(data, KEPT, Words()) is None


def test_a_key_opens_what_was_locked_for_it_and_nothing_else() -> None:
    own, other = locking.new_key(), locking.new_key()
    data = locking.lock_with_key(b"content", own.public)
    assert unlock(data, KEPT, given("x", secret=lambda _: own.secret)) == b"content"
    assert unlock(data, KEPT, given("x", secret=lambda _: other.secret)) == (
        "wrong_key",
    )
    assert unlock(data, KEPT, given("x")) == ("no_receiving_key",)
