"""Give every number of a report a short code, and tell what it is made of.

A number that holds another of its kind names that one's code instead of its records,
so that the whole stays short enough to be read: totals are sums of their parts, less
what is counted elsewhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.records.report import Annex, Block, Report, Row, Table
from desktop.rules.tracing.addends import Told, Writer
from desktop.rules.tracing.codes import Codes
from desktop.rules.tracing.places import Quantity, Spot

Tell = Callable[[Quantity], Told | None]


def traced(
    report: Report,
    spots: Sequence[Spot],
    tell: Tell,
    describe: Callable[[Iterable[str]], Mapping[str, str]],
    words: Mapping[str, str],
) -> Report:
    """Return the report with a code for each of its numbers, and their traces.

    A number nothing was added to has no code. One that is not what is printed was
    counted at another moment: it has none either.

    Args:
        report: With its tables of data.
        spots: Every cell that tells numbers, in the order of printing.
        tell: Says what a number is made of; None when it does not know.
        describe: Names records that stand in no table of data, by their places.
        words: Of `resources/templates/trace.toml`.
    """
    found = gathered(spots, tell)
    rows, codes = rows_of(report.data), found.codes
    outside = describe(found.places - rows.keys())
    return replace(
        report,
        blocks=tuple(_coded(one, codes) for one in report.blocks),
        annexes=tuple(_coded_annex(one, codes) for one in report.annexes),
        traces=tuple(Writer(found.known, codes, rows, words).traces(outside)),
    )


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every number with a code, in the order of the codes, and the codes."""

    known: Mapping[Quantity, Told]
    codes: Codes

    @property
    def places(self) -> set[str]:
        """Return table and id of every record any of them is made of."""
        return {place for one in self.known.values() for place in one.amounts}


def gathered(spots: Sequence[Spot], tell: Tell) -> Gathered:
    """Return what the numbers of some cells are made of, each with its code."""
    known = dict(_known(spots, tell))
    codes = Codes()
    for spot in spots:
        for each in spot.quantities:
            if each in known and _agrees(spot, known[each]):
                codes.give(each, spot)
    _give_below(codes, known)
    return Gathered({one: known[one] for one in codes.in_order()}, codes)


def rows_of(data: Iterable[Table]) -> dict[str, tuple[str, int]]:
    """Return the table of data and the number of the row of each record."""
    found: dict[str, tuple[str, int]] = {}
    for table in data:
        for number, row in enumerate(table.rows, start=1):
            if row.record:
                found.setdefault(row.record, (table.code, number))
    return found


def _known(spots: Sequence[Spot], tell: Tell) -> Iterator[tuple[Quantity, Told]]:
    """Yield every number that is printed, and those they are made of."""
    waiting = list(dict.fromkeys(each for spot in spots for each in spot.quantities))
    seen = set(waiting)
    for each in waiting:  # what is added is asked in its turn
        told = tell(each)
        if told is None or told.empty:
            continue
        yield each, told
        for part in told.parts:
            if part not in seen:
                seen.add(part)
                waiting.append(part)


def _agrees(spot: Spot, told: Told) -> bool:
    printed = spot.printed
    if isinstance(printed, bool) or not isinstance(printed, int | Decimal):
        return True
    return told.value == printed


def _give_below(codes: Codes, known: Mapping[Quantity, Told]) -> None:
    """Give a code to the parts of numbers, where no cell shows them."""
    waiting = [*codes.in_order()]
    for each in waiting:  # parts have parts
        parts = [one for one in known[each].parts if one in known]
        waiting += codes.give_below(each, parts)


def _coded_annex(annex: Annex, codes: Codes) -> Annex:
    return replace(annex, blocks=tuple(_coded(one, codes) for one in annex.blocks))


def _coded(block: Block, codes: Codes) -> Block:
    if not isinstance(block, Table):
        return block
    rows = tuple(_coded_row(block, one, codes) for one in block.rows)
    return replace(block, rows=rows)


def _coded_row(table: Table, row: Row, codes: Codes) -> Row:
    found = tuple(codes.of_cell(table.code, row.key, one.key) for one in table.columns)
    return replace(row, codes=found) if any(found) else row
