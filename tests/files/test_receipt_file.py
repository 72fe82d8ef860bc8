"""A receipt's file holds as a whole, with a seal or without one."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageForgedError
from desktop.files import zip_members
from desktop.files.receipt_file import (
    PAGE,
    PAPER,
    RECEIPT,
    SEAL,
    read_receipt,
    write_receipt,
)
from desktop.files.signatures.trust import Trust
from tests.files.pdf_reader import page_sizes, read_lines, whole_text
from tests.files.pki import NOW, pki
from tests.files.wire.test_receipt import TOLD


def test_a_sealed_receipt_tells_who_sealed_it_and_what(tmp_path: Path) -> None:
    path = write_receipt(tmp_path / "moi", TOLD, pki().agency.key(tmp_path), NOW)
    found = read_receipt(path, pki().trust, now=NOW)
    assert found.seal is not None
    assert (found.told.entries, found.told.sender) == (TOLD.entries, TOLD.sender)
    page = zip_members.read(path.read_bytes(), path).files[PAGE].decode()
    assert "Biên nhận của Sở Thông tin" in page


def test_the_page_to_print_tells_what_the_one_in_a_browser_does(
    tmp_path: Path,
) -> None:
    told = replace(TOLD, practice=True, slip=2, sender="Phòng <Văn hóa> & Thông tin")
    path = write_receipt(tmp_path, told, None, NOW)
    files = zip_members.read(path.read_bytes(), path).files
    body = files[PAGE].decode().partition("<body>")[2].partition("</body>")[0]
    page = ET.fromstring(f"<body>{body}</body>")  # noqa: S314  our own
    shown = "".join(page.itertext()).split()
    assert "<Văn" in shown
    assert "HUẤN" in shown
    assert page_sizes(files[PAPER]) == [(210, 297)]
    printed = "".join(whole_text(read_lines(files[PAPER])).split())
    assert not [one for one in shown if one not in printed]
    assert write_receipt(tmp_path / "nữa", told, None, NOW).read_bytes() == (
        path.read_bytes()
    )


def test_without_its_page_to_print_it_is_no_whole_receipt(tmp_path: Path) -> None:
    path = write_receipt(tmp_path, TOLD, pki().agency.key(tmp_path), NOW)
    files = dict(zip_members.read(path.read_bytes(), path).files)
    other = files | {PAPER: files[PAPER] + b"%"}
    del files[PAPER]
    for changed, reason in ((files, "missing"), (other, "hash")):
        path.write_bytes(zip_members.build(changed))
        with pytest.raises(PackageForgedError) as caught:
            read_receipt(path, pki().trust, now=NOW)
        assert (caught.value.reason, caught.value.facts[0]) == (reason, PAPER)


@pytest.mark.parametrize("member", [PAGE, RECEIPT])
def test_a_changed_member_is_refused(tmp_path: Path, member: str) -> None:
    path = write_receipt(tmp_path, TOLD, pki().agency.key(tmp_path), NOW)
    files = dict(zip_members.read(path.read_bytes(), path).files)
    assert SEAL in files
    files[member] = files[member].replace(b"30", b"31")
    path.write_bytes(zip_members.build(files))
    with pytest.raises(PackageForgedError):
        read_receipt(path, pki().trust, now=NOW)


def test_what_was_added_is_refused(tmp_path: Path) -> None:
    path = write_receipt(tmp_path, TOLD, None, NOW)
    assert read_receipt(path, Trust(), now=NOW).seal is None
    files = dict(zip_members.read(path.read_bytes(), path).files)
    path.write_bytes(zip_members.build({**files, "them.txt": b"x"}))
    with pytest.raises(PackageForgedError) as caught:
        read_receipt(path, Trust(), now=NOW)
    assert caught.value.reason == "unlisted"
