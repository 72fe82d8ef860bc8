"""Settle how the doubtful cells of one column are read, or what must be asked."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.rules.dates import parse_date
from desktop.rules.entry_table.counts import DECIMAL, GROUPED
from desktop.rules.entry_table.days import DMY, MDY, swapped
from desktop.rules.entry_table.reading import DAY, MOMENT, Reading
from desktop.rules.grid import Cell

Seen = Sequence[tuple[Cell, Reading]]
"""Every different cell of a column and what it means when nothing is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How the doubtful cells of one column are read."""

    reading: str = ""
    """Of texts; blank: each as it says itself."""
    file_days: str = ""
    """Of days the file holds as such: `mdy` exchanges day and month; `asked` holds
    them back; blank leaves them."""
    sign: str = ""
    """The sign that stands before decimals, where other cells prove it."""
    asked: tuple[str, ...] = ()
    """Readings somebody must choose from before doubtful cells mean anything."""
    proof: str = ""
    """A text that settled doubtful ones; blank when nothing had to be settled."""

    def of_number(self, reading: Reading) -> str:
        """Return how a doubtful number is read; blank when nobody has said."""
        if self.reading or not (self.sign and reading.sign):
            return self.reading
        return DECIMAL if reading.sign == self.sign else GROUPED


def settle_days(seen: Seen, chosen: str, *, ours: bool) -> Settled:
    """Return how the days of a column are read.

    A spreadsheet set to months first takes `05/08` for the 8th of May and leaves
    `13/08` a text: so texts that prove one order beside days that could all be
    exchanged put those days in doubt too.

    Args:
        seen: The cells.
        chosen: `dmy` or `mdy` when somebody has said.
        ours: Whether the program wrote the sheet, which asks for days first.
    """
    texts = [(cell, one) for cell, one in seen if cell.kind not in (DAY, MOMENT)]
    proofs = {one.proves for _, one in texts if one.proves}
    only = next(iter(proofs)) if len(proofs) == 1 else ""
    suspect = bool(only) and not ours and _all_exchangeable(seen)
    doubtful = any(one.ways for _, one in texts)
    usual = DMY if ours or len(proofs) > 1 else ""
    order = only if suspect else chosen or only or usual
    asked = suspect and not chosen
    proof = next((cell.text for cell, one in texts if one.proves == only), "")
    return Settled(
        reading=order,
        file_days=("asked" if asked else chosen) if suspect else "",
        asked=(DMY, MDY) if asked or (doubtful and not order) else (),
        proof=proof if doubtful and only and not chosen else "",
    )


def settle_numbers(seen: Seen, chosen: str) -> Settled:
    """Return how the numbers of a column are read."""
    signs = {one.proves for _, one in seen if one.proves}
    sign = next(iter(signs)) if len(signs) == 1 else ""
    doubtful = [one for _, one in seen if one.ways]
    open_ones = [one for one in doubtful if not (sign and one.sign)]
    proof = next((cell.text for cell, one in seen if one.proves), "")
    return Settled(
        reading=chosen,
        sign=sign,
        asked=(GROUPED, DECIMAL) if open_ones and not chosen else (),
        proof=proof if doubtful and sign and not chosen else "",
    )


def exchangeable(day: dt.date) -> bool:
    """Tell whether a day becomes another when its month and day are exchanged."""
    return swapped(day) not in (None, day)


def _all_exchangeable(seen: Iterable[tuple[Cell, Reading]]) -> bool:
    """Tell whether every day the file holds as such could be another exchanged."""
    days = [_day(cell) for cell, _ in seen if cell.kind in (DAY, MOMENT)]
    known = [day for day in days if day is not None]
    return any(map(exchangeable, known)) and all(swapped(day) for day in known)


def _day(cell: Cell) -> dt.date | None:
    return parse_date(cell.text, today=dt.date.min).value
