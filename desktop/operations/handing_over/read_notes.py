"""Gather what the successor has to know: what is due, what is open, whom to call."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Protocol

from desktop.operations.figures.compute_results import Office, read_office
from desktop.operations.handing_over.hand_over import HandedOver
from desktop.operations.office_time import office_time
from desktop.operations.periods.read_deadlines import Due
from desktop.operations.signing.choose_key import chosen_key
from desktop.operations.trust.read_endings import read_endings
from desktop.operations.units.read_board import read_board
from desktop.operations.units.unit_states import UnitState, UnitStates, read_unit_states
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.ending import Ending, EndingKind
from desktop.records.exchange import (
    Call,
    Contact,
    Delivery,
    DeliveryState,
    Receipt,
    ReceiptOutcome,
)
from desktop.records.issued import IssuedReport
from desktop.records.period import Deadline, Period, PeriodStanding, PeriodState
from desktop.records.signing import ReportSignature, SignerRole
from desktop.rules.calendar import part_of_year
from desktop.rules.dates import format_date
from desktop.rules.short_code import short_code
from desktop.rules.unit_states import Standing
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.pdf.handover_pages import HandoverNotes, Told

MOST_DUE: Final = 12
MOST_NAMED: Final = 6
_MEGABYTE: Final = 1_000_000


class NoteWords(Protocol):
    """Words the pages take from elsewhere."""

    def subject(self, deadline: Deadline, /) -> str:
        """Return what is due."""

    def period(self, period: Period, /) -> str:
        """Return what a period is called in the middle of a sentence."""

    def role(self, role: SignerRole, /) -> str:
        """Return who signs, in the middle of a sentence."""

    def call(self, one: Call | None, zone: dt.tzinfo | None, /) -> str:
        """Return when and how a unit was last asked."""


def read_notes(
    store: Store,
    period: Period,
    words: NoteWords,
    handed: HandedOver | None = None,
    progress: Progress = silent,
) -> "HandoverNotes":
    """Return what the two pages tell, as things stand now.

    Args:
        store: The office.
        period: The period that is being collected.
        words: What deadlines, periods, roles and calls are called.
        handed: The file the pages go with; None: it was not made yet.
        progress: Told how far it is.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    from desktop.files.pdf.handover_pages import HandoverNotes

    now, office = office_time(store), read_office(store)
    states = read_unit_states(store, period, progress)
    calls = tuple(_calls(store, office, states, words, now))
    return HandoverNotes(
        head=tuple(_head(store, office, handed)),
        due=tuple(_due(store, words, now))[:MOST_DUE],
        open=tuple(_open(store, states, words, handed)),
        calls=calls,
        keys=tuple(_keys(read_endings(store), words, now)),
        at=now,
        practice=office.preferences.practice,
    )


def _head(store: Store, office: Office, handed: HandedOver | None) -> "Iterator[Told]":
    agency = records.get(store.reader, Agency, office.preferences.agency)
    yield "office", {"agency": agency.name if agency else ""}
    yield "plan", {"plan": office.plan.title}
    officer = office.preferences.officer
    yield ("officer", {"officer": officer}) if officer else ("blank", {})
    if handed is None:
        yield "no_file", {}
        return
    megabytes = -(-handed.size // _MEGABYTE)
    yield (
        "file",
        {
            "name": handed.path.name,
            "size": str(megabytes),
            "files": str(handed.files),
            "code": short_code(handed.sha256),
        },
    )


def _due(store: Store, words: NoteWords, now: dt.datetime) -> "Iterator[Told]":
    """Tell the days that are ahead, of this year and the next, in their order."""
    years = (now.year, now.year + 1)
    found = [one for year in years for one in read_board(store, part_of_year(year))]
    seen: set[tuple[str, dt.date | None]] = set()
    for one in sorted(found, key=lambda due: due.last_day or dt.date.max):
        place = (one.key, one.last_day)
        undated = one.last_day is None and one.owed_here and not one.on_request
        if place not in seen and (undated or (one.left is not None and one.left >= 0)):
            seen.add(place)
            yield from _told(one, words)


def _told(one: Due, words: NoteWords) -> "Iterator[Told]":
    day = format_date(one.last_day) if one.last_day else ""
    if one.activity is not None:
        yield "clock", {"day": day, "what": one.activity.title}
        return
    if one.last_day is None:
        whom = one.deadline.recipient_text
        yield "undated", {"what": words.subject(one.deadline), "whom": whom}
        return
    facts = {"day": day, "left": str(one.left), "what": words.subject(one.deadline)}
    if one.to_here:
        many = {"received": len(one.received), "all": len(one.received + one.missing)}
        counted = {name: str(value) for name, value in many.items()}
        yield "to_here", {**facts, **counted, "who": one.deadline.reporters}
    elif one.owed_here:
        yield "here", {**facts, "whom": one.deadline.recipient_text}


def _open(
    store: Store, states: UnitStates, words: NoteWords, handed: HandedOver | None
) -> "Iterator[Told]":
    period = words.period(states.period)
    if states.owing:
        named = _named(one.agency.name for one in states.owing)
        yield "owing", {**named, "period": period}
    if states.late and states.due:
        due = format_date(states.due)
        yield "late", {"count": str(len(states.late)), "due": due}
    for key, standing in (("faulty", Standing.FAULTY), ("held", Standing.HELD)):
        found = [one.agency.name for one in states.units if one.standing is standing]
        if found:
            yield key, _named(found)
    yield from _reports(store)
    yield from _deliveries(store)
    if handed is not None and handed.missing:
        yield "missing", {"count": str(handed.missing)}


def _reports(store: Store) -> "Iterator[Told]":
    db = store.reader
    signed = {one.report for one in records.find(db, ReportSignature)}
    unsigned = [
        one.number or one.period_code
        for one in records.find(db, IssuedReport)
        if one.id not in signed
    ]
    if unsigned:
        yield "unsigned", _named(unsigned)
    closed = [
        one.period_code
        for one in records.find(db, PeriodStanding)
        if one.state is PeriodState.CLOSED
    ]
    if closed:
        yield "reopened", _named(closed)


def _deliveries(store: Store) -> "Iterator[Told]":
    """Tell of the newest delivery of each report whether it arrived."""
    db = store.reader
    newest: dict[str, Delivery] = {}
    for one in records.find(db, Delivery):
        newest.setdefault(one.report, one)
    matched = {
        one.report
        for one in records.find(db, Receipt)
        if one.outcome is ReceiptOutcome.MATCHES
    }
    halted = [
        one.file_name
        for one in newest.values()
        if one.state is not DeliveryState.DELIVERED
    ]
    silent_ = [
        one.file_name
        for report, one in newest.items()
        if one.state is DeliveryState.DELIVERED and report not in matched
    ]
    for key, names in (("undelivered", halted), ("unmatched", silent_)):
        if names:
            yield key, _named(names)


def _calls(
    store: Store,
    office: Office,
    states: UnitStates,
    words: NoteWords,
    now: dt.datetime,
) -> Iterator[tuple[str, str, str]]:
    """Tell first who receives our reports, then the units, those that owe before."""
    db = store.reader
    above = office.preferences.recipient
    agency = records.get(db, Agency, above) if above else None
    if agency is not None and above is not None:
        contact = records.get(db, Contact, above)
        name = _words("call", "superior").format(name=agency.name)
        yield name, _reached(contact), "–"
    for one in sorted(states.units, key=_before):
        yield one.agency.name, _reached(one.contact), words.call(one.call, now.tzinfo)


def _before(one: UnitState) -> tuple[bool, bool]:
    return one.reported, one.contact is None


def _reached(contact: Contact | None) -> str:
    known = (contact.line, contact.mailbox) if contact else ()
    return ", ".join(part for part in known if part) or "–"


def _keys(
    endings: Sequence[Ending], words: NoteWords, now: dt.datetime
) -> "Iterator[Told]":
    for one in endings:
        day = format_date(one.ends.astimezone(now.tzinfo).date())
        if one.kind is EndingKind.LIST:
            yield "list", {"name": one.name, "day": day}
            continue
        left = _words("keys", "ended")
        if one.left >= 0:
            left = _words("keys", "days").format(left=one.left)
        roles = ", ".join(words.role(role) for role in one.roles)
        yield (
            "certificate",
            {"name": one.name, "roles": roles, "day": day, "left": left},
        )
    if any(one.kind is EndingKind.CERTIFICATE for one in endings):
        yield from _where()


def _where() -> "Iterator[Told]":
    """Tell where this machine finds its key; the key itself goes nowhere."""
    chosen = chosen_key().value
    if chosen.serial:
        yield "token", {"serial": chosen.serial}
    elif chosen.key_file is not None:
        yield "file", {"name": str(chosen.key_file)}


def _named(names: Iterable[str]) -> Mapping[str, str]:
    """Return how many there are, and the first of their names."""
    known = tuple(names)
    more = "…" if len(known) > MOST_NAMED else ""
    return {
        "count": str(len(known)),
        "names": ", ".join(known[:MOST_NAMED]) + more,
    }


def _words(group: str, key: str) -> str:
    from desktop.files.pdf.handover_pages import page_words

    return str(page_words()[group][key])
