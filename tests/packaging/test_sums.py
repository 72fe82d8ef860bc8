"""The list of hashes is one that the program itself accepts."""

import base64
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from desktop.files.release import sums as reading
from desktop.records.update import ListSignature, ReleaseKey
from windows import sums
from windows.refusals import BuildError

ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
"""SHA-256 of the three letters: the first example of FIPS 180-4."""


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """Give a file that is published."""
    path = tmp_path / "SoTruyenThong-0.1.0-cai-dat.exe"
    path.write_bytes(b"abc")
    return path


def test_the_program_and_sha256sum_read_the_list(released: Path) -> None:
    sums.write(released.parent, [released], None)
    assert reading.read_sums(released.parent).hashes == {released.name: ABC}
    check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    subprocess.run(check, cwd=released.parent, check=True)


def test_the_program_knows_who_signed_the_list(released: Path) -> None:
    key = Ed25519PrivateKey.generate()
    path = released.with_name("khoa.pem")
    form = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(key.private_bytes(*form))
    sums.write(released.parent, [released], path)
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")
    known = ReleaseKey(name="thử", public=public)
    read = reading.read_sums(released.parent)
    assert reading.who_signed(read, [known]) == (ListSignature.KNOWN, known)


def test_a_signature_of_an_older_list_does_not_stay(released: Path) -> None:
    (released.parent / sums.SIGNATURE).write_bytes(b"x" * 64)
    sums.write(released.parent, [released], None)
    assert not (released.parent / sums.SIGNATURE).exists()


def test_a_key_that_cannot_sign_is_refused(released: Path) -> None:
    key = released.with_name("khoa.pem")
    key.write_text("no key\n", "utf-8")
    with pytest.raises(BuildError, match=r"khoa\.pem"):
        sums.write(released.parent, [released], key)
    assert not (released.parent / sums.SIGNATURE).exists()
