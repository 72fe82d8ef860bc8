"""What is locked opens for its receiver, and for nobody else, who is told why."""

import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop.errors import LockError
from desktop.files import locking
from desktop.files.locking import Lock
from tests import light_locks

WORDS = "trời xanh mây trắng"
DATA = b"PK\x03\x04" + bytes(range(256)) * 400
HERE = Path("goi.zip.age")
LEAST_WORK = 14
"""Binary logarithm that the slowest machine measured for itself reaches easily."""


@pytest.fixture(scope="module")
def by_words() -> bytes:
    """Lock with all the work that the library asks for."""
    with pytest.MonkeyPatch.context() as patch:
        light_locks.restore(patch)
        return locking.lock_with_words(DATA, WORDS)


@pytest.fixture(scope="module")
def pair() -> locking.KeyPair:
    return locking.new_key()


def reason(of: pytest.ExceptionInfo[LockError]) -> str:
    return of.value.reason


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_words_open_however_the_keyboard_composes_their_marks(by_words: bytes) -> None:
    assert locking.lock_of(by_words) is Lock.WORDS
    apart = "  " + unicodedata.normalize("NFD", WORDS).replace(" ", "   ")
    assert locking.unlock_with_words(by_words, apart, path=HERE) == DATA
    assert DATA[100:200] not in by_words


def test_guessing_words_takes_the_work_the_library_asks_for(by_words: bytes) -> None:
    (work,) = re.findall(rb"-> scrypt \S+ (\d+)\n", by_words)
    assert int(work) >= LEAST_WORK
    light = locking.lock_with_words(DATA, WORDS)
    assert locking.unlock_with_words(light, WORDS, path=HERE) == DATA


def test_other_words_a_changed_content_and_a_key_are_told_apart(
    by_words: bytes, pair: locking.KeyPair
) -> None:
    with pytest.raises(LockError) as wrong:
        locking.unlock_with_words(by_words, "trời xanh mây xám", path=HERE)
    assert reason(wrong) == "wrong_words"
    assert wrong.value.path == HERE
    with pytest.raises(LockError) as changed:
        locking.unlock_with_words(flipped(by_words, -9), WORDS, path=HERE)
    assert reason(changed) == "altered"
    with pytest.raises(LockError) as other:
        locking.unlock_with_key(by_words, pair.secret, path=HERE)
    assert reason(other) == "needs_words"


def test_a_lock_that_asks_for_more_work_than_a_machine_has_is_not_tried(
    by_words: bytes,
) -> None:
    costly = re.sub(rb"(-> scrypt \S+) \d+", rb"\1 40", by_words)
    with pytest.raises(LockError) as caught:
        locking.unlock_with_words(costly, WORDS, path=HERE)
    assert reason(caught) == "altered"


def test_only_the_holder_of_the_key_opens_what_was_locked_for_it(
    pair: locking.KeyPair,
) -> None:
    locked = locking.lock_with_key(DATA, f" {pair.public}\n")
    assert locking.lock_of(locked) is Lock.KEY
    assert locking.unlock_with_key(locked, pair.secret, path=HERE) == DATA
    with pytest.raises(LockError) as other:
        locking.unlock_with_key(locked, locking.new_key().secret, path=HERE)
    assert reason(other) == "wrong_key"
    for at in (len(locked) // 2, -1):
        with pytest.raises(LockError) as changed:
            locking.unlock_with_key(flipped(locked, at), pair.secret, path=HERE)
        assert reason(changed) == "altered"
    for cut in (locked[:-1], locked + b"\0", locked[:300]):
        with pytest.raises(LockError) as short:
            locking.unlock_with_key(cut, pair.secret, path=HERE)
        assert reason(short) == "altered"
    with pytest.raises(LockError) as asked:
        locking.unlock_with_words(locked, WORDS, path=HERE)
    assert reason(asked) == "needs_key"


def test_what_is_no_key_locks_nothing(pair: locking.KeyPair) -> None:
    assert locking.is_public_key(pair.public)
    assert not locking.is_public_key(pair.secret)
    with pytest.raises(LockError, match="not_key"):
        locking.lock_with_key(DATA, pair.public[:-1])
    with pytest.raises(LockError, match="not_key"):
        locking.unlock_with_key(
            locking.lock_with_key(DATA, pair.public), "AGE-SECRET-KEY-1", path=HERE
        )


def test_short_words_are_refused() -> None:
    for lock in (locking.lock_with_words, locking.lock_as_archive):
        with pytest.raises(LockError, match="weak"):
            lock(DATA, "mật khẩu   ")


def test_an_archive_is_in_aes_and_tells_nothing_by_its_name() -> None:
    made = locking.lock_as_archive(DATA, WORDS)
    assert locking.lock_of(made) is Lock.ARCHIVE
    with zipfile.ZipFile(BytesIO(made)) as archive:
        (entry,) = archive.infolist()
    assert (entry.filename, entry.flag_bits & 1, entry.compress_type) == (
        "noi-dung.zip",
        1,
        99,
    )
    assert locking.unlock_with_words(made, WORDS, path=HERE) == DATA


def test_wrong_words_and_a_changed_archive_are_told_apart() -> None:
    made = locking.lock_as_archive(DATA, WORDS)
    with pytest.raises(LockError) as wrong:
        locking.unlock_with_words(made, "trời xanh mây xám", path=HERE)
    assert reason(wrong) == "wrong_words"
    with pytest.raises(LockError) as changed:
        locking.unlock_with_words(flipped(made, len(made) // 2), WORDS, path=HERE)
    assert reason(changed) == "altered"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + b"x" * 90, DATA])
def test_what_is_not_locked_is_known_as_such(data: bytes) -> None:
    assert locking.lock_of(data) is None
    with pytest.raises(LockError, match="not_locked"):
        locking.unlock_with_words(data, WORDS, path=HERE)
    with pytest.raises(LockError, match="not_locked"):
        locking.unlock_with_key(data, "x", path=HERE)
