"""The first sheet reads as the document does."""

from pathlib import Path
from typing import Any

from desktop.files.footnoted import Footnoted
from desktop.files.workbook.cover import annex_lines, put_cover
from desktop.files.workbook.words import words
from desktop.files.workbook.workbook import frozen_sha256
from desktop.records.report import Paragraph, Report
from desktop.rules.short_code import short_code
from tests.files.report_builder import (
    a_months_chart,
    a_report,
    a_sentence,
    a_signer,
    an_annex,
)
from tests.files.traced_report import a_traced_report
from tests.files.workbook_reader import a_book, saved, texts, written


def cover(folder: Path, report: Report) -> Any:
    book = a_book(folder)
    put_cover(book, book.sheet_name("Báo cáo"), report, {}, Footnoted(report))
    return saved(book, folder)["Báo cáo"]


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


def test_a_paragraph_of_many_pages_is_whole(tmp_path: Path) -> None:
    long = " ".join(a_sentence(n) for n in range(40))
    sheet = cover(tmp_path, a_report(blocks=(Paragraph(text=long),), annexes=()))
    found = [t for t in texts(sheet) if t in long and len(t) > 300]
    assert len(found) > 2
    assert " ".join(found) == long
    assert max(d.height or 0 for d in sheet.row_dimensions.values()) <= 409


def test_a_test_key_says_so_above_the_name(tmp_path: Path) -> None:
    signer = a_signer(test_mark="CHỮ KÝ THỬ")
    found = texts(cover(tmp_path, a_report(signer=signer, blocks=(), annexes=())))
    assert found[-2:] == ["CHỮ KÝ THỬ", "Trần Thị Thuỷ Tiên"]


def test_notes_of_the_text_stand_below_the_signature(tmp_path: Path) -> None:
    book = written(tmp_path, a_traced_report())
    found = texts(book["Báo cáo"])
    assert "1. Theo đơn vị [1]" in found
    assert found[-3:-1] == ["Giải trình:", "[1] Xã Đăk Mar chưa báo cáo quý IV."]
    assert found[-1].startswith("Mã đối chiếu: ")


def test_a_note_of_a_table_that_is_not_there_is_told_all_the_same(
    tmp_path: Path,
) -> None:
    report = a_traced_report(blocks=())
    assert len([t for t in texts(cover(tmp_path, report)) if t.startswith("[")]) == 4


def test_the_code_of_the_data_stands_below_the_report_and_at_each_foot(
    tmp_path: Path,
) -> None:
    report = a_report()
    book = written(tmp_path, report)
    code = f"Mã đối chiếu: {short_code(frozen_sha256(report))}"
    found = texts(book["Báo cáo"])
    assert found.index(code) > found.index("Trần Thị Thuỷ Tiên")
    feet = {sheet.oddFooter.center.text for sheet in book}
    assert feet == {f"{words().footer} · {code}"}


def test_a_book_without_data_to_compare_shows_no_code(tmp_path: Path) -> None:
    found = cover(tmp_path, a_report(blocks=(), annexes=()))
    assert not [text for text in texts(found) if "Mã đối chiếu" in text]
    assert found.oddFooter.center.text == words().footer
