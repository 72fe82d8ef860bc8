"""Count agencies with a spokesperson, and people who were trained."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from desktop.records.identity import AgencyId
from desktop.records.target import Target, Training
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch, intervals
from desktop.rules.succession import heirs, today
from desktop.rules.targets import Counts, Share
from desktop.store import day_series, day_sums
from desktop.store.target_setting import Setting, days, to_list


class Snapshot(NamedTuple):
    """An agency's latest number of people of one tier."""

    id: str
    agency: AgencyId
    tier: str
    people: int
    as_of: str
    gone: int
    """Whether the agency is no more."""


def spokesperson(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Count agencies with an assigned, published, and active spokesperson (001-T1).

    Only agencies of the scope that exist on the last day count, in both numbers; in
    the place of one that was replaced stand those who took over from it.
    """
    there, working = agencies(db, target, stretch, setting)
    return Counts(
        numerator=Decimal(len(working)),
        denominator=Decimal(len(there)) or None,
        missing="scope",
    )


def agencies(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> tuple[set[AgencyId], set[AgencyId]]:
    """Return the agencies of the scope that exist, and those whose mechanism works."""
    last = stretch.span.last
    scope = {
        heir for one in target.scope for heir in heirs(one, setting.successions, last)
    }
    there = _existing(db, scope, last)
    working = there & _assigned(db, last)
    if target.required > 0:
        working &= _active(db, target, stretch, setting)
    return there, working


def _existing(
    db: sqlite3.Connection, agencies: Iterable[AgencyId], day: dt.date
) -> set[AgencyId]:
    found = db.execute(
        """
        select a.id from agencies a join json_each(?) scope on scope.value = a.id
        where coalesce(a.valid_from, '') <= ? and coalesce(a.valid_to, '9999') >= ?
        """,
        (to_list(tuple(sorted(agencies))), day.isoformat(), day.isoformat()),
    )
    return {AgencyId(row[0]) for row in found}


def _assigned(db: sqlite3.Connection, day: dt.date) -> set[AgencyId]:
    """Return agencies whose spokesperson was assigned and made public by a day."""
    found = db.execute(
        """
        select agency from spokesperson_checks
        where year = ? and document_number <> '' and made_public = 1
          and coalesce(document_date, '') <= ? and coalesce(public_since, '') <= ?
        """,
        (day.year, day.isoformat(), day.isoformat()),
    )
    return {AgencyId(row[0]) for row in found}


def _active(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> set[AgencyId]:
    """Return agencies with the required number of items in every interval.

    What one gave to the press before another took over from it counts for that one;
    what several gave together counts for each of them that has an entry of it.
    """
    asked = intervals(stretch.span, target.interval)
    found = db.execute(
        """
        select a.agency, i.key, count(*)
        from json_each(?) i join activities a
          on a.kind = 'press_information'
         and a.last_day between i.value ->> 0 and i.value ->> 1
        where a.state = 'done'
        group by a.agency, i.key
        """,
        (to_list(tuple(days(one) for one in asked)),),
    )
    items: dict[AgencyId, dict[int, int]] = {}
    for agency, number, many in found:
        heir = today(agency, setting.successions, stretch.span.last)
        of_heir = items.setdefault(heir, {})
        of_heir[number] = of_heir.get(number, 0) + many
    return {
        agency
        for agency, by_interval in items.items()
        if len(by_interval) == len(asked)
        and min(by_interval.values()) >= target.required
    }


def trained(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Count people who had what the target asks, less those who left (001-T2a-c)."""
    firsts = _firsts(db, target, stretch.span)
    left, of_no_tier = _departed(db, target, stretch)
    people, day, tiers = headcount(db, target, stretch.span.last, setting)
    blank = firsts["blank"] or of_no_tier or "staff_tier_blank" in tiers
    return Counts(
        numerator=max(_who_count(target.training, firsts) - left, Decimal(0)),
        denominator=people,
        denominator_date=day,
        missing="headcount",
        doubts=(
            *(["staff_tier_blank"] if target.staff_tiers and blank else []),
            *(one for one in tiers if one != "staff_tier_blank"),
        ),
        shares=tuple(
            Share(code=code, numerator=firsts[code], denominator=people)
            for code in _BESIDE[target.training]
        ),
    )


_BESIDE = {
    Training.BOTH: ("updated", "trained"),
    Training.EITHER: ("updated", "trained"),
    Training.SKILL: (),
    Training.EQUIPPED: ("trained",),
}
"""Shares of people told beside those a target asks for."""


def _who_count(training: Training, firsts: Mapping[str, Decimal]) -> Decimal:
    """Return the people who had what is asked; those who had both are one each."""
    match training:
        case Training.BOTH:
            return firsts["complete"]
        case Training.EITHER:
            return firsts["updated"] + firsts["trained"] - firsts["complete"]
        case Training.SKILL:
            return firsts["trained"]
        case Training.EQUIPPED:
            return firsts["equipped"]


_NAMES = (*day_series.FIRSTS, day_series.BLANK)


def _firsts(db: sqlite3.Connection, target: Target, span: Span) -> dict[str, Decimal]:
    """Return people who had each thing for the first time, and rows of no tier.

    Those of an event several held are told where it is counted, once.
    """
    kept = day_sums.read(db, day_series.of_staff(), span)
    if kept is not None:
        return _of_parts(target, kept)
    row = db.execute(
        """
        select coalesce(sum(s.value ->> 'first_complete'), 0),
               coalesce(sum(s.value ->> 'first_updated'), 0),
               coalesce(sum(s.value ->> 'first_trained'), 0),
               coalesce(sum(s.value ->> 'first_equipped'), 0),
               coalesce(sum(s.value ->> 'tier' = ''), 0)
        from activities a, json_each(a.staff) s
        where a.state = 'done' and a.joined_to is null
          and a.last_day between ? and ? and a.staff <> '[]'
          and s.value ->> 'group' = ?
          and (? = '[]' or s.value ->> 'tier' = ''
               or s.value ->> 'tier' in (select value from json_each(?)))
        """,
        (*days(span), target.staff_group, *_tiers(target)),
    ).fetchone()
    return dict(zip(_NAMES, map(Decimal, row), strict=True))


def _of_parts(target: Target, kept: day_sums.Sums) -> dict[str, Decimal]:
    """Return the same from the sums by day, which tell group, tier and what."""
    found = dict.fromkeys(_NAMES, Decimal(0))
    tiers = {"", *target.staff_tiers}
    for (_, part), value in kept.items():
        group, tier, name = part.split("|")
        if group == target.staff_group and (tier in tiers or not target.staff_tiers):
            found[name] += value
    return found


def _departed(
    db: sqlite3.Connection, target: Target, stretch: Stretch
) -> tuple[Decimal, int]:
    """Return people who left, and how many rows of them name no tier."""
    # A leaver is taken off what the whole plan reached, not off one year's work.
    if not stretch.whole:
        return Decimal(0), 0
    row = db.execute(
        """
        select coalesce(sum(people), 0), coalesce(sum(tier = ''), 0) from departures
        where "group" = ?
          and (? = '[]' or tier = '' or tier in (select value from json_each(?)))
          and left_on between ? and ?
        """,
        (target.staff_group, *_tiers(target), *days(stretch.span)),
    ).fetchone()
    return Decimal(row[0]), row[1]


def headcount(
    db: sqlite3.Connection, target: Target, day: dt.date, setting: Setting
) -> tuple[Decimal | None, dt.date | None, tuple[str, ...]]:
    """Return people of a target's group by the latest snapshots up to a day.

    Each agency's latest snapshot counts. That of one that is no more counts until
    one who took over from it has a snapshot of the group.

    Returns:
        The people, the day of the newest snapshot, and keys of what is doubtful
        about the tiers of them.
    """
    rows = snapshots(db, target, day, setting)
    if not rows:
        return None, None, ()
    newest = max(row.as_of for row in rows)
    people = Decimal(sum(row.people for row in rows))
    return people, dt.date.fromisoformat(newest), tuple(_unsure(rows))


def snapshots(
    db: sqlite3.Connection, target: Target, day: dt.date, setting: Setting
) -> list[Snapshot]:
    """Return the snapshots of a target's group that stand on a day."""
    found = db.execute(
        """
        with latest as (
            select h.id, h.agency, h.tier, h.people, h.as_of,
                   coalesce(a.valid_to, '9999') < ? as gone,
                   row_number() over (
                       partition by h.agency, h.tier order by h.as_of desc, h.rowid desc
                   ) as place_in_line
            from headcounts h join agencies a on a.id = h.agency
            where h."group" = ? and h.as_of <= ?
              and (? = '[]' or h.tier = ''
                   or h.tier in (select value from json_each(?)))
        )
        select id, agency, tier, people, as_of, gone from latest
        where place_in_line = 1
        """,
        (day.isoformat(), target.staff_group, day.isoformat(), *_tiers(target)),
    )
    every = [Snapshot(*row) for row in found]
    told = {one.agency for one in every}
    return [
        one for one in every if not one.gone or _stands(one.agency, told, setting, day)
    ]


def _unsure(rows: Iterable[Snapshot]) -> Iterator[str]:
    """Yield what is doubtful about the tiers of snapshots that stand side by side."""
    bare = {one.agency for one in rows if not one.tier}
    if bare:
        yield "staff_tier_blank"
    # Whether those of no tier are others or the same people, nobody but the office
    # can tell: they are added up, and it is asked.
    if any(one.tier and one.agency in bare for one in rows):
        yield "headcount_tiers_mixed"


def _stands(
    agency: AgencyId, told: Iterable[AgencyId], setting: Setting, day: dt.date
) -> bool:
    """Tell whether the people of an agency that is no more are told by nobody else."""
    others = set(heirs(agency, setting.successions, day)) - {agency}
    return bool(others) and not others & set(told)


def _tiers(target: Target) -> tuple[str, str]:
    """Return the tiers counted, as often as a statement asks for them."""
    return to_list(target.staff_tiers), to_list(target.staff_tiers)
