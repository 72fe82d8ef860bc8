"""A locked package lies beside the one it was made of, and opens to the same bytes."""

from pathlib import Path

import pytest

from desktop.errors import FileError, LockError
from desktop.files import locking
from desktop.operations.sending.lock_package import lock_for_key, lock_with_words

WORDS = "trời xanh mây trắng"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "goi_a_v1.zip"
    path.write_bytes(b"PK\x03\x04" + bytes(5_000))
    return path


def test_a_key_opens_what_was_locked_for_it(package: Path) -> None:
    pair = locking.new_key()
    made = lock_for_key(package, pair.public).value
    assert made == package.with_name("goi_a_v1.zip.age")
    data = made.read_bytes()
    assert locking.unlock_with_key(data, pair.secret, path=made) == package.read_bytes()


@pytest.mark.parametrize(
    ("archive", "name"), [(False, "goi_a_v1.zip.age"), (True, "goi_a_v1_khoa.zip")]
)
def test_words_open_what_was_locked_with_them(
    package: Path, archive: bool, name: str
) -> None:
    made = lock_with_words(package, WORDS, archive=archive).value
    assert made.name == name
    found = locking.unlock_with_words(made.read_bytes(), WORDS, path=made)
    assert found == package.read_bytes()


def test_what_cannot_be_locked_leaves_no_file(package: Path) -> None:
    with pytest.raises(LockError, match="weak"):
        lock_with_words(package, "ngắn")
    with pytest.raises(LockError, match="not_key"):
        lock_for_key(package, "age1xyz")
    with pytest.raises(FileError, match="missing"):
        lock_for_key(package.with_name("b.zip"), locking.new_key().public)
    assert [one.name for one in package.parent.iterdir()] == [package.name]
