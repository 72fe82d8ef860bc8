"""Words for a preview: counts that agree, addresses, a list of faults to send on."""

import pytest

from desktop.errors import Problem
from desktop.records.figure import Source
from desktop.records.register import Register
from desktop.rules.entry_table.fates import (
    CellFate,
    ColumnMatch,
    Fate,
    Match,
    Preview,
    RowFate,
)
from desktop.wording import entry_preview as words

REGISTER = Register(
    code="training", name="Tập huấn", one="lớp", source=Source.ACTIVITY, fields=()
)
LABELS = {"first_day": "Từ ngày", "pillar": "Trụ cột"}.get


def label(name: str) -> str:
    return LABELS(name) or name


def a_cell(found: str, *problems: Problem) -> CellFate:
    return CellFate(
        column=2,
        field="first_day",
        found=found,
        text=found,
        shown="",
        problems=problems,
    )


def a_row(number: int, fate: Fate, *cells: CellFate, **changes: object) -> RowFate:
    return RowFate(number=number, fate=fate, cells=cells, **changes)  # type: ignore[arg-type]


def a_preview(*rows: RowFate) -> Preview:
    column = ColumnMatch(column=2, heading="Ngày", field="first_day", match=Match.EXACT)
    return Preview(
        register=REGISTER,
        sheet="T1",
        sheets=("T1",),
        heading_row=1,
        columns=(column,),
        rows=rows,
    )


def test_the_counts_told_add_up() -> None:
    fates = (Fate.ADD, Fate.ADD, Fate.CHANGE, Fate.REFUSED, Fate.SAME)
    shown = a_preview(*(a_row(n, fate) for n, fate in enumerate(fates)))
    assert words.counts_sentence(shown) == (
        "Đã đọc 5 dòng = 3 nhận (2 thêm, 1 sửa) + 1 không nhận + 1 không đổi"
    )
    more = a_preview(*shown.rows, a_row(9, Fate.LEFT_OUT))
    assert words.counts_sentence(more) == (
        "Đã đọc 6 dòng = 3 nhận (2 thêm, 1 sửa) + 1 không nhận + 1 không đổi + 1 bỏ qua"
    )


@pytest.mark.parametrize(
    ("column", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (702, "AAA")]
)
def test_columns_are_called_as_a_workbook_calls_them(column: int, letter: str) -> None:
    assert words.column_letter(column) == letter
    assert words.cell_address(column, 7) == f"{letter}7"


def test_every_fate_and_match_has_its_words() -> None:
    assert len({words.fate_label(fate) for fate in Fate}) == len(Fate)
    assert len({words.fate_shape(fate) for fate in Fate}) == len(Fate)
    assert len({words.match_label(match) for match in Match}) == len(Match)


def test_a_question_about_days_is_not_one_about_numbers() -> None:
    days = words.reading_question(("dmy", "mdy"))
    numbers = words.reading_question(("grouped", "decimal"))
    assert "tháng" in days
    assert "dấu phẩy" in numbers
    readings = ("dmy", "mdy", "grouped", "decimal")
    assert len({words.reading_label(one) for one in readings}) == 4


def test_letters_nobody_named_are_still_said_to_be_mended() -> None:
    assert words.letters_label("tcvn3") == "Chữ kiểu cũ TCVN3 (.VnTime)"
    assert words.letters_label("klingon") == "Chữ được sửa"


def test_what_all_rows_lack_is_said_once() -> None:
    no_task = Problem("tasks", "no_task", blocking=False)
    rows = [a_row(n, Fate.ADD, problems=(no_task,)) for n in (5, 6)]
    told = words.fault_list(a_preview(*rows), "lop.xlsx", label).split("\n")
    said = "Mọi dòng: tasks: Chưa gắn với nhiệm vụ nào, nên không hiện ở kết quả "
    assert told[2:] == ["Nên xem lại:", f"{said}nhiệm vụ."]


def test_the_list_of_faults_names_each_at_its_cell() -> None:
    no_day = Problem("first_day", "date_no_such_day", ("31/02/2024",))
    doubt = Problem("first_day", "in_future", ("20/12/2024",), blocking=False)
    missing = Problem("pillar", "missing")
    told = words.fault_list(
        a_preview(
            a_row(5, Fate.REFUSED, a_cell("31/02/2024", no_day)),
            a_row(6, Fate.REFUSED, a_cell("1/2/2024"), problems=(missing,)),
            a_row(7, Fate.ADD, a_cell("1/2/2025", doubt)),
            a_row(8, Fate.LEFT_OUT, a_cell("31/02/2024", no_day)),
        ),
        "lop.xlsx",
        label,
    )
    assert told.split("\n") == [
        "lop.xlsx, trang “T1”: 2 dòng chưa nhận được.",
        "C5 Từ ngày: Lịch không có ngày “31/02/2024”; ghi ngày trước, tháng sau.",
        "Dòng 6: Trụ cột: Chưa ghi nội dung này.",
        "",
        "Nên xem lại:",
        "C7 Từ ngày “1/2/2025”: Chưa đến ngày này; hôm nay là 20/12/2024.",
    ]
