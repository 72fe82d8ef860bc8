"""Decide of each entry of a package what taking it in does, before anything is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, Final

from desktop.operations.intake.local_rows import LocalRows
from desktop.operations.intake.told_words import ToldWords
from desktop.records.agency import SpokespersonCheck
from desktop.records.arrival import Fate
from desktop.records.exchange_entries import Entries, EntryRecord
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.returns import Return, ReturnState
from desktop.rules.intake.translation import Translation
from desktop.store import received, records
from desktop.store.day_columns import DAY_COLUMNS, YEARLY
from desktop.store.present import present, told_elsewhere, year_is_told
from desktop.store.received import ReceivedRow
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD

EARLIER: Final = "~"
"""Before the id of an entry of earlier days: no later version takes it away."""

_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class Decided:
    """One entry, and what becomes of it here."""

    place: str
    row_id: str
    cell: str
    """Its id at the sender; blank of one that is no longer told."""
    fate: Fate | None
    """None: it is left out."""
    before: Row | None
    after: Row | None
    noted: bool = True
    """Whether the sender's word stands for it from now on."""


class Deciding:
    """One package held against what is here."""

    def __init__(
        self,
        db: Any,  # noqa: ANN401  a connection, which the store alone names
        entries: Entries,
        told: Translation,
        local: LocalRows | None = None,
        words: ToldWords | None = None,
    ) -> None:
        """Know what stands here on the sender's word for the same days.

        Args:
            db: The office.
            entries: What came.
            told: What the sender's ids are here.
            local: What the entries become here; None to find out.
            words: What other packages told; None where nobody reads them again.
        """
        self._db = db
        self._entries = entries
        self._sender = str(told.sender)
        self._local = local or LocalRows(told, entries)
        self._words = words
        self._days = entries.first_day.isoformat(), entries.last_day.isoformat()
        self._standing = received.standing(db, "package", self._sender, *self._days)
        self._named: set[tuple[str, str]] = set()

    @property
    def first_word(self) -> bool:
        """Tell whether nothing stands here yet on the sender's word for the days."""
        return not self._standing

    def rows(self) -> Iterator[Decided]:
        """Yield the entries of the days, then what is no longer told of them."""
        for place, many in _by_table(self._entries.rows):
            for chunk in _chunks(many):
                yield from self._of_table(place, chunk)
        yield from self._gone()

    def earlier(self) -> Iterator[Decided]:
        """Yield the entries of earlier days that are not here yet."""
        locked = _locked(self._db)
        for place, many in _by_table(self._entries.earlier):
            for chunk in _chunks(many):
                made = [(str(one.id), self._local.row(one)) for one in chunk]
                ids = [str(row["id"]) for _, row in made if row is not None]
                here = present(self._db, place, ids)
                for theirs, row in made:
                    if (
                        row is None
                        or row["id"] in here
                        or _is_locked(place, row, locked)
                    ):
                        continue
                    row_id = str(row["id"])
                    yield Decided(place, row_id, EARLIER + theirs, Fate.ADD, None, row)

    def _of_table(self, place: str, chunk: Iterable[EntryRecord]) -> Iterator[Decided]:
        made = [(one, self._local.row(one)) for one in chunk]
        ids = [str(row["id"]) for _, row in made if row is not None]
        here = present(self._db, place, ids)
        for one, row in made:
            theirs = str(one.id)
            if row is None:
                yield Decided(place, theirs, theirs, None, None, None, noted=False)
                continue
            row_id = str(row["id"])
            self._named.add((place, row_id))
            yield self._one(place, row_id, theirs, here.get(row_id), row)

    def _one(
        self, place: str, row_id: str, theirs: str, before: Row | None, after: Row
    ) -> Decided:
        if before is None:
            return self._new(place, row_id, theirs, after)
        if before == after:
            return Decided(place, row_id, theirs, Fate.SAME, before, after)
        origin = received.origin(self._db, place, row_id)
        if origin is not None and self._told_later(origin):
            return Decided(place, row_id, theirs, Fate.SAME, before, after)
        if origin is None or self._edited(place, row_id):
            return Decided(place, row_id, theirs, Fate.KEEP, before, after)
        return Decided(place, row_id, theirs, Fate.CHANGE, before, after)

    def _new(self, place: str, row_id: str, theirs: str, after: Row) -> Decided:
        if (place, row_id) in self._standing and self._edited(place, row_id):
            return Decided(place, row_id, theirs, Fate.KEEP, None, after)
        if place == _CHECKS and year_is_told(self._db, after):
            return Decided(place, row_id, theirs, None, None, None, noted=False)
        return Decided(place, row_id, theirs, Fate.ADD, None, after)

    def _gone(self) -> Iterator[Decided]:
        """Yield what an earlier version told and this one does not."""
        gone = [
            one
            for key, one in self._standing.items()
            if key not in self._named and not one.cell.startswith(EARLIER)
        ]
        for one in gone:
            row = present(self._db, one.place, (one.row_id,)).get(one.row_id)
            if row is None:
                continue
            edited, after = self._edited(one.place, one.row_id), None
            if self._told_elsewhere(one):
                after = None if edited else self._other_word(one)
                if after is None or after == row:
                    continue
            fate = Fate.REMOVE if after is None else Fate.CHANGE
            fate = Fate.KEEP if edited else fate
            yield Decided(one.place, one.row_id, "", fate, row, after)

    def _other_word(self, one: ReceivedRow) -> Row | None:
        """Return what the sender's last word for other days says of a row of years."""
        if self._words is None or one.place not in YEARLY:
            return None
        mine = received.of_days(self._db, "package", self._sender, *self._days)
        ret = received.told_too(self._db, (one.place, one.row_id), mine)
        return None if ret is None else self._words.row(ret, one.place, one.row_id)

    def _edited(self, place: str, row_id: str) -> bool:
        return bool(received.edited_since(self._db, ((place, row_id),)))

    def _told_later(self, origin: ReceivedRow) -> bool:
        """Tell whether the sender said it again of a later period.

        What has only a year stands in every package of the year: the last one counts,
        in whatever order they arrive.
        """
        ret = records.get(self._db, Return, origin.ret)
        if ret is None or ret.sender != self._sender:
            return False
        if ret.state is not ReturnState.ACCEPTED:
            return False
        ours = (self._entries.last_day, self._entries.first_day)
        return (ret.last_day, ret.first_day) > ours

    def _told_elsewhere(self, one: ReceivedRow) -> bool:
        """Tell whether the sender's word for other days still names an entry."""
        key = one.place, one.row_id
        return told_elsewhere(self._db, key, self._sender, self._days)


_CHECKS: Final = BY_RECORD[SpokespersonCheck].table


def _by_table(
    entries: Iterable[EntryRecord],
) -> Iterator[tuple[str, Iterator[EntryRecord]]]:
    """Yield entries table by table; a package has them in that order."""
    return groupby(entries, key=lambda one: BY_RECORD[type(one)].table)


def _chunks(many: Iterator[EntryRecord]) -> Iterator[tuple[EntryRecord, ...]]:
    while chunk := tuple(islice(many, _CHUNK)):
        yield chunk


def _locked(db: Any) -> tuple[PeriodStanding, ...]:  # noqa: ANN401  a connection
    every = records.find(db, PeriodStanding)
    return tuple(one for one in every if one.state is not PeriodState.ENTERING)


def _is_locked(place: str, row: Row, locked: Iterable[PeriodStanding]) -> bool:
    """Tell whether an entry of earlier days falls into a period that is closed here."""
    day = str(row.get(DAY_COLUMNS.get(place, "")) or "")
    return any(
        one.first_day.isoformat() <= day <= one.last_day.isoformat() for one in locked
    )
