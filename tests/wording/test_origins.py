"""Where an entry came from, in words."""

import datetime as dt
from dataclasses import replace

from desktop.rules.tracing.origin import Origin, Sent, Source, SourceCell
from desktop.wording.origins import origin_lines

AT = dt.datetime(2024, 7, 5, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
LABELS = {"title": "Tên lớp", "attendance": "Số lượt", "audiences": "Đối tượng"}
SOURCE = Source(
    file_name="Biểu xã.xlsx",
    sha256="",
    sheet="Quý II",
    row=6,
    cells=(
        SourceCell(field="title", cell="B6"),
        SourceCell(field="attendance", cell="D6"),
        SourceCell(field="audiences#women", cell="E6"),
    ),
    imported_at=AT,
    by="Chị Hoa",
)


def test_an_imported_number_names_file_sheet_and_its_own_cell() -> None:
    (line,) = origin_lines(Origin(sources=(SOURCE,)), LABELS, ("attendance",))
    assert line == (
        "Nhập từ tệp “Biểu xã.xlsx”, trang tính “Quý II”, dòng 6: Số lượt ở ô D6. "
        "Chị Hoa nhập 08:30, 05/07/2024."
    )


def test_without_a_number_asked_about_the_first_cells_are_named() -> None:
    (line,) = origin_lines(Origin(sources=(SOURCE,)), LABELS)
    assert "Tên lớp ở ô B6; Số lượt ở ô D6; Đối tượng (women) ở ô E6" in line


def test_what_was_pasted_by_nobody_in_particular_says_so() -> None:
    pasted = replace(SOURCE, file_name="", sheet="", by="", cells=())
    (line,) = origin_lines(Origin(sources=(pasted,)), LABELS)
    assert line == "Nhập từ bảng được dán, dòng 6. Nhập 08:30, 05/07/2024."


def test_an_entry_by_hand_names_who_wrote_and_who_changed_it() -> None:
    origin = Origin(
        sources=(), entered_at=AT, entered_by="Anh Nam", changed_at=AT, changed_by=""
    )
    assert origin_lines(origin, LABELS) == (
        "Ghi vào sổ 08:30, 05/07/2024, Anh Nam.",
        "Sửa lần cuối 08:30, 05/07/2024.",
    )


def test_of_what_was_imported_the_file_says_when_it_was_entered() -> None:
    origin = Origin(sources=(SOURCE,), entered_at=AT, entered_by="Chị Hoa")
    assert len(origin_lines(origin, LABELS)) == 1


SENT = Sent(
    agency="UBND xã Đăk Mar",
    package=False,
    period_code="2024-H1",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 6, 30),
    version=2,
    slip=0,
    file_name="Biểu xã.xlsx",
    at="Tập huấn!7",
    received_at=AT,
    signer="",
    newest=True,
)


def test_what_came_in_a_form_names_unit_file_sheet_and_row() -> None:
    (line,) = origin_lines(Origin(sources=(), sent=(SENT,), entered_at=AT), LABELS)
    assert line == (
        "UBND xã Đăk Mar gửi biểu của 6 tháng đầu năm 2024, lần 2: "
        "tệp “Biểu xã.xlsx”, trang tính “Tập huấn”, dòng 7. "
        "Nhận 08:30, 05/07/2024."
    )


def test_a_total_of_a_form_names_its_cell() -> None:
    total = replace(SENT, at="Tổng hợp!C9")
    (line,) = origin_lines(Origin(sources=(), sent=(total,)), LABELS)
    assert "trang tính “Tổng hợp”, ô C9." in line


def test_what_came_in_a_package_names_its_record_and_signer() -> None:
    package = replace(SENT, package=True, at="5f3a", signer="Nguyễn A", newest=False)
    (line,) = origin_lines(Origin(sources=(), sent=(package,)), LABELS)
    assert "gửi gói của" in line
    assert "bản ghi 5f3a, Nguyễn A ký." in line
    assert line.endswith("Tệp đến sau cũng kể mục này.")


def test_a_correction_slip_tells_its_number() -> None:
    slip = replace(SENT, package=True, slip=1, at="5f3a")
    (line,) = origin_lines(Origin(sources=(), sent=(slip,)), LABELS)
    assert "gửi phiếu đính chính số 1 của" in line
