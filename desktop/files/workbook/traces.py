"""Write the sheet that tells what every figure of the report is made of.

One flat table, so that a filter on a code leaves a figure and its addends, which a
pocket calculator, or the sum in the corner of the screen, adds up again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.files.workbook.book import Book
from desktop.files.workbook.sheet import Sheet, target
from desktop.files.workbook.styles import NOTE, TITLE
from desktop.files.workbook.table import Place, Tick, first_row, put_table
from desktop.files.workbook.words import Words
from desktop.records.report import (
    Addend,
    Column,
    ColumnType,
    Report,
    Row,
    RowKind,
    Table,
    Trace,
    Value,
)

CODE: Final = "traces"
"""Code of the table of traces, and so the end of its defined name."""
MOST_LINKS: Final = 5_000
"""Addends up to which each leads to its record by a click; the row is told anyway.

Excel takes 65,530 links on a sheet and grows slow long before.
"""

_NAMES: Final = ("title", "name")
"""Keys of the column that names a record."""
_MARKS: Final = frozenset({"in_period"})
"""Keys of columns of words that tell nothing of what a record is."""
_CODE_COLUMN: Final = 1
_OTHER_COLUMN: Final = 5
_ROW_COLUMN: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """Where each trace begins on its sheet."""

    sheet: str
    rows: Mapping[str, int]

    def leads_to(self, code: str) -> str:
        """Return the address of a trace; blank where there is none of that code."""
        return target(self.sheet, self.rows[code]) if code in self.rows else ""


class Registers:
    """The sheets of records, asked for one record after another."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Know the sheets by the codes of their tables."""
        self._places = {place.table.code: _Register(place) for place in places}
        self._held: dict[str, tuple[_Register, Row]] = {}

    def of(self, addend: Addend) -> "Told | None":
        """Return what is known of the record of an addend; None if it names none."""
        register = self._places.get(addend.table)
        if register is None or not 0 < addend.row <= len(register.rows):
            return None
        row = register.rows[addend.row - 1]
        named, names = self._named(register, row)
        return Told(
            what=named.name(names),
            day=named.value(named.day, names),
            agency=named.value(named.agency, names),
            sheet=register.sheet,
            ordinal=addend.row,
            row=register.first + addend.row - 1,
        )

    def _named(self, register: "_Register", row: Row) -> "tuple[_Register, Row]":
        """Return the row that names the record: of an inner list, another sheet's."""
        if register.title is not None or not row.record:
            return register, row
        if not self._held:
            self._held = {
                each.record: (one, each)
                for one in self._places.values()
                if one.title is not None
                for each in one.rows
                if each.record
            }
        return self._held.get(row.record, (register, row))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the sheet of traces tells of one record."""

    what: Value
    day: Value
    agency: Value
    sheet: str
    ordinal: int
    row: int


class _Register:
    """One sheet of records and the columns that tell a record from others."""

    def __init__(self, place: Place) -> None:
        self.sheet, self.rows, self.first = (
            place.name,
            place.table.rows,
            first_row(place),
        )
        columns = place.table.columns
        self.title = _first(n for n, c in enumerate(columns) if c.key in _NAMES)
        self.day = _first(n for n, c in enumerate(columns) if c.type is ColumnType.DATE)
        self.agency = _first(n for n, c in enumerate(columns) if c.key == "agency")
        self._texts = tuple(
            n
            for n, c in enumerate(columns)
            if c.type is ColumnType.TEXT and c.key not in _MARKS
        )

    def name(self, row: Row) -> Value:
        """Return what a record is called, or its words where it has no name."""
        if self.title is not None:
            return row.values[self.title]
        words = (row.values[n] for n in self._texts)
        return ", ".join(str(word) for word in words if word)

    def value(self, column: int | None, row: Row) -> Value:
        """Return a value of a row, None where the sheet has no such column."""
        return None if column is None else row.values[column]


def _first(places: Iterator[int]) -> int | None:
    return next(places, None)


def trail(name: str, words: Words, traces: Sequence[Trace]) -> Trail:
    """Return where each trace will begin on the sheet of that name."""
    row, rows = first_row(_place(name, words, ())), {}
    for trace in traces:
        rows[trace.code] = row
        row += 1 + len(trace.addends)
    return Trail(sheet=name, rows=rows)


def put_traces(
    book: Book, report: Report, way: Trail, data: Sequence[Place], tick: Tick
) -> None:
    """Write every trace with its addends, and lead from each to what it names."""
    registers = Registers(data)
    rows = tuple(_rows(report.traces, registers))
    sheet = put_table(book, _place(way.sheet, book.words, rows), tick)
    _link(sheet, report.traces, way, registers)


def _link(
    sheet: Sheet, traces: Sequence[Trace], way: Trail, registers: Registers
) -> None:
    """Lead from addends to other figures, and to records if they are not too many."""
    all_of_them = sum(len(trace.addends) for trace in traces) <= MOST_LINKS
    for trace in traces:
        for row, addend in enumerate(trace.addends, way.rows[trace.code] + 1):
            if to := way.leads_to(addend.code):
                sheet.link(row, _OTHER_COLUMN, to)
            elif all_of_them and (told := registers.of(addend)):
                tip = sheet.book.words.record_tip
                sheet.link(row, _ROW_COLUMN, target(told.sheet, told.row), tip)


def _place(name: str, words: Words, rows: tuple[Row, ...]) -> Place:
    return Place(
        table=Table(
            code=CODE, title="", sheet=name, columns=_columns(words), rows=rows
        ),
        name=name,
        above=((words.trace_title, TITLE), (words.trace_note, NOTE)),
        filtered=True,
    )


def _columns(words: Words) -> tuple[Column, ...]:
    number, short = ColumnType.DECIMAL, ColumnType.ORDINAL
    return (
        Column(heading=(words.trace_code,), type=short),
        Column(heading=(words.trace_what,)),
        Column(heading=(words.trace_value,), type=number),
        Column(heading=(words.trace_addend,), type=number),
        Column(heading=(words.trace_other,), type=short),
        Column(heading=(words.trace_where,)),
        Column(heading=(words.trace_ordinal,), type=short),
        Column(heading=(words.trace_row,), type=short),
        Column(heading=(words.trace_day,), type=ColumnType.DATE),
        Column(heading=(words.trace_agency,)),
        Column(heading=(words.trace_how,)),
    )


def _rows(traces: Sequence[Trace], registers: Registers) -> Iterator[Row]:
    labels = {trace.code: trace.label for trace in traces}
    for trace in traces:
        head: tuple[Value, ...] = (trace.code, trace.label, trace.value)
        yield Row(values=(*head, *[None] * 7, trace.how), kind=RowKind.TOTAL)
        for addend in trace.addends:
            yield Row(values=_values(trace.code, addend, labels, registers))


def _values(
    code: str, addend: Addend, labels: Mapping[str, str], registers: Registers
) -> tuple[Value, ...]:
    told = registers.of(addend)
    if told is None:
        what = labels.get(addend.code, "") if addend.code else addend.text
        note = addend.text if addend.code else None
        other = addend.code or None
        return (code, what, None, addend.amount, other, *[None] * 5, note)
    return (
        code,
        told.what,
        None,
        addend.amount,
        addend.code or None,
        told.sheet,
        told.ordinal,
        told.row,
        told.day,
        told.agency,
        addend.text,
    )
