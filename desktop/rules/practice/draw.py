"""Draw the days, numbers and words of a practice year, the same for the same seed."""

import calendar
import datetime as dt
import random
import uuid
from dataclasses import dataclass

from desktop.records.agency import Agency
from desktop.records.identity import Code, RecordId
from desktop.rules.practice.book import PracticeBook, Range, Topic
from desktop.rules.practice.cast import Cast, local_language, where

_SATURDAY = 5
_HALF_YEAR = 6
LOCAL = Code("@local")
"""Stands for the ethnic language of an agency's territory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """One stream of chance for one kind of entries of one year."""

    book: PracticeBook
    cast: Cast
    year: int
    rng: random.Random
    first_month: int = 1
    """Month before which nothing happened; what would have comes half a year on."""

    def record_id(self) -> RecordId:
        """Return an id that the seed alone decides."""
        return RecordId(uuid.UUID(int=self.rng.getrandbits(128), version=4).hex)

    def between(self, ends: Range) -> int:
        """Return a number of a range."""
        return self.rng.randint(*ends)

    def chance(self, percent: int) -> bool:
        """Return yes in so many of a hundred cases."""
        return self.rng.randrange(100) < percent

    def month(self, months: tuple[int, ...], number: int) -> int:
        """Return the month of the `number`-th entry: in turn, or by the season."""
        season = self.book.setting.season
        if months:
            month = months[number % len(months)]
        else:
            month = self.rng.choices(range(1, len(season) + 1), season)[0]
        return month if month >= self.first_month else month + _HALF_YEAR

    def day(
        self, month: int, within: Range = (1, 31), *, weekend: bool = False
    ) -> dt.date:
        """Return a day of a month on which offices are open, or any but a holiday."""
        length = calendar.monthrange(self.year, month)[1]
        days = [dt.date(self.year, month, one + 1) for one in range(length)]
        days = [one for one in days if within[0] <= one.day <= within[1]] or days
        fitting = [one for one in days if self.is_open(one, weekend=weekend)]
        return self.rng.choice(fitting or days)

    def month_span(self, month: int) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of a month."""
        length = calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, 1), dt.date(self.year, month, length)

    def topic(self, codes: tuple[str, ...], number: int) -> Topic:
        """Return the `number`-th of the topics named, or of all."""
        topics = self.book.setting.topics
        fitting = [one for one in topics if not codes or one.code in codes]
        return fitting[number % len(fitting)]

    def words(self, pattern: str, agency: Agency, **blanks: object) -> str:
        """Return a title or a place with its blanks filled."""
        return pattern.format(
            where=where(self.cast, agency),
            name=agency.short_name or agency.name,
            year=self.year,
            **blanks,
        )

    def unit(self) -> str:
        """Return the territory of one of the units, or the plan's when it has none."""
        units = self.cast.who(self.book.setting.units)
        if not units:
            return self.cast.plan.territory
        return where(self.cast, self.rng.choice(units))

    def languages(self, agency: Agency, codes: tuple[Code, ...]) -> tuple[Code, ...]:
        """Return the languages named, that of the place in the room of `@local`."""
        local = local_language(self.cast, agency, self.book.setting.local_languages)
        found: list[Code] = []
        for code in codes:
            found.extend(local if code == LOCAL else (code,))
        spoken = self.cast.known("language", found)
        every = (one.code for one in self.cast.items if one.catalogue == "language")
        return spoken or tuple(every)[:1]

    def is_open(self, day: dt.date, *, weekend: bool = False) -> bool:
        """Tell whether something may be held on a day."""
        setting = self.book.setting
        shut = any(one.first_day <= day <= one.last_day for one in setting.quiet)
        off = shut or (day.month, day.day) in setting.holidays
        return not off and (weekend or day.weekday() < _SATURDAY)


def draw(
    book: PracticeBook, cast: Cast, year: int, seed: int, *, earlier: bool = False
) -> Draw:
    """Begin the stream of chance of one year."""
    first = book.setting.earlier_first_month if earlier else 1
    # Repeatable by purpose: it guards nothing.
    rng = random.Random(f"{seed}/{year}")  # noqa: S311
    return Draw(book=book, cast=cast, year=year, rng=rng, first_month=first)


def share(people: int, parts: int) -> tuple[int, ...]:
    """Return a number in so many parts that differ by one at most."""
    small, more = divmod(people, max(parts, 1))
    return tuple(small + (place < more) for place in range(parts))
