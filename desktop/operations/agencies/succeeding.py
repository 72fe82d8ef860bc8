"""What every change of agencies shares: its decision, refusals, and who ends when."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.errors import ConflictError, InputError, Problem, UnknownNameError
from desktop.records.agency import Agency, FormerName, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.rules import entry
from desktop.rules.agency_book import AgencyBook
from desktop.rules.agency_checks import check_agency, check_succession
from desktop.rules.succession import eve, new_agency_id
from desktop.store import records
from desktop.store.store import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """By what decision something becomes of agencies, and from which day."""

    day: dt.date
    """First day of what comes after."""
    number: str = ""
    """Number and symbol of the decision."""
    decided_on: dt.date | None = None
    note: str = ""

    def happened(
        self,
        kind: SuccessionKind,
        predecessors: Iterable[AgencyId],
        successors: Iterable[AgencyId] = (),
    ) -> Succession:
        """Return what it makes of agencies, its id still blank."""
        return Succession(
            id="",
            kind=kind,
            day=self.day,
            predecessors=tuple(dict.fromkeys(predecessors)),
            successors=tuple(dict.fromkeys(successors)),
            decision=self.number.strip(),
            decided_on=self.decided_on,
            note=self.note.strip(),
        )


def refuse(problems: Iterable[Problem]) -> None:
    """Check that nothing found forbids a change.

    Raises:
        InputError: Something does; carries every problem that is no mere doubt.
    """
    faults = tuple(one for one in problems if one.blocking)
    if faults:
        raise InputError(faults)


def prepared(agency: Agency, book: AgencyBook, first_day: dt.date | None) -> Agency:
    """Return a new agency with its id, its first day and its place in lists.

    One that has an id is in the book already and stays as it is.

    Raises:
        UnknownNameError: It has an id the book does not know.
    """
    if agency.id:
        if agency.id not in book.by_id:
            raise UnknownNameError("agency", agency.id, ())
        return book.by_id[agency.id]
    cleaned = entry.clean(agency)
    last = max((one.position for one in book.agencies), default=0)
    return replace(
        cleaned,
        id=new_agency_id(cleaned.name, book.by_id),
        valid_from=first_day or cleaned.valid_from,
        position=cleaned.position or last + 1,
    )


def with_agency(book: AgencyBook, agency: Agency) -> AgencyBook:
    """Return a book with an agency added, or in the place of the one with its id."""
    others = tuple(one for one in book.agencies if one.id != agency.id)
    return replace(book, agencies=(*others, agency))


def ending(book: AgencyBook, happened: Succession) -> tuple[Agency, ...]:
    """Return the agencies that end by what happened, with their last day."""
    known = book.by_id
    return tuple(
        replace(known[one], valid_to=eve(happened.day))
        for one in happened.predecessors
        if one in known and one not in happened.successors
    )


def without(book: AgencyBook, happened: Succession) -> AgencyBook:
    """Return a book in which those that end by what happened have their last day."""
    after = book
    for one in ending(book, happened):
        after = with_agency(after, one)
    return after


def left_below(book: AgencyBook, happened: Succession) -> tuple[Agency, ...]:
    """Return the agencies that live on below those that end by what happened."""
    after = without(book, happened)
    return tuple(
        unit
        for one in ending(book, happened)
        for unit in after.below_from(one.id, happened.day)
    )


def refuse_left(name: str, units: Iterable[Agency]) -> None:
    """Check that no agency is left below one that is no more.

    Such a unit could not be changed any more: its superior was not there then.

    Raises:
        ConflictError: Some are; names the one that ends, and each of them.
    """
    left = tuple(one.name for one in units)
    if left:
        raise ConflictError("units_left", name, *left)


def problems_of(
    happened: Succession, book: AgencyBook, new: Iterable[Agency] = ()
) -> tuple[Problem, ...]:
    """Return what is wrong with a change: with it as a whole, and with what is new.

    New agencies are checked in a book in which their predecessors have ended, so that
    one may bear the name of another it takes over from.
    """
    after = without(book, happened)
    found = list(check_succession(happened, book))
    for one in new:
        found += check_agency(one, after)
        after = with_agency(after, one)
    return tuple(found)


def keep(change: Change, happened: Succession) -> Succession:
    """Write what happened to agencies."""
    kept = replace(happened, id=change.new_id())
    records.put(change, kept)
    return kept


def move_below(
    change: Change, book: AgencyBook, moved: Mapping[AgencyId, AgencyId], day: dt.date
) -> None:
    """Put the agencies below each of some below its heir, from a day on."""
    for old, heir in moved.items():
        for child in book.below_from(old, day):
            if child.id != heir:
                keep_name(change, child, day)
                records.put(change, replace(child, parent=heir))


def keep_name(change: Change, agency: Agency, day: dt.date) -> None:
    """Keep what an agency was called, and where it stood, until a day."""
    last = eve(day)
    name = FormerName(
        id=f"{agency.id}/{last.isoformat()}",
        agency=agency.id,
        name=agency.name,
        short_name=agency.short_name,
        tier=agency.tier,
        parent=agency.parent,
        code=agency.code,
        last_day=last,
    )
    began = agency.valid_from
    # One that begins on the day had no name before; one renamed on it has it kept.
    if began is not None and began >= day:
        return
    if records.get(change.db, FormerName, name.id) is None:
        records.put(change, name)
