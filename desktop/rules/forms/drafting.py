"""Draft a collecting form: what stands in each cell, and what may be put there."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from desktop.records.figure import Figure, Source
from desktop.records.form import FormContent, FormSheet, FormTotal, Prefilled
from desktop.records.identity import AgencyId, Code
from desktop.records.register import Register
from desktop.records.staff import Headcount
from desktop.records.task import Task
from desktop.rules.entry_table.reading import Context
from desktop.rules.entry_table.template import TemplateWords
from desktop.rules.entry_table.writing import Held
from desktop.rules.forms.columns import (
    ColumnDraft,
    Limits,
    Lists,
    draft_columns,
    letter,
)
from desktop.rules.forms.layout import FormLayout, LayoutSheet
from desktop.rules.forms.lines import LineDraft, draft_lines
from desktop.rules.forms.listed import Listing, listed_formula

HEAD_ROWS = 5
"""Rows of the summary above its headings: the head of the form and what to do."""
FIRST_ROW = 5
"""First row for entries on a sheet: below the title, a hint, headings and numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """One sheet of a register."""

    sheet: FormSheet
    register: Register
    columns: tuple[ColumnDraft, ...]
    lines: tuple[LineDraft, ...]
    """As many as rows are made ready; the last ones blank."""
    wanted: tuple[str, ...] = ()
    """Names of what is to be told of in any case."""

    @property
    def inherits(self) -> bool:
        """Tell whether lines of units stand in it that the unit took over from."""
        return any(one.of for one in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """All of a form but its stamp and its words."""

    content: FormContent
    layout: FormLayout
    values: Mapping[str, Decimal]
    """What is known here of each total, by its key."""
    formulas: Mapping[str, str]
    """How the form counts what is listed, by the key of the total."""
    sheets: tuple[SheetDraft, ...]
    lists: Mapping[str, tuple[str, ...]]
    """Texts of every list, by the name of its range."""
    tasks: tuple[tuple[str, str], ...] = ()
    """Number and words of each task of the unit."""
    inherited: tuple[str, ...] = ()
    """Names of those it took over from whose figures stand in it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """What a form is drafted from."""

    layout: FormLayout
    sheets: Sequence[LayoutSheet]
    """What is asked of each register; a register that is not here has no sheet."""
    registers: Mapping[str, Register]
    figures: Mapping[Code, Figure]
    asked: Sequence[Code]
    tasks: Sequence[Task]
    """Tasks of the unit, which its entries may serve."""
    staff_groups: Sequence[Code]
    """Groups whose headcount is asked for."""
    headcounts: Sequence[Headcount]
    """Each group's newest headcount told before the period."""
    entries: Mapping[str, Sequence[Any]]
    """Entries of the unit in the period, by register."""
    totals: Mapping[Code, Decimal]
    """What is known here of each figure of the unit in the period."""
    unlisted: Collection[Code]
    """Figures of which the unit told more than it listed."""
    first_day: dt.date
    last_day: dt.date
    version: int
    """Of the form, counted for the unit and the period."""
    context: Context
    words: TemplateWords
    groups: Mapping[tuple[str, str], str]
    """Groups of codes, as `rules.counting.groups_of` tells them."""
    inherited: Mapping[AgencyId, str] = field(default_factory=dict)
    """Names of those the unit took over from, of whom something is told here."""


def draft_form(facts: FormFacts) -> FormDraft:
    """Return the draft of one unit's form."""
    lists = Lists(facts.context.names, facts.context.words, [o.id for o in facts.tasks])
    wanted = {one.register: one for one in facts.sheets}
    sheets = tuple(
        _sheet(facts, facts.registers[code], wanted[code], lists)
        for code in facts.asked
        if code in wanted
    )
    totals = _totals(facts.layout)
    content = FormContent(
        layout=facts.layout.code,
        layout_version=facts.layout.version,
        summary=facts.layout.sheet,
        totals=totals,
        sheets=tuple(one.sheet for one in sheets),
    )
    formulas = _formulas(facts, content)
    values = dict(_values(facts, totals, formulas))
    prefilled = (*_told(facts.layout.sheet, totals, values), *_listed(sheets))
    return FormDraft(
        content=replace(content, prefilled=prefilled),
        layout=facts.layout,
        values=values,
        formulas=formulas,
        sheets=sheets,
        lists=lists.used,
        tasks=tuple((one.code, one.text) for one in facts.tasks),
        inherited=tuple(facts.inherited.values()),
    )


def value_row(layout: FormLayout) -> int:
    """Return the row of the summary in which the totals stand."""
    levels = max(len(one.heading) for one in layout.columns)
    return HEAD_ROWS + levels + 2


def _totals(layout: FormLayout) -> tuple[FormTotal, ...]:
    row = value_row(layout)
    return tuple(
        FormTotal(
            key=one.key,
            cell=f"{letter(place)}{row}",
            label=": ".join(one.heading),
            unit=one.unit,
            figures=one.figures,
            part_of=one.part_of,
        )
        for place, one in enumerate(layout.columns, 2)
    )


def _values(
    facts: FormFacts, totals: Iterable[FormTotal], formulas: Mapping[str, str]
) -> Iterable[tuple[str, Decimal]]:
    """Yield the totals that say more than the lists do; a nought says nothing.

    Where all is listed the cell stays blank, which means just that: whoever adds a
    line need not correct a total too.
    """
    for one in totals:
        if one.figures and (
            one.figures[0] in facts.unlisted or one.key not in formulas
        ):
            value = facts.totals.get(one.figures[0])
            if value:
                yield one.key, value


def _told(
    sheet: str, totals: Iterable[FormTotal], values: Mapping[str, Decimal]
) -> Iterable[Prefilled]:
    for one in totals:
        if one.key in values:
            yield Prefilled(sheet=sheet, cell=one.cell, value=f"{values[one.key]:f}")


def _sheet(
    facts: FormFacts, register: Register, wanted: LayoutSheet, lists: Lists
) -> SheetDraft:
    limits = Limits(first_day=facts.first_day, last_day=facts.last_day)
    columns = draft_columns(register, wanted.fields, lists, facts.words, limits)
    lines = draft_lines(
        register,
        columns,
        facts.entries.get(register.code, ()),
        facts.context,
        version=facts.version,
        defaults=_defaults(facts, register),
        inherited=facts.inherited,
    )
    behind = 1 + any(one.of for one in lines)
    name = register.name[:31]
    sheet = FormSheet(
        register=Code(register.code),
        sheet=name,
        first_row=FIRST_ROW,
        last_row=FIRST_ROW + len(lines) - 1,
        key_column=letter(len(columns) + behind),
        columns=tuple(one.column for one in columns),
    )
    return SheetDraft(
        sheet=sheet,
        register=register,
        columns=columns,
        lines=lines,
        wanted=_wanted(facts, register),
    )


def _defaults(facts: FormFacts, register: Register) -> list[dict[str, Any]]:
    """Return what stands ready in new lines: headcounts as they were told last.

    A line counts once somebody wrote into it: what nobody touched tells nothing.
    """
    if register.source is not Source.HEADCOUNT:
        return []
    entries = facts.entries.get(register.code, ())
    known = {(one.group, one.tier) for one in entries}
    before = [o for o in facts.headcounts if (o.group, o.tier) not in known]
    told = {group for group, _tier in known} | {one.group for one in before}
    day = min(facts.last_day, facts.context.today)
    ready: list[dict[str, Any]] = [
        {"group": one.group, "tier": one.tier, "people": one.people} for one in before
    ]
    ready += [{"group": one} for one in facts.staff_groups if one not in told]
    return [{**one, "as_of": day} for one in ready]


def _wanted(facts: FormFacts, register: Register) -> tuple[str, ...]:
    """Return the groups of staff whose headcount is asked for, by their names."""
    if register.source is not Source.HEADCOUNT:
        return ()
    kind = next(o.catalogue for o in register.fields if o.name == "group")
    return tuple(facts.context.names.write(kind, one) for one in facts.staff_groups)


def _listed(sheets: Iterable[SheetDraft]) -> Iterable[Prefilled]:
    """Yield every value that stands in a line, with the entry it is of."""
    for one in sheets:
        for row, line in enumerate(one.lines, one.sheet.first_row):
            for column, value in zip(one.columns, line.values, strict=True):
                if value is not None:
                    yield Prefilled(
                        sheet=one.sheet.sheet,
                        cell=f"{column.column.column}{row}",
                        value=held_text(value),
                        record=line.record,
                    )


def held_text(value: Held) -> str:
    """Return a cell's value as text: days in ISO form, numbers in digits."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _formulas(facts: FormFacts, content: FormContent) -> dict[str, str]:
    states = facts.context.words.states
    listing = Listing(
        sheets=content.sheets,
        registers=facts.registers,
        groups=facts.groups,
        yes=facts.context.words.flags.yes[0].capitalize(),
        undone=tuple(texts[0] for code, texts in states.items() if code != "done"),
    )
    found = {
        one.key: listed_formula(facts.figures[one.figures[0]], listing)
        for one in content.totals
        if one.figures and one.figures[0] in facts.figures
    }
    return {key: formula for key, formula in found.items() if formula}
