"""Two hundred rows as a spreadsheet puts them on the clipboard."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

HEADS = (
    "STT",
    "Tên lớp",
    "Từ ngày",
    "Đến ngày",
    "Địa điểm",
    "Đơn vị thực hiện",
    "Nhiệm vụ",
    "Nội dung bồi dưỡng",
    "Trụ cột",
    "Số lượt",
    "Số người",
    "Phụ nữ",
    "Kinh phí (triệu đồng)",
    "Trên nền tảng số",
    "Ghi chú",
)
ROWS = 200
FIRST_ROW = 2
"""Number of the first row below the headings."""
FAULTS: Mapping[tuple[int, int], tuple[str, str]] = {
    (7, 2): ("31/02/2024", "date_no_such_day"),
    (23, 3): ("hôm nọ", "date_not_date"),
    (41, 5): ("Hội Chữ thập xanh", "word_unknown"),
    (66, 6): ("9.9", "word_unknown"),
    (88, 7): ("Học thuộc lòng", "word_unknown"),
    (103, 9): ("bốn mươi", "number_not_number"),
    (127, 10): ("999", "people_above_attendance"),
    (150, 12): ("nhiều", "line_unread"),
    (171, 13): ("chắc là có", "flag_unread"),
    (199, 1): ("", "missing"),
}
"""Row and column of each planted fault: what stands there, and what is wrong."""
AGENCIES = ("Phòng VHTT", "UBND xã Đăk Mar", "xã Đăk La", "ubnd xa dak ui")


def rows() -> list[list[str]]:
    """Return the cells of every row, headings first, with the faults planted."""
    made = [list(HEADS), *(_row(number) for number in range(ROWS))]
    for (row, column), (text, _) in FAULTS.items():
        made[row - FIRST_ROW + 1][column] = text
    return made


def as_text(table: Sequence[Sequence[str]]) -> str:
    """Return the table as Excel writes plain text, with its quotes."""
    return "".join("\t".join(map(_quoted, row)) + "\r\n" for row in table)


def as_html(table: Sequence[Sequence[str]]) -> str:
    """Return the table as Excel writes it for programs that read HTML."""
    lines = (
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
        for row in table
    )
    return f"<html><body><table>{''.join(lines)}</table></body></html>"


def _row(number: int) -> list[str]:
    day = dt.date(2024, 1, 10) + dt.timedelta(days=number)
    last = day + dt.timedelta(days=number % 3)
    return [
        str(number + 1),
        f"Tập huấn chuyên đề {number + 1}",
        f"{day:%d/%m/%Y}",
        f"{last:%d/%m/%Y}",
        f"Hội trường {number % 9}",
        AGENCIES[number % len(AGENCIES)],
        ("2.2", "1.1; 2.2")[number % 2],
        "Cập nhật thông tin và tập huấn kiến thức, kỹ năng",
        "Phổ biến, giáo dục kiến thức",
        str(40 + number) if number % 2 else f"{40 + number} lượt",
        "30",
        "12",
        ("25,5", "1,2 tỷ", "500 nghìn")[number % 3],
        ("x", "")[number % 2],
        'Ghi chú "riêng"\nhai dòng' if number % 10 == 0 else "",
    ]


def _quoted(text: str) -> str:
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
