"""The text that goes with a form sent back."""

from desktop.records.arrival import CellFault
from desktop.wording.form_returns import covering, summary


def fault(cell: str, *, doubt: bool = False) -> CellFault:
    return CellFault(
        sheet="Tập huấn",
        cell=cell,
        label="Lượt người",
        code="number_not_number",
        facts=("12 buổi",),
        doubt=doubt,
    )


def told(*faults: CellFault, until: str = "", practice: bool = False) -> str:
    return covering(
        faults,
        unit="UBND xã Đăk Mar",
        office="phòng Văn hóa và Thông tin",
        file="bieu.xlsx",
        period="6 tháng đầu năm 2024",
        until=until,
        practice=practice,
    )


def test_it_names_unit_file_period_day_and_every_fault() -> None:
    said = told(fault("D7"), fault("D8"), until="15/07/2024")
    assert said.startswith("Kính gửi: UBND xã Đăk Mar.\n\nPhòng Văn hóa và Thông tin ")
    assert "“bieu.xlsx” (6 tháng đầu năm 2024). Tệp còn 2 ô cần xem lại:" in said
    assert "1. Trang “Tập huấn”, ô D7" in said
    assert "2. Trang “Tập huấn”, ô D8" in said
    assert "gửi lại trước hết ngày 15/07/2024." in said
    assert "màu vàng" not in said


def test_both_colours_are_explained_where_there_are_both() -> None:
    said = told(fault("D7"), fault("D8", doubt=True))
    assert "màu vàng nhạt: đúng thì giữ nguyên" in said
    assert "rồi gửi lại. Không đổi tên" in said


def test_cells_to_mend_and_cells_to_look_at_are_counted_apart() -> None:
    assert summary([fault("D7"), fault("D8", doubt=True)]) == (
        "1 ô phải sửa, 1 ô cần xem lại"
    )
    assert summary([fault("D7", doubt=True)]) == "1 ô cần xem lại"
    assert summary([fault("D7")]) == "1 ô phải sửa"


def test_a_practice_office_says_so_first() -> None:
    said = told(fault("D7"), practice=True)
    assert said.startswith("[Sổ thực hành: lời nhắn tập, không gửi đi]\n\nKính gửi:")
