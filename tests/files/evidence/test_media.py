"""What a file is, told by its bytes; names are believed of nothing but texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileError
from desktop.files.evidence.media import MEDIA, Sort, ending_of, media_of, sort_of
from tests.files.evidence.pictures import (
    a_document,
    a_film,
    a_list,
    a_pdf,
    a_photo,
    a_picture,
    a_png,
    a_zip,
    saved,
)

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
KNOWN = (
    (a_photo(64, 64), "image/jpeg"),
    (a_png(64, 64), "image/png"),
    (saved(a_picture(8, 8), "GIF"), "image/gif"),
    (saved(a_picture(8, 8), "WEBP"), "image/webp"),
    (saved(a_picture(8, 8), "BMP"), "image/bmp"),
    (saved(a_picture(8, 8), "TIFF"), "image/tiff"),
    (a_pdf("x"), "application/pdf"),
    (b"{\\rtf1 x}", "application/rtf"),
    (
        a_document([["a"]]),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        a_list([["a"]]),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        a_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        "application/vnd.oasis.opendocument.text",
    ),
    (a_zip({"anh.jpg": b"x"}), "application/zip"),
    (OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
    (OLE + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
    (b"ID3\x04" + bytes(20), "audio/mpeg"),
    (b"\xff\xfb\x90\x00" + bytes(20), "audio/mpeg"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
    (b"OggS" + bytes(20), "audio/ogg"),
    (a_film(), "video/mp4"),
    (b"\x00\x00\x00\x14ftypqt  " + bytes(8), "video/quicktime"),
    (b"\x00\x00\x00\x14ftypM4A " + bytes(8), "audio/mp4"),
)
REFUSED = (
    (b"", "anh.jpg", "empty"),
    (b"MZ" + bytes(60), "anh.jpg", "executable"),
    (b"\x7fELF" + bytes(60), "so.pdf", "executable"),
    (b"#!/bin/sh\n", "so.txt", "executable"),
    (b"@echo off", "chay.bat", "executable"),
    (b"<html>", "trang.html", "executable"),
    (a_photo(8, 8), "anh.jpg.exe", "executable"),
    (OLE, "cai-dat.doc", "executable"),
    (a_zip({"a/chay.EXE": b"x"}), "anh.zip", "executable"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "so.xlsx", "password"),
    (
        a_zip({"xl/workbook.xml": b"x", "xl/vbaProject.bin": b"x"}),
        "so.xlsx",
        "macros",
    ),
    (b"\x00\x00\x00\x18ftypheic" + bytes(8), "IMG_1.HEIC", "heic"),
    (b"PK\x03\x04 and no more", "so.xlsx", "unreadable"),
    (b"\x01\x02\x03\x00 what is it", "la.dat", "unknown_kind"),
    (b"words", "la.bin", "unknown_kind"),
    (b"a\x00b", "la.txt", "unknown_kind"),
)

REASONS = {one for _, _, one in REFUSED}


@pytest.mark.parametrize(("data", "media"), KNOWN, ids=[one for _, one in KNOWN])
def test_a_file_is_what_its_bytes_say_whatever_it_is_called(
    data: bytes, media: str
) -> None:
    assert media_of(data, Path("ten-gi-cung-duoc.xyz")).media == media


@pytest.mark.parametrize(("data", "name", "reason"), REFUSED)
def test_what_may_harm_or_cannot_be_made_safe_is_refused_with_its_reason(
    data: bytes, name: str, reason: str
) -> None:
    with pytest.raises(FileError) as refused:
        media_of(data, Path(name))
    assert refused.value.reason == reason


def test_a_text_is_told_from_a_list_by_its_ending() -> None:
    assert media_of(b"xin ch\xc3\xa0o", Path("loi.txt")).media == "text/plain"
    assert media_of("a\tb".encode("utf-16"), Path("loi.CSV")).media == "text/csv"


def test_every_kind_has_one_ending_and_one_sort() -> None:
    assert len({one.ending for one in MEDIA}) == len({one.media for one in MEDIA})
    assert all(ending_of(one.media) == one.ending for one in MEDIA)
    assert ending_of("nobody/knows") == ".bin"
    assert (sort_of("image/png"), sort_of("")) == (Sort.PHOTO, None)


def test_persons_may_be_recognised_in_pictures_and_by_their_voice() -> None:
    shown = {one.sort for one in MEDIA if one.shows_persons}
    assert shown == {Sort.PHOTO, Sort.FILM, Sort.SOUND}


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "b.csv", "c.jpg", "d"]))
def test_no_bytes_end_in_anything_but_a_kind_or_a_reason(
    data: bytes, name: str
) -> None:
    try:
        found: object = media_of(data, Path(name))
    except FileError as error:
        found = error.reason
    assert found in MEDIA or found in REASONS
