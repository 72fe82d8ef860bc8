"""Whatever file is handed over, what it is decides what is checked."""

import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileError, PackageUnreadableError
from desktop.files.package import pack
from desktop.files.signatures.detached import sign_detached
from desktop.files.verification import verify_file
from desktop.progress import silent
from desktop.records.verification import FileVerdict
from tests.files.pki import NOW, pki
from tests.files.signatures.package_mutants import HEADER
from tests.files.signatures.printed import certified


def judged(path: Path) -> FileVerdict:
    return verify_file(path, pki().trust, now=NOW)


def book(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def test_a_document_is_known_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.zip.txt"
    path.write_bytes(certified(pki().person.key(tmp_path)))
    found = judged(path)
    assert (found.format, found.file_name, found.intact) == ("pdf", path.name, True)


def test_a_package_is_known_whatever_its_name(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    source = tmp_path / "a.pdf"
    source.write_bytes(certified(key))
    made = pack(tmp_path, HEADER, {"a.pdf": source}, key, NOW, silent)
    found = judged(made.path.rename(tmp_path / "x.pdf"))
    assert (found.format, found.intact) == ("package", True)


def test_a_workbook_is_checked_with_the_signature_beside_it(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx")
    assert [one.code for one in judged(path).findings] == ["unsigned"]
    beside = tmp_path / "b.xlsx.p7s"
    beside.write_bytes(
        sign_detached(path.read_bytes(), pki().person.key(tmp_path), NOW)
    )
    assert judged(path).intact
    assert judged(beside) == judged(path)
    path.write_bytes(path.read_bytes()[:-30])
    assert [one.code for one in judged(path).findings] == ["changed_after_signing"]


def test_a_signature_alone_says_that_its_content_is_missing(tmp_path: Path) -> None:
    signature = sign_detached(b"x", pki().person.key(tmp_path), NOW)
    for name in ("b.xlsx.p7s", "signature.bin"):
        path = tmp_path / name
        path.write_bytes(signature)
        assert [one.code for one in judged(path).findings] == ["content_missing"]


def test_there_is_nothing_to_check_in_other_files(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    for data in (b"", b"hello", bytes(1000)):
        path.write_bytes(data)
        with pytest.raises(FileError) as caught:
            judged(path)
        assert (caught.value.path, caught.value.reason) == (path, "unreadable")
    with pytest.raises(FileError) as caught:
        judged(tmp_path / "none.pdf")
    assert caught.value.reason == "missing"


def test_an_archive_cut_short_is_damaged(tmp_path: Path) -> None:
    path = book(tmp_path / "b.zip")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(PackageUnreadableError) as caught:
        judged(path)
    assert caught.value.reason == "damaged"
