"""Read the numbers of a form's summary, and what they say beyond the listed entries."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from desktop.records.arrival import CellFault
from desktop.records.figure import Aggregate, Figure
from desktop.records.form import FormContent, FormTotal
from desktop.records.identity import Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import RECORD_OF, Span, counted
from desktop.rules.entry_table.counts import ReadNumber, read_number, read_plain
from desktop.rules.entry_table.money import factor_of
from desktop.rules.forms.addresses import letters_at
from desktop.rules.forms.against import FormAgainst, Whose
from desktop.rules.forms.laying import Laid
from desktop.rules.grid import Cell, Grid
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.vietnamese import fold, half_width, normalise

_ID_LENGTH: Final = 32
_DONG: Final = ("dong", "d")
_NUMBER: Final = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTotal:
    """One number of the summary, and what it comes to beyond the listed entries."""

    total: FormTotal
    at: str
    """Where it stands, such as `Biểu tổng hợp!C9`."""
    text: str
    value: Decimal | None = None
    """None: the cell says nothing, or cannot be read."""
    unlisted: tuple[UnlistedTotal, ...] = ()
    faults: tuple[CellFault, ...] = ()
    hidden: bool = False

    @property
    def refused(self) -> bool:
        """Tell whether a fault holds it back."""
        return any(not one.doubt for one in self.faults)


def unlisted_id(whose: Whose, key: str, figure: str) -> RecordId:
    """Return the id of what a total says beyond the listed entries of a figure."""
    days = whose.first_day.isoformat(), whose.last_day.isoformat()
    parts = ("form", whose.sender, whose.plan, *days, "unlisted_totals", key, figure)
    return RecordId(hashlib.sha256("|".join(parts).encode()).hexdigest()[:_ID_LENGTH])


def told_totals(
    content: FormContent,
    laid: Laid,
    entries: Iterable[Any],
    whose: Whose,
    against: FormAgainst,
) -> tuple[ToldTotal, ...]:
    """Return every number of the summary that says something, or is wrong.

    Args:
        content: What the form asked for.
        laid: The form as it was found.
        entries: Records of the lists of the same form.
        whose: Whose statement the form is.
        against: Figures and what they are counted by.
    """
    if laid.summary is None:
        return ()
    records = tuple(entries)
    read = {
        one.key: _read(one, laid.summary, laid.total_at(one), against)
        for one in content.totals
    }
    parts = dict(_parts(content.totals, read))
    made = (
        _with_listed(read[one.key], parts.get(one.key, ()), records, whose, against)
        for one in content.totals
    )
    return tuple(one for one in made if one.value is not None or one.faults)


# --- what they say -------------------------------------------------------------------


def _read(
    total: FormTotal, grid: Grid, at: tuple[int, int], against: FormAgainst
) -> ToldTotal:
    row, column = at
    found = grid.rows[row] if 0 <= row < len(grid.rows) else None
    cell = Cell() if found is None else found.cell(column)
    address = f"{letters_at(column)}{row + 1}"
    value, wrong = _number(total, cell, against)
    faults: tuple[CellFault, ...] = ()
    if wrong:
        faults = (_fault(total, grid.name, address, cell.text, *wrong),)
    return ToldTotal(
        total=total,
        at=f"{grid.name}!{address}",
        text=cell.text.strip(),
        value=value,
        faults=faults,
        hidden=bool(found and found.hidden),
    )


def _number(
    total: FormTotal, cell: Cell, against: FormAgainst
) -> tuple[Decimal | None, tuple[str, ...]]:
    """Return the number of a cell, or why it is none with the facts."""
    text = normalise(cell.text)
    if cell.fault:
        return None, (f"cell_{cell.fault}", cell.text)
    if not text or text.lower() in against.context.words.blanks:
        return None, ()
    if cell.block:
        return None, ("cell_merged", text)
    found = _found(total, cell, text, against)
    if found.value is None:
        return None, (f"number_{found.reason}", text)
    wrong = "number_ambiguous" if found.ways else "negative" if found.value < 0 else ""
    return (None, (wrong, text)) if wrong else (found.value, ())


def _found(total: FormTotal, cell: Cell, text: str, against: FormAgainst) -> ReadNumber:
    """Read a number by the one parser; words beside it are asked about."""
    if not cell.kind and any(map(str.isalpha, half_width(text))):
        return ReadNumber(reason="not_number")
    figure = against.figures.get(total.figures[0]) if total.figures else None
    whole = figure is None or figure.aggregate is not Aggregate.HOURS
    factor = _factor(total, figure, against)
    if cell.kind == _NUMBER:
        return read_plain(text, whole=whole, factor=factor)
    return read_number(text, against.context.words, whole=whole, factor=factor)


def _factor(total: FormTotal, figure: Figure | None, against: FormAgainst) -> Decimal:
    """Return how many đồng one of the cell is, where it is of money."""
    if figure is None or fold(figure.unit) not in _DONG:
        return Decimal(1)
    return factor_of(f"({total.unit})", against.context.words) or Decimal(1)


def _fault(
    total: FormTotal, sheet: str, cell: str, shown: str, code: str, *facts: str
) -> CellFault:
    return CellFault(
        sheet=sheet,
        cell=cell,
        label=total.label,
        code=code,
        facts=facts,
        shown=shown.strip(),
    )


# --- parts and lists -----------------------------------------------------------------


def _parts(
    totals: Sequence[FormTotal], read: Mapping[str, ToldTotal]
) -> Iterator[tuple[str, tuple[CellFault, ...]]]:
    """Yield of each whole what is wrong with it beside its parts.

    Parts that come to more than the whole are certainly wrong; that they come to less
    may be right where not every part is told.
    """
    for one in totals:
        whole = read[one.key]
        parts = [read[part.key] for part in totals if part.part_of == one.key]
        values = [part.value for part in parts if part.value is not None]
        if whole.value is None or not values:
            continue
        summed = sum(values, Decimal(0))
        if summed == whole.value:
            continue
        code = "parts_above_whole" if summed > whole.value else "parts_differ"
        sheet, _, cell = whole.at.rpartition("!")
        facts = (shown(whole.value), shown(summed))
        yield (
            one.key,
            (
                CellFault(
                    sheet=sheet,
                    cell=cell,
                    label=one.label,
                    code=code,
                    facts=facts,
                    shown=whole.text,
                    doubt=summed < whole.value,
                ),
            ),
        )


def _with_listed(
    told: ToldTotal,
    parts: tuple[CellFault, ...],
    records: Sequence[Any],
    whose: Whose,
    against: FormAgainst,
) -> ToldTotal:
    """Return a number with what it says beyond what the lists of the form come to."""
    faults = [*told.faults, *parts]
    unlisted: list[UnlistedTotal] = []
    if told.value is not None:
        for code in told.total.figures:
            figure = against.figures.get(code)
            listed = _listed(figure, records, whose, against)
            if told.value < listed:
                sheet, _, cell = told.at.rpartition("!")
                facts = (shown(told.value), shown(listed))
                fault = _fault(
                    told.total, sheet, cell, told.text, "less_than_listed", *facts
                )
                if fault not in faults:
                    faults.append(fault)
            elif told.value > listed:
                unlisted.append(_whole(told, code, told.value, whose))
    return ToldTotal(
        total=told.total,
        at=told.at,
        text=told.text,
        value=told.value,
        unlisted=tuple(unlisted),
        faults=tuple(faults),
        hidden=told.hidden,
    )


def _listed(
    figure: Figure | None,
    records: Sequence[Any],
    whose: Whose,
    against: FormAgainst,
) -> Decimal:
    """Return what the lists of the form come to, as the figure counts them."""
    cls = RECORD_OF.get(figure.source) if figure is not None else None
    if figure is None or cls is None:
        return Decimal(0)
    return counted(
        figure,
        [one for one in records if type(one) is cls],
        Span(whose.first_day, whose.last_day),
        against.groups,
        against.names,
        by_agency=True,
    )


def _whole(told: ToldTotal, code: Code, value: Decimal, whose: Whose) -> UnlistedTotal:
    return UnlistedTotal(
        id=unlisted_id(whose, told.total.key, code),
        agency=whose.agency,
        figure=code,
        first_day=whose.first_day,
        last_day=whose.last_day,
        value=value,
        note=told.total.label,
        whole=True,
    )


def shown(value: Decimal) -> str:
    """Return a number as people read it."""
    whole = value == value.to_integral_value()
    return format_integer(int(value)) if whole else format_decimal(value)
