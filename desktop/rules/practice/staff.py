"""Make the staff of a practice office, and let its trainings reach them."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.records.activity import Activity, ActivityState, StaffCount
from desktop.records.agency import Agency
from desktop.records.identity import Code, RecordId
from desktop.records.staff import Departure, Headcount
from desktop.rules.practice.book import Series, StaffPattern
from desktop.rules.practice.draw import Draw, share

Reached = dict[tuple[Code, str], int]
"""People, by group of staff and tier."""

Trainings = list[tuple[Activity, Series]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """People of a year: how many there are, how many left, how many are due."""

    headcounts: tuple[Headcount, ...]
    departures: tuple[Departure, ...]
    earlier: Reached
    """People to be trained in the year before."""
    due: Reached
    """People to be trained in the year."""


def staff(draw: Draw, *, earlier: bool) -> Staff:
    """Return the people of every group.

    Those due never exceed the people there are and the trained who left.
    """
    heads: list[Headcount] = []
    left: list[Departure] = []
    before: Reached = {}
    due: Reached = {}
    for pattern in draw.book.papers.staff:
        if not draw.cast.known("staff_group", (pattern.group,)):
            continue
        agencies = draw.cast.who(pattern.agencies)
        heads.extend(_headcounts(draw, pattern, agencies, earlier=earlier))
        leavers = _departures(draw, pattern, agencies) if earlier else []
        left.extend(leavers)
        gone = _by_tier(leavers)
        for key, people in _by_tier(_latest(heads, pattern.group)).items():
            before[key] = people * pattern.earlier // 100 if earlier else 0
            reach = people * pattern.reach // 100
            due[key] = max(reach - before[key] + gone.get(key, 0), 0)
    return Staff(
        headcounts=tuple(heads), departures=tuple(left), earlier=before, due=due
    )


def _headcounts(
    draw: Draw, pattern: StaffPattern, agencies: Iterable[Agency], *, earlier: bool
) -> list[Headcount]:
    """Return the snapshot of each agency at the year's start, and a year before."""
    found = []
    for agency in agencies:
        people = draw.between(pattern.people)
        years = (draw.year - 1, draw.year) if earlier else (draw.year,)
        found += [
            Headcount(
                id=draw.record_id(),
                agency=agency.id,
                group=pattern.group,
                tier=agency.tier,
                as_of=dt.date(year, 1, 15),
                people=people,
            )
            for year in years
        ]
    return found


def _departures(
    draw: Draw, pattern: StaffPattern, agencies: tuple[Agency, ...]
) -> list[Departure]:
    """Return those who left, each from an agency of its own."""
    return [
        Departure(
            id=draw.record_id(),
            agency=agency.id,
            group=pattern.group,
            tier=agency.tier,
            left_on=draw.day(draw.between((6, 9))),
            people=1,
        )
        for agency in agencies[-pattern.leave :][: pattern.leave]
    ]


def _latest(heads: Iterable[Headcount], group: Code) -> list[Headcount]:
    """Return the newest snapshot of each agency of a group."""
    newest: dict[str, Headcount] = {}
    for one in sorted(heads, key=lambda one: one.as_of):
        if one.group == group:
            newest[one.agency] = one
    return list(newest.values())


def _by_tier(rows: Iterable[Headcount | Departure]) -> Reached:
    """Return the people of each group and tier."""
    found: Counter[tuple[Code, str]] = Counter()
    for row in rows:
        found[row.group, row.tier] += row.people
    return dict(found)


def reached(
    trainings: Trainings, due: Reached, groups: Mapping[Code, str]
) -> Trainings:
    """Give each training its people of every group, in the order of their days.

    Args:
        trainings: Activities and the pattern of each.
        due: People to be trained in all.
        groups: What a form of training counts as: `updated`, `trained`, `complete`.
    """
    rows: dict[RecordId, list[StaffCount]] = {}
    held = sorted(
        (one for one in trainings if one[0].state is ActivityState.DONE),
        key=lambda one: one[0].last_day,
    )
    for (group, tier), people in due.items():
        chosen = [one for one, series in held if group in series.staff]
        parts = _parts([groups.get(one.form or Code(""), "") for one in chosen], people)
        for one, part in zip(chosen, parts, strict=True):
            row = replace(part, group=group, tier=tier)
            if row.people:
                rows.setdefault(one.id, []).append(row)
    return [
        (_with(one, tuple(rows.get(one.id, ()))), series) for one, series in trainings
    ]


def _parts(forms: list[str], people: int) -> list[StaffCount]:
    """Share people among trainings; the updated are completed by the next skills class.

    A first update alone completes nobody; where no class follows, the update stays
    what it is.
    """
    opening = [form != "trained" for form in forms]
    parts = iter(share(people, sum(opening)))
    waiting = 0
    found = []
    for form in forms:
        part = waiting if form == "trained" else next(parts)
        updated = 0 if form == "trained" else part
        trained = 0 if form == "updated" else part
        waiting = part if form == "updated" else (0 if form == "trained" else waiting)
        found.append(
            StaffCount(
                group=Code(""),
                people=part,
                first_updated=updated,
                first_trained=trained,
                first_complete=trained,
            )
        )
    return found


def _with(activity: Activity, rows: tuple[StaffCount, ...]) -> Activity:
    """Give an activity its staff, and no fewer people than they are."""
    if not rows:
        return activity
    counted = sum(row.people for row in rows)
    people = max(activity.people or 0, counted)
    days = (activity.last_day - activity.first_day).days + 1
    more = people * days - (activity.attendance or 0)
    attendance = (activity.attendance or 0) + max(more, 0)
    return replace(activity, staff=rows, people=people, attendance=attendance)
