"""Tell what the numbers of a target are made of, one function for each formula.

It asks what `store.targets` counts, record by record; a property test holds the two
equal for every formula.
"""

import sqlite3
from collections.abc import Callable, Mapping
from decimal import Decimal

from desktop.records.figure import Aggregate
from desktop.records.identity import Code
from desktop.records.target import Formula, Target, Training
from desktop.rules import inherited
from desktop.rules.planned import numbers, planned, with_inherited
from desktop.rules.stretches import Stretch
from desktop.rules.tracing import sides as trace_sides
from desktop.rules.tracing.sides import Side, Sides, of_records
from desktop.store import target_people, totals
from desktop.store.target_items import SUPPLIED
from desktop.store.target_setting import Setting, days, to_list


def sides(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    """Return what a target's numerator and denominator are made of over a stretch."""
    own = _FORMULAS[target.formula](db, target, stretch, setting)
    if target.formula in (Formula.TEXT, Formula.GROWTH):
        return own
    taken = inherited.of_goal(setting.inherited, target, stretch)
    return trace_sides.with_inherited(target, own, taken, setting.figures)


def _text(
    _db: sqlite3.Connection, _target: Target, _stretch: Stretch, _setting: Setting
) -> Sides:
    return Sides()


def _figure(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    return Sides(
        numerator=_total(db, _code(target), stretch, setting),
        denominator=_planned(target, stretch, setting),
    )


def _planned(target: Target, stretch: Stretch, setting: Setting) -> Side | None:
    known = with_inherited(
        numbers(target, setting.versions, setting.milestones),
        target.goal,
        setting.inherited,
    )
    adds_up = setting.figures[_code(target)].aggregate is not Aggregate.DISTINCT
    asked = planned(known, stretch, adds_up=adds_up)
    if asked is None:
        return None
    by_year = {year: known[year].value for year in stretch.years if year in known}
    return Side(value=asked, how="planned", planned=by_year)


def _ratio(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    divisor = _total(db, target.divisor or Code(""), stretch, setting)
    return Sides(
        numerator=_total(db, _code(target), stretch, setting),
        denominator=divisor if divisor.value else None,
    )


def _growth(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    if stretch.before is None:
        return Sides()
    before = _grown(db, target, stretch.before, setting)
    return Sides(
        numerator=_grown(db, target, stretch, setting),
        denominator=before if before.value else None,
    )


def _grown(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Side:
    taken = inherited.of_goal(setting.inherited, target, stretch)
    aggregate = setting.figures[_code(target)].aggregate
    own = _total(db, _code(target), stretch, setting)
    return trace_sides.joined(own, taken, aggregate)


def _total(
    db: sqlite3.Connection, code: Code, stretch: Stretch, setting: Setting
) -> Side:
    figure = setting.figures[code]
    value = totals.total(db, figure, stretch.span, setting.names)
    own = Side(
        value=value, how="figure", figure=code, span=stretch.span, figure_value=value
    )
    taken = inherited.of_figure(setting.inherited, code, stretch)
    return trace_sides.joined(own, taken, figure.aggregate)


def _milestone(
    db: sqlite3.Connection, target: Target, stretch: Stretch, _setting: Setting
) -> Sides:
    row = db.execute(
        """
        select id from achievements
        where reached_on <= ?
          and exists (select 1 from json_each(goals) g where g.value = ?)
        order by reached_on, rowid limit 1
        """,
        (stretch.span.last.isoformat(), target.goal),
    ).fetchone()
    reached = {} if row is None else {f"achievements/{row[0]}": 1}
    return Sides(
        numerator=of_records(reached, "milestone"),
        denominator=Side(value=Decimal(1), how="milestone_one"),
    )


def _product_share(
    db: sqlite3.Connection, _target: Target, stretch: Stretch, _setting: Setting
) -> Sides:
    found = db.execute(
        """
        select p.id, p.digital or exists (
            select 1 from json_each(p.languages) j join catalogue_items c
                on c.catalogue = 'language' and c.code = j.value
                where c."group" in ('ethnic', 'foreign')) as fits
        from products p where p.first_published between ? and ?
        """,
        days(stretch.span),
    ).fetchall()
    whole = {f"products/{row[0]}": 1 for row in found}
    fitting = {f"products/{row[0]}": 1 for row in found if row[1]}
    return Sides(
        numerator=of_records(fitting, "product_share"),
        denominator=of_records(whole, "products") if whole else None,
    )


def _digitised(
    db: sqlite3.Connection, _target: Target, stretch: Stretch, _setting: Setting
) -> Sides:
    found = db.execute(
        """
        select 'products/' || id, digitised and connected and online from products
        where first_published between ? and ?
        union all
        select 'data_sources/' || id, digitised and connected and online
        from data_sources where recorded_on between ? and ?
        """,
        days(stretch.span) * 2,
    ).fetchall()
    whole = {str(row[0]): 1 for row in found}
    done = {str(row[0]): 1 for row in found if row[1]}
    return Sides(
        numerator=of_records(done, "digitised"),
        denominator=of_records(whole, "digitisable") if whole else None,
    )


def _supplied(
    db: sqlite3.Connection, target: Target, stretch: Stretch, _setting: Setting
) -> Sides:
    part, whole = SUPPLIED[target.supplied]
    found = db.execute(
        f"""
        select 'tallies/' || id, coalesce({part}, 0), {whole} from tallies
        where subject = ? and last_day between ? and ? and {whole} is not null
        """,
        (target.subject, *days(stretch.span)),
    ).fetchall()
    if not found:
        return Sides()
    return Sides(
        numerator=of_records({row[0]: row[1] for row in found}, "supplied"),
        denominator=of_records({row[0]: row[2] for row in found}, "supplied"),
    )


def _spokesperson(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    there, working = target_people.agencies(db, target, stretch, setting)
    checks = db.execute(
        "select agency, id from spokesperson_checks where year = ?",
        (stretch.span.last.year,),
    )
    proof = {row[0]: f"spokesperson_checks/{row[1]}" for row in checks}
    proven = {proof[agency]: (("agency", agency),) for agency in sorted(working)}
    scope = {f"agencies/{agency}": (("agency", agency),) for agency in sorted(there)}
    return Sides(
        numerator=of_records(dict.fromkeys(proven, 1), "spokesperson", proven),
        denominator=of_records(dict.fromkeys(scope, 1), "scope", scope)
        if scope
        else None,
    )


_WHO = {
    Training.BOTH: "s.value ->> 'first_complete'",
    Training.EITHER: "(s.value ->> 'first_updated') + (s.value ->> 'first_trained') "
    "- (s.value ->> 'first_complete')",
    Training.SKILL: "s.value ->> 'first_trained'",
    Training.EQUIPPED: "s.value ->> 'first_equipped'",
}
"""Who of the people of an entry counts."""


def _trained(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Sides:
    came = _came(db, target, stretch)
    left = _left(db, target, stretch) if stretch.whole else {}
    numerator = of_records(came | left, "trained_less" if left else "trained")
    if numerator.value < 0:
        numerator = Side(value=Decimal(0), how="trained_none")
    snapshots = target_people.snapshots(db, target, stretch.span.last, setting)
    people = {f"headcounts/{one.id}": one.people for one in snapshots}
    return Sides(
        numerator=numerator,
        denominator=of_records(people, "headcount") if snapshots else None,
    )


def _came(
    db: sqlite3.Connection, target: Target, stretch: Stretch
) -> dict[str, int | Decimal]:
    tiers = to_list(target.staff_tiers)
    found = db.execute(
        f"""
        select 'activities/' || a.id, sum({_WHO[target.training]})
        from activities a, json_each(a.staff) s
        where a.state = 'done' and a.joined_to is null
          and a.last_day between ? and ? and a.staff <> '[]'
          and s.value ->> 'group' = ?
          and (? = '[]' or s.value ->> 'tier' = ''
               or s.value ->> 'tier' in (select value from json_each(?)))
        group by a.id
        """,
        (*days(stretch.span), target.staff_group, tiers, tiers),
    )
    return {str(row[0]): int(row[1]) for row in found}


def _left(
    db: sqlite3.Connection, target: Target, stretch: Stretch
) -> dict[str, int | Decimal]:
    tiers = to_list(target.staff_tiers)
    found = db.execute(
        """
        select 'departures/' || id, -people from departures
        where "group" = ?
          and (? = '[]' or tier = '' or tier in (select value from json_each(?)))
          and left_on between ? and ?
        """,
        (target.staff_group, tiers, tiers, *days(stretch.span)),
    )
    return {str(row[0]): int(row[1]) for row in found if row[1]}


def _code(target: Target) -> Code:
    return target.figure or Code("")


_FORMULAS: Mapping[
    Formula, Callable[[sqlite3.Connection, Target, Stretch, Setting], Sides]
] = {
    Formula.TEXT: _text,
    Formula.SPOKESPERSON: _spokesperson,
    Formula.TRAINED: _trained,
    Formula.FIGURE: _figure,
    Formula.RATIO: _ratio,
    Formula.GROWTH: _growth,
    Formula.PRODUCT_SHARE: _product_share,
    Formula.DIGITISED: _digitised,
    Formula.SUPPLIED: _supplied,
    Formula.MILESTONE: _milestone,
}
