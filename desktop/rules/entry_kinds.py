"""Checks of each kind of entry: what its own numbers and days must agree in."""

from collections.abc import Iterator
from functools import singledispatch

from desktop.errors import Problem
from desktop.records.activity import Activity, ActivityState, StaffCount
from desktop.records.agency import Agency, Budget, SpokespersonCheck, UnitPlan
from desktop.records.catalogue import CatalogueItem
from desktop.records.period import Deadline
from desktop.records.plan import LegalBasis
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited, Milestone
from desktop.records.task import TaskState
from desktop.rules import deadline_entry, entry_press, entry_records, joint_events
from desktop.rules.dates import format_date
from desktop.rules.entry_checks import (
    days_in_order,
    days_in_plan,
    days_over,
    doubt,
    year_in_plan,
)
from desktop.rules.known import Known
from desktop.rules.numbers import format_integer


@singledispatch
def check(_record: object, _known: Known) -> Iterator[Problem]:
    """Yield what is wrong with an entry of its kind; other records pass."""
    return iter(())


@check.register
def _activity(record: Activity, known: Known) -> Iterator[Problem]:
    yield from days_in_plan(record, known, "first_day", "last_day")
    yield from days_in_order(record.first_day, record.last_day)
    yield from _state(record, known)
    yield from _tasks(record.tasks)
    yield from _attendance(record)
    yield from _staff(record)
    yield from entry_press.check(record, known)
    yield from joint_events.check(record, known.events)
    if record.agency in record.partners:
        yield doubt("partners", "partner_is_lead")
    for number, row in enumerate(record.spending, 1):
        if 0 < row.planned < row.spent:
            yield doubt("spending", "spent_above_planned", str(number))


def _state(record: Activity, known: Known) -> Iterator[Problem]:
    """Yield a state that the day contradicts."""
    today = format_date(known.today)
    if record.state is ActivityState.DONE and record.last_day > known.today:
        yield Problem("last_day", "done_in_future", (today,))
    if record.state is ActivityState.PLANNED and record.last_day < known.today:
        yield doubt("state", "planned_in_past", today)
    if record.state is ActivityState.CANCELLED and record.attendance:
        yield doubt("attendance", "cancelled_with_people")


def _tasks(tasks: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a doubt when an entry carries out no task: no task row will show it."""
    if not tasks:
        yield doubt("tasks", "no_task")


def _attendance(record: Activity) -> Iterator[Problem]:
    """Yield people and audiences that are more than the attendance."""
    attendance = record.attendance
    if attendance is None or attendance < 0:
        return
    if attendance == 0 and record.state is ActivityState.DONE:
        yield doubt("attendance", "zero_attendance")
    if record.people is not None and record.people > attendance:
        facts = format_integer(record.people), format_integer(attendance)
        yield Problem("people", "people_above_attendance", facts)
    counted = sum(row.attendance for row in record.audiences)
    if counted > attendance:
        facts = format_integer(counted), format_integer(attendance)
        yield doubt("audiences", "audiences_above_attendance", *facts)


def _staff(record: Activity) -> Iterator[Problem]:
    """Yield rows of staff whose firsts cannot be, and staff beyond the people."""
    for number, row in enumerate(record.staff, 1):
        yield from _firsts(row, str(number))
    counted = sum(row.people for row in record.staff)
    if record.people is not None and 0 <= record.people < counted:
        facts = format_integer(counted), format_integer(record.people)
        yield doubt("staff", "staff_above_people", *facts)


def _firsts(row: StaffCount, line: str) -> Iterator[Problem]:
    """Yield firsts that are more than the people, or than what makes them complete."""
    firsts = (
        row.first_updated,
        row.first_trained,
        row.first_complete,
        row.first_equipped,
    )
    if max(firsts) > row.people:
        facts = format_integer(max(firsts)), format_integer(row.people), line
        yield Problem("staff", "firsts_above_people", facts)
    # Whoever becomes complete today was today either updated or trained at last.
    elif row.first_complete > row.first_updated + row.first_trained:
        yield doubt("staff", "complete_above_firsts", line)
    # And whoever has both a training and documents today got one of them today.
    if row.first_equipped > row.first_trained + row.document_sets:
        yield doubt("staff", "equipped_above_firsts", line)


@check.register
def _product(record: Product, known: Known) -> Iterator[Problem]:
    yield from days_in_plan(record, known, "first_published")
    yield from days_over(record, known, "first_published", "online_since")
    yield from _tasks(record.tasks)


@check.register
def _data_source(record: DataSource, known: Known) -> Iterator[Problem]:
    yield from days_in_plan(record, known, "recorded_on")
    yield from days_over(record, known, "recorded_on", "online_since")


@check.register
def _posting(record: Posting, known: Known) -> Iterator[Problem]:
    yield from _spanned(record, known)
    yield from _tasks(record.tasks)
    for name in ("sent", "contributed"):
        yield from _items(record, name)


def _items(record: Posting, name: str) -> Iterator[Problem]:
    """Yield a doubt where fewer were sent than appeared, or fewer than were written."""
    many: int | None = getattr(record, name)
    if many is None:
        return
    most, least = max(record.items, record.sent or 0), record.items
    facts = format_integer(many), format_integer(least if name == "sent" else most)
    if name == "sent" and many < least:
        yield doubt("sent", "sent_below_items", *facts)
    if name == "contributed" and many > most:
        yield doubt("contributed", "contributed_above_items", *facts)


@check.register
def _broadcast(record: Broadcast, known: Known) -> Iterator[Problem]:
    yield from _spanned(record, known)
    yield from _tasks(record.tasks)
    for name in ("minutes", "times"):
        # below zero is told already
        if getattr(record, name) == 0:
            yield Problem(name, "below_one")


def _spanned(record: Posting | Broadcast | Tally, known: Known) -> Iterator[Problem]:
    """Yield what is wrong with the days of what was summed over a span."""
    yield from days_in_plan(record, known, "first_day", "last_day")
    yield from days_in_order(record.first_day, record.last_day)
    yield from days_over(record, known, "last_day")


@check.register
def _headcount(record: Headcount, known: Known) -> Iterator[Problem]:
    # A count may be older than the plan: the latest one serves.
    yield from days_over(record, known, "as_of")


@check.register
def _departure(record: Departure, known: Known) -> Iterator[Problem]:
    yield from days_in_plan(record, known, "left_on")
    yield from days_over(record, known, "left_on")
    if record.people == 0:
        yield Problem("people", "below_one")


@check.register
def _tally(record: Tally, known: Known) -> Iterator[Problem]:
    yield from _spanned(record, known)
    yield from days_over(record, known, "document_date")
    if not record.document_number.strip():
        yield Problem("document_number", "missing")
    if 0 <= record.detected < record.handled:
        facts = format_integer(record.handled), format_integer(record.detected)
        yield doubt("handled", "handled_above_detected", *facts)
    if record.total is not None and 0 <= record.total < record.detected:
        facts = format_integer(record.detected), format_integer(record.total)
        yield Problem("total", "detected_above_total", facts)


@check.register
def _spokesperson(record: SpokespersonCheck, known: Known) -> Iterator[Problem]:
    yield from year_in_plan(record, known)
    yield from days_over(record, known, "document_date", "public_since")
    if record.public_since and not record.made_public:
        yield doubt("made_public", "day_without_public")
    if record.public_since and record.document_date:
        yield from _public_late(record)
    if record.made_public and not record.document_number.strip():
        yield doubt("document_number", "public_without_document")


def _public_late(record: SpokespersonCheck) -> Iterator[Problem]:
    """Yield a doubt when somebody was made public before being assigned."""
    assigned, public = record.document_date, record.public_since
    if assigned and public and public < assigned:
        yield doubt("public_since", "public_before_document", format_date(assigned))


@check.register
def _unit_plan(record: UnitPlan, known: Known) -> Iterator[Problem]:
    yield from year_in_plan(record, known)
    yield from days_over(record, known, "issued_on")


@check.register
def _task_state(record: TaskState, known: Known) -> Iterator[Problem]:
    yield from year_in_plan(record, known)


@check.register
def _milestone(record: Milestone, known: Known) -> Iterator[Problem]:
    yield from year_in_plan(record, known)
    if record.value < 0:
        yield Problem("value", "negative", (str(record.value),))


@check.register
def _deadline(record: Deadline, _known: Known) -> Iterator[Problem]:
    yield from deadline_entry.problems(record)


@check.register
def _agency(record: Agency, _known: Known) -> Iterator[Problem]:
    if not record.name.strip():
        yield Problem("name", "missing")
    first, last = record.valid_from, record.valid_to
    if first and last and last < first:
        yield Problem("valid_to", "last_before_first", (format_date(first),))
    if record.parent == record.id:
        yield Problem("parent", "own_parent")


@check.register
def _catalogue_item(record: CatalogueItem, _known: Known) -> Iterator[Problem]:
    if not record.name.strip():
        yield Problem("name", "missing")
    if not record.code.strip():
        yield Problem("code", "missing")


check.register(OwnChannel)(entry_records.own_channel)
check.register(Budget)(entry_records.budget)
check.register(Achievement)(entry_records.achievement)
check.register(Estimate)(entry_records.estimate)
check.register(Inherited)(entry_records.inherited)
check.register(UnlistedTotal)(entry_records.unlisted)
check.register(LegalBasis)(entry_records.legal_basis)
