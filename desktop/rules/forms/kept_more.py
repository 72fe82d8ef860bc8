"""Doubt a number of a form that is less than all that is kept of the unit here.

The office may have recorded entries of the unit itself after the form left, or hold a
package of it: the number the unit tells is of its own knowledge, so it is asked about,
and what is kept counts all the same.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from desktop.records.arrival import CellFault, Fate
from desktop.records.figure import Aggregate, Figure
from desktop.rules.counting import RECORD_OF, Span, counted
from desktop.rules.forms.against import FormAgainst
from desktop.rules.forms.judging import Judged, Judgement
from desktop.rules.forms.statement import Statement
from desktop.rules.forms.totals import ToldTotal, shown

_ADDED: Final = (Aggregate.COUNT, Aggregate.SUM)
"""What may be worked out from what a form adds, changes and takes away."""


def kept_more(
    statement: Statement, judgement: Judgement, against: FormAgainst
) -> Iterator[CellFault]:
    """Yield a doubt for each number less than what is kept with the form taken in."""
    for one in statement.totals:
        if one.refused or one.value is None:
            continue
        found = (
            _kept(against.figures.get(code), statement, judgement, against)
            for code in one.total.figures
        )
        most = max(found, default=Decimal(0))
        if most > one.value:
            yield _doubt(one, one.value, most)


def _kept(
    figure: Figure | None,
    statement: Statement,
    judgement: Judgement,
    against: FormAgainst,
) -> Decimal:
    """Return what the entries of the unit come to; nought where none are here yet."""
    if figure is None or figure.aggregate not in _ADDED:
        return Decimal(0)
    cls = RECORD_OF[figure.source]
    whose = statement.whose
    span = Span(whose.first_day, whose.last_day)
    kept = against.kept(figure, span)
    here = sum((kept.get(str(one), Decimal(0)) for one in whose.told_of), Decimal(0))
    if not here:
        return here
    changed = [
        one
        for one in judgement.rows
        if one.row.fate not in (Fate.SAME, Fate.KEEP) and _is_of(one, cls)
    ]
    before = [one.before for one in changed if one.before is not None]
    after = [one.record for one in changed if one.record is not None]

    def come_to(records: list[Any]) -> Decimal:
        own = [one for one in records if one.agency in whose.told_of]
        return counted(figure, own, span, against.groups, against.names, by_agency=True)

    return here - come_to(before) + come_to(after)


def _is_of(one: Judged, cls: type) -> bool:
    return isinstance(one.record if one.record is not None else one.before, cls)


def _doubt(told: ToldTotal, value: Decimal, most: Decimal) -> CellFault:
    sheet, _, cell = told.at.rpartition("!")
    return CellFault(
        sheet=sheet,
        cell=cell,
        label=told.total.label,
        code="less_than_kept",
        facts=(shown(value), shown(most)),
        shown=told.text,
        doubt=True,
    )
