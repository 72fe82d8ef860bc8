"""Read the rows of a table as tasks: groups, and rows that go on on the next page."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop.errors import Problem
from desktop.rules.grid import Cell, Grid, GridRow
from desktop.rules.task_table.headings import Headings
from desktop.rules.task_table.numbering import (
    NumberKind,
    bare,
    kind_of,
    mended,
    split_front,
)
from desktop.rules.task_table.tidying import continued, joined
from desktop.rules.task_table.words import Role
from desktop.rules.vietnamese import exact_key, one_line

_GROUPS = (NumberKind.ROMAN, NumberKind.CAPITAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One task or group as the table tells it, whatever rows it takes."""

    key: int
    """Place among the lines, counted from one."""
    rows: tuple[int, ...]
    """Numbers of the rows it was read from."""
    number: str
    """Without what stands around it; blank when the row has none."""
    printed: str = ""
    """The number with what stands around it, such as `a)`."""
    texts: dict[Role, str]
    """Words of each column there is; those of agencies with their line breaks."""
    group: bool = False
    bold: bool = False
    problems: tuple[Problem, ...] = ()

    def text(self, role: Role) -> str:
        """Return the words of a column; blank where there is no such column."""
        return self.texts.get(role, "")


@dataclass(slots=True, kw_only=True)
class _Raw:
    """A row being read; rows that go on below are added to it."""

    rows: list[int]
    cells: dict[Role, str]
    across: bool
    bold: bool
    problems: list[Problem] = field(default_factory=list)


def read_lines(grid: Grid, headings: Headings) -> tuple[Line, ...]:
    """Return the tasks and groups of a table, in its order.

    A row without a number goes on with the one above; one that stands apart, behind
    a blank row and not as the middle of a sentence, is told as stray.
    """
    raws = _raws(grid, headings)
    lines = [_line(key, raw, headings) for key, raw in enumerate(raws, start=1)]
    below: list[Line | None] = [*lines[1:], None][: len(lines)]
    return tuple(
        replace(line, group=_is_group(line, raw, after))
        for line, raw, after in zip(lines, raws, below, strict=True)
    )


# --- rows ----------------------------------------------------------------------


def _raws(grid: Grid, headings: Headings) -> list[_Raw]:
    found: list[_Raw] = []
    previous: GridRow | None = None
    apart = False
    for place in range(headings.first, len(grid.rows)):
        row = grid.rows[place]
        if place in headings.skipped:
            continue
        if row.blank:
            apart = True
            continue
        _add(found, _raw(row, previous, headings), row, apart=apart)
        previous, apart = row, False
    return found


def _add(found: list[_Raw], raw: _Raw, row: GridRow, *, apart: bool) -> None:
    """Add a row as a line of its own, or to the line it goes on with."""
    number = raw.cells.get(Role.NUMBER, "")
    if number or raw.across or not found:
        found.append(raw)
    elif Role.NUMBER not in raw.cells and raw.cells.get(Role.TEXT):
        found.append(raw)  # a table without numbers: each text is a task
    elif apart and _begins_anew(raw):
        raw.problems.append(Problem("row", "row_stray", (str(row.number),)))
        found.append(raw)
    else:
        _go_on(found[-1], raw)


def _begins_anew(raw: _Raw) -> bool:
    """Tell whether no cell of a row is the middle of a sentence."""
    texts = [text for text in raw.cells.values() if text]
    return all(text[:1].isupper() or not text[:1].isalpha() for text in texts)


def _go_on(above: _Raw, raw: _Raw) -> None:
    above.rows += raw.rows
    for role, text in raw.cells.items():
        above.cells[role] = continued(above.cells.get(role, ""), text)
    above.problems += raw.problems
    told = [one for one in above.problems if one.code != "row_continued"]
    rows = ", ".join(map(str, above.rows[1:]))
    above.problems[:] = [*told, Problem("row", "row_continued", (rows,), False)]  # noqa: FBT003


def _raw(row: GridRow, previous: GridRow | None, headings: Headings) -> _Raw:
    """Read one row; what a merged cell carried over from above is not said twice."""
    across = _across(row, headings)
    number_goes_on = _carried(row, previous, headings.columns.get(Role.NUMBER))
    cells: dict[Role, str] = {}
    problems: list[Problem] = []
    for role, column in headings.columns.items():
        cell = row.cell(column)
        kept = not (number_goes_on and _carried(row, previous, column))
        cells[role] = cell.text.strip() if kept else ""
        if cell.fault:
            facts = (str(row.number), role.value)
            problems.append(Problem(role.value, cell.fault, facts))
    if across:
        cells = _of_group(cells)
    if row.hidden:
        problems.append(
            Problem("row", "row_hidden", (str(row.number),), blocking=False)
        )
    return _Raw(
        rows=[row.number],
        cells=cells,
        across=across,
        bold=_is_bold(row, headings),
        problems=problems,
    )


def _carried(row: GridRow, previous: GridRow | None, column: int | None) -> bool:
    """Tell whether a cell is one with the cell above it."""
    if previous is None or column is None:
        return False
    block = row.cell(column).block
    return bool(block) and block == previous.cell(column).block


def _across(row: GridRow, headings: Headings) -> bool:
    """Tell whether one text fills the row from the task's column to the last.

    It does when the cells are merged, or when each says the same again, as tables do
    that were copied out of merged cells.
    """
    columns = [n for role, n in headings.columns.items() if role is not Role.NUMBER]
    cells: list[Cell] = [row.cell(n) for n in columns]
    if len(cells) < 2 or not cells[0].text.strip():  # noqa: PLR2004
        return False
    if cells[0].block and all(cell.block == cells[0].block for cell in cells):
        return True
    return len({exact_key(cell.text) for cell in cells}) == 1


def _of_group(cells: dict[Role, str]) -> dict[Role, str]:
    """Keep number and text of a group; the number may stand in front of the text."""
    number, text = cells.get(Role.NUMBER, ""), cells[Role.TEXT]
    if Role.NUMBER in cells and exact_key(number) in ("", exact_key(text)):
        number, text = split_front(one_line(text))
    made = dict.fromkeys(cells, "")
    made[Role.TEXT] = text
    if Role.NUMBER in cells:
        made[Role.NUMBER] = number
    return made


def _is_bold(row: GridRow, headings: Headings) -> bool:
    cells = [row.cell(n) for n in headings.columns.values()]
    told = [cell for cell in cells if cell.text.strip()]
    return bool(told) and all(cell.bold for cell in told)


# --- lines -----------------------------------------------------------------------


def _line(key: int, raw: _Raw, headings: Headings) -> Line:
    printed = raw.cells.get(Role.NUMBER, "")
    number = mended(printed)
    problems = list(raw.problems)
    if number != bare(printed):
        problems.append(
            Problem("number", "number_mended", (one_line(printed), number), False)  # noqa: FBT003
        )
    texts: dict[Role, str] = {
        role: joined(text) if role in (Role.TEXT, Role.TIME) else text
        for role, text in raw.cells.items()
        if role is not Role.NUMBER
    }
    problems += _wanting(number, texts, headings, stray=_stray(raw))
    return Line(
        key=key,
        rows=tuple(raw.rows),
        number=number,
        printed=one_line(printed),
        texts=texts,
        group=raw.across,
        bold=raw.bold,
        problems=tuple(dict.fromkeys(problems)),
    )


def _stray(raw: _Raw) -> bool:
    return any(problem.code == "row_stray" for problem in raw.problems)


def _wanting(
    number: str, texts: dict[Role, str], headings: Headings, *, stray: bool
) -> Iterator[Problem]:
    """Yield what a line lacks to be a task."""
    if stray:
        return
    if not texts.get(Role.TEXT):
        yield Problem("text", "text_missing")
    if Role.NUMBER not in headings.columns:
        return
    if not number:
        yield Problem("number", "number_missing")
    elif kind_of(number) is NumberKind.OTHER:
        yield Problem("number", "number_unread", (number,))


def _is_group(line: Line, raw: _Raw, after: Line | None) -> bool:
    """Tell whether a line heads others: by its cells, number, type or what follows."""
    if raw.across:
        return True
    others = [text for role, text in line.texts.items() if role is not Role.TEXT]
    if any(others) or not line.number:
        return False
    return kind_of(line.number) in _GROUPS or line.bold or _heads(line, after)


def _heads(line: Line, after: Line | None) -> bool:
    """Tell whether the next line's number says it is under this one."""
    if after is None:
        return False
    kind = kind_of(after.number)
    lettered = kind is NumberKind.LETTER and kind_of(line.number) is not kind
    return lettered or after.number.startswith(f"{line.number}.")
