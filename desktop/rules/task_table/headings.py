"""Find which row of a table is its heading, and what each column tells."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from desktop.rules.grid import Grid, GridRow
from desktop.rules.task_table.numbering import NumberKind, kind_of
from desktop.rules.task_table.words import Role, TableWords
from desktop.rules.task_time import parse_time
from desktop.rules.vietnamese import fold, one_line

NEAR = 80
"""Least likeness, of a hundred, of a heading that was misread."""
FIRST_ROWS = 200
"""Rows among which the first heading is looked for."""
_LONGEST = 60
"""Characters of a heading; longer texts are none."""
_MOST = 0.6
"""Share of a column's cells that must look like numbers, or times, to be such."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """Where the table begins and what its columns tell."""

    columns: Mapping[Role, int]
    """Column, counted from 0, of each role that was found."""
    first: int
    """Place among the grid's rows of the first row that is no heading."""
    skipped: frozenset[int] = frozenset()
    """Places of headings repeated on later pages, and of the row of column numbers."""
    guessed: bool = False
    """No row is a heading: the columns were told by what they hold."""

    @property
    def missing(self) -> tuple[Role, ...]:
        """Return the roles no column has, in the order of a table."""
        return tuple(role for role in Role if role not in self.columns)


def find_headings(grid: Grid, words: TableWords) -> Headings | None:
    """Return the headings of a table; None where no row is one.

    A heading may take two rows, and misread letters do not matter.
    """
    read = _reader(words)
    for place in range(min(len(grid.rows), FIRST_ROWS)):
        found, depth = _best_from(grid, place, read)
        if found:
            first = place + depth
            skipped = frozenset(_repeated(grid, first, found, read))
            return Headings(columns=found, first=first, skipped=skipped)
    return None


def guess_headings(grid: Grid, words: TableWords) -> Headings | None:
    """Return what the columns of a table without headings seem to tell, or None.

    Numbers and times are known by their look, the task by its length; leads and
    partners are the columns between them, in this order.
    """
    rows = [row for row in grid.rows if not row.blank]
    texts = {
        n: [one_line(row.cell(n).text) for row in rows if row.cell(n).text.strip()]
        for n in range(grid.width)
    }
    full = {n: found for n, found in texts.items() if found}
    columns: dict[Role, int] = {}
    _guess(columns, Role.NUMBER, full, _is_number)
    _guess(columns, Role.TIME, full, lambda text: parse_time(text, words.times))
    rest = [n for n in full if n not in columns.values()]
    if len(rest) < 2:  # noqa: PLR2004  the task and who leads it
        return None
    columns[Role.TEXT] = max(rest, key=lambda n: mean(map(len, full[n])))
    rest.remove(columns[Role.TEXT])
    columns.update(zip((Role.LEADS, Role.PARTNERS), rest, strict=False))
    return Headings(columns=columns, first=0, guessed=True)


def _is_number(text: str) -> bool:
    return kind_of(text) not in (NumberKind.NONE, NumberKind.OTHER)


def _guess(
    columns: dict[Role, int],
    role: Role,
    texts: Mapping[int, Sequence[str]],
    fits: Callable[[str], object],
) -> None:
    """Give a role to the first column most of whose texts fit."""
    for n, found in texts.items():
        share = mean(bool(fits(text)) for text in found)
        if n not in columns.values() and share >= _MOST:
            columns[role] = n
            return


Read = Callable[[str], Role | None]


def _reader(words: TableWords) -> Read:
    """Return what tells the role a heading names; each text is looked up once."""
    from rapidfuzz import fuzz

    known = [
        (fold(_plain(text)), role)
        for role, texts in words.headings.items()
        for text in texts
    ]
    exact = dict(known)
    seen: dict[str, Role | None] = {}

    def read(text: str) -> Role | None:
        key = fold(_plain(text))
        if not key or len(key) > _LONGEST:
            return None
        if key not in seen:
            scored = ((fuzz.ratio(key, one), role) for one, role in known)
            score, role = max(scored, key=lambda pair: pair[0])
            near = score >= NEAR and len(key) > 3  # noqa: PLR2004  TT is not ST
            seen[key] = exact.get(key, role if near else None)
        return seen[key]

    return read


def _plain(text: str) -> str:
    return one_line(text).strip(" .:*")


def _best_from(grid: Grid, place: int, read: Read) -> tuple[dict[Role, int], int]:
    """Return the roles a row names, alone or with the one below, and how many rows."""
    row = grid.rows[place]
    alone = _roles([cell.text for cell in row.cells], read)
    if place + 1 == len(grid.rows) or not alone:
        return (alone if _enough(alone) else {}), 1
    both = _roles(list(_under(row, grid.rows[place + 1])), read)
    below = _roles([cell.text for cell in grid.rows[place + 1].cells], read)
    if _enough(both) and len(both) > len(alone) and not _enough(below):
        return both, 2
    return (alone if _enough(alone) else {}), 1


def _under(upper: GridRow, lower: GridRow) -> Iterator[str]:
    """Yield for each column what the lower row says, else the upper one."""
    for n in range(max(len(upper.cells), len(lower.cells))):
        yield lower.cell(n).text.strip() or upper.cell(n).text


def _roles(texts: Sequence[str], read: Read) -> dict[Role, int]:
    found: dict[Role, int] = {}
    for n, text in enumerate(texts):
        role = read(text)
        if role is not None:
            found.setdefault(role, n)
    return found


def _enough(found: Mapping[Role, int]) -> bool:
    """Tell whether a row names the task and something else of it."""
    return Role.TEXT in found and len(found) > 1


def _repeated(
    grid: Grid, first: int, columns: Mapping[Role, int], read: Read
) -> Iterator[int]:
    """Yield the places of rows that say the headings again, or number the columns."""
    for place in range(first, len(grid.rows)):
        texts = [cell.text for cell in grid.rows[place].cells]
        again = _roles(texts, read)
        if (
            _enough(again) and all(columns.get(r, n) == n for r, n in again.items())
        ) or (place == first and _numbers_columns(texts)):
            yield place


def _numbers_columns(texts: Sequence[str]) -> bool:
    """Tell whether a row holds 1, 2, 3 … or (1), (2), (3) …, one in each column."""
    plain = [one_line(text).strip("()") for text in texts if text.strip()]
    if len(plain) < 3 or not all(text.isdecimal() for text in plain):  # noqa: PLR2004
        return False
    return all(int(two) == int(one) + 1 for one, two in pairwise(plain))
