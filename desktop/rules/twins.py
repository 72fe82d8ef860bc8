"""Likely twins: entries that may tell of one event, or of one work, a second time.

What is alike is said in signs, so that a person can judge; nothing is decided here.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from desktop.records.activity import Activity, ActivityState
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.product import Broadcast, Posting, Product
from desktop.rules.title_likeness import likeness, phrase, same_place

NEAR = dt.timedelta(days=1)
"""How far apart two spans of days may lie (idea: date ± 1)."""

_SAME_TITLE = 100
_ALIKE = 75
"""Likeness of titles from which one day and one place make a twin."""
_MUCH_ALIKE = 85
"""... from which one day and one agency do, where a place is not told."""
_NEARLY_SAME = 92
"""... from which the day before or after does too."""
_NEVER = 101


class Sign(StrEnum):
    """What two entries have in common."""

    SAME_DAYS = "same_days"
    DAYS_OVERLAP = "days_overlap"
    NEXT_DAY = "next_day"
    SAME_PLACE = "same_place"
    SAME_CHANNEL = "same_channel"
    SAME_ATTENDANCE = "same_attendance"
    SAME_TITLE = "same_title"
    ALIKE_TITLE = "alike_title"
    SAME_AGENCY = "same_agency"
    OTHER_AGENCY = "other_agency"
    """Another unit's entry: one event several held, rather than one typed twice."""


class Nature(StrEnum):
    """What an entry tells of."""

    EVENT = "event"
    WORK = "work"
    POSTED = "posted"
    BROADCAST = "broadcast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What of an entry is compared."""

    id: RecordId
    nature: Nature
    kind: str
    """Kind of activity, type of product, or channel."""
    title: str
    first_day: dt.date
    last_day: dt.date
    agency: AgencyId
    partners: tuple[AgencyId, ...] = ()
    place: str = ""
    form: Code | None = None
    languages: tuple[Code, ...] = ()
    attendance: int | None = None
    """Times people took part, where that is counted."""
    counted_in: RecordId | None = None
    """The entry a shared event is counted in, when it is joined to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """An entry that may be the same, and why."""

    id: RecordId
    score: int
    """From 0 to 100, to put the likeliest first."""
    why: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries that may be one."""

    first: RecordId
    second: RecordId
    score: int
    why: tuple[Sign, ...]


def look(record: object) -> Look | None:
    """Return what of a record is compared; None for what has no twins.

    Cancelled activities have none: nothing of them is counted.
    """
    if isinstance(record, Activity) and record.state is ActivityState.CANCELLED:
        return None
    made = _LOOKS.get(type(record))
    return made(record) if made else None


def twins(one: Look, others: Iterable[Look]) -> tuple[Twin, ...]:
    """Return the likely twins of an entry among others, likeliest first.

    Entries already joined as one event are none.
    """
    found = (_twin(one, other) for other in others if other.id != one.id)
    known = (twin for twin in found if twin is not None)
    return tuple(sorted(known, key=lambda twin: (-twin.score, twin.id)))


def pairs(looks: Iterable[Look]) -> tuple[Pair, ...]:
    """Return every two entries that may be one, in the order of their days."""
    by_kind: dict[tuple[Nature, str], list[Look]] = {}
    for one in sorted(looks, key=lambda one: (one.first_day, one.last_day, one.id)):
        by_kind.setdefault((one.nature, one.kind), []).append(one)
    return tuple(pair for many in by_kind.values() for pair in _pairs(many))


def _pairs(looks: list[Look]) -> Iterator[Pair]:
    """Compare each with those before it that still lie within reach.

    Those that cannot be one for their place, or agency, are not looked at one by one:
    a sheet has thousands, in few places.
    """
    open_ones: dict[str, list[Look]] = {}
    day = None
    for one in looks:
        if one.first_day != day:
            day = one.first_day
            open_ones = _still_open(open_ones, day)
        corner = _corner(one)
        near = (
            held
            for other, many in open_ones.items()
            if _may_meet(one.nature, corner, other)
            for held in many
        )
        for twin in twins(one, near):
            yield Pair(first=twin.id, second=one.id, score=twin.score, why=twin.why)
        open_ones.setdefault(corner, []).append(one)


def _still_open(looks: dict[str, list[Look]], day: dt.date) -> dict[str, list[Look]]:
    """Return the entries a day is within reach of."""
    left = (
        (corner, [one for one in many if day - one.last_day <= NEAR])
        for corner, many in looks.items()
    )
    return {corner: many for corner, many in left if many}


def _corner(one: Look) -> str:
    """Return what keeps most entries apart: an event's place, else whose it is."""
    return one.place.strip() if one.nature is Nature.EVENT else one.agency


def _may_meet(nature: "Nature", one: str, other: str) -> bool:
    if nature is not Nature.EVENT:
        return one == other
    return not one or not other or _one_place(one, other)


def _near(one: Look, other: Look) -> bool:
    first = max(one.first_day, other.first_day)
    return first - min(one.last_day, other.last_day) <= NEAR


def _twin(one: Look, other: Look) -> Twin | None:
    if (one.nature, one.kind) != (other.nature, other.kind):
        return None
    if not _near(one, other) or _told_apart(one, other):
        return None
    where = _where(one, other)
    if where is None:
        return None
    title = likeness(phrase(one.title), phrase(other.title))
    days = _days(one, other)
    if title < _needed(one, other, days, where):
        return None
    signs = (days, *where, _SAID[title == _SAME_TITLE], _whose(one, other))
    return Twin(id=other.id, score=_score(title, days, where), why=signs)


def _told_apart(one: Look, other: Look) -> bool:
    """Tell whether something said of both shows that they are two, or are joined."""
    if (one.counted_in or one.id) == (other.counted_in or other.id):
        return True
    if one.languages and other.languages:
        return set(one.languages).isdisjoint(other.languages)
    return False


def _where(one: Look, other: Look) -> tuple[Sign, ...] | None:
    """Return what place or channel says for two entries being one; None: against.

    What two agencies make or put out is their own. Two agencies that tell no place
    held two events, unless one names the other as its partner or both counted the same
    people: offices above get events of units that never wrote where.
    """
    if one.nature is not Nature.EVENT:
        said = () if one.nature is Nature.WORK else (Sign.SAME_CHANNEL,)
        return said if one.agency == other.agency else None
    if one.place.strip() and other.place.strip():
        return (Sign.SAME_PLACE,) if _one_place(one.place, other.place) else None
    if _together(one, other):
        return ()
    return (Sign.SAME_ATTENDANCE,) if _same_people(one, other) else None


@lru_cache(maxsize=50_000)
def _one_place(one: str, other: str) -> bool:
    """Tell whether two places may be one; an office uses few, in many pairs."""
    return same_place(phrase(one), phrase(other))


def _together(one: Look, other: Look) -> bool:
    if one.agency == other.agency:
        return True
    return one.agency in other.partners or other.agency in one.partners


def _same_people(one: Look, other: Look) -> bool:
    """Tell whether two agencies counted as many people, and any at all."""
    return bool(one.attendance) and one.attendance == other.attendance


def _needed(one: Look, other: Look, days: Sign, where: tuple[Sign, ...]) -> int:
    """Return the likeness of titles that the rest asks for."""
    if Sign.SAME_ATTENDANCE in where:
        # Round numbers meet by chance: all else has to be the same.
        alike = days is Sign.SAME_DAYS and one.form == other.form
        return _SAME_TITLE if alike else _NEVER
    if one.form and other.form and one.form != other.form:
        return _NEARLY_SAME if where and days is not Sign.NEXT_DAY else _NEVER
    if days is Sign.NEXT_DAY:
        # On the next day a series goes on; only the same place speaks against that.
        once = one.nature is Nature.WORK or Sign.SAME_PLACE in where
        return _NEARLY_SAME if once else _NEVER
    return _ALIKE if Sign.SAME_PLACE in where else _MUCH_ALIKE


def _days(one: Look, other: Look) -> Sign:
    if (one.first_day, one.last_day) == (other.first_day, other.last_day):
        return Sign.SAME_DAYS
    if max(one.first_day, other.first_day) <= min(one.last_day, other.last_day):
        return Sign.DAYS_OVERLAP
    return Sign.NEXT_DAY


def _whose(one: Look, other: Look) -> Sign:
    return Sign.SAME_AGENCY if one.agency == other.agency else Sign.OTHER_AGENCY


_SAID = {True: Sign.SAME_TITLE, False: Sign.ALIKE_TITLE}
_LESS = {Sign.SAME_DAYS: 0, Sign.DAYS_OVERLAP: 3, Sign.NEXT_DAY: 8}
_NOT_TOLD = 5


def _score(title: int, days: Sign, where: tuple[Sign, ...]) -> int:
    told = where and Sign.SAME_ATTENDANCE not in where
    return max(0, title - _LESS[days] - (0 if told else _NOT_TOLD))


def _activity(one: Activity) -> Look:
    return Look(
        id=one.id,
        nature=Nature.EVENT,
        kind=one.kind.value,
        title=one.title,
        first_day=one.first_day,
        last_day=one.last_day,
        agency=one.agency,
        partners=one.partners,
        place=one.place,
        form=one.form,
        languages=one.languages,
        attendance=one.attendance,
        counted_in=one.joined_to,
    )


def _product(one: Product) -> Look:
    return Look(
        id=one.id,
        nature=Nature.WORK,
        kind=one.type,
        title=one.title,
        first_day=one.first_published,
        last_day=one.first_published,
        agency=one.agency,
        languages=one.languages,
    )


def _posting(one: Posting) -> Look:
    return Look(
        id=one.id,
        nature=Nature.POSTED,
        kind=one.channel,
        title=one.title,
        first_day=one.first_day,
        last_day=one.last_day,
        agency=one.agency,
        languages=one.languages,
    )


def _broadcast(one: Broadcast) -> Look:
    return Look(
        id=one.id,
        nature=Nature.BROADCAST,
        kind=one.channel,
        title=one.title,
        first_day=one.first_day,
        last_day=one.last_day,
        agency=one.agency,
        languages=(one.language,),
    )


_LOOKS: dict[type, Callable[..., Look]] = {
    Activity: _activity,
    Product: _product,
    Posting: _posting,
    Broadcast: _broadcast,
}
