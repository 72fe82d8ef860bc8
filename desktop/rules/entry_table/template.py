"""Lay out a sheet in which entries of a register are written down, or written out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.records.register import Field, FieldType, Register
from desktop.rules.entry_table import names as kinds
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.entry_table.money import is_money
from desktop.rules.entry_table.names import Names, kind_of
from desktop.rules.entry_table.reading import Context
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.entry_table.writing import Held, holder
from desktop.rules.vietnamese import fold

_NUMBERS = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})
_LISTED = frozenset(
    {
        FieldType.AGENCY,
        FieldType.CHOICE,
        FieldType.FIGURE,
        FieldType.FLAG,
        FieldType.STATE,
        FieldType.TIER,
    }
)
"""Types whose cells hold one value of a list."""
_NO_LIST = frozenset({"", kinds.TASK, kinds.GOAL, kinds.STEP, kinds.PRODUCT})
_FLAGS = "@flag"
_TITLES = frozenset({"title", "name"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWords:
    """What such a sheet says, as `resources/templates/entry_sheet.toml` has it."""

    title: str
    sheet: str
    guide_sheet: str
    lists_sheet: str
    required: str
    id_meaning: str
    list_error: str
    number_error: str
    guide_headings: tuple[str, ...]
    guide_lines: tuple[str, ...]
    meanings: Mapping[str, str]
    """What is written into a column, by the type of its field."""
    examples: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One column of the sheet."""

    heading: str
    meaning: str
    example: str = ""
    list: str = ""
    """Name of the list a cell's one value is from; blank for none."""
    number: bool = False
    wide: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntrySheet:
    """A sheet with headings the import knows, and the entries in it."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    lists: Mapping[str, tuple[str, ...]]
    """Values of every list, by its name; also of lists of which several are written."""
    list_names: Mapping[str, str]
    """What each list is called."""
    rows: tuple[tuple[Held, ...], ...] = ()


def lay_out(
    register: Register,
    context: Context,
    words: TemplateWords,
    records: Iterable[Any] = (),
) -> EntrySheet:
    """Return the sheet of a register, with the entries given.

    Args:
        register: Whose fields are the columns.
        context: Names and words of the office.
        words: What the sheet says.
        records: Entries to be written; none for an empty template.
    """
    fields = register.fields
    names, known = context.names, context.words
    holders = [(field.name, holder(field, names, known)) for field in fields]
    told = words.title.format(name=register.name)
    lists, list_names = _lists(register, names, known)
    own = SheetColumn(heading=known.id[0], meaning=words.id_meaning, hidden=True)
    return EntrySheet(
        name=words.sheet.format(name=register.name),
        title=told,
        columns=(*(_column(one, lists, words) for one in fields), own),
        lists=lists,
        list_names=list_names,
        rows=tuple(
            (*(hold(getattr(one, name)) for name, hold in holders), one.id)
            for one in records
        ),
    )


def _column(
    field: Field, lists: Mapping[str, tuple[str, ...]], words: TemplateWords
) -> SheetColumn:
    kind = _list_of(field)
    of_list = lists.get(kind, ())
    need = words.required if field.required else ""
    told = " ".join((words.meanings.get(field.type, ""), field.help)).strip()
    return SheetColumn(
        heading=_heading(field),
        meaning=f"{need}{told}",
        example=_example(field, of_list, words),
        list=kind if field.type in _LISTED and of_list else "",
        number=field.type in _NUMBERS,
        wide=field.type in (FieldType.LONG_TEXT, FieldType.TEXT, *SHAPES),
    )


def _example(field: Field, of_list: Sequence[str], words: TemplateWords) -> str:
    """Return what might stand in a column; of texts only the title has an example."""
    number = words.examples[FieldType.MONEY if is_money(field) else FieldType.INTEGER]
    if field.type in SHAPES:
        return "; ".join(f"{one}: {number}" for one in of_list[:2])
    if of_list:
        return of_list[0]
    if field.type is FieldType.TEXT and field.name not in _TITLES:
        return ""
    return words.examples.get(field.type, "")


def _heading(field: Field) -> str:
    """Return the label, with the unit where it does not say so itself."""
    if not field.unit or fold(field.unit) in fold(field.label):
        return field.label
    return f"{field.label} ({field.unit})"


def _list_of(field: Field) -> str:
    return _FLAGS if field.type is FieldType.FLAG else kind_of(field)


def _lists(
    register: Register, names: Names, words: EntryWords
) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return the values of each list the register chooses from, and its name."""
    lists: dict[str, tuple[str, ...]] = {}
    called: dict[str, str] = {}
    for field in register.fields:
        kind = _list_of(field)
        if kind in _NO_LIST or kind in lists:
            continue
        if kind == _FLAGS:
            marks = words.flags.yes[0], words.flags.no[0]
            lists[kind] = tuple(one.capitalize() for one in marks)
        else:
            lists[kind] = names.texts(kind)
        called[kind] = field.label
    return lists, called
