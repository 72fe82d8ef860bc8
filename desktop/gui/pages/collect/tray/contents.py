"""What lies in the tray now: files, which of them are ticked, and whose value stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.operations.intake.unlocking import Words, asks_for_key
from desktop.records.arrival import WITHIN, Arrival, Counts, Fate, Sorting
from desktop.rules.intake.parts import once
from desktop.rules.intake.statements import (
    counted,
    rivals,
    takeable,
    ticked_at_first,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One file in the list of the tray."""

    number: int
    arrival: Arrival
    ticked: bool

    @property
    def key(self) -> str:
        """Return what tells the line from others, also when all is read anew."""
        return _key(self.arrival)


class Contents:
    """The files of the tray and what the officer said of them; nothing is stored."""

    def __init__(self) -> None:
        """Begin empty."""
        self.paths: tuple[Path, ...] = ()
        """What was dropped."""
        self.words = Words()
        """What was typed to open locked files."""
        self._arrivals: tuple[Arrival, ...] = ()
        self._said: dict[str, bool] = {}
        self._theirs: set[str] = set()
        self._gone: set[str] = set()
        self._settled: set[str] = set()
        self._taken: tuple[Path, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the files by group, those of a group by their names."""
        order = list(Sorting)
        listed = [
            Line(number, one, ticked=self._ticked(one))
            for number, one in enumerate(self._arrivals)
        ]
        return tuple(
            sorted(
                (one for one in listed if one.key not in self._gone | self._settled),
                key=lambda one: (order.index(one.arrival.sorting), one.number),
            )
        )

    def add(self, paths: Iterable[Path]) -> None:
        """Put files or folders into the tray; those that lie there stay.

        Whoever drops once more what was taken in or left out is shown it once more.
        """
        dropped = tuple(paths)
        for said in (self._gone, self._settled):
            said.difference_update([one for one in said if _of_any(one, dropped)])
        self._taken = tuple(one for one in self._taken if one not in dropped)
        self.paths = tuple(dict.fromkeys((*self.paths, *dropped)))

    def show(self, arrivals: Sequence[Arrival]) -> None:
        """Take what was found of the files."""
        self._arrivals = tuple(arrivals)

    @property
    def places(self) -> frozenset[str]:
        """Return the tables of the entries that the files would change."""
        return frozenset(row.place for one in self._arrivals for row in one.rows)

    def settle(self) -> None:
        """Take what was ticked out of the tray: it was taken in; the others stay.

        What was dropped and holds nothing else is not read again: its stick may be
        gone by then.
        """
        self._settled |= {one.key for one in self.lines if one.ticked}
        left = {_key(one) for one in self._arrivals} - self._settled - self._gone
        taken = tuple(
            one
            for one in self.paths
            if any(_of_any(key, (one,)) for key in self._settled)
            and not any(_of_any(key, (one,)) for key in left)
        )
        self._taken += taken
        self.paths = tuple(one for one in self.paths if one not in taken)

    def unsettle(self) -> None:
        """Let what was taken in lie in the tray again: it was taken back."""
        self._settled.clear()
        self.paths, self._taken = (*self._taken, *self.paths), ()

    def unlock(self, arrival: Arrival, words: str) -> None:
        """Remember what was typed for a file, or for all that ask for the same key."""
        if asks_for_key(arrival):
            self.words = replace(self.words, for_key=words)
            return
        by_file = {**self.words.by_file, arrival.sha256: words}
        self.words = replace(self.words, by_file=by_file)

    def leave_out(self, line: Line) -> None:
        """Take one file out of the list; it is not taken in."""
        self._gone.add(line.key)

    def tick(self, line: Line, *, on: bool) -> None:
        """Say whether a file is taken in; of two that exclude each other, one is."""
        if not takeable(line.arrival):
            return
        self._said[line.key] = on
        if not on:
            return
        for other in self.lines:
            pair = (line.arrival, other.arrival)
            if other.number != line.number and other.ticked and rivals(pair):
                self._said[other.key] = False

    def take_theirs(self, row_id: str, *, on: bool) -> None:
        """Say whether the file's value replaces what was edited here."""
        if on:
            self._theirs.add(row_id)
        else:
            self._theirs.discard(row_id)

    def is_theirs(self, row_id: str) -> bool:
        """Tell whether the file's value replaces what was edited here."""
        return row_id in self._theirs

    @property
    def together(self) -> Counts:
        """Return the control totals: what is not ticked is not taken in."""
        keep = self.keep
        ticked = [counted(one, keep) for one in once(self.ticked)]
        seen = sum(one.arrival.counts.seen for one in self.lines)
        accepted = sum(one.accepted for one in ticked)
        unchanged = sum(one.unchanged for one in ticked)
        refused = seen - accepted - unchanged
        return Counts(
            seen=seen, accepted=accepted, refused=refused, unchanged=unchanged
        )

    @property
    def ticked(self) -> tuple[Arrival, ...]:
        """Return the files to be taken in."""
        return tuple(one.arrival for one in self.lines if one.ticked)

    @property
    def others(self) -> tuple[Arrival, ...]:
        """Return every other file that was seen, also those left out of the list."""
        taken = {one.number for one in self.lines if one.ticked}
        return tuple(
            one
            for number, one in enumerate(self._arrivals)
            if number not in taken and _key(one) not in self._settled
        )

    @property
    def keep(self) -> frozenset[str]:
        """Return the rows edited here that stay as they are."""
        return frozenset(
            row.row_id
            for one in self.ticked
            for row in one.rows
            if row.fate is Fate.KEEP and row.row_id not in self._theirs
        )

    def _ticked(self, arrival: Arrival) -> bool:
        key = _key(arrival)
        if not takeable(arrival) or key in self._gone:
            return False
        return self._said.get(key, ticked_at_first(arrival))


def _key(arrival: Arrival) -> str:
    return f"{arrival.sha256}/{arrival.name}"


def _of_any(key: str, paths: Iterable[Path]) -> bool:
    """Tell whether a file is one of those dropped, or came in one of them."""
    name = key.partition("/")[2].partition(WITHIN)[0]
    return any(name == one.name for one in paths)


def by_sorting(lines: Iterable[Line]) -> dict[Sorting, int]:
    """Return how many files there are of each group."""
    found: dict[Sorting, int] = {}
    for one in lines:
        found[one.arrival.sorting] = found.get(one.arrival.sorting, 0) + 1
    return found
