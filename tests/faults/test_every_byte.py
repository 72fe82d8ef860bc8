"""No byte of a package counts for nothing (row B4): plain, locked with age, and in AES.

Whatever is flipped, put before or put behind is refused with a reason, and the office
file that refused it is the same to the byte.
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from desktop.errors import LockError, PackageError
from desktop.files import locking, zip_members
from desktop.files.package import read_package
from desktop.files.signatures.keys import Key
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.unlocking import Words
from desktop.records.arrival import Arrival, Sorting
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests import light_locks
from tests.files.pki import NOW, pki
from tests.operations.intake.sent_packages import (
    a_package,
    a_photo,
    a_receiver,
    an_entry,
    entries_of,
)

WORDS: Final = "trời xanh mây trắng"
REFUSED: Final = {Sorting.REFUSED, Sorting.FOREIGN, Sorting.LOCKED}
"""Locked files whose words no longer fit may still be asked about, and stay shut."""
Lock = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().person.key(tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def data(key: Key, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a sealed package of entries and a photo."""
    folder = tmp_path_factory.mktemp("package")
    photo, content = a_photo(folder, "a001")
    entries = entries_of([an_entry(1), an_entry(2)], evidence=(photo,))
    return a_package(folder, entries, key, {photo.member: content}).read_bytes()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with a_receiver(tmp_path / "here" / "so.stt") as store:
        yield store


def flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def structure(data: bytes) -> list[int]:
    """Return the places of all bytes of an archive that belong to no member."""
    held = set[int]()
    for content in zip_members.read(data, Path()).files.values():
        start = data.index(content)
        held |= set(range(start, start + len(content)))
    return [at for at in range(len(data)) if at not in held]


def test_no_byte_around_the_members_may_change(data: bytes, tmp_path: Path) -> None:
    places = structure(data)
    assert len(places) > 5 * (30 + 46) + 22
    path = tmp_path / "goi.zip"
    for at in places:
        for bit in range(8):
            path.write_bytes(flipped(data, at, bit))
            with pytest.raises(PackageError):
                read_package(path, pki().trust, now=NOW)


def test_no_byte_of_what_is_locked_for_a_key_may_change(data: bytes) -> None:
    pair = locking.new_key()
    locked = locking.lock_with_key(data, pair.public)
    noise, head = random.Random(5), locked.index(b"\n---") + 60
    for at in (*range(head), *noise.sample(range(head, len(locked)), 300)):
        with pytest.raises(LockError):
            locking.unlock_with_key(
                flipped(locked, at, noise.randrange(8)), pair.secret, path=Path()
            )


def test_no_byte_of_what_is_locked_with_words_may_change(data: bytes) -> None:
    locked = light_locks.locked(data, WORDS)
    assert locking.unlock_with_words(locked, WORDS, path=Path()) == data
    noise, head = random.Random(6), locked.index(b"\n---") + 60
    for at in (*range(head), *noise.sample(range(head, len(locked)), 100)):
        with pytest.raises(LockError):
            locking.unlock_with_words(
                flipped(locked, at, noise.randrange(8)), WORDS, path=Path()
            )


# --- at the tray ----------------------------------------------------------------------


def variants(data: bytes, seed: int) -> Iterator[bytes]:
    """Yield a file changed at its front, end and middle, extended, and cut."""
    noise = random.Random(seed)
    places = [0, 3, 6, 14, 28, len(data) - 1, len(data) - 12, len(data) - 40]
    for at in (*places, *noise.sample(range(len(data)), 12)):
        yield flipped(data, at, noise.randrange(8))
    for more in (b"\0", b"PK\x03\x04", b"x" * 700):
        yield more + data
        yield data + more
    yield data[: len(data) // 2]
    yield data[:-1]


def kept_bytes(path: Path) -> dict[str, bytes]:
    """Return the office file with its journal, without the shared memory of SQLite."""
    every = path.parent.glob(f"{path.name}*")
    return {one.name: one.read_bytes() for one in every if "-shm" not in one.name}


def dropped(office: Store, many: list[bytes], folder: Path) -> tuple[Arrival, ...]:
    folder.mkdir()
    for number, one in enumerate(many):
        (folder / f"goi-{number:02}.zip").write_bytes(one)
    return inspect_arrivals(office, [folder], pki().trust, Words(for_all=WORDS))


def plain(data: bytes, _words: str) -> bytes:
    return data


@pytest.mark.parametrize(
    "lock",
    [plain, light_locks.locked, locking.lock_as_archive],
    ids=["plain", "age", "aes"],
)
def test_whatever_is_changed_is_refused_with_a_reason_and_the_office_stays(
    office: Store, data: bytes, tmp_path: Path, lock: Lock
) -> None:
    whole = lock(data, WORDS)
    (good,) = dropped(office, [whole], tmp_path / "good")
    assert good.sorting is Sorting.READY, good.reasons
    before = kept_bytes(office.path)
    many = list(variants(whole, seed=7))
    found = dropped(office, many, tmp_path / "bad")
    assert len(found) == len(many)
    for one in found:
        assert one.sorting in REFUSED, (one.name, one.reasons)
        assert one.reasons, one.name
        assert reason(one.reasons[0]), one.name
    assert kept_bytes(office.path) == before
