"""What a file is stands in its bytes; its name proves nothing."""

import pytest

from desktop.files.arriving.recognising import RECEIPT_MEMBER, What, recognise
from desktop.files.locking import lock_with_words
from tests.files.arriving import odd_files as odd

BOOK = odd.a_workbook()
FOREIGN = {
    "old_workbook": odd.compound("Workbook"),
    "password_workbook": odd.compound("EncryptedPackage"),
    "outlook_message": odd.compound("__substg1.0_"),
    "winmail": bytes.fromhex("789F3E22") + b"rest",
    "shortcut": b"L\x00\x00\x00\x01\x14\x02\x00rest",
    "other_archive": b"Rar!\x1a\x07",
    "pdf": b"%PDF-1.7",
    "picture": b"\xff\xd8\xff\xe0",
    "program": b"MZ\x90",
    "macros": odd.with_macros(BOOK),
    "word_file": odd.a_zip({"word/document.xml": b"<x/>"}),
    "binary_workbook": odd.a_zip({"xl/workbook.bin": b"x"}),
    "open_document": odd.a_zip(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    ),
    "password_archive": odd.locked_zip(),
    "empty_archive": b"PK\x05\x06" + bytes(18),
    "damaged_archive": odd.a_zip({"a.txt": b"a" * 99})[:60],
    "web_page": b"<html><table><tr><td>1</td></tr></table></html>",
    "text": "Kính gửi phòng".encode(),
    "unknown_kind": b"\x00\x01\x02" * 40,
}


@pytest.mark.parametrize(("reason", "data"), FOREIGN.items(), ids=FOREIGN)
def test_what_is_nothing_to_the_tray_is_named(reason: str, data: bytes) -> None:
    found = recognise(data, "biểu.xlsx")
    assert (found.what, found.reason[0]) == (What.FOREIGN, reason)


@pytest.mark.parametrize("name", ["a.zip.txt", "a (1).xlsx", "a", "winmail.dat"])
def test_a_workbook_is_one_whatever_it_is_called(name: str) -> None:
    assert recognise(BOOK, name).what is What.WORKBOOK


def test_a_workbook_saved_as_one_of_macros_is_refused_though_it_has_none() -> None:
    found = recognise(odd.called_of_macros(BOOK), "biểu.xlsm")
    assert (found.what, found.reason) == (What.FOREIGN, ("macros",))


def test_the_mark_of_a_lock_file_is_its_name() -> None:
    assert recognise(b"\x05User", "~$biểu.xlsx").reason == ("office_lock",)


def test_packages_are_known_also_when_cut_short_or_begun_with_something_else() -> None:
    package = odd.a_zip({"bao-cao.pdf": b"%PDF" * 99, "manifest.json": b"{}"})
    for data in (package, package[:-40], b"junk" + package):
        assert recognise(data, "gói.zip").what is What.PACKAGE


def test_archives_mails_receipts_and_locks_are_what_they_are() -> None:
    assert recognise(odd.a_zip({"a.xlsx": BOOK}), "x").what is What.ARCHIVE
    assert recognise(odd.a_mail({"a.xlsx": BOOK}), "x").what is What.MAIL
    receipt = odd.a_zip({RECEIPT_MEMBER: b"{}"})
    assert recognise(receipt, "x").what is What.RECEIPT
    locked = recognise(lock_with_words(BOOK, "mười hai chữ trở lên"), "x")
    assert (locked.what, locked.reason) == (What.LOCKED, ("locked_words",))


def test_json_alone_is_a_text_and_no_receipt() -> None:
    found = recognise(b'{"receipt": 1}', "bien-nhan.json")
    assert (found.what, found.reason[0]) == (What.FOREIGN, "text")
