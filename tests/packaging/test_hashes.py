"""A file is used only when it is the very one that was pinned."""

from pathlib import Path

import pytest

from windows import hashes
from windows.refusals import BuildError

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""SHA-256 of the three letters: the first example of FIPS 180-4."""


def test_the_pinned_file_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "python.zip"
    path.write_bytes(b"abc")
    hashes.expect(path, ABC)


def test_another_file_is_refused_and_both_hashes_are_named(tmp_path: Path) -> None:
    path = tmp_path / "python.zip"
    path.write_bytes(b"abd")
    with pytest.raises(BuildError) as refused:
        hashes.expect(path, ABC)
    assert "python.zip" in str(refused.value)
    assert ABC in str(refused.value)
    assert hashes.sha256_of(path) in str(refused.value)
