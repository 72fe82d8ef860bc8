"""Draft the letters that go with reports: reminders, covers, submissions."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.errors import ConflictError
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import (
    Office,
    compute_results,
    read_office,
    refuse_outside_plan,
    span_of,
)
from desktop.operations.office_time import office_time
from desktop.operations.reports.read_report import read_report
from desktop.operations.reports.read_templates import load_for
from desktop.operations.units.unit_states import UnitState, read_unit_states
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, Code
from desktop.records.issued import IssuedReport
from desktop.records.period import Period
from desktop.records.report import Report
from desktop.records.result import Verdict
from desktop.records.template import ReportTemplate
from desktop.rules.letters.late_units import LateUnit
from desktop.rules.letters.letters import LetterFacts, lay_out_letter
from desktop.rules.reports.kinds import KINDS
from desktop.rules.reports.sentences import figure_codes
from desktop.rules.unit_states import Standing
from desktop.store import records, totals
from desktop.store.store import Store

REMINDER = "letter-reminder"
SUBMISSION = "submission"
LETTERS = tuple(one.code for one in KINDS if one.letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """Which letter is asked for, and what only a person can say in it."""

    kind: str
    period: Period
    period_words: str
    number: str = ""
    dated: dt.date | None = None
    units: tuple[AgencyId, ...] = ()
    """Of a reminder: who is written to; empty: every unit that is late."""
    reply: dt.date | None = None
    """Of a reminder: the day by which an answer is asked for."""
    about: Report | None = None
    """Report it goes with; None: the newest issued of the period."""
    recipient: AgencyId | None = None
    """Who receives it; None: who receives the office's reports, or of a submission
    who the office is under."""


def draft_letter(
    store: Store,
    request: LetterRequest,
    progress: Progress = silent,
    *,
    template: ReportTemplate | None = None,
) -> Report:
    """Return a letter as it would be sent now, laid out like any report.

    Without a template, by the one the office uses for its kind.

    Raises:
        UnknownNameError: There is no such kind.
        ConflictError: The period lies outside the plan's years (`period_outside_plan`),
            no unit is late (`nobody_late`), no report was issued for the period
            (`nothing_issued`), or nobody is set to receive it (`no_recipient`).
    """
    refuse_outside_plan(store, request.period)
    template = template or load_for(store, request.kind)
    with store.reading():
        facts = _facts(store, request, template, progress)
    progress(Step("laying_out", 0, 1))
    return lay_out_letter(facts, template)


def late_units(store: Store, request: LetterRequest) -> tuple[LateUnit, ...]:
    """Return the units that are late, or those asked for that owe their report.

    Late is who owes it after its last day; where the plan tells no day, whoever owes.

    Raises:
        ConflictError: `nobody_late`: there is none; `nobody_late_yet`: some owe it,
            and its last day is not over; or the file holds no office yet.
    """
    states = read_unit_states(store, request.period)
    late = states.late if states.due else states.owing
    if request.units:
        late = tuple(one for one in states.owing if one.agency.id in request.units)
    if late:
        return tuple(_late(one, store) for one in late)
    if states.owing and states.due and not request.units:
        raise ConflictError(
            "nobody_late_yet", request.period_words, states.due.isoformat()
        )
    raise ConflictError("nobody_late", request.period_words)


def _late(one: UnitState, store: Store) -> LateUnit:
    faulty = one.ret if one.standing is Standing.FAULTY else None
    zone = office_time(store).tzinfo
    return LateUnit(
        agency=one.agency.id,
        name=one.agency.name,
        due=one.due,
        faults=faulty.faults if faulty else 0,
        came=faulty.received_at.astimezone(zone).date() if faulty else None,
    )


def _facts(
    store: Store, request: LetterRequest, template: ReportTemplate, progress: Progress
) -> LetterFacts:
    office = read_office(store)
    reminder = request.kind == REMINDER
    agencies = agencies_on(store, span_of(request.period).last)
    names: dict[AgencyId | None, str] = {one.id: one.name for one in agencies}
    recipient = _recipient(request, office, agencies)
    if not reminder and recipient not in names:
        raise ConflictError("no_recipient")
    return LetterFacts(
        preferences=office.preferences,
        plan=office.plan,
        period=request.period,
        period_words=request.period_words,
        computed_at=office_time(store),
        letter_id=store.new_id(),
        agency=names.get(office.preferences.agency, ""),
        recipient=names.get(recipient, ""),
        number=request.number,
        dated=request.dated,
        late=late_units(store, request) if reminder else (),
        reply=request.reply,
        about=None if reminder else request.about or _newest(store, request.period),
        totals=_totals(store, office, request.period, template, progress),
    )


def _recipient(
    request: LetterRequest, office: Office, agencies: Iterable[Agency]
) -> AgencyId | None:
    """Return who receives a letter: a submission goes to whoever the office is under.

    Others go where its reports go, which may be another line of superiors.
    """
    own = office.preferences.agency
    under = (one.parent for one in agencies if one.id == own)
    above = next(under, None) if request.kind == SUBMISSION else None
    return request.recipient or above or office.preferences.recipient


def _newest(store: Store, period: Period) -> Report:
    """Return the latest report issued for a period; slips and letters are none."""
    issued = [
        one
        for one in records.find(store.reader, IssuedReport)
        if (one.first_day, one.last_day) == (period.first_day, period.last_day)
        and not one.slip
        and one.kind not in LETTERS
    ]
    if not issued:
        raise ConflictError("nothing_issued")
    return read_report(store, max(issued, key=lambda one: one.issued_at))


def _totals(
    store: Store,
    office: Office,
    period: Period,
    template: ReportTemplate,
    progress: Progress,
) -> dict[Code, Decimal]:
    """Return the numbers the words of a letter name; nothing is counted for others."""
    codes = {code for text in template.opening for code in figure_codes(text)}
    span = span_of(period)
    found = {
        code: totals.total(store.reader, office.figures[code], span, office.names)
        for code in sorted(codes)
        if code in office.figures
    }
    if any("{count:" in text for text in template.opening):
        found |= _verdicts(store, period, progress)
    return found


def _verdicts(store: Store, period: Period, progress: Progress) -> dict[Code, Decimal]:
    results = compute_results(store, period, progress)
    many = Counter(one.headline.verdict for one in results)
    met = many[Verdict.MET] + many[Verdict.ABOVE]
    told = {
        "met": met,
        "not_met": many[Verdict.NOT_MET],
        "unknown": many[Verdict.UNKNOWN],
        "all": met + many[Verdict.NOT_MET] + many[Verdict.UNKNOWN],
    }
    return {Code(f"count:{name}"): Decimal(value) for name, value in told.items()}
