"""Write the formula that counts on the form itself what a unit has listed.

Only functions every spreadsheet program has had since 2007 are used, and ranges whole
sheets apart keep their names in quotes. What cannot be counted so, such as different
values, has no formula: the number is then compared when the form comes back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.form import FormColumn, FormSheet
from desktop.records.register import FieldType, Register
from desktop.rules.counting import CATALOGUE_OF, Groups

_GROUP = ".group"
_SEVERAL = frozenset({FieldType.CHOICES, FieldType.TASKS, FieldType.AGENCIES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the formulas of one form are made of."""

    sheets: tuple[FormSheet, ...]
    registers: Mapping[str, Register]
    groups: Groups
    """Groups of the codes of catalogues."""
    yes: str
    """What a cell of a mark says."""
    undone: tuple[str, ...]
    """Names of the states in which an entry is not counted."""


class _CannotBeCountedError(Exception):
    """A condition no plain formula can test."""


def listed_formula(figure: Figure, listing: Listing) -> str:
    """Return the formula, without its equals sign; blank where there can be none."""
    try:
        parts = [_of_sheet(figure, one, listing) for one in _fitting(figure, listing)]
    except _CannotBeCountedError:
        return ""
    return "+".join(parts)


def _fitting(figure: Figure, listing: Listing) -> Iterator[FormSheet]:
    """Yield the sheets whose entries the figure counts."""
    for sheet in listing.sheets:
        register = listing.registers[sheet.register]
        if register.source is figure.source and _of_kind(figure, register):
            yield sheet


def _of_kind(figure: Figure, register: Register) -> bool:
    return all(
        (register.kind in one.values) is not one.unless
        for one in figure.where
        if one.field == "kind"
    )


def _of_sheet(figure: Figure, sheet: FormSheet, listing: Listing) -> str:
    columns = {one.field: one for one in sheet.columns}
    tests = [_test(sheet, sheet.columns[0], "", unlike=True)]
    if figure.source is Source.ACTIVITY and "state" in columns:
        state = columns["state"]
        tests += [_test(sheet, state, name, unlike=True) for name in listing.undone]
    tests += [
        _condition(one, sheet, columns, listing)
        for one in figure.where
        if one.field != "kind"
    ]
    product = "*".join(tests)
    if figure.aggregate is Aggregate.COUNT:
        return f"SUMPRODUCT({product}*1)"
    if figure.aggregate is not Aggregate.SUM or figure.field not in columns:
        raise _CannotBeCountedError
    return f"SUMPRODUCT({product}*1,{_range(sheet, columns[figure.field])})"


def _condition(
    condition: Condition,
    sheet: FormSheet,
    columns: Mapping[str, FormColumn],
    listing: Listing,
) -> str:
    """Return a factor that is 1 where an entry meets a condition."""
    name = condition.field.removesuffix(_GROUP)
    column = columns.get(name)
    if column is None or condition.also or condition.at_most is not None:
        raise _CannotBeCountedError
    texts = tuple(_texts(condition, column, listing))
    if not texts:
        raise _CannotBeCountedError
    several = column.type in _SEVERAL
    make = _holds if several else _equals
    met = "+".join(make(sheet, column, text) for text in texts)
    return f"(({met})=0)" if condition.unless else f"(({met})>0)"


def _texts(condition: Condition, column: FormColumn, listing: Listing) -> Iterable[str]:
    """Return what a cell may say that meets a condition."""
    if column.type is FieldType.FLAG:
        return (listing.yes,) if condition.values == ("1",) else ()
    named = dict(zip(column.choices, column.choice_names, strict=True))
    wanted = set(condition.values)
    if condition.field.endswith(_GROUP):
        catalogue = CATALOGUE_OF.get(column.field, "")
        codes = [o for o in named if listing.groups.get((catalogue, o)) in wanted]
        return [named[one] for one in codes]
    return [named[one] for one in named if one in wanted]


def _test(sheet: FormSheet, column: FormColumn, text: str, *, unlike: bool) -> str:
    sign = "<>" if unlike else "="
    return f"({_range(sheet, column)}{sign}{_quoted(text)})"


def _equals(sheet: FormSheet, column: FormColumn, text: str) -> str:
    return _test(sheet, column, text, unlike=False)


def _holds(sheet: FormSheet, column: FormColumn, text: str) -> str:
    return f"ISNUMBER(SEARCH({_quoted(text)},{_range(sheet, column)}))"


def _range(sheet: FormSheet, column: FormColumn) -> str:
    name = sheet.sheet.replace("'", "''")
    first, last = sheet.first_row, sheet.last_row
    return f"'{name}'!${column.column}${first}:${column.column}${last}"


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
