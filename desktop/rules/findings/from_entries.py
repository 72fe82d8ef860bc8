"""Doubts about single entries: numbers and days of theirs that do not agree."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.finding import Check, Finding, Severity, Where
from desktop.records.report import FigureKey
from desktop.rules.findings.ordering import WHOLE, share
from desktop.rules.numbers import format_integer

IMPOSSIBLE = frozenset(
    {
        "people_above",
        "audience_above",
        "staff_above",
        "firsts_above",
        "answers_above",
        "attended_above",
        "detected_above",
    }
)
"""Parts that cannot be more than their whole, whatever happened.

One audience is not more than everybody; the sum of several may be, for a woman may be a
farmer too. What was handled may have been detected in the period before.
"""

_FIELDS = {
    "people_above": ("people", "người"),
    "audience_above": ("audiences", "lượt người"),
    "audiences_differ": ("audiences", "lượt người"),
    "staff_above": ("staff", "người"),
    "staff_differ": ("staff", "người"),
    "firsts_above": ("staff", "người"),
    "answers_above": ("answers", "câu hỏi"),
    "attended_above": ("attended", "đơn vị"),
    "detected_above": ("detected", "tin"),
    "handled_above": ("handled", "tin"),
}
"""The field at fault, and the unit of its number."""

_UNITS = {
    "activities": "lượt người",
    "products": "bản",
    "postings": "tin, bài",
    "broadcasts": "lần phát",
    "tallies": "tin",
    "departures": "người",
}
"""What the entries of a table tell numbers of."""

Anchor = Callable[[str, str, str, str], FigureKey | None]
"""Return where a footnote stands, for table, kind, agency and field of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """An entry in doubt, or several of one register, as the office file tells."""

    code: str
    table: str
    row_id: str
    kind: str = ""
    title: str
    agency: str = ""
    part: int = 0
    whole: int = 0
    facts: tuple[str, ...] = ()
    entries: int = 1
    register: str = ""
    """Code of its register."""


def from_parts(
    entries: Iterable[Odd], attendance: int, anchor: Anchor
) -> Iterator[Finding]:
    """Yield the entries in which a part and its whole do not agree.

    Args:
        entries: With part and whole.
        attendance: People at all activities of the period.
        anchor: Tells where a footnote stands.
    """
    for one in entries:
        field, unit = _FIELDS[one.code]
        away = abs(one.part - one.whole)
        sure = one.code in IMPOSSIBLE
        whole = attendance if unit in {"lượt người", "người"} else one.whole
        yield Finding(
            key=f"{Check.PARTS_DIFFER}:{one.row_id}:{one.code}",
            code=Check.PARTS_DIFFER,
            detail=one.code,
            severity=Severity.ERROR if sure else Severity.DOUBT,
            subject=one.title,
            facts=(format_integer(one.part), format_integer(one.whole)),
            effect=WHOLE if sure else share(away, whole),
            moved=Decimal(away),
            unit=unit,
            where=Where(
                place="activities", table=one.table, record=one.row_id, field=field
            ),
            at=anchor(one.table, one.kind, one.agency, "attendance"),
        )


def untold_copies(one: Odd, works: int, anchor: Anchor) -> Finding:
    """Return the doubt that copies of a total stand in none of its languages."""
    return Finding(
        key=f"{Check.PARTS_DIFFER}:copies",
        code=Check.PARTS_DIFFER,
        detail="copies_differ",
        subject=one.title,
        facts=(
            format_integer(one.whole),
            format_integer(one.whole - one.part),
            format_integer(works),
        ),
        effect=share(one.part, one.whole),
        moved=Decimal(one.part),
        unit="bản",
        where=Where(
            place="activities",
            table="products",
            record=one.row_id,
            field="languages",
        ),
        at=anchor("products", "", "", "copies"),
    )


_DAYS = {
    "still_planned": "state",
    "begun_before": "first_day",
    "agency_gone": "agency",
}
"""The field at fault, where it is not the day by which an entry counts."""

_BY_REGISTER = frozenset({"after_closing", "outside_plan"})
"""Days that are told once for all entries of a register."""


def from_dates(
    entries: Iterable[Odd], counted: Callable[[Odd], tuple[int, int]], anchor: Anchor
) -> Iterator[Finding]:
    """Yield the entries on days that are doubtful.

    Args:
        entries: `part` tells people or items.
        counted: Returns how many entries of the same register the period counts,
            and what they add up to.
        anchor: Tells where a footnote stands.
    """
    for one in entries:
        many, amount = counted(one)
        left_out = one.code in _BY_REGISTER or one.code == "still_planned"
        beside = (one.entries, one.part) if left_out else (0, 0)
        effect = max(
            share(one.entries, many + beside[0]), share(one.part, amount + beside[1])
        )
        alone = one.code not in _BY_REGISTER
        whose = one.row_id if alone else one.register
        yield Finding(
            key=f"{Check.DATE_OUTSIDE}:{one.code}:{whose}",
            code=Check.DATE_OUTSIDE,
            detail=one.code,
            subject=one.title,
            facts=one.facts,
            effect=effect,
            moved=Decimal(one.part or one.entries),
            unit=_UNITS.get(one.table, "mục") if one.part else "mục",
            where=Where(
                place="activities",
                table=one.table,
                record=one.row_id,
                field=_DAYS.get(one.code, "last_day"),
            ),
            at=anchor(one.table, one.kind, one.agency if alone else "", "attendance"),
        )


def bare_tally(
    row_id: str, agency: str, subject: str, numbers: tuple[int, int]
) -> Finding:
    """Return the doubt that totals tell no document; of what it detected, and all."""
    return Finding(
        key=f"{Check.TALLY_BARE}:{row_id}",
        code=Check.TALLY_BARE,
        subject=subject,
        facts=(agency, format_integer(numbers[0])),
        effect=share(*numbers),
        moved=Decimal(numbers[0]),
        unit="tin",
        where=Where(
            place="activities",
            table="tallies",
            record=row_id,
            field="document_number",
        ),
        at=FigureKey(table="targets", row="", column=""),
    )
