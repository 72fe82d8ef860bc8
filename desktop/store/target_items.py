"""Count products, data sources, and the totals another agency supplies."""

import sqlite3
from decimal import Decimal

from desktop.records.target import Supplied, Target
from desktop.rules import inherited
from desktop.rules.counting import Span
from desktop.rules.stretches import Stretch
from desktop.rules.targets import Counts, Share
from desktop.store.target_setting import Setting, days


def product_share(
    db: sqlite3.Connection, _target: Target, stretch: Stretch, _setting: Setting
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
        days(stretch.span),
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


def digitised(
    db: sqlite3.Connection, _target: Target, stretch: Stretch, _setting: Setting
) -> Counts:
    """Count sources and products digitised, connected and published (001-T5b)."""
    products = _flags(db, "products", "first_published", stretch.span)
    sources = _flags(db, "data_sources", "recorded_on", stretch.span)
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
        f"select {_FLAGS} from {table} where {day} between ? and ?", days(span)
    ).fetchone()
    return tuple(map(Decimal, row))


def supplied(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> Counts:
    """Take two totals another agency supplied, one of the other (001-T5c, 000-T3a).

    Totals that tell only one of the two are left out of both.
    """
    part, whole = SUPPLIED[target.supplied]
    row = db.execute(
        f"""
        select count(*), sum({part}), sum({whole}) from tallies
        where subject = ? and last_day between ? and ? and {whole} is not null
        """,
        (target.subject, *days(stretch.span)),
    ).fetchone()
    if not row[0]:
        return Counts(missing="supplied")
    return Counts(
        numerator=Decimal(row[1]),
        denominator=Decimal(row[2]),
        missing="supplied",
        doubts=_years_missing(db, target, stretch, setting) if row[2] else (),
    )


SUPPLIED = {
    Supplied.HANDLED_OF_DETECTED: ("handled", "detected"),
    Supplied.DETECTED_OF_ALL: ("detected", "total"),
}
"""Which total is taken of which."""


def _years_missing(
    db: sqlite3.Connection, target: Target, stretch: Stretch, setting: Setting
) -> tuple[str, ...]:
    """Doubt a sum over the years when one before the last has no totals."""
    if not stretch.whole:
        return ()
    _, whole = SUPPLIED[target.supplied]
    found = db.execute(
        f"""
        select distinct cast(substr(last_day, 1, 4) as integer) from tallies
        where subject = ? and last_day between ? and ? and {whole} is not null
        """,
        (target.subject, *days(stretch.span)),
    )
    told = {row[0] for row in found}
    told |= {one.year for one in inherited.of_goal(setting.inherited, target, stretch)}
    span = stretch.span
    missing = set(range(span.first.year, span.last.year)) - told
    return ("supplied_years_missing",) if missing else ()
