"""Sheets and an office without a file, for tests of reading entries."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

from desktop.files import catalogue, plans
from desktop.files.entry_words import load_entry_words
from desktop.files.task_table.words import load_words
from desktop.records.identity import AgencyId, Code
from desktop.records.register import Field, Register
from desktop.rules.counting import DAY
from desktop.rules.entry_table import names
from desktop.rules.entry_table.comparing import Against
from desktop.rules.entry_table.fates import Choices, Preview
from desktop.rules.entry_table.names import Name, Names
from desktop.rules.entry_table.preview import preview
from desktop.rules.entry_table.reading import Context
from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from desktop.rules.known import Known
from desktop.rules.task_table.parties import Directory

PLAN = "dak-ha-2023-2028"
OWN = AgencyId("phong-vhtt-dak-ha")
UNIT = AgencyId("ubnd-xa-dak-mar")
TODAY = dt.date(2024, 12, 20)
BOTH = "Cập nhật thông tin và tập huấn kiến thức, kỹ năng"
PILLAR = "Phổ biến, giáo dục kiến thức"
SETTLED = {"form": BOTH, "pillar": PILLAR}
"""What a training needs and no sheet of others says."""


@cache
def register(code: str = "training") -> Register:
    return {one.code: one for one in catalogue.load_registers()}[code]


def a_field(name: str, code: str = "training") -> Field:
    return next(one for one in register(code).fields if one.name == name)


@cache
def a_context() -> Context:
    plan = plans.load_plan(PLAN)
    words = load_entry_words()
    many: dict[str, list[Name]] = {}
    for item in catalogue.load_catalogues():
        made = Name(value=item.code, text=item.name, others=item.aliases)
        many.setdefault(item.catalogue, []).append(made)
    many[names.AGENCY] = [
        Name(value=one.id, text=one.name, short=one.short_name, others=one.aliases)
        for one in plan.agencies
    ]
    many[names.TASK] = [
        Name(
            value=one.id,
            text=f"{one.code} {one.text}",
            short=one.code,
            others=(one.text,),
        )
        for one in plan.tasks
    ]
    many[names.TIER] = [
        Name(value=one.code, text=one.name) for one in catalogue.load_tiers().levels
    ]
    directory = Directory(
        plan.agencies, phrases=load_words().phrases, territory=plan.plan.territory
    )
    before = {names.TASK: words.before["tasks"], names.TIER: words.before["tiers"]}
    asked = {kind: partial(tuple, found) for kind, found in many.items()}
    known = Names(asked, directory, before)
    return Context(names=known, words=words, today=TODAY, year=TODAY.year)


@cache
def known() -> Known:
    plan = plans.load_plan(PLAN)
    codes: dict[str, set[Code]] = {}
    for item in catalogue.load_catalogues():
        codes.setdefault(item.catalogue, set()).add(item.code)
    return Known(
        plan=plan.plan,
        today=TODAY,
        agencies=frozenset(one.id for one in plan.agencies),
        tasks=frozenset(one.id for one in plan.tasks),
        codes={name: frozenset(found) for name, found in codes.items()},
        tiers=frozenset(one.code for one in catalogue.load_tiers().levels),
        registers=catalogue.load_registers(),
    )


@dataclass
class KeptList:
    """Entries an office keeps, in a list."""

    entries: Sequence[Any] = ()
    day: str = "last_day"
    asked: list[tuple[Any, Any]] = field(default_factory=list)

    def by_id(self, ids: Sequence[str]) -> Mapping[str, Any]:
        return {one.id: one for one in self.entries if one.id in ids}

    def within(self, first: Any, last: Any) -> Iterable[Any]:
        self.asked.append((first, last))
        return [one for one in self.entries if first <= getattr(one, self.day) <= last]


def an_against(
    code: str = "training", kept: Iterable[Any] = (), **changes: Any
) -> Against:
    found = register(code)
    made = Against(
        register=found,
        context=a_context(),
        known=known(),
        own=OWN,
        kept=KeptList(tuple(kept), DAY[found.source]),
    )
    return replace(made, **changes)


def a_cell(value: str | Cell) -> Cell:
    return value if isinstance(value, Cell) else Cell(text=value)


def a_grid(*rows: Sequence[str | Cell], name: str = "") -> Grid:
    made = (
        GridRow(number=number, cells=tuple(a_cell(one) for one in row))
        for number, row in enumerate(rows, 1)
    )
    return Grid(name=name, rows=tuple(made))


def a_source(*rows: Sequence[str | Cell], name: str = "") -> TableSource:
    return TableSource(grids=(a_grid(*rows, name=name),))


def looked_at(
    *rows: Sequence[str | Cell],
    against: Against | None = None,
    settled: Mapping[str, str] | None = SETTLED,
    **choices: Any,
) -> Preview:
    """Preview a sheet of trainings whose required fields are settled."""
    made = Choices(fixed=settled or {}, **choices)
    return preview(a_source(*rows), against or an_against(), made)
