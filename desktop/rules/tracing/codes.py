"""Short codes of the numbers of a report, in the order in which they are printed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from desktop.records.report import FigureKey
from desktop.rules.tracing.places import Quantity, Spot

_LETTERS = "PQRSTUVWXYZLMGH"
"""Letters of tables that have none of their own; none that looks like a digit."""

_OWN_LETTER = {
    "targets": "F",
    "targets_short": "F",
    "targets_years": "N",
    "tasks": "E",
    "spending": "K",
}
_TABLE = "table_"
_BELOW = "abcdefghjkmnpqrstuvwxyz"


class Codes:
    """Codes of numbers, and the cells in which they are printed."""

    def __init__(self) -> None:
        """Begin without any."""
        self._letters: dict[str, str] = {}
        self._last: dict[str, int] = {}
        self._codes: dict[Quantity, str] = {}
        self._places: dict[Quantity, list[Spot]] = {}
        self._cells: dict[FigureKey, list[str]] = {}
        self._labels: dict[Quantity, tuple[Quantity, str]] = {}
        self._below: dict[Quantity, list[Quantity]] = {}

    def give(self, quantity: Quantity, spot: Spot) -> None:
        """Give a printed number its code; standing twice, it keeps the first."""
        if quantity not in self._codes:
            letter = self._letter(spot.at.table)
            self._last[letter] = self._last.get(letter, 0) + 1
            self._codes[quantity] = f"{letter}{self._last[letter]}"
        self._places.setdefault(quantity, []).append(spot)
        self._cells.setdefault(spot.at, []).append(self._codes[quantity])

    def give_below(self, of: Quantity, parts: Iterable[Quantity]) -> Iterator[Quantity]:
        """Give the parts of a number that are printed nowhere a code under its own.

        Yields:
            Each part that got a code here.
        """
        for part in parts:
            if part in self._codes:
                continue
            held = self._below.setdefault(of, [])
            self._codes[part] = f"{self._codes[of]}{_below(len(held))}"
            held.append(part)
            yield part

    def of(self, quantity: Quantity | None) -> str:
        """Return the code of a number; blank where it has none."""
        return self._codes.get(quantity, "") if quantity is not None else ""

    def of_cell(self, table: str, row: str, column: str) -> str:
        """Return what is printed beside a cell: a code, or the codes of its numbers."""
        at = FigureKey(table=table, row=row, column=column)
        return in_short(self._cells.get(at, ()))

    def places(self, quantity: Quantity) -> tuple[Spot, ...]:
        """Return the cells a number is printed in."""
        return tuple(self._places.get(quantity, ()))

    def in_order(self) -> Iterator[Quantity]:
        """Yield every number with a code, each followed by those under it."""
        for quantity in self._places:
            yield from self._with_below(quantity)

    def _with_below(self, quantity: Quantity) -> Iterator[Quantity]:
        yield quantity
        for each in self._below.get(quantity, ()):
            yield from self._with_below(each)

    def _letter(self, table: str) -> str:
        if table not in self._letters:
            self._letters[table] = _own(table) or self._free()
        return self._letters[table]

    def _free(self) -> str:
        taken = {*self._letters.values(), *_OWN_LETTER.values()}
        doubled = (one + other for one in _LETTERS for other in _LETTERS)
        every: Iterator[str] = iter((*_LETTERS, *doubled))
        return next(one for one in every if one not in taken)


def _below(number: int) -> str:
    """Return small letters for a part: `a`, `b`, up to `z`, then `aa`."""
    first, last = divmod(number, len(_BELOW))
    return f"{_below(first - 1)}{_BELOW[last]}" if first else _BELOW[last]


def _own(table: str) -> str:
    """Return the letter a table is known by; blank where it has none."""
    if table.startswith(_TABLE) and len(table) == len(_TABLE) + 1:
        return table[-1].upper()
    return _OWN_LETTER.get(table, "")


def in_short(codes: Iterable[str]) -> str:
    """Return the codes of one cell, those that follow one another by their ends.

    `E7-E10` stands for four numbers, in the order in which the cell tells them.
    """
    numbered = list(enumerate(dict.fromkeys(codes)))
    runs = [
        [code for _, code in run]
        for _, run in groupby(numbered, key=lambda one: _start(*one))
    ]
    return ", ".join(
        ", ".join(run) if len(run) < 3 else f"{run[0]}-{run[-1]}"  # noqa: PLR2004
        for run in runs
    )


def _start(place: int, code: str) -> tuple[str, int]:
    """Return what codes that follow one another have in common."""
    letters = code.rstrip("0123456789")
    number = code[len(letters) :]
    return letters, int(number) - place if number else -place - 1


def codes_in(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the codes that what is printed beside a cell stands for.

    Args:
        text: Such as `A12`, or `E7-E10, A3`.
        known: Every code of the report, in order.
    """
    order = [*known]
    at = {code: place for place, code in enumerate(order)}
    found: list[str] = []
    for part in filter(None, text.split(", ")):
        first, _, last = part.partition("-")
        if first in at and (last or first) in at:
            letters = first.rstrip("0123456789")
            run = order[at[first] : at[last or first] + 1]
            found += [one for one in run if _is_numbered(one, letters)]
    return tuple(found)


def _is_numbered(code: str, letters: str) -> bool:
    return code.startswith(letters) and code[len(letters) :].isdigit()
