"""Small forms and what came back of them, made without any file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from desktop.files import catalogue
from desktop.files.entry_words import load_entry_words
from desktop.records.activity import Activity
from desktop.records.figure import Figure, Source
from desktop.records.form import (
    FormColumn,
    FormContent,
    FormSheet,
    FormTotal,
    Prefilled,
)
from desktop.records.identity import AgencyId, Code, PlanId
from desktop.records.plan import Plan
from desktop.records.register import FieldType
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import RECORD_OF
from desktop.rules.entry_table.names import Names
from desktop.rules.entry_table.reading import Context
from desktop.rules.forms.addresses import cell_at, column_at, letters_at
from desktop.rules.forms.against import FormAgainst, Whose
from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from desktop.rules.known import Known
from desktop.rules.task_table.parties import Directory
from tests import builders

TODAY = dt.date(2024, 12, 20)
FIRST, LAST = dt.date(2024, 4, 1), dt.date(2024, 6, 30)
SUMMARY, LIST = "Biểu", "Hội nghị"
ROW_TOTAL = "Tổng số trong kỳ"
COLUMNS = (
    ("title", "Tên hội nghị", FieldType.TEXT),
    ("first_day", "Từ ngày", FieldType.DATE),
    ("last_day", "Đến ngày", FieldType.DATE),
    ("attendance", "Số lượt người", FieldType.INTEGER),
    ("place", "Địa điểm", FieldType.TEXT),
)
FIRST_ROW = 5
KEY = "F"
WHOSE = Whose(
    sender=AgencyId(builders.UNIT),
    agency=AgencyId(builders.UNIT),
    plan=builders.PLAN,
    first_day=FIRST,
    last_day=LAST,
)
EVENTS, PEOPLE = Code("events"), Code("people")
FIGURES = {
    EVENTS: Figure(code=EVENTS, label="Số cuộc", unit="cuộc", source=Source.ACTIVITY),
}


def a_sheet(**changes: Any) -> FormSheet:
    """Return a list of conferences with five columns."""
    columns = tuple(
        FormColumn(field=name, column=letters_at(at), label=label, type=kind)
        for at, (name, label, kind) in enumerate(COLUMNS)
    )
    sheet = FormSheet(
        register=Code("conference"),
        sheet=LIST,
        first_row=FIRST_ROW,
        last_row=FIRST_ROW + 9,
        key_column=KEY,
        columns=columns,
    )
    return replace(sheet, **changes)


def a_total(key: str = "events", cell: str = "B4", **changes: Any) -> FormTotal:
    """Return one number of the summary."""
    total = FormTotal(
        key=key, cell=cell, label=f"Trực tiếp: {key}", unit="cuộc", figures=(EVENTS,)
    )
    return replace(total, **changes)


def a_content(
    *totals: FormTotal, prefilled: Sequence[Prefilled] = (), **changes: Any
) -> FormContent:
    """Return a form with one list and some totals."""
    content = FormContent(
        layout="09a",
        layout_version=1,
        summary=SUMMARY,
        totals=totals or (a_total(),),
        sheets=(a_sheet(),),
        prefilled=tuple(prefilled),
    )
    return replace(content, **changes)


def grid(name: str, cells: Mapping[str, object], hidden: Sequence[int] = ()) -> Grid:
    """Return a sheet with values at addresses: texts, numbers and days."""
    placed = {cell_at(address): value for address, value in cells.items()}
    height = max((row for row, _ in placed), default=-1) + 1
    width = max((column for _, column in placed), default=-1) + 1
    rows = tuple(
        GridRow(
            number=row + 1,
            cells=tuple(cell(placed.get((row, at), "")) for at in range(width)),
            hidden=row + 1 in hidden,
        )
        for row in range(height)
    )
    return Grid(name=name, rows=rows)


def cell(value: object) -> Cell:
    """Return a value as the reader of workbooks tells it."""
    if isinstance(value, Cell):
        return value
    if isinstance(value, dt.date):
        return Cell(text=f"{value:%d/%m/%Y}", kind="day")
    if isinstance(value, int):
        return Cell(text=str(value), kind="number")
    return Cell(text=str(value))


def listed(*rows: Mapping[str, object], name: str = LIST, **more: Any) -> Grid:
    """Return a list with headings, numbers of columns and rows with keys."""
    cells: dict[str, object] = {"A1": "Hội nghị - kê chi tiết"}
    for at, (_, label, _) in enumerate(COLUMNS):
        cells[f"{letters_at(at)}3"] = f"{label} (*)" if at == 0 else label
        cells[f"{letters_at(at)}4"] = f"({at + 1})"
    for line, row in enumerate(rows):
        number = FIRST_ROW + line
        cells[f"{KEY}{number}"] = row.get("key", f"v1-{line + 1:04d}")
        for at, (field, _, _) in enumerate(COLUMNS):
            if field in row:
                cells[f"{letters_at(at)}{number}"] = row[field]
    return grid(name, cells, **more)


def summary(**values: object) -> Grid:
    """Return a summary with numbers below their headings, by letter of the column."""
    cells: dict[str, object] = {"A4": ROW_TOTAL, "A5": "Trong đó đã kê"}
    for letter, value in values.items():
        cells[f"{letter}4"] = value
    for at, label in enumerate(("events", "parts_one", "parts_two"), 1):
        cells[f"{letters_at(at)}2"] = label
        cells[f"{letters_at(at)}3"] = f"({at})"
    return grid(SUMMARY, cells)


def source(*grids: Grid, **more: Any) -> TableSource:
    """Return a workbook of these sheets."""
    return TableSource(name="a.xlsx", grids=grids, **more)


def a_row(**values: object) -> dict[str, object]:
    """Return a row as a unit writes it."""
    usual: dict[str, object] = {
        "title": "Hội nghị một",
        "first_day": dt.date(2024, 5, 6),
        "last_day": dt.date(2024, 5, 6),
        "attendance": 40,
        "place": "Nhà văn hóa",
    }
    return {**usual, **values}


@cache
def _registers() -> dict[str, Any]:
    """Return the register of conferences with the fields of the small form alone."""
    wanted = {name for name, _, _ in COLUMNS} | {"agency"}
    found = {}
    for one in catalogue.load_registers():
        fields = tuple(f for f in one.fields if f.name in wanted)
        found[one.code] = replace(one, fields=fields)
    return found


def against(**changes: Any) -> FormAgainst:
    """Return an office that knows one unit."""
    words = load_entry_words()
    names = Names({}, Directory(()), {})
    plan = Plan(
        id=PlanId(builders.PLAN),
        document_type="Kế hoạch",
        title="Truyền thông",
        issuer=AgencyId(builders.OWN),
        territory="",
        first_day=dt.date(2023, 1, 1),
        last_day=dt.date(2028, 12, 31),
    )
    known = Known(
        plan=plan,
        today=TODAY,
        agencies=frozenset({AgencyId(builders.UNIT)}),
        tasks=frozenset(),
        codes={},
        registers=tuple(_registers().values()),
    )
    places: dict[type, str] = {cls: cls.__name__ for cls in RECORD_OF.values()}
    made = FormAgainst(
        context=Context(names=names, words=words, today=TODAY, year=2024),
        known=known,
        figures=FIGURES,
        groups={},
        names={},
        places={**places, UnlistedTotal: "unlisted_totals", Activity: "activities"},
        registers=_registers(),
        row_total=ROW_TOTAL,
    )
    return replace(made, **changes)


def column(field: str) -> int:
    """Return where a field's column is."""
    return next(at for at, (name, _, _) in enumerate(COLUMNS) if name == field)


assert column_at(KEY) == len(COLUMNS)
