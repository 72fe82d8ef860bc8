"""See whose days a file tells that another accepted file told already, and settle it.

A unit sends its own form, and the office above it a package that holds the same
entries. Whichever comes second is asked about, unit by unit: what came first stays and
that part of the file is left out, or the file stands and what came first goes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from desktop.errors import ConflictError
from desktop.operations.entries.holding_events import events_held
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, ArrivalRow, Fate, FieldChange
from desktop.records.identity import AgencyId, RecordId
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.counting import Span
from desktop.rules.intake.left_out import LeftOut
from desktop.rules.intake.statements import QUESTION, brings, share_days, takeable
from desktop.store import records, told_by_others
from desktop.store.shelves import BY_RECORD, BY_TABLE
from desktop.store.store import Change, Store
from desktop.store.told_by_others import Key

_ACTIVITIES: Final = BY_RECORD[Activity].table


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """One unit of a file, and the files that told of its days before."""

    unit: AgencyId
    row_id: str
    """Of the question in the tray."""
    returns: tuple[Return, ...]
    rows: tuple[Key, ...]
    """What these hold of the unit on the file's days."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the days that were told before."""
        return tuple(Span(one.first_day, one.last_day) for one in self.returns)


class ToldTwice:
    """Files held against all that was accepted before them."""

    def __init__(self, db: Any, arrivals: Iterable[Arrival]) -> None:  # noqa: ANN401
        """Look up who told of the units and days of some files."""
        self._db = db
        accepted = {"state": str(ReturnState.ACCEPTED)}
        self._returns = {o.id: o for o in records.find(db, Return, where=accepted)}
        self._by_unit: defaultdict[str, list[Return]] = defaultdict(list)
        returns = self._returns.values()
        asked = [one for one in arrivals if any(_others(one, returns))]
        days = [day for one in asked for day in (one.first_day, one.last_day) if day]
        if not days:
            return
        units = {unit for one in asked for unit in _units(one)}
        span = Span(min(days), max(days))
        for ret, unit in sorted(told_by_others.tellers(db, units, span)):
            self._by_unit[unit].append(self._returns[ret])

    def of(self, arrival: Arrival) -> tuple[Twice, ...]:
        """Return the units of a file whose days were told before."""
        return tuple(self._of(arrival))

    def _of(self, arrival: Arrival) -> Iterator[Twice]:
        for unit in sorted(_units(arrival)):
            found = _others(arrival, self._by_unit.get(unit, ()))
            held = [(one, self._held(arrival, unit, one)) for one in found]
            held = [(one, told) for one, told in held if told]
            if held:
                yield Twice(
                    unit=AgencyId(unit),
                    row_id=f"{arrival.sha256}/{unit}",
                    returns=tuple(one for one, _ in held),
                    rows=tuple(dict.fromkeys(key for _, told in held for key in told)),
                )

    def _held(self, arrival: Arrival, unit: str, ret: Return) -> tuple[Key, ...]:
        """Return what a return holds of a unit beside what the file itself names."""
        if arrival.first_day is None or arrival.last_day is None:
            return ()
        days = Span(
            max(arrival.first_day, ret.first_day), min(arrival.last_day, ret.last_day)
        )
        named = {(row.place, row.row_id) for row in arrival.rows}
        found = told_by_others.rows_told(self._db, ret.id, unit, days)
        return tuple(key for key in found if key not in named)


def _others(arrival: Arrival, returns: Iterable[Return]) -> Iterator[Return]:
    """Yield those of other senders, or of another kind, with days of a file."""
    for one in returns if takeable(arrival) else ():
        same = (one.sender, one.kind) == (arrival.sender, arrival.kind)
        if not same and share_days(arrival, one):
            yield one


def left_by_slip(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    ret: Return,
    units: Iterable[str],
) -> tuple[LeftOut, ...]:
    """Return what of a slip is left out that was held until its original came.

    Nobody is there to be asked: what another file told, and goes on to count, stays.
    """
    accepted = {"state": str(ReturnState.ACCEPTED)}
    others = [
        one
        for one in records.find(db, Return, where=accepted)
        if (one.sender, one.kind) != (ret.sender, ret.kind)
        and one.first_day <= ret.last_day
        and ret.first_day <= one.last_day
    ]
    return tuple(
        LeftOut(unit=AgencyId(unit), days=days)
        for one in others
        for days in (Span(one.first_day, one.last_day),)
        for unit in sorted(set(units))
        if told_by_others.rows_told(db, one.id, unit, days)
    )


def ask(store: Store, arrivals: Sequence[Arrival]) -> tuple[Arrival, ...]:
    """Return files with a question for each unit whose days were told before."""
    db = store.reader
    told = ToldTwice(db, arrivals)
    names = {one.id: one.name for one in records.each(db, Agency)}
    return tuple(_asked(one, told.of(one), names) for one in arrivals)


def _asked(
    arrival: Arrival, found: Sequence[Twice], names: Mapping[AgencyId, str]
) -> Arrival:
    if not found:
        return arrival
    rows = [_row(arrival, one, names.get(one.unit, one.unit)) for one in found]
    files = dict.fromkeys(ret.file_name for one in found for ret in one.returns)
    told = ", ".join(row.title for row in rows)
    return replace(
        arrival,
        rows=(*rows, *arrival.rows),
        reasons=(("told_twice", told, ", ".join(files)), *arrival.reasons),
    )


def _row(arrival: Arrival, one: Twice, name: str) -> ArrivalRow:
    files = dict.fromkeys(ret.file_name for ret in one.returns)
    told = FieldChange(
        field="file_name", label="", ours=", ".join(files), theirs=arrival.name
    )
    return ArrivalRow(
        place=QUESTION, row_id=one.row_id, title=name, fate=Fate.KEEP, changes=(told,)
    )


def settle(
    change: Change, arrival: Arrival, found: Iterable[Twice], keep: Collection[str]
) -> tuple[LeftOut, ...]:
    """Take away what a file replaces; return what of the file is left out.

    Args:
        change: The intake's change.
        arrival: The file, as it was asked about.
        found: The units whose days were told before, as they are now.
        keep: Ids of the questions whose answer is that what came first stays.

    Raises:
        ConflictError: `told_twice`: nobody was asked about a unit.
    """
    asked = {row.row_id for row in arrival.rows if row.place == QUESTION}
    left = []
    for one in found:
        if one.row_id not in asked:
            raise ConflictError("told_twice", arrival.name, one.returns[0].file_name)
        if one.row_id in keep:
            left += [LeftOut(unit=one.unit, days=days) for days in one.spans]
        else:
            _take_away(change, one.rows)
    return tuple(left)


def _take_away(change: Change, told: Sequence[Key]) -> None:
    """Remove what another file told, and let shared events go on without it."""
    gone = {row_id for place, row_id in told if place == _ACTIVITIES}
    others = [
        one
        for row_id in sorted(gone)
        for one in records.find(change.db, Activity, where={"joined_to": row_id})
        if one.id not in gone
    ]
    with events_held(change, [one.id for one in others]):
        heads: dict[RecordId | None, RecordId] = {}
        for one in others:
            head = heads.setdefault(one.joined_to, one.id)
            joined_to = None if head == one.id else head
            records.put(change, replace(one, joined_to=joined_to))
        for place, row_id in told:
            records.remove(change, BY_TABLE[place].record, row_id)


def _units(arrival: Arrival) -> frozenset[str]:
    """Return whose entries a file brings; a form that lists none brings nobody's."""
    if arrival.kind is ReturnKind.PACKAGE:
        return frozenset(arrival.tells_of)
    listed = any(map(brings, arrival.rows))
    return (
        frozenset({str(arrival.agency)}) if listed and arrival.agency else frozenset()
    )
