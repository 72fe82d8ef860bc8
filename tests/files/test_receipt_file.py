"""A receipt's file holds as a whole, with a seal or without one."""

import html
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
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.rules.dates import format_date
from desktop.rules.times import format_moment
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


@pytest.mark.parametrize("member", [PAGE, PAPER])
def test_its_pages_say_who_signed_by_which_certificate_and_when(
    tmp_path: Path, member: str
) -> None:
    key = pki().agency.key(tmp_path)
    page = shown(write_receipt(tmp_path / "ky", TOLD, key, NOW), member)
    assert spaceless(key.name) in page
    assert spaceless(f"do {key.issuer} cấp") in page
    assert spaceless(format_date(key.not_after.date())) in page
    assert spaceless(f"{format_moment(NOW)}, theo đồng hồ máy ký") in page
    assert spaceless("không nằm trên trang này") in page, "a page proves nothing"
    assert spaceless("KHÔNG KÝ SỐ") not in page

    page = shown(write_receipt(tmp_path / "khong", TOLD, None, NOW), member)
    assert spaceless("KHÔNG KÝ SỐ") in page
    assert spaceless("Chứng thư số") not in page


def test_its_pages_say_that_a_key_made_for_a_test_is_worth_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "khoa.p12"
    make_test_key(path, name="Sở", organisation="Sở", password="ky-thu", now=NOW)
    key = load_key(path, "ky-thu")
    page = shown(write_receipt(tmp_path, TOLD, key, NOW), PAPER)
    assert spaceless("chữ ký này không có giá trị") in page


def spaceless(text: str) -> str:
    """Return a text as it is found whatever lines it was broken into."""
    return "".join(text.split())


def shown(receipt: Path, member: str) -> str:
    """Return what a page of a receipt says, without its blanks."""
    data = zip_members.read(receipt.read_bytes(), receipt).files[member]
    if member == PAPER:
        return spaceless(whole_text(read_lines(data)))
    return spaceless(html.unescape(data.decode()))


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
