"""Count what each target asks for, one function for each formula."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.figure import Aggregate, Figure
from desktop.records.identity import Code
from desktop.records.target import Formula, Milestone, Target
from desktop.rules.counting import Span
from desktop.rules.targets import Counts, Share, planned
from desktop.store import totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What counting needs beside the target and the span."""

    figures: Mapping[Code, Figure]
    milestones: tuple[Milestone, ...]
    names: totals.Values
    whole: Span
    """The plan's years, from its first day."""


def counts(
    db: sqlite3.Connection, target: Target, span: Span, setting: Setting
) -> Counts:
    """Return numerator, denominator and parts of a target over a span."""
    return _FORMULAS[target.formula](db, target, span, setting)


def _text(
    _db: sqlite3.Connection, _target: Target, _span: Span, _setting: Setting
) -> Counts:
    return Counts()


def _spokesperson(
    db: sqlite3.Connection, target: Target, span: Span, _setting: Setting
) -> Counts:
    """Count agencies with an assigned, published, and active spokesperson (001-T1).

    Only agencies of the scope that exist on the last day count, in both numbers.
    """
    there = db.execute(
        """
        select a.id from agencies a join json_each(?) scope on scope.value = a.id
        where coalesce(a.valid_from, '') <= ? and coalesce(a.valid_to, '9999') >= ?
        """,
        (_list(target.scope), span.last.isoformat(), span.last.isoformat()),
    ).fetchall()
    working = db.execute(
        """
        select count(*) from json_each(?) scope
        where exists (
            select 1 from spokesperson_checks c
            where c.agency = scope.value and c.year = ?
              and c.document_number <> '' and c.made_public = 1
              and (c.document_date is null or c.document_date <= ?)
        ) and (
            select count(*) from activities a
            where a.kind = 'press_information' and a.agency = scope.value
              and a.state = 'done' and a.last_day between ? and ?
        ) >= ?
        """,
        (
            _list(tuple(row[0] for row in there)),
            span.last.year,
            span.last.isoformat(),
            span.first.isoformat(),
            span.last.isoformat(),
            target.required,
        ),
    ).fetchone()[0]
    return Counts(
        numerator=Decimal(working),
        denominator=Decimal(len(there)) or None,
        missing="scope",
    )


def _trained(
    db: sqlite3.Connection, target: Target, span: Span, setting: Setting
) -> Counts:
    """Count people both updated and trained, less those who left (001-T2a-c)."""
    row = db.execute(
        """
        select coalesce(sum(s.value ->> 'first_complete'), 0),
               coalesce(sum(s.value ->> 'first_updated'), 0),
               coalesce(sum(s.value ->> 'first_trained'), 0)
        from activities a, json_each(a.staff) s
        where a.state = 'done' and a.last_day between ? and ?
          and a.staff <> '[]'
          and s.value ->> 'group' = ?
          and (? = '[]' or s.value ->> 'tier' = ''
               or s.value ->> 'tier' in (select value from json_each(?)))
        """,
        (*_days(span), target.staff_group, *_tiers(target)),
    ).fetchone()
    complete = Decimal(row[0]) - _departed(db, target, span, setting)
    people, day = headcount(db, target, span.last)
    return Counts(
        numerator=max(complete, Decimal(0)),
        denominator=people,
        denominator_date=day,
        missing="headcount",
        shares=(
            Share(code="updated", numerator=Decimal(row[1]), denominator=people),
            Share(code="trained", numerator=Decimal(row[2]), denominator=people),
        ),
    )


def _departed(
    db: sqlite3.Connection, target: Target, span: Span, setting: Setting
) -> Decimal:
    # A leaver is taken off what the whole plan reached, not off one year's work.
    if span.first != setting.whole.first:
        return Decimal(0)
    row = db.execute(
        """
        select coalesce(sum(people), 0) from departures
        where "group" = ?
          and (? = '[]' or tier = '' or tier in (select value from json_each(?)))
          and left_on between ? and ?
        """,
        (target.staff_group, *_tiers(target), *_days(span)),
    ).fetchone()
    return Decimal(row[0])


def headcount(
    db: sqlite3.Connection, target: Target, day: dt.date
) -> tuple[Decimal | None, dt.date | None]:
    """Return people of a target's group by the latest snapshots up to a day.

    Each agency's latest snapshot counts; the date returned is the newest of them.
    """
    row = db.execute(
        """
        with latest as (
            select people, as_of, row_number() over (
                partition by agency, tier order by as_of desc, rowid desc
            ) as place_in_line
            from headcounts
            where "group" = ? and as_of <= ?
              and (? = '[]' or tier = '' or tier in (select value from json_each(?)))
        )
        select sum(people), max(as_of) from latest where place_in_line = 1
        """,
        (target.staff_group, day.isoformat(), *_tiers(target)),
    ).fetchone()
    if row[0] is None:
        return None, None
    return Decimal(row[0]), dt.date.fromisoformat(row[1])


def _figure(
    db: sqlite3.Connection, target: Target, span: Span, setting: Setting
) -> Counts:
    """Count a figure against the number planned (001-T3, 001-T5a)."""
    figure = setting.figures[target.figure or Code("")]
    return Counts(
        numerator=totals.total(db, figure, span, setting.names),
        denominator=planned(
            setting.milestones,
            target,
            span,
            adds_up=figure.aggregate is not Aggregate.DISTINCT,
        ),
        missing="plan_number",
    )


def _product_share(
    db: sqlite3.Connection, _target: Target, span: Span, _setting: Setting
) -> Counts:
    """Count products in other languages or on digital platforms (001-T4).

    Each product counts once in the numerator; the parts overlap.
    """
    row = db.execute(
        """
        with marked as (
            select p.digital,
                exists (select 1 from json_each(p.languages) j join catalogue_items c
                    on c.catalogue = 'language' and c.code = j.value
                    where c."group" = 'ethnic') as ethnic,
                exists (select 1 from json_each(p.languages) j join catalogue_items c
                    on c.catalogue = 'language' and c.code = j.value
                    where c."group" = 'foreign') as foreign_
            from products p where p.first_published between ? and ?
        )
        select count(*), coalesce(sum(digital or ethnic or foreign_), 0),
               coalesce(sum(ethnic), 0), coalesce(sum(foreign_), 0),
               coalesce(sum(digital), 0)
        from marked
        """,
        _days(span),
    ).fetchone()
    everything, fitting, ethnic, foreign, digital = map(Decimal, row)
    return Counts(
        numerator=fitting,
        denominator=everything or None,
        missing="products",
        shares=(
            Share(code="ethnic", numerator=ethnic, denominator=everything),
            Share(code="foreign", numerator=foreign, denominator=everything),
            Share(code="digital", numerator=digital, denominator=everything),
        ),
    )


_FLAGS = """
    count(*), coalesce(sum(digitised and connected and online), 0),
    coalesce(sum(digitised), 0), coalesce(sum(connected), 0), coalesce(sum(online), 0)
"""


def _digitised(
    db: sqlite3.Connection, _target: Target, span: Span, _setting: Setting
) -> Counts:
    """Count sources and products digitised, connected and published (001-T5b)."""
    products = _flags(db, "products", "first_published", span)
    sources = _flags(db, "data_sources", "recorded_on", span)
    items = products[0] + sources[0]
    flagged = [one + two for one, two in zip(products[2:], sources[2:], strict=True)]
    codes = ("digitised", "connected", "online")
    return Counts(
        numerator=products[1] + sources[1],
        denominator=items or None,
        missing="products",
        shares=(
            Share(code="sources", numerator=sources[1], denominator=sources[0]),
            Share(code="products", numerator=products[1], denominator=products[0]),
            *(
                Share(code=code, numerator=one, denominator=items)
                for code, one in zip(codes, flagged, strict=True)
            ),
        ),
    )


def _flags(
    db: sqlite3.Connection, table: str, day: str, span: Span
) -> tuple[Decimal, ...]:
    row = db.execute(
        f"select {_FLAGS} from {table} where {day} between ? and ?", _days(span)
    ).fetchone()
    return tuple(map(Decimal, row))


def _supplied(
    db: sqlite3.Connection, target: Target, span: Span, _setting: Setting
) -> Counts:
    """Take handled and detected from the totals another agency supplied (001-T5c)."""
    row = db.execute(
        """
        select count(*), sum(handled), sum(detected) from tallies
        where subject = ? and last_day between ? and ?
        """,
        (target.subject, *_days(span)),
    ).fetchone()
    if not row[0]:
        return Counts(missing="supplied")
    return Counts(
        numerator=Decimal(row[1]), denominator=Decimal(row[2]), missing="supplied"
    )


def _days(span: Span) -> tuple[str, str]:
    return span.first.isoformat(), span.last.isoformat()


def _tiers(target: Target) -> tuple[str, str]:
    """Return the tiers counted, as often as a statement asks for them."""
    return _list(target.staff_tiers), _list(target.staff_tiers)


def _list(values: tuple[str, ...]) -> str:
    from desktop.store import rows

    return rows.to_json(values)


_FORMULAS: Mapping[
    Formula, Callable[[sqlite3.Connection, Target, Span, Setting], Counts]
] = {
    Formula.TEXT: _text,
    Formula.SPOKESPERSON: _spokesperson,
    Formula.TRAINED: _trained,
    Formula.FIGURE: _figure,
    Formula.PRODUCT_SHARE: _product_share,
    Formula.DIGITISED: _digitised,
    Formula.SUPPLIED: _supplied,
}
