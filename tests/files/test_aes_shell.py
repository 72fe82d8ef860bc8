"""What stands around an encrypted member is ours to the byte, or told."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from desktop.errors import LockError
from desktop.files import aes_shell, locking

WORDS = "trời xanh mây trắng"
DATA = b"PK\x03\x04" + bytes(range(200))
HERE = Path("goi_khoa.zip")


@pytest.fixture(scope="module")
def made() -> bytes:
    return locking.lock_as_archive(DATA, WORDS)


def test_the_shell_is_a_zip_that_other_programs_read(made: bytes) -> None:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        (entry,) = archive.infolist()
    assert (entry.filename, entry.file_size) == (aes_shell.MEMBER, len(DATA))
    assert entry.date_time == (1980, 1, 1, 0, 0, 0), "it tells of no time"
    assert entry.extra == bytes.fromhex("0199 0700 0200 4145 03 0000")


def test_taking_the_member_out_and_putting_it_back_changes_nothing(made: bytes) -> None:
    member = aes_shell.inside(made)
    assert len(member) == len(DATA) + 28
    assert aes_shell.around(member) == made


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", bytes(150)])
def test_what_is_no_such_archive_is_not_what_would_be_put_around_it(
    data: bytes,
) -> None:
    assert aes_shell.around(aes_shell.inside(data)) != data


def test_no_bit_of_an_archive_may_change(made: bytes) -> None:
    assert locking.unlock_with_words(made, WORDS, path=HERE) == DATA
    start = made.index(aes_shell.inside(made))
    shell = [*range(start), *range(start + len(DATA) + 28, len(made))]
    member = range(start, start + len(DATA) + 28, 5)
    for at in (*shell, *member):
        for bit in range(8):
            changed = made[:at] + bytes([made[at] ^ 1 << bit]) + made[at + 1 :]
            with pytest.raises(LockError) as caught:
                locking.unlock_with_words(changed, WORDS, path=HERE)
            known = {"altered", "not_locked", "wrong_words"}
            assert caught.value.reason in known, (at, bit)


@pytest.mark.parametrize("more", [b"\0", b"PK\x05\x06" + bytes(18), b"PK\x03\x04"])
def test_nothing_may_stand_before_or_behind_it(made: bytes, more: bytes) -> None:
    for data in (more + made, made + more, made[:-1]):
        with pytest.raises(LockError):
            locking.unlock_with_words(data, WORDS, path=HERE)
