"""Hold a form that came back against its marked copy: what was put right, what not.

Only the marked cells are asked about. Any other cell that changed is named, so that
nobody takes in a figure he did not ask for without having seen it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from desktop.records.arrival import CellFault
from desktop.records.form import Asked, FormContent, FormSheet

ANSWERED: Final = "answered"
"""Code of the reason that tells how many cells were put right, are open, changed."""
UNASKED: Final = "changed_unasked"
"""Code of the doubt about a cell that nobody asked to change."""

_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Sheets = Mapping[str, Mapping[str, str]]
"""Text of the cells of each sheet, by their addresses; blank ones may be left out."""
Place = tuple[str, str]
"""Sheet and address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell that holds something else than it did."""

    sheet: str
    cell: str
    """Where it stands now."""
    before: str
    after: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of everything that was asked."""

    fixed: tuple[Asked, ...]
    open: tuple[Asked, ...]
    unasked: tuple[CellChange, ...]

    @property
    def reason(self) -> tuple[str, ...]:
        """Return the three numbers as a reason of an arrival."""
        counts = (self.fixed, self.open, self.unasked)
        return (ANSWERED, *(str(len(one)) for one in counts))

    @property
    def doubts(self) -> tuple[CellFault, ...]:
        """Return each cell changed without being asked, as a doubt about it."""
        return tuple(
            CellFault(
                sheet=one.sheet,
                cell=one.cell,
                label=one.label,
                code=UNASKED,
                facts=(one.before, one.after),
                shown=one.after,
                doubt=True,
            )
            for one in self.unasked
        )


def answer(
    marked: FormContent,
    now: Sheets,
    faults: Collection[CellFault],
    computed: Collection[Place] = (),
) -> Answer:
    """Return what was put right, what is still open, what else changed.

    A row moved by rows put in above it is known by its hidden key.

    Args:
        marked: Content of the marked copy, which keeps every value as it stood.
        now: What stands in the cells of the form that came back.
        faults: What is wrong with it now.
        computed: Cells that hold a formula: they change when others do.
    """
    before = _before(marked)
    moved = _moves(marked, before, now)
    wrong = {(one.sheet, one.cell) for one in faults}
    asked = {_now(moved, (one.sheet, one.cell)): one for one in marked.asked}
    changed = _changes(marked, before, now, moved)
    return Answer(
        fixed=tuple(one for place, one in asked.items() if place not in wrong),
        open=tuple(one for place, one in asked.items() if place in wrong),
        unasked=tuple(
            one
            for one in changed
            if (one.sheet, one.cell) not in asked
            and (one.sheet, one.cell) not in computed
        ),
    )


def _before(marked: FormContent) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for one in marked.prefilled:
        found.setdefault(one.sheet, {})[one.cell] = one.value
    return found


# --- where a cell stands now --------------------------------------------------

_Moves = Mapping[str, Mapping[int, int]]
"""By sheet: the number of each row then, and now."""


def _moves(marked: FormContent, before: Sheets, now: Sheets) -> _Moves:
    return {
        sheet.sheet: _rows(
            _keyed(sheet, before.get(sheet.sheet, {})),
            _keyed(sheet, now.get(sheet.sheet, {})),
        )
        for sheet in marked.sheets
    }


def _rows(then: Mapping[str, int], now: Mapping[str, int]) -> dict[int, int]:
    return {row: now[key] for key, row in then.items() if key in now}


def _keyed(sheet: FormSheet, cells: Mapping[str, str]) -> dict[str, int]:
    """Return the row of each key; rows without one by their order among such."""
    keys: dict[int, str] = {}
    for address, text in cells.items():
        column, row = split(address)
        if row < sheet.first_row:
            continue
        keys.setdefault(row, "")
        if column == sheet.key_column:
            keys[row] = text
    found: dict[str, int] = {}
    bare = 0
    for row in sorted(keys):
        key = keys[row]
        if not key or key in found:  # a row copied whole bears the key of the first
            bare += 1
            key = f"\x00{bare}"
        found[key] = row
    return found


def _now(moved: _Moves, place: Place) -> Place:
    sheet, cell = place
    column, row = split(cell)
    return sheet, f"{column}{moved.get(sheet, {}).get(row, row)}"


# --- what changed -------------------------------------------------------------


def _changes(
    marked: FormContent, before: Sheets, now: Sheets, moved: _Moves
) -> Iterator[CellChange]:
    for sheet, label_of in _watched(marked):
        stood = {
            _now(moved, (sheet, cell))[1]: text
            for cell, text in before.get(sheet, {}).items()
        }
        stands = now.get(sheet, {})
        for cell in sorted({*stood, *stands}, key=_reading_order):
            label = label_of(cell)
            then, today = stood.get(cell, ""), stands.get(cell, "")
            if label is not None and _plain(then) != _plain(today):
                yield CellChange(
                    sheet=sheet, cell=cell, before=then, after=today, label=label
                )


@dataclass(frozen=True, slots=True)
class _Totals:
    """Tell the heading of a cell of the summary sheet; None where nobody reads it."""

    labels: Mapping[str, str]

    def __call__(self, cell: str) -> str | None:
        return self.labels.get(cell)


@dataclass(frozen=True, slots=True)
class _Entries:
    """Tell the heading of a cell of a list; None where nobody reads it."""

    labels: Mapping[str, str]
    first_row: int

    def __call__(self, cell: str) -> str | None:
        column, row = split(cell)
        return self.labels.get(column) if row >= self.first_row else None


def _watched(marked: FormContent) -> Iterable[tuple[str, _Totals | _Entries]]:
    """Yield each sheet that is read, and what tells the headings of its cells."""
    yield marked.summary, _Totals({one.cell: one.label for one in marked.totals})
    for sheet in marked.sheets:
        labels = {one.column: one.label for one in sheet.columns}
        yield sheet.sheet, _Entries(labels, sheet.first_row)


def split(cell: str) -> tuple[str, int]:
    """Return the letters and the row of an address such as `C9`.

    Raises:
        ValueError: It is no address.
    """
    found = _ADDRESS.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    return found[1], int(found[2])


def _reading_order(cell: str) -> tuple[int, int, str]:
    column, row = split(cell)
    return row, len(column), column


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
