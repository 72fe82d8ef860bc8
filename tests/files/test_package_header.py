"""What a package says of itself is read without opening anything else."""

import json
import zipfile
from pathlib import Path

import pytest

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.package_header import SIZE_LIMIT, bears_seal, read_header
from desktop.files.signed_file import MANIFEST
from desktop.files.wire import manifest as wire
from tests.files.signatures.package_mutants import HEADER


def a_zip(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_the_header_is_read_back(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "a.zip", MANIFEST, wire.manifest_to_json(HEADER))
    assert read_header(path) == HEADER


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"text"])
def test_what_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(PackageUnreadableError, match="not_package"):
        read_header(path)


def test_an_archive_without_manifest_is_no_package(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "a.zip", "xl/workbook.xml", b"")
    with pytest.raises(PackageUnreadableError, match="not_package"):
        read_header(path)


def test_a_manifest_that_swells_is_not_read(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "a.zip", MANIFEST, b" " * (SIZE_LIMIT + 1))
    with pytest.raises(PackageUnreadableError, match="too_large"):
        read_header(path)


def test_a_manifest_of_a_later_program_is_told_apart(tmp_path: Path) -> None:
    manifest = json.loads(wire.manifest_to_json(HEADER))
    manifest["format_version"] = wire.MANIFEST_FORMAT + 1
    path = a_zip(tmp_path / "a.zip", MANIFEST, json.dumps(manifest).encode())
    with pytest.raises(PackageTooNewError):
        read_header(path)


def test_a_seal_is_told_by_the_member_that_holds_it(tmp_path: Path) -> None:
    bare = a_zip(tmp_path / "a.zip", MANIFEST, b"{}")
    sealed = a_zip(tmp_path / "b.zip", f"{MANIFEST}.p7s", b"seal")
    assert (bears_seal(bare), bears_seal(sealed)) == (False, True)
    (tmp_path / "c.zip").write_bytes(b"text")
    with pytest.raises(PackageUnreadableError, match="not_package"):
        bears_seal(tmp_path / "c.zip")
