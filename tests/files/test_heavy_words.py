"""What a fast machine locked with words opens on a slow or a busy one."""

import re
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.kdf import scrypt
from pyrage import passphrase

from desktop.errors import LockError
from desktop.files import heavy_words, locking
from tests import light_locks

WORDS = "trời xanh mây trắng"
DATA = b"PK\x03\x04" + bytes(range(256)) * 400
HERE = Path("goi.zip.age")
HEAVY = 15
"""Binary logarithm of the work of locks which a slow machine is told to refuse."""
REFUSED = "Excessive work parameter for passphrase.\nIt would take around 100 seconds."


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def as_on_a_slow_machine(patch: pytest.MonkeyPatch) -> None:
    """Let the library refuse what it would refuse where work takes far longer."""
    by_library = passphrase.decrypt

    def refusing(data: bytes, words: str) -> bytes:
        (work,) = re.findall(rb"-> scrypt \S+ (\d+)\n", data)
        if int(work) >= HEAVY:
            raise pyrage.DecryptError(REFUSED)
        return bytes(by_library(data, words))

    patch.setattr(passphrase, "decrypt", refusing)


def test_words_open_however_slow_the_machine_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_on_a_slow_machine(monkeypatch)
    heavy = light_locks.locked(DATA, WORDS, HEAVY)
    assert locking.unlock_with_words(heavy, WORDS, path=HERE) == DATA
    empty = light_locks.locked(b"", WORDS, HEAVY)
    assert locking.unlock_with_words(empty, WORDS, path=HERE) == b""


def test_the_library_is_never_given_the_work_for_which_it_holds_up_every_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[bytes] = []
    by_library = passphrase.decrypt

    def watched(data: bytes, words: str) -> bytes:
        given.extend(re.findall(rb"-> scrypt \S+ (\d+)\n", data))
        return bytes(by_library(data, words))

    monkeypatch.setattr(passphrase, "decrypt", watched)
    heavy = light_locks.locked(DATA, WORDS, HEAVY)
    assert locking.unlock_with_words(heavy, WORDS, path=HERE) == DATA
    assert given == [b"1"]


@pytest.mark.parametrize(
    ("words", "at", "told"),
    [
        ("trời xanh mây xám", None, "wrong_words"),
        (WORDS, -9, "altered"),
        (WORDS, -len(DATA), "altered"),
        (WORDS, 125, "altered"),
    ],
)
def test_a_slow_machine_tells_the_same_faults_as_a_fast_one(
    monkeypatch: pytest.MonkeyPatch, words: str, at: int | None, told: str
) -> None:
    as_on_a_slow_machine(monkeypatch)
    heavy = light_locks.locked(DATA, WORDS, HEAVY)
    given = heavy if at is None else flipped(heavy, at)
    with pytest.raises(LockError) as caught:
        locking.unlock_with_words(given, words, path=HERE)
    assert (caught.value.reason, caught.value.path) == (told, HERE)


def test_a_machine_without_the_memory_to_open_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_on_a_slow_machine(monkeypatch)

    def no_memory(**_: object) -> object:
        raise MemoryError

    monkeypatch.setattr(scrypt, "Scrypt", no_memory)
    heavy = light_locks.locked(DATA, WORDS, HEAVY)
    with pytest.raises(LockError) as caught:
        locking.unlock_with_words(heavy, WORDS, path=HERE)
    assert caught.value.reason == "too_heavy"


def test_the_lock_the_library_makes_is_made_light_around_the_same_content(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    light_locks.restore(monkeypatch)
    heavy = locking.lock_with_words(DATA, WORDS)
    light = heavy_words.lightened(heavy, WORDS, path=HERE)
    assert re.findall(rb"-> scrypt \S+ (\d+)\n", light) == [b"1"]
    assert light[-len(DATA) :] == heavy[-len(DATA) :]
    assert passphrase.decrypt(light, WORDS) == DATA
