"""The head of the first sheet is that of the document, a letter's included."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from desktop.files.workbook.letterhead import (
    date_line,
    number_line,
    period_line,
    put_contact,
    put_letterhead,
)
from desktop.files.workbook.sheet import Sheet
from desktop.files.workbook.words import words
from desktop.records.report import Report
from tests.files.report_builder import a_letterhead, a_report
from tests.files.workbook_reader import a_book, saved, texts


def cover(folder: Path, report: Report) -> Any:
    book = a_book(folder)
    sheet = Sheet(book, "Báo cáo", [70.0] * 6)
    put_letterhead(sheet, report)
    put_contact(sheet, report.letterhead.contact)
    return saved(book, folder)["Báo cáo"]


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (dt.date(2024, 2, 5), "Đăk Hà, ngày 05 tháng 02 năm 2024"),
        (dt.date(2024, 3, 15), "Đăk Hà, ngày 15 tháng 3 năm 2024"),
        (dt.date(2024, 12, 1), "Đăk Hà, ngày 01 tháng 12 năm 2024"),
    ],
)
def test_days_and_the_first_months_get_a_nought(day: dt.date, line: str) -> None:
    assert date_line(a_letterhead(date=day), words()) == line


def test_what_is_not_yet_known_is_left_open() -> None:
    head = a_letterhead(number="", date=None)
    assert number_line(head, words()).split() == ["Số:", "/BC-VHTT"]
    assert date_line(head, words()).split() == [
        "Đăk",
        "Hà,",
        "ngày",
        "tháng",
        "năm",
        "2024",
    ]


@pytest.mark.parametrize(
    ("number", "line"), [("5", "05"), ("05", "05"), ("125", "125")]
)
def test_numbers_below_ten_get_a_nought(number: str, line: str) -> None:
    assert number_line(a_letterhead(number=number), words()) == f"Số: {line}/BC-VHTT"


def test_the_period_is_told_with_its_closing_day() -> None:
    line = period_line(a_report(), words())
    assert "từ ngày 15/12/2023 đến ngày 14/12/2024" in line
    assert "đến hết ngày 14/12/2024" in line


@pytest.mark.parametrize(
    ("addressees", "lines"),
    [
        ((), []),
        (("UBND tỉnh",), ["Kính gửi: UBND tỉnh"]),
        (("UBND tỉnh", "Sở"), ["Kính gửi:", "- UBND tỉnh;", "- Sở."]),
    ],
)
def test_addressees_are_listed(
    tmp_path: Path, addressees: tuple[str, ...], lines: list[str]
) -> None:
    head = a_letterhead(addressees=addressees)
    found = texts(cover(tmp_path, a_report(letterhead=head, blocks=(), annexes=())))
    known = {"Kính gửi: UBND tỉnh", "Kính gửi:", "- UBND tỉnh;", "- Sở."}
    assert [line for line in found if line in known] == lines


def test_an_agency_without_superior_stands_first(tmp_path: Path) -> None:
    report = a_report(letterhead=a_letterhead(superior=""), blocks=(), annexes=())
    sheet = cover(tmp_path, report)
    assert sheet["A1"].value == "PHÒNG VĂN HÓA VÀ THÔNG TIN"
    assert sheet["A1"].font.bold


def test_a_letter_has_its_subject_under_the_number(tmp_path: Path) -> None:
    head = a_letterhead(document_type="", subject="đôn đốc báo cáo năm 2024")
    sheet = cover(tmp_path, a_report(letterhead=head))
    found = texts(sheet)
    assert found[found.index("Số: 05/BC-VHTT") + 2] == "V/v đôn đốc báo cáo năm 2024"
    assert not [line for line in found if line.startswith("(Kỳ từ")]
    (subject,) = [c for row in sheet for c in row if str(c.value).startswith("V/v")]
    assert (subject.column_letter, subject.font.size, subject.font.bold) == (
        "A",
        12,
        False,
    )


def test_marks_of_urgency_and_circulation_are_framed(tmp_path: Path) -> None:
    head = a_letterhead(urgency="KHẨN", circulation="LƯU HÀNH NỘI BỘ")
    sheet = cover(tmp_path, a_report(letterhead=head))
    stamps = {
        c.value: c
        for row in sheet
        for c in row
        if c.border.left and c.border.left.style
    }
    assert set(stamps) >= {"KHẨN", "LƯU HÀNH NỘI BỘ"}
    assert all(stamps[word].font.bold for word in ("KHẨN", "LƯU HÀNH NỘI BỘ"))


def test_the_office_says_where_it_can_be_reached(tmp_path: Path) -> None:
    head = a_letterhead(contact=("Số 1 Hùng Vương", "ĐT: 0260 3822 000"))
    found = texts(cover(tmp_path, a_report(letterhead=head)))
    assert found[-2:] == ["Số 1 Hùng Vương", "ĐT: 0260 3822 000"]
