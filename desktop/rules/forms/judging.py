"""Tell what accepting a form would do to each entry and total, and what it leaves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.records.arrival import ArrivalRow, Counts, Fate, FieldChange
from desktop.records.period import PeriodStanding
from desktop.records.register import Register
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import RECORD_OF
from desktop.rules.dates import format_date
from desktop.rules.entry import title_of
from desktop.rules.entry_table.building import Entry
from desktop.rules.forms.against import FormAgainst
from desktop.rules.forms.entries import Told
from desktop.rules.forms.in_their_places import in_their_places
from desktop.rules.forms.statement import Statement
from desktop.rules.forms.totals import ToldTotal
from desktop.rules.locked_days import refusing, speaks_of
from desktop.rules.numbers import format_decimal
from desktop.rules.period_states import is_locked

Place = tuple[str, str]
"""Table and id of a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What stands here of everything a form speaks of."""

    records: Mapping[Place, Any]
    edited: frozenset[Place]
    """What was edited or removed here since it came, or since the form left."""
    standing: frozenset[Place]
    """What stands here on the word of an earlier return for the same days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One entry or total and what accepting would do to it."""

    row: ArrivalRow
    record: Any = None
    """As it would be written; None where it would be removed."""
    before: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """All that accepting a form would do."""

    rows: tuple[Judged, ...]
    counts: Counts
    locked: PeriodStanding | None = None
    """The locked period that refuses it; None where none does."""


def wanted(statement: Statement, against: FormAgainst) -> frozenset[Place]:
    """Return every record a statement speaks of, by table and id."""
    told = {(one.place, str(one.row_id)) for one in statement.entries}
    totals = {
        (against.places[UnlistedTotal], str(one.id))
        for total in statement.totals
        for one in total.unlisted
    }
    return frozenset(told | totals | shown_places(statement, against))


def shown_places(statement: Statement, against: FormAgainst) -> set[Place]:
    """Return the entries the form showed when it left, by table and id."""
    found: set[Place] = set()
    tables = _tables(statement, against)
    for sheet in statement.content.sheets:
        table = tables.get(sheet.sheet)
        if table is not None:
            found |= {
                (table, one.record)
                for one in statement.content.prefilled
                if one.record and one.sheet == sheet.sheet
            }
    return found


def judge(statement: Statement, stored: Stored, against: FormAgainst) -> Judgement:
    """Return what accepting a statement would do."""
    told = in_their_places(
        statement.entries, statement.shown, stored.records, statement.whose
    )
    statement = replace(statement, entries=told)
    left = _left_as_shown(statement)
    entries = [
        (one, _entry(one, statement, stored, against))
        for one in statement.entries
        if not one.refused
    ]
    totals = [
        (one, tuple(_total(one, stored, against, untouched=one.at in left)))
        for one in statement.totals
        if not one.refused
    ]
    gone = tuple(_gone(statement, stored, against))
    rows = (
        *(judged for _, judged in entries),
        *(each for _, many in totals for each in many),
        *gone,
    )
    return Judgement(
        rows=rows,
        counts=_counts(statement, entries, totals),
        locked=_locked(rows, against),
    )


# --- entries and totals ------------------------------------------------------------


def _entry(
    told: Told, statement: Statement, stored: Stored, against: FormAgainst
) -> Judged:
    place = told.place, str(told.row_id)
    before = stored.records.get(place)
    if before is None:
        gone_here = _removed(stored, place) or told.row_id in statement.shown
        fate = Fate.KEEP if gone_here else Fate.ADD
        return _judged(told, told.record, None, fate, against)
    record = replace(before, **told.values)
    shown = statement.shown.get(str(told.row_id))
    untouched = shown is not None and shown == told.texts
    if untouched or record == before:
        return _judged(told, before, before, Fate.SAME, against)
    fate = Fate.KEEP if place in stored.edited else Fate.CHANGE
    return _judged(told, record, before, fate, against)


def _removed(stored: Stored, place: Place) -> bool:
    """Tell whether somebody here took away what an earlier return put.

    What another file took away, as a version that no longer told it, nobody did.
    """
    return place in stored.standing and place in stored.edited


def _judged(
    told: Told,
    record: Entry,
    before: Entry,
    fate: Fate,
    against: FormAgainst,
) -> Judged:
    changes: tuple[FieldChange, ...] = ()
    if before is not None and fate is not Fate.SAME:
        changes = tuple(_changes(told.register, before, record, against))
    row = ArrivalRow(
        place=told.place,
        row_id=str(told.row_id),
        title=title_of(record),
        fate=fate,
        at=told.at,
        changes=changes,
    )
    return Judged(row=row, record=record, before=before)


def _changes(
    register: Register,
    before: Entry,
    record: Entry,
    against: FormAgainst,
) -> Iterator[FieldChange]:
    for field in register.fields:
        ours, theirs = getattr(before, field.name), getattr(record, field.name)
        if ours != theirs:
            show = against.show(register, field.name)
            yield FieldChange(
                field=field.name,
                label=field.label,
                ours=show(ours),
                theirs=show(theirs),
            )


def _left_as_shown(statement: Statement) -> frozenset[str]:
    """Return the cells of totals that say what they said when the form left."""
    content = statement.content
    shown = {
        one.cell: one.value
        for one in content.prefilled
        if one.sheet == content.summary and not one.record
    }
    return frozenset(
        one.at
        for one in statement.totals
        if one.value is not None
        and shown.get(one.total.cell) in (f"{one.value:f}", one.text)
    )


def _total(
    told: ToldTotal, stored: Stored, against: FormAgainst, *, untouched: bool
) -> Iterator[Judged]:
    table = against.places[UnlistedTotal]
    for one in told.unlisted:
        place = table, str(one.id)
        before = stored.records.get(place)
        if untouched and (before is not None or place not in stored.standing):
            # what it was shown is made of other things, which stand as they are
            if before is not None:
                yield _unlisted(table, before, before, Fate.SAME, told.at)
            continue
        if before is None:
            fate = Fate.KEEP if _removed(stored, place) else Fate.ADD
        elif before == one:
            fate = Fate.SAME
        else:
            fate = Fate.KEEP if place in stored.edited else Fate.CHANGE
        yield _unlisted(table, one, before, fate, told.at)


def _unlisted(
    table: str,
    one: UnlistedTotal,
    before: UnlistedTotal | None,
    fate: Fate,
    at: str,
) -> Judged:
    changes: tuple[FieldChange, ...] = ()
    if before is not None and fate in (Fate.CHANGE, Fate.KEEP):
        ours, theirs = format_decimal(before.value), format_decimal(one.value)
        changes = (
            FieldChange(field="value", label=one.note, ours=ours, theirs=theirs),
        )
    row = ArrivalRow(
        place=table,
        row_id=str(one.id),
        title=one.note,
        fate=fate,
        at=at,
        changes=changes,
    )
    return Judged(row=row, record=one, before=before)


def _gone(
    statement: Statement, stored: Stored, against: FormAgainst
) -> Iterator[Judged]:
    """Yield what stood on an earlier return, or in the form, and is no longer in it.

    What this office recorded itself, and the form merely showed, is asked about.
    """
    told = {(one.place, str(one.row_id)) for one in statement.entries}
    refused = {one.total.key for one in statement.totals if one.refused}
    table = against.places[UnlistedTotal]
    told |= {
        (table, str(one.id)) for total in statement.totals for one in total.unlisted
    }
    missed = (stored.standing | shown_places(statement, against)) - told
    for place in sorted(missed):
        before = stored.records.get(place)
        if before is None or (refused and place[0] == table):
            continue
        sure = place in stored.standing and place not in stored.edited
        row = ArrivalRow(
            place=place[0],
            row_id=place[1],
            title=before.note if place[0] == table else title_of(before),
            fate=Fate.REMOVE if sure else Fate.KEEP,
        )
        yield Judged(row=row, before=before)


# --- counts and locks --------------------------------------------------------------

_KEEPING = frozenset({Fate.SAME, Fate.KEEP})


def _counts(
    statement: Statement,
    entries: list[tuple[Told, Judged]],
    totals: list[tuple[ToldTotal, tuple[Judged, ...]]],
) -> Counts:
    """Return the control totals of a file: of entries and totals together."""
    told = len(statement.entries) + len(statement.totals)
    seen = told + len(statement.laid.unread)
    judged = len(entries) + len(totals)
    unchanged = sum(one.row.fate in _KEEPING for _, one in entries)
    unchanged += sum(
        all(one.row.fate in _KEEPING for one in many) for _, many in totals
    )
    return Counts(
        seen=seen,
        accepted=judged - unchanged,
        refused=seen - judged,
        unchanged=unchanged,
    )


def _locked(rows: tuple[Judged, ...], against: FormAgainst) -> PeriodStanding | None:
    """Return the locked period that refuses what accepting would write."""
    locked = tuple(filter(is_locked, against.standings))
    if not locked:
        return None
    for one in rows:
        if one.row.fate is not Fate.SAME:
            found = _refusing(locked, one)
            if found is not None:
                return found
    return None


def _refusing(locked: tuple[PeriodStanding, ...], one: Judged) -> PeriodStanding | None:
    whole = one.record if one.record is not None else one.before
    if isinstance(whole, UnlistedTotal):
        day = whole.last_day
        return next((each for each in locked if speaks_of(each, day)), None)
    found = refusing(locked, whole, one.before)
    return None if found is None else found[1]


def lock_reason(standing: PeriodStanding) -> tuple[str, ...]:
    """Return that a locked period refuses a form, with its days."""
    days = format_date(standing.first_day), format_date(standing.last_day)
    return ("period_locked", *days)


def _tables(statement: Statement, against: FormAgainst) -> dict[str, str]:
    """Return the table of each sheet's entries."""
    found: dict[str, str] = {}
    for sheet in statement.content.sheets:
        register = against.registers.get(sheet.register)
        if register is not None:
            found[sheet.sheet] = against.places[RECORD_OF[register.source]]
    return found
