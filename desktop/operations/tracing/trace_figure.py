"""Tell what some figures are made of, without drafting a report around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.operations.tracing.trace_numbers import Numbers
from desktop.progress import Progress, Step, silent
from desktop.records.period import Period
from desktop.records.report import Column, ColumnType, FigureKey, Row, Table, Trace
from desktop.rules.tracing import places as trace_places
from desktop.rules.tracing import trace
from desktop.rules.tracing.addends import Writer
from desktop.rules.tracing.places import Spot
from desktop.store.described import Described
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A figure, and what it is called."""

    key: FigureKey
    row: str
    """What its row is about, such as the label of a target."""
    column: str
    """What its column is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """Traces as a report would have them, with the records they name."""

    traces: tuple[Trace, ...]
    data: tuple[Table, ...]


def trace_figures(
    store: Store,
    period: Period,
    asked: Sequence[Asked],
    table: str,
    progress: Progress = silent,
) -> Traced:
    """Return the traces of figures that stand on the screen.

    Args:
        store: An open office.
        period: The days they are of.
        asked: The figures; those that are nothing have no trace.
        table: What the table they stand in is called.
        progress: May stop the tracing.

    Raises:
        ConflictError: The file holds no office.
        Cancelled: The user asked to stop.
    """
    progress(Step("tracing", 0, 1))
    with store.reading():
        numbers = Numbers(store, period)
        spots = numbers.plain(_spot(one, table, numbers) for one in asked)
        found = trace.gathered(spots, numbers.tell)
        data = tuple(_data(numbers.described(found.places)))
        writer = Writer(found.known, found.codes, trace.rows_of(data), numbers.words)
        return Traced(traces=tuple(writer.traces({})), data=data)


def _spot(one: Asked, title: str, numbers: Numbers) -> Spot:
    named = Column(heading=("",), key="label")
    column = Column(heading=(one.column,), key=one.key.column)
    row = Row(key=one.key.row, values=(one.row, one.column))
    held = trace_places.quantities(
        one.key.table, one.key.row, one.key.column, numbers.known
    )
    table = Table(
        code=one.key.table, title=title, sheet="", columns=(named, column), rows=(row,)
    )
    return Spot(
        at=one.key,
        table=table,
        row=row,
        column=column,
        printed=one.column,
        quantities=tuple(held),
    )


_COLUMNS = (
    Column(heading=("",), key="day", type=ColumnType.DATE),
    Column(heading=("",), key="agency"),
    Column(heading=("",), key="title"),
)
"""What is told of a record, under the keys a report's tables of data have."""


def _data(found: Iterable[tuple[str, Described]]) -> Iterator[Table]:
    """Yield a table of the records of each kind."""
    ordered = sorted(found)
    for name, many in groupby(ordered, key=lambda one: one[0].partition("/")[0]):
        yield Table(
            code=f"data_{name}",
            title="",
            sheet="",
            columns=_COLUMNS,
            rows=tuple(
                Row(values=(one.day, one.agency, one.title), record=place)
                for place, one in many
            ),
        )
