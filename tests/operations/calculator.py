"""Add the addends of a report's figures up again, as one does at a desk."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from desktop.files.trace_words import trace_words
from desktop.records.report import Report, Trace

_WORDS = trace_words()
_TENTH = Decimal("0.1")


def adds_up(trace: Trace) -> bool:
    """Tell whether a figure is what its words say of its addends."""
    amounts = [one.amount for one in trace.addends]
    if trace.how in (_WORDS["how_percent"], _WORDS["how_growth"]):
        first, second = amounts
        part = first if trace.how == _WORDS["how_percent"] else first - second
        return trace.value == _rounded(100 * part / second)
    total = sum(amounts, Decimal(0))
    if "chia cho 60" in trace.how:
        return trace.value == _rounded(total / 60)
    return trace.value == total


def faults(report: Report) -> Iterator[str]:
    """Yield the code and fault of every trace that does not lead where it should."""
    known = {one.code: one for one in report.traces}
    if len(known) != len(report.traces):
        yield "codes twice"
    rows = {table.code: len(table.rows) for table in report.data}
    for trace in report.traces:
        if not adds_up(trace):
            yield f"{trace.code} does not add up: {trace}"
        for one in trace.addends:
            if one.table and not 0 < one.row <= rows.get(one.table, 0):
                yield f"{trace.code} names no row"
            if not (one.table or one.code or one.text):
                yield f"{trace.code} has an addend of nothing"
            if one.code and not _told(one.amount, one.code, known):
                yield f"{trace.code} takes {one.code} for another number"


def _told(amount: Decimal, code: str, known: Mapping[str, Trace]) -> bool:
    if code not in known:
        return False
    other = known[code]
    added = sum((one.amount for one in other.addends), Decimal(0))
    return abs(amount) in (abs(other.value), abs(added))


def _rounded(value: Decimal) -> Decimal:
    if value < 0:
        return -_rounded(-value)
    return value.quantize(_TENTH, ROUND_HALF_UP)
