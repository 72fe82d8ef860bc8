"""Installer and log are held against the list, and each way to differ has its name."""

from pathlib import Path

import pytest

from desktop.errors import UpdateError
from desktop.files.release.beside import log_of, proof_of
from desktop.files.release.private_copy import sha256_of
from desktop.files.release.sums import read_sums
from tests.files.release.releases import LOG, a_release, list_files, name_of


def proof(installer: Path, told: int | None = None) -> tuple[str, tuple[str, ...]]:
    size = installer.stat().st_size
    try:
        proof_of(
            installer, sha256_of(installer), read_sums(installer.parent), size, told
        )
    except UpdateError as error:
        return error.reason, error.facts
    return "", ()


def test_the_listed_file_is_proved(tmp_path: Path) -> None:
    assert proof(a_release(tmp_path)) == ("", ())


def test_another_name_is_told_from_a_stranger(tmp_path: Path) -> None:
    installer = a_release(tmp_path)
    copied = tmp_path / "SoTruyenThong-9.1.0-cai-dat (1).exe"
    copied.write_bytes(installer.read_bytes())
    assert proof(copied) == ("renamed", (installer.name,))
    copied.write_bytes(b"a stranger")
    assert proof(copied) == ("not_listed", ())


def test_two_files_that_changed_names_are_swapped(tmp_path: Path) -> None:
    first = a_release(tmp_path)
    second = tmp_path / name_of("9.2.0")
    second.write_bytes(b"another")
    list_files(tmp_path)
    first.write_bytes(second.read_bytes())
    assert proof(first) == ("swapped", (second.name,))


@pytest.mark.parametrize(
    ("by", "told", "reason"),
    [(-1, 0, "truncated"), (3, 0, "extended"), (0, 0, "differs"), (3, None, "differs")],
)
def test_cut_grown_and_changed_are_told_apart(
    tmp_path: Path, by: int, told: int | None, reason: str
) -> None:
    installer = a_release(tmp_path)
    raw = installer.read_bytes()
    changed = raw[:-1] if by < 0 else b"M0" + raw[2:] + b"x" * by
    installer.write_bytes(changed)
    length = None if told is None else len(raw)
    assert proof(installer, length) == (reason, ())


def log(installer: Path, version: str = "9.1.0") -> list[str]:
    found = log_of(installer, read_sums(installer.parent), version)
    return [one.version for one in found]


def log_refusal(installer: Path, version: str = "9.1.0") -> str:
    with pytest.raises(UpdateError) as caught:
        log(installer, version)
    assert caught.value.path.name == "THAY_DOI.md"
    return caught.value.reason


def test_a_listed_log_is_read(tmp_path: Path) -> None:
    assert log(a_release(tmp_path)) == ["9.1.0"]


def test_without_a_log_or_beside_the_list_nothing_is_told(tmp_path: Path) -> None:
    installer = a_release(tmp_path, log=None)
    assert log(installer) == []
    (tmp_path / "THAY_DOI.md").write_text(LOG.format("9.1.0"), "utf-8")
    assert log(installer) == []


def test_a_log_that_was_changed_is_refused(tmp_path: Path) -> None:
    installer = a_release(tmp_path)
    path = tmp_path / "THAY_DOI.md"
    path.write_text(path.read_text("utf-8") + "- Thêm.\n", "utf-8")
    assert log_refusal(installer) == "log_differs"


def test_a_log_of_another_version_or_of_no_letters_is_refused(tmp_path: Path) -> None:
    installer = a_release(tmp_path)
    assert log_refusal(installer, "9.2.0") == "log_silent"
    (tmp_path / "THAY_DOI.md").write_bytes(b"\xff\xfe")
    list_files(tmp_path)
    assert log_refusal(installer) == "log_unreadable"
