"""Differences of a signed copy are told with their page."""

import datetime as dt

from desktop.wording.signed_copies import (
    copy_lines,
    difference_line,
    first_difference,
    otherwise_line,
    received_lines,
)


def test_a_difference_tells_its_page_and_what_became_of_what() -> None:
    assert difference_line(2, "words", "12", "13") == (
        "Trang 2: chữ hoặc số khác với bản đã gửi: “12” → “13”."
    )
    assert difference_line(1, "number", "", "123") == (
        "Trang 1: số văn bản được ghi vào: “123”."
    )
    assert difference_line(0, "pages", "2", "3").startswith("Cả tệp: số trang")
    assert difference_line(3, "look", "", "").endswith("bản đã gửi.")


def test_a_long_passage_is_cut() -> None:
    line = difference_line(1, "words", "x" * 200, "")
    assert len(line) < 150
    assert "…" in line


def test_the_fault_tells_the_first_difference() -> None:
    assert first_difference(("2", "look", "", "")).startswith("Trang 2")
    assert first_difference(("2",)) == "Có nội dung khác."


def test_the_check_names_what_is_lost_and_what_was_altered() -> None:
    assert copy_lines((), ()) == ()
    assert copy_lines(("a.pdf",), ("b.pdf", "c.pdf")) == (
        "Thiếu bản đã ký (1): a.pdf.",
        "Bản đã ký bị thay đổi (2): b.pdf, c.pdf.",
    )


def test_another_number_or_date_than_the_book_s_is_told() -> None:
    day, other = dt.date(2024, 12, 20), dt.date(2024, 12, 21)
    assert otherwise_line(("15", day), ("99", day)) == (
        "▲ Bản đã ký mang số 99, còn sổ ghi số 15: xem lại bên nào đúng."
    )
    assert "số 99, ngày 21/12/2024, còn sổ ghi số 15, ngày 20/12/2024" in (
        otherwise_line(("15", day), ("99", other))
    )
    for known, read in ((("15", day), ("15", day)), (("", None), ("99", other))):
        assert otherwise_line(known, read) == ""
    assert otherwise_line(("15", day), ("", None)) == ""


def test_the_check_names_received_files_that_are_lost_or_altered() -> None:
    assert received_lines((), ()) == ()
    assert received_lines(("một.xlsx",), ("hai.zip",)) == (
        "Thiếu tệp đã nhận (1): một.xlsx.",
        "Tệp đã nhận bị thay đổi (1): hai.zip.",
    )
