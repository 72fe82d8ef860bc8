"""Every task of every plan shows what its row asks for, as soon as it is recorded.

For each figure of each task one entry is made that meets the figure's conditions and
names the task; the figure of the task's row must then be no longer zero.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.files import catalogue, plans
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import task_figures
from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity, StaffCount
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import Code, TaskId
from desktop.records.preferences import Preferences
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.register import Field, FieldType
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.rules.counting import CATALOGUE_OF, RECORD_OF
from desktop.store import preferences, records
from desktop.store.store import Store
from tests.builders import a_clock

PLANS = tuple(one.name for one in plans.plan_names())
ITEMS = catalogue.load_catalogues()
FIGURES = catalogue.load_figures()
REGISTERS = catalogue.load_registers()


@dataclass
class Desk:
    """An office of one plan, and a day in it on which everything happens."""

    store: Store
    own: Preferences
    day: dt.date

    @property
    def names(self) -> dict[str, str]:
        return {"@agency": self.own.agency, "@recipient": self.own.recipient or ""}


@pytest.fixture(scope="module", params=PLANS)
def desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    path = tmp_path_factory.mktemp("plan") / "so.stt"
    create_office(path, request.param)
    with Store(path, clock=a_clock) as store:
        own = preferences.get(store.reader)
        assert own is not None
        first = plans.load_plan(request.param).plan.first_day
        yield Desk(store, own, dt.date(first.year, 9, 10))


def test_each_figure_of_each_task_moves_when_its_deed_is_recorded(desk: Desk) -> None:
    tasks = [one for one in records.find(desk.store.reader, Task) if one.figures]
    entries = [
        entry(desk, task, FIGURES[code], f"{task.id}:{code}")
        for task in tasks
        for code in task.figures
    ]
    record_many(desk.store, entries)
    found = task_figures(desk.store, parse_period(str(desk.day.year)))
    still = [
        f"{task.code}: {one.figure.code}"
        for task in tasks
        for one in found[task.id]
        if one.period == 0
    ]
    assert still == []


def test_each_task_that_is_no_group_has_a_figure(desk: Desk) -> None:
    tasks = records.find(desk.store.reader, Task)
    groups = {one.parent for one in tasks}
    assert [one.code for one in tasks if one.id not in groups and not one.figures] == []


def entry(desk: Desk, task: Task, figure: Figure, name: str) -> Any:
    """Return an entry that a figure counts and that names the task."""
    made = _bare(desk, figure.source, name)
    made = _with(made, "tasks", (TaskId(task.id),))
    if figure.field and figure.aggregate in (Aggregate.SUM, Aggregate.LATEST):
        made = _counting(made, figure.field)
    for condition in figure.where:
        if condition.at_most is not None:
            asked = dt.datetime.combine(desk.day, dt.time(8))
            made = replace(made, requested_at=asked, held_at=asked)
            continue
        field, _, of_group = condition.field.partition(".")
        wanted = condition.values[0]
        value: Any = _of_group(field, wanted) if of_group else wanted
        made = _with(made, field, _typed(made, field, desk.names.get(value, value)))
    if figure.aggregate is Aggregate.DISTINCT and not getattr(made, figure.field):
        some = (desk.own.agency,) if getattr(made, figure.field) == () else "một"
        made = replace(made, **{figure.field: some})
    return _completed(made, figure.source)


def _completed(made: Any, source: Source) -> Any:
    """Fill what the register requires and the conditions left open."""
    kind = getattr(made, "kind", "")
    for field in next(
        one.fields for one in REGISTERS if (one.source, one.kind) == (source, kind)
    ):
        if field.required and getattr(made, field.name) in (None, "", ()):
            made = replace(made, **{field.name: _any(made, field)})
    if getattr(made, "section", False):
        made = replace(made, section_since=made.opened_on)
    return made


def _any(made: Any, field: Field) -> Any:
    codes = [one.code for one in ITEMS if one.catalogue == field.catalogue]
    held = getattr(made, field.name)
    if held == ():
        return (codes[0],)
    if field.type is FieldType.INTEGER:
        return 1
    return codes[0] if codes else "một"


def _counting(made: Any, field: str) -> Any:
    """Return the entry with one in a field, or in that of its small table."""
    table, _, part = field.partition(".")
    if part:
        one_more: dict[str, Any] = {part: 1}
        people = replace(StaffCount(group=Code("G1"), people=1), **one_more)
        return replace(made, staff=(people,))
    one = Decimal(1) if isinstance(getattr(made, table), Decimal) else 1
    return replace(made, **{table: one})


def _with(made: Any, field: str, value: Any) -> Any:
    names = {one.name for one in fields(made)}
    return replace(made, **{field: value}) if field in names else made


def _typed(made: Any, field: str, value: str) -> Any:
    held = getattr(made, field)
    if isinstance(held, tuple):
        return (value,)
    if isinstance(held, bool):
        return value == "1"
    if isinstance(held, int):
        return int(value)
    return type(held)(value) if held is not None else value


def _of_group(field: str, group: str) -> Code:
    wanted = CATALOGUE_OF[field]
    return next(
        one.code for one in ITEMS if (one.catalogue, one.group) == (wanted, group)
    )


def _bare(desk: Desk, source: Source, name: str) -> Any:
    """Return an entry of a register with nothing in it but what it must have."""
    day, own = desk.day, desk.own.agency
    shared: dict[str, Any] = {"id": name, "agency": own}
    span: dict[str, Any] = {"title": name, "first_day": day, "last_day": day}
    known: dict[type, dict[str, Any]] = {
        Activity: {**span, "kind": "conference"},
        Product: {"title": name, "type": "article", "first_published": day},
        DataSource: {"name": name, "recorded_on": day},
        Posting: {**span, "channel": "facebook"},
        Broadcast: {
            **span,
            "channel": "district_radio",
            "language": "vietnamese",
            "minutes": 60,
        },
        Tally: {
            "subject": "false_information",
            "first_day": day,
            "last_day": day,
            "detected": 1,
            "handled": 1,
            "total": 1,
            "document_number": "1/BC",
            "document_date": day,
        },
        UnitPlan: {"number": "1/KH", "issued_on": day, "year": day.year},
        Headcount: {"group": "G1", "as_of": day, "people": 1},
        Departure: {"group": "G1", "left_on": day, "people": 1},
        SpokespersonCheck: {"year": day.year},
        OwnChannel: {"name": name, "channel": "facebook", "opened_on": day},
        Budget: {"year": day.year, "source": "regular"},
        Achievement: {"title": name, "reached_on": day},
    }
    kind = RECORD_OF[source]
    return kind(**shared, **known[kind])
