"""Pinned certificates are listed with what one compares by telephone."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.operations.read_trust import own_folder, read_trust
from tests.files import pki


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = own_folder()
    folder.mkdir(parents=True)
    return folder


def test_the_offices_own_certificates_are_listed(own: Path) -> None:
    root = pki.pki().root
    (own / "goc.pem").write_bytes(root.pem)
    (found,) = [each for each in read_trust().value if not each.shipped]
    assert found.sha256 == hashlib.sha256(root.der).hexdigest()
    assert found.name == found.issuer
    assert found.not_after == root.certificate.not_valid_after_utc


def test_one_given_twice_is_listed_once(own: Path) -> None:
    root = pki.pki().root
    (own / "a.pem").write_bytes(root.pem)
    (own / "b.cer").write_bytes(root.der)
    assert len([each for each in read_trust().value if not each.shipped]) == 1


def test_a_file_that_is_no_certificate_is_named(own: Path) -> None:
    (own / "hỏng.cer").write_bytes(b"no")
    with pytest.raises(FileError, match=r"hỏng\.cer"):
        read_trust()
