"""What the worked examples are made of: offices of every plan, records, and figures."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.files import catalogue
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.offices.create_office import create_office
from desktop.operations.plans.put_milestones import put_milestones
from desktop.records.activity import Activity, ActivityKind, StaffCount
from desktop.records.agency import SpokespersonCheck
from desktop.records.identity import TargetId
from desktop.records.product import DataSource, OwnChannel, Posting, Product
from desktop.records.result import Measured, Result
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Inherited
from desktop.rules.calendar import parse_period
from desktop.store.store import Store

PLANS = {
    "001": "dak-ha-2023-2028",
    "000": "binh-phuoc-2023-2028",
    "002": "khanh-hoa-2023-2028",
    "003": "cao-bang-2018-2020",
    "004": "dak-lak-press-2024",
}
"""The plan of each group of rows."""

OWN = {
    "001": "phong-vhtt-dak-ha",
    "000": "so-tttt-binh-phuoc",
    "002": "so-tttt-khanh-hoa",
    "003": "so-tttt-cao-bang",
    "004": "so-tttt-dak-lak",
}
"""The office that works to it."""

Figures = tuple[str | None, str | None, str | None, str]
"""Numerator, denominator, value, verdict: written by hand."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number planned for a year, by quarters where somebody split it."""

    year: int
    value: int
    quarters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Records in, figures out, for one row of the plans' targets."""

    row: str
    what: str
    records: Sequence[Any] = ()
    numbers: tuple[Number, ...] = ()
    period: str = "2024"
    in_period: Figures
    in_all: Figures
    years: dict[int, Figures] = field(default_factory=dict)
    missing: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """Return the plan's group of rows, such as `001`."""
        return self.row[:3]

    @property
    def code(self) -> str:
        """Return the target's code."""
        return self.row[4:]

    def __str__(self) -> str:
        """Return what the example shows, for the list of tests."""
        return f"{self.row}: {self.what}"


def a_clock() -> dt.datetime:
    """Return a moment after every plan, when all has happened."""
    zone = dt.timezone(dt.timedelta(hours=7))
    return dt.datetime(2029, 1, 20, 8, 0, tzinfo=zone)


def make_office(folder: Path, group: str) -> Path:
    """Make an empty office of a plan."""
    return create_office(folder / f"{group}.stt", PLANS[group]).value


def computed(store: Store, example: Example) -> Result:
    """Record what the example gives, and return its target's result."""
    named = [one.made(example.group, n) for n, one in enumerate(example.records)]
    if named:
        record_many(store, named)
    for one in example.numbers:
        target = TargetId(f"{PLANS[example.group]}/{example.code}")
        quarters = tuple(map(Decimal, one.quarters))
        put_milestones(store, target, one.year, Decimal(one.value), quarters)
    period = parse_period(example.period, catalogue.load_regimes())
    found = compute_results(store, period, by_year=True)
    return next(one for one in found if one.target.code == example.code)


def figures(measured: Measured) -> Figures:
    """Return what was measured as it is written by hand."""
    numbers = measured.numerator, measured.denominator, measured.value
    top, bottom, value = (None if one is None else str(one) for one in numbers)
    return top, bottom, value, str(measured.verdict)


@dataclass(frozen=True, slots=True)
class Given:
    """One record, to be made for whichever office the example is of."""

    cls: Any
    values: dict[str, Any]

    def made(self, group: str, number: int) -> Any:
        """Return the record, with an id and the office as its agency."""
        agency = OWN[group] if self.cls is not SpokespersonCheck else None
        known = {"id": f"r{number}", "agency": agency} | self.values
        return self.cls(**known)


def day(text: str) -> dt.date:
    """Return a day written as `5/6/2024`."""
    return dt.date(*map(int, reversed(text.split("/"))))


def event(kind: str, on: str, **values: Any) -> Given:
    """Return something held on one day."""
    held = {"first_day": day(on), "last_day": day(on)} | values
    told = {"title": "Hoạt động", "kind": ActivityKind(kind), "pillar": "knowledge"}
    return Given(Activity, told | held)


def training(on: str, group: str, people: int, **firsts: Any) -> Given:
    """Return a class of so many people of a group, with what was their first."""
    row = StaffCount(group=group, people=people, **firsts)  # type: ignore[arg-type]
    return event("training", on, form="training_both", staff=(row,))


def press(agency: str, on: str, **values: Any) -> Given:
    """Return one item given to the press."""
    told = {"form": "press_written", "agency": agency} | values
    return event("press_information", on, **told)


def check(agency: str, year: int, **values: Any) -> Given:
    """Return a spokesperson assigned and made public in a year."""
    known = {
        "agency": agency,
        "year": year,
        "document_number": "05/QĐ",
        "document_date": dt.date(year, 1, 10),
        "made_public": True,
    }
    return Given(SpokespersonCheck, known | values)


def people(group: str, many: int, on: str, **values: Any) -> Given:
    """Return the people of a group on a day."""
    told = {"group": group, "people": many, "as_of": day(on)} | values
    return Given(Headcount, told)


def left(group: str, many: int, on: str, **values: Any) -> Given:
    """Return people of a group who left it."""
    told = {"group": group, "people": many, "left_on": day(on)} | values
    return Given(Departure, told)


def product(on: str, **values: Any) -> Given:
    """Return a product that is Vietnamese and on no platform, unless told."""
    told = {
        "title": "Sản phẩm",
        "type": "radio_report",
        "first_published": day(on),
        "languages": ("vietnamese",),
        "pillar": "knowledge",
    }
    return Given(Product, told | values)


def source(on: str, **values: Any) -> Given:
    """Return a source of data."""
    return Given(DataSource, {"name": "Nguồn", "recorded_on": day(on)} | values)


def posted(on: str, items: int) -> Given:
    """Return items posted on a day."""
    told = {
        "title": "Tin, bài",
        "channel": "newspaper",
        "first_day": day(on),
        "last_day": day(on),
        "items": items,
        "pillar": "knowledge",
    }
    return Given(Posting, told)


def totals(first: str, last: str, detected: int, handled: int, **more: Any) -> Given:
    """Return totals another agency supplied for a span."""
    told = {
        "subject": "false_information",
        "first_day": day(first),
        "last_day": day(last),
        "detected": detected,
        "handled": handled,
        "document_number": "12/BC",
        "document_date": day(last),
    }
    return Given(Tally, told | more)


def portal(since: str, **values: Any) -> Given:
    """Return a portal run since a day."""
    told = {"name": "Trang", "channel": "portal_agency", "opened_on": day(since)}
    return Given(OwnChannel, told | values)


def reached(on: str, goal: str, number: str) -> Given:
    """Return something reached on a day, by a document."""
    told = {
        "title": "Văn bản ban hành",
        "reached_on": day(on),
        "goals": (goal,),
        "document_number": number,
        "document_date": day(on),
    }
    return Given(Achievement, told)


def taken_over(year: int, numerator: int, **values: Any) -> Given:
    """Return figures of a year taken over from an office before."""
    known = {"year": year, "numerator": Decimal(numerator)} | values
    return Given(Inherited, known)
