"""Read the duties to report of every open plan, and how many days are left."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.files import catalogue
from desktop.operations.figures.compute_results import read_office
from desktop.operations.office_time import office_time
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId, PlanId
from desktop.records.period import DayOff, Deadline, Period
from desktop.records.plan import Plan, PlanState
from desktop.records.preferences import Preferences
from desktop.records.task import Task
from desktop.rules import deadlines as rules
from desktop.rules.succession import forebears
from desktop.store import preferences, records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One duty to report, with its last day in a year, or one request to answer."""

    deadline: Deadline
    plan: Plan | None = None
    last_day: dt.date | None
    """Last acceptable day; None while the plan does not tell it."""
    left: int | None
    """Days left: 0 on the last day, negative when it is over."""
    working_day: dt.date | None = None
    """The last day, or the last working day before it when it is a day off."""
    duty: str = ""
    """Which of the times it falls due: `rules.deadlines.Occurrence`."""
    owed_here: bool = False
    """Whether the office itself owes it."""
    to_here: bool = False
    """Whether others owe it to the office."""
    earliest: bool = False
    """Whether no report that is still ahead is due before it."""
    received: tuple[Agency, ...] = ()
    missing: tuple[Agency, ...] = ()
    """Units that owe it to the office: with figures in the period, and without."""
    activity: Activity | None = None
    """The request that is to be answered (004-X1)."""
    until: dt.datetime | None = None
    """Instant until which it is to be answered."""

    @property
    def key(self) -> str:
        """Return what tells it from every other."""
        request = f"/{self.activity.id}" if self.activity else ""
        return f"{self.deadline.id}{request}"

    @property
    def on_request(self) -> bool:
        """Tell whether it has no day of its own and is due when asked for."""
        return self.deadline.kind in rules.ON_REQUEST and self.activity is None


def read_deadlines(store: Store, year: int) -> tuple[Due, ...]:
    """Return the duties of all open plans in a year, each once, in order of days.

    Requests that wait for an answer come first, then the days that are ahead, those
    that are over, those nobody told, and what is due on request.
    """
    kept = preferences.get(store.reader)
    if kept is None:
        return ()
    with store.reading() as db:
        pairs = open_deadlines(db)
        taking_part = _taking_part(db, {plan.id for _, plan in pairs})
        own = _own(db, kept.agency)
        work = read_work_days(db)
        waiting = tuple(_waiting(db))
    today = store.now().date()
    found = [
        _placed(_due(deadline, plan, year, today), own, taking_part, work)
        for deadline, plan in pairs
    ]
    return _ordered((*_clocks(pairs, waiting, office_time(store)), *found))


def due_of_report(store: Store, period: Period) -> dt.date | None:
    """Return the last acceptable day of the office's own report on a period.

    Raises:
        ConflictError: The file holds no office yet.
    """
    office = read_office(store)
    with store.reading() as db:
        deadlines = _of_plan(db, Deadline, office.plan.id)
        own = _own(db, office.preferences.agency)
    return rules.own_due(deadlines, office.plan, period, own)


def due_here(dues: Iterable[Due], kept: Preferences) -> Due | None:
    """Return the first duty to report to the office under its plan, or None."""
    wanted = (
        one
        for one in dues
        if one.deadline.recipient == kept.agency
        and one.deadline.plan == kept.plan
        and one.activity is None
    )
    return next(wanted, None)


def open_plans(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    kept: Preferences,
) -> tuple[Plan, ...]:
    """Return the plans in force, and the one the office works by whatever its state."""
    return tuple(
        one
        for one in records.find(db, Plan)
        if one.state is PlanState.IN_FORCE or one.id == kept.plan
    )


def open_deadlines(
    db: Any,  # noqa: ANN401  as above
) -> tuple[tuple[Deadline, Plan], ...]:
    """Return every deadline of the plans that are open, each with its plan.

    What the office owes by name is never only shown, though the plan has it so for
    those below (000-D3, 000-D4).
    """
    kept = preferences.get(db)
    if kept is None:
        return ()
    own = _own(db, kept.agency)
    return tuple(
        (replace(one, informative=False) if own.intersection(one.owing) else one, plan)
        for plan in open_plans(db, kept)
        for one in _of_plan(db, Deadline, plan.id)
    )


def read_work_days(db: Any) -> rules.WorkDays:  # noqa: ANN401  as above
    """Return which days offices work, as entered and by the holidays of every year."""
    yearly = ((one.month, one.day) for one in catalogue.load_holidays())
    return rules.work_days(records.find(db, DayOff), yearly)


def _of_plan(db: Any, cls: type, plan: PlanId) -> tuple[Any, ...]:  # noqa: ANN401
    return records.find(db, cls, where={"plan": plan})


def _own(db: Any, office: AgencyId) -> frozenset[AgencyId]:  # noqa: ANN401  as above
    """Return the office and those whose duties went to it alone."""
    successions = records.find(db, Succession)
    return frozenset((office, *forebears(office, successions, dt.date.max)))


def _taking_part(
    db: Any,  # noqa: ANN401  as above
    plans: Iterable[PlanId],
) -> dict[PlanId, frozenset[AgencyId]]:
    """Return who has a part in any task of each plan."""
    found: defaultdict[PlanId, frozenset[AgencyId]] = defaultdict(frozenset)
    for plan in plans:
        for task in _of_plan(db, Task, plan):
            found[plan] |= {*task.leads, *task.partners}
    return found


def _due(deadline: Deadline, plan: Plan, year: int, today: dt.date) -> Due:
    found = rules.current(deadline, plan, year, today)
    return Due(
        deadline=deadline,
        plan=plan,
        last_day=found.last_day if found else None,
        left=rules.days_left(found.last_day, today) if found else None,
        duty=found.duty if found else "",
    )


def _placed(
    due: Due,
    own: frozenset[AgencyId],
    taking_part: Mapping[PlanId, frozenset[AgencyId]],
    work: rules.WorkDays,
) -> Due:
    """Say who owes it, and the working day before."""
    deadline, day = due.deadline, due.last_day
    to_here = deadline.recipient in own
    owing = frozenset(deadline.owing) or taking_part[deadline.plan]
    return replace(
        due,
        working_day=rules.last_working_day(day, work) if day else None,
        to_here=to_here,
        owed_here=bool(own & owing) and not to_here and not deadline.informative,
    )


def _waiting(db: Any) -> Iterator[Activity]:  # noqa: ANN401  as above
    """Yield the requests nobody has answered yet."""
    where = {
        "kind": str(ActivityKind.PRESS_INFORMATION),
        "state": str(ActivityState.PLANNED),
    }
    for one in records.each(db, Activity, where=where):
        if one.requested_at is not None and one.held_at is None:
            yield one


def _clocks(
    pairs: Iterable[tuple[Deadline, Plan]],
    waiting: Iterable[Activity],
    now: dt.datetime,
) -> Iterator[Due]:
    """Yield each request with the instant until which it is to be answered.

    Where several plans count hours, the fewest hold.
    """
    counted = [pair for pair in pairs if pair[0].within_hours is not None]
    if not counted:
        return
    deadline, plan = min(counted, key=lambda pair: pair[0].within_hours or 0)
    for activity in waiting:
        asked = activity.requested_at
        until = rules.due_at(deadline, asked) if asked else None
        if until is None:
            continue
        yield Due(
            deadline=deadline,
            plan=plan,
            last_day=until.date(),
            left=rules.days_left(until.date(), now.date()),
            working_day=until.date(),
            owed_here=True,
            activity=activity,
            until=until,
        )


def _ordered(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Sort what is ahead before what is over; mark the earliest day still ahead."""
    found = sorted(dues, key=_place)
    first = next((one for one in found if _counts(one)), None)
    return tuple(replace(one, earliest=one is first) for one in found)


def _place(due: Due) -> tuple[int, dt.date, str]:
    if due.activity is not None:
        group = 0
    elif due.left is None:
        group = 4 if due.on_request else 3
    else:
        group = 1 if due.left >= 0 else 2
    instant = due.until.isoformat() if due.until else ""
    return group, due.last_day or dt.date.max, instant


def _counts(due: Due) -> bool:
    ahead = due.left is not None and due.left >= 0
    return ahead and due.activity is None and not due.deadline.informative
