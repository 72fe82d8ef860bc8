"""The guard says how much of persons a file shows, and never what."""

import dataclasses
from pathlib import Path

import pytest

from desktop.files.evidence.guarding import decoded, look
from desktop.files.evidence.media import media_of
from desktop.rules.evidence_guard import Findings, Personal
from tests.files.evidence.pictures import (
    IDENTITIES,
    a_document,
    a_list,
    a_pdf,
    a_photo,
    a_zip,
    an_attendance_sheet,
)


def found(data: bytes, name: str = "tep") -> dict[Personal, int] | None:
    findings = look(data, media_of(data, Path(name)))
    return None if findings is None else dict(findings.counts)


def test_an_attendance_sheet_shows_three_cards() -> None:
    assert found(an_attendance_sheet()) == {Personal.IDENTITY: 3}


def test_the_finding_holds_numbers_only() -> None:
    sheet = an_attendance_sheet()
    findings = look(sheet, media_of(sheet, Path("a.xlsx")))
    said = repr(findings)
    assert not any(number in said for number in IDENTITIES)
    assert "Người" not in said
    assert [one.name for one in dataclasses.fields(Findings)] == ["counts"]


def test_columns_are_known_by_their_headings_wherever_the_list_is() -> None:
    rows = [
        ["STT", "Họ tên", "Ngày, tháng, năm sinh", "Dân tộc", "Tôn giáo", "Điện thoại"],
        ["1", "A", "01/02/1990", "Xơ Đăng", "Không", "0912 345 678"],
    ]
    wanted = {
        Personal.BIRTH: 1,
        Personal.ETHNICITY: 1,
        Personal.RELIGION: 1,
        Personal.PHONE: 1,
    }
    assert found(a_list(rows)) == wanted
    assert found(a_document(rows)) == wanted
    text = "\n".join(";".join(row) for row in rows)
    assert found(text.encode(), "ds.csv") == wanted


def test_a_pdf_with_numbers_warns_and_one_of_numbers_of_papers_does_not() -> None:
    assert found(a_pdf("CCCD 001203004561", "DT 0912345678")) == {
        Personal.IDENTITY: 1,
        Personal.PHONE: 1,
    }
    assert found(a_pdf("Cong van so 5768/BTTTT, 9 500 000 dong, 24/11/2024")) == {}


def test_text_in_any_coding_is_read() -> None:
    assert found("số 001203004561".encode("utf-16"), "a.txt") == {Personal.IDENTITY: 1}
    assert found("số 001203004561".encode(), "a.txt") == {Personal.IDENTITY: 1}
    assert decoded(b"\xef\xbb\xbfa") == "a"
    assert decoded("tiếng".encode("cp1258", "ignore"))


@pytest.mark.parametrize(
    "data",
    [
        a_zip({"xl/workbook.xml": b"<w/>", "xl/worksheets/sheet1.xml": b"<row"}),
        a_zip({"word/document.xml": b"<w:p>"}),
        b"%PDF-1.4 and nothing else",
        a_photo(20, 20),
    ],
    ids=["sheet", "document", "pdf", "photo"],
)
def test_of_what_cannot_be_read_nothing_is_said(data: bytes) -> None:
    assert found(data) is None
