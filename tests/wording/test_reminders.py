"""What a unit is asked, in a text to be pasted or mailed."""

import datetime as dt
from dataclasses import replace

from desktop.records.arrival import CellFault
from desktop.wording import reminders
from desktop.wording.reminders import Asked

ONE = Asked(
    unit="Xã A",
    office="Phòng Văn hóa",
    plan="Triển khai Đề án",
    period="năm 2024",
    due=dt.date(2024, 11, 24),
)
FAULT = CellFault(
    sheet="Tổng hợp",
    cell="C9",
    label="Số cuộc",
    code="number_not_number",
    facts=("ba",),
)


def test_a_unit_that_sent_nothing_is_told_the_day_and_the_form() -> None:
    said = reminders.text(replace(ONE, form="Bieu A.xlsx", late_days=3))
    assert said.startswith("Kính gửi: Xã A.\n")
    assert "Kế hoạch triển khai Đề án" in said
    assert "theo biểu “Bieu A.xlsx”" in said
    assert "chậm nhất ngày 24/11/2024; đến nay đã quá hạn 3 ngày." in said
    assert "Đến nay chưa nhận được số liệu của đơn vị." in said


def test_faults_are_told_one_by_one_with_their_cells() -> None:
    sent = replace(
        ONE, sent="bieu.xlsx", sent_on=dt.date(2024, 11, 20), faults=(FAULT, FAULT)
    )
    said = reminders.text(sent)
    assert "Tệp “bieu.xlsx” đơn vị gửi ngày 20/11/2024 đã trả lại vì còn 2 chỗ" in said
    assert "1. Trang “Tổng hợp”, ô C9 (Số cuộc): “ba” không phải là số" in said
    assert "\n2. Trang" in said
    assert "chưa nhận được số liệu" not in said


def test_faults_that_cannot_be_read_again_are_at_least_counted() -> None:
    said = reminders.text(replace(ONE, sent="bieu.xlsx", many_faults=4))
    assert "còn 4 chỗ phải sửa; đề nghị sửa các ô được tô màu" in said


def test_a_day_nobody_knows_is_not_invented() -> None:
    undated = replace(ONE, due=None)
    assert "chậm nhất" not in reminders.text(undated)
    assert "hạn" not in reminders.subject(undated)
    assert reminders.subject(ONE).endswith("hạn 24/11/2024")


def test_texts_of_several_stand_apart() -> None:
    said = reminders.texts((ONE, replace(ONE, unit="Xã B")))
    first, second = said.split(reminders.BETWEEN)
    assert "Xã A" in first
    assert "Xã B" in second
