"""Words for looking at a table of entries before it is kept."""

from collections.abc import Callable, Iterable, Iterator

from desktop.errors import Problem
from desktop.rules.entry_table.doubts_of_all import doubts_of_all
from desktop.rules.entry_table.fates import (
    CellFate,
    Fate,
    Match,
    Preview,
    RowFate,
)
from desktop.rules.numbers import format_integer
from desktop.wording.problems import sentence

Labels = Callable[[str], str]
"""Gives the label of a field by its name, as `ColumnMatch.field` writes it."""

_FATES = {
    Fate.ADD: "Thêm",
    Fate.CHANGE: "Sửa",
    Fate.KEPT: "Giữ mục đã ghi",
    Fate.REFUSED: "Không nhận",
    Fate.SAME: "Không đổi",
    Fate.LEFT_OUT: "Bỏ qua",
}
_SHAPES = {
    Fate.ADD: "+",
    Fate.CHANGE: "~",
    Fate.KEPT: "≠",
    Fate.REFUSED: "▲",
    Fate.SAME: "=",
    Fate.LEFT_OUT: "–",
}
_MATCHES = {
    Match.CHOSEN: "✓ anh/chị chọn",
    Match.REMEMBERED: "✓ như lần trước",
    Match.EXACT: "✓ giống hệt",
    Match.SIMILAR: "? gần giống, xem lại",
    Match.POSITION: "? theo vị trí, xem lại",
    Match.NONE: "– bỏ qua",
}
_READINGS = {
    "dmy": "Ngày/tháng: 05/08 là 5 tháng 8",
    "mdy": "Tháng/ngày: 05/08 là 8 tháng 5",
    "decimal": "1,500 là một phẩy năm",
    "grouped": "1,500 là một nghìn năm trăm",
}
_LETTERS = {
    "tcvn3": "Chữ kiểu cũ TCVN3 (.VnTime)",
    "vni": "Chữ kiểu cũ VNI",
    "decomposed": "Dấu tách rời khỏi chữ",
    "mixed": "Lẫn nhiều kiểu chữ",
}
_AT_REST = frozenset({Fate.SAME, Fate.KEPT, Fate.LEFT_OUT})
"""Fates of rows of which nothing will be kept, whatever is in them."""
_LETTERS_IN_ALPHABET = 26


def fate_label(fate: Fate) -> str:
    """Return what becomes of a row, in a word or two."""
    return _FATES[fate]


def fate_shape(fate: Fate) -> str:
    """Return the sign that tells a fate without any colour."""
    return _SHAPES[fate]


def match_label(match: Match) -> str:
    """Return how a column came to its field."""
    return _MATCHES[match]


def reading_label(reading: str) -> str:
    """Return how doubtful cells of a column are read."""
    return _READINGS.get(reading, reading)


def reading_question(readings: Iterable[str]) -> str:
    """Return the question a column asks when it can be read in several ways."""
    days = "dmy" in readings
    if days:
        return "Trong cột này, ngày hay tháng đứng trước?"
    return "Trong cột này, dấu phẩy nghĩa là gì?"


def letters_label(healed: str) -> str:
    """Return what the letters of a healed text were."""
    return _LETTERS.get(healed, "Chữ được sửa")


def column_letter(column: int) -> str:
    """Return how a workbook calls a column counted from 0: A, B … AA."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, _LETTERS_IN_ALPHABET)
        letters = chr(ord("A") + at) + letters
    return letters


def cell_address(column: int, row: int) -> str:
    """Return how a workbook calls a cell: C12."""
    return f"{column_letter(column)}{row}"


def counts_sentence(preview: Preview) -> str:
    """Return how many rows were read and what becomes of them; the sum is told.

    Seen = accepted + refused + unchanged + changes and rows not wanted.
    """
    counts = {fate: format_integer(number) for fate, number in preview.counts.items()}
    accepted = format_integer(len(preview.accepted))
    added, changed = counts[Fate.ADD], counts[Fate.CHANGE]
    parts = [f"{accepted} nhận ({added} thêm, {changed} sửa)"]
    rest = [Fate.REFUSED, Fate.SAME]
    rest += [fate for fate in (Fate.KEPT, Fate.LEFT_OUT) if preview.counts[fate]]
    parts += [f"{counts[fate]} {_FATES[fate].lower()}" for fate in rest]
    return f"Đã đọc {format_integer(preview.seen)} dòng = {' + '.join(parts)}"


def cell_sentence(row: RowFate, cell: CellFate, problem: Problem, label: str) -> str:
    """Return what is wrong in one cell, after its address and heading."""
    said = sentence(problem)
    found = "" if not cell.found or cell.found in said else f" “{cell.found}”"
    return f"{cell_address(cell.column, row.number)} {label}{found}: {said}"


def row_sentence(row: RowFate, problem: Problem, labels: Labels) -> str:
    """Return what is wrong with a row, or with a field no column has."""
    return f"Dòng {row.number}: {sentence(problem, problem_label(problem, labels))}"


def problem_label(problem: Problem, labels: Labels) -> str:
    """Return the label of the field a problem is of; blank for the row as a whole."""
    return labels(problem.field) if problem.field else ""


def faults(preview: Preview, labels: Labels, *, blocking: bool) -> Iterator[str]:
    """Yield every fault, or every doubt, from the first row to the last.

    Doubts all rows share are left to `common_lines`.
    """
    common = frozenset() if blocking else doubts_of_all(preview)
    wanted = (row for row in preview.rows if row.fate not in _AT_REST)
    for row in wanted:
        for cell in row.cells:
            for problem in cell.problems:
                if problem.blocking is blocking:
                    yield cell_sentence(row, cell, problem, labels(cell.field))
        for problem in row.problems:
            told = (problem.field, problem.code) in common
            if problem.blocking is blocking and not told:
                yield row_sentence(row, problem, labels)


def common_lines(preview: Preview, labels: Labels) -> Iterator[str]:
    """Yield each doubt that all rows share, once."""
    common = doubts_of_all(preview)
    told: set[tuple[str, str]] = set()
    for problem in preview.accepted[0].problems if common else ():
        pair = (problem.field, problem.code)
        if pair in common and pair not in told:
            told.add(pair)
            yield f"Mọi dòng: {sentence(problem, problem_label(problem, labels))}"


def fault_list(preview: Preview, name: str, labels: Labels) -> str:
    """Return all faults as a text to be sent to whoever wrote the file."""
    sheet = f", trang “{preview.sheet}”" if preview.sheet else ""
    refused = preview.counts[Fate.REFUSED]
    lines = [
        f"{name}{sheet}: {format_integer(refused)} dòng chưa nhận được.",
        *faults(preview, labels, blocking=True),
    ]
    doubts = [*common_lines(preview, labels), *faults(preview, labels, blocking=False)]
    if doubts:
        lines += ["", "Nên xem lại:", *doubts]
    return "\n".join(lines)
