"""Faults of cells in words: where, what is wrong, what to write."""

from dataclasses import replace

import pytest

from desktop.records.arrival import CellFault
from desktop.wording import form_faults


def fault(code: str, *facts: str, doubt: bool = False) -> CellFault:
    return CellFault(
        sheet="Tập huấn",
        cell="D7",
        label="Lượt người",
        code=code,
        facts=facts,
        doubt=doubt,
    )


def test_a_line_names_sheet_cell_fault_and_remedy() -> None:
    assert form_faults.line(fault("number_not_number", "12 buổi")) == (
        "Trang “Tập huấn”, ô D7 (Lượt người): “12 buổi” không phải là số; đề nghị chỉ "
        "ghi số, ví dụ 12."
    )


def test_a_note_tells_the_heading_first() -> None:
    assert form_faults.note(fault("less_than_listed", "30", "45")) == (
        "Lượt người\nTổng số ghi là 30, ít hơn số cộng từ các dòng đã kê (45).\nĐề "
        "nghị ghi tổng số không nhỏ hơn số đã kê, hoặc sửa lại các dòng kê."
    )


def test_a_doubt_may_stay_as_it_is() -> None:
    said = form_faults.note(fault("number_about", "khoảng 20", doubt=True))
    assert "Nếu đúng thì giữ nguyên; nếu sai, đề nghị ghi số đúng" in said
    line = form_faults.line(fault("number_about", "khoảng 20", doubt=True))
    assert "; nếu sai, đề nghị ghi số đúng" in line


def test_faults_of_entry_are_told_as_at_entry() -> None:
    said = form_faults.line(fault("people_above_attendance", "50", "40"))
    assert "số người (50) không thể nhiều hơn lượt người (40)" in said
    assert said.count("Lượt người") == 1
    assert said.endswith("; đề nghị xem lại và ghi cho đúng.")


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("number_grouping", "ghi số"),
        ("date_year", "ngày/tháng/năm"),
        ("unknown_code", "chọn trong danh sách"),
    ],
)
def test_what_to_write_is_known_by_the_kind_of_fault(code: str, wanted: str) -> None:
    assert wanted in form_faults.to_write(fault(code, "x", "y"))


@pytest.mark.parametrize("code", sorted(form_faults.FAULTS))
def test_every_sentence_takes_missing_facts_without_a_fault(code: str) -> None:
    for facts in ((), ("a", "b", "c")):
        said = form_faults.line(fault(code, *facts))
        assert "{" not in said
        assert said.endswith(".")
        assert ".." not in said
        assert form_faults.wrong(fault(code, *facts)).endswith(".")


def test_a_blank_cell_is_not_quoted() -> None:
    assert form_faults.wrong(fault("number_not_number", "")).startswith("Nội dung")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            ("3", "1", "1"),
            "Đã sửa 3 ô, còn 1 ô, 1 ô khác bị thay đổi dù không yêu cầu.",
        ),
        (("4", "0", "0"), "Đã sửa 4 ô, không còn ô nào phải sửa."),
    ],
)
def test_an_answer_is_three_numbers(facts: tuple[str, ...], said: str) -> None:
    assert form_faults.answered(facts) == said


def test_a_list_is_numbered() -> None:
    said = form_faults.numbered([fault("missing"), fault("negative")])
    assert [line[:3] for line in said.splitlines()] == ["1. ", "2. "]


def test_faults_are_told_in_the_order_one_reads() -> None:
    places = [("B", "D7"), ("A", "AA5"), ("B", "C7"), ("A", "B5"), ("B", "C10")]
    faults = [replace(fault("missing"), sheet=one, cell=at) for one, at in places]
    told = [(one.sheet, one.cell) for one in form_faults.reading_order(faults)]
    assert told == [("B", "C7"), ("B", "D7"), ("B", "C10"), ("A", "B5"), ("A", "AA5")]


def test_a_list_too_long_to_be_read_is_counted_at_its_end() -> None:
    many = [replace(fault("missing"), cell=f"D{row}") for row in range(1, 101)]
    told = form_faults.numbered(many).splitlines()
    assert len(told) == form_faults.MOST_LINES + 1
    assert told[-1] == "… và 60 ô nữa, xem ghi chú trong tệp."
    assert len(form_faults.numbered(many[:40]).splitlines()) == 40
