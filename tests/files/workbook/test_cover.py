"""The first sheet reads as the document does."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from desktop.files.workbook.cover import (
    annex_lines,
    date_line,
    number_line,
    period_line,
    put_cover,
)
from desktop.files.workbook.words import words
from desktop.records.report import Paragraph, Report
from tests.files.report_builder import (
    a_letterhead,
    a_months_chart,
    a_report,
    a_sentence,
    a_signer,
    an_annex,
)
from tests.files.workbook_reader import a_book, saved, texts, written


def cover(folder: Path, report: Report) -> Any:
    book = a_book(folder)
    put_cover(book, book.sheet_name("Báo cáo"), report, {})
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


def test_everything_stands_in_the_order_of_the_document(tmp_path: Path) -> None:
    found = texts(written(tmp_path, a_report())["Báo cáo"])
    expected = [
        "UBND HUYỆN ĐĂK HÀ",
        words().nation,
        "PHÒNG VĂN HÓA VÀ THÔNG TIN",
        words().motto,
        "Số: 05/BC-VHTT",
        "BÁO CÁO",
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        a_sentence(1),
        "II. KẾT QUẢ THỰC HIỆN",
        "Bảng “Kết quả thực hiện các mục tiêu, chỉ tiêu”: xem trang tính “Chỉ tiêu”.",
        f"Biểu đồ “{a_months_chart().title}”: xem trang tính “Biểu đồ”.",
        "Nơi nhận:",
        "KT. TRƯỞNG PHÒNG",
        "- Sở Thông tin và Truyền thông (báo cáo);",
        "- Lưu: VT, VHTT.",
        "Trần Thị Thuỷ Tiên",
        "Phụ lục II",
        "I. HỘI NGHỊ",
        "Bảng “Danh sách hoạt động”: xem trang tính “Dữ liệu hoạt động”.",
    ]
    assert [line for line in found if line in expected] == expected


def test_an_annex_of_tables_alone_is_only_on_its_sheet(tmp_path: Path) -> None:
    book = written(tmp_path, a_report())
    assert "Phụ lục I" not in texts(book["Báo cáo"])
    assert texts(book["Số liệu đơn vị"])[:3] == [
        "Phụ lục I",
        an_annex().title,
        f"({an_annex().reference})",
    ]
    assert [each.id for each in book["Báo cáo"].row_breaks.brk]


def test_lines_an_annex_lacks_are_left_out() -> None:
    lines = annex_lines(an_annex(label="", reference="(Kèm theo)"))
    assert [line for line, _look in lines] == [an_annex().title, "(Kèm theo)"]


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


def test_a_paragraph_of_many_pages_is_whole(tmp_path: Path) -> None:
    long = " ".join(a_sentence(n) for n in range(40))
    sheet = cover(tmp_path, a_report(blocks=(Paragraph(text=long),), annexes=()))
    found = [t for t in texts(sheet) if t in long and len(t) > 300]
    assert len(found) > 2
    assert " ".join(found) == long
    assert max(d.height or 0 for d in sheet.row_dimensions.values()) <= 409


def test_an_agency_without_superior_stands_first(tmp_path: Path) -> None:
    report = a_report(letterhead=a_letterhead(superior=""), blocks=(), annexes=())
    sheet = cover(tmp_path, report)
    assert sheet["A1"].value == "PHÒNG VĂN HÓA VÀ THÔNG TIN"
    assert sheet["A1"].font.bold


def test_a_test_key_says_so_above_the_name(tmp_path: Path) -> None:
    signer = a_signer(test_mark="CHỮ KÝ THỬ")
    found = texts(cover(tmp_path, a_report(signer=signer, blocks=(), annexes=())))
    assert found[-2:] == ["CHỮ KÝ THỬ", "Trần Thị Thuỷ Tiên"]
