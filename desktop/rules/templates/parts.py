"""Take a template apart into what an office changes one by one, and set one part."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from desktop.records.template import (
    ReportTemplate,
    SectionTemplate,
    TableColumnTemplate,
    TableTemplate,
)
from desktop.rules.reports.outline import numbered

HEAD = ("document_type", "symbol", "subject", "addressee", "opening", "closing")
"""Fields of the template itself, in the order they are read."""

SECTION = tuple(
    one.name for one in fields(SectionTemplate) if one.name not in {"key", "number"}
)
TABLE = tuple(
    one.name for one in fields(TableTemplate) if one.name not in {"code", "columns"}
)

ItemT = TypeVar("ItemT", bound=SectionTemplate | TableTemplate | TableColumnTemplate)


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Where one part of a template stands; blanks are not needed to find it."""

    kind: str
    """`head`, `section`, `table`, `column` or `label`."""
    key: str = ""
    """Of the section, the table or the label."""
    column: str = ""
    """Key of a table's column."""
    field: str = ""
    """Blank for the whole section, table or column."""


def path_of(part: Part) -> str:
    """Return a part's place as one text, by which a problem names it."""
    return f"{part.kind}/{part.key}/{part.column}/{part.field}".rstrip("/")


def part_at(path: str) -> Part:
    """Return the part a path names."""
    kind, key, column, field = (*path.split("/", 3), "", "", "")[:4]
    return Part(kind, key, column, field)


def parts(template: ReportTemplate) -> dict[Part, Any]:
    """Return every part of a template with what it says, in reading order."""
    found: dict[Part, Any] = {
        Part("head", field=name): getattr(template, name) for name in HEAD
    }
    for section in template.sections:
        found[Part("section", section.key)] = _unnumbered(section)
        for name in SECTION:
            found[Part("section", section.key, field=name)] = getattr(section, name)
    for table in template.tables:
        found |= dict(_table_parts(table))
    for key, words in template.labels.items():
        found[Part("label", key)] = words
    return found


def _table_parts(table: TableTemplate) -> Iterator[tuple[Part, Any]]:
    yield Part("table", table.code), table
    for name in TABLE:
        yield Part("table", table.code, field=name), getattr(table, name)
    for column in table.columns:
        yield Part("column", table.code, column_key(column)), column


def _unnumbered(section: SectionTemplate) -> SectionTemplate:
    return replace(section, number="")


def column_key(column: TableColumnTemplate) -> str:
    """Return what tells a column from the others of its table."""
    return column.figure or column.key or "/".join(column.heading)


def with_part(
    template: ReportTemplate, part: Part, source: ReportTemplate
) -> ReportTemplate:
    """Return a template in which one part is as in another: added, set or left out."""
    match part.kind:
        case "head":
            value = {part.field: getattr(source, part.field)}
            return replace(template, **value)
        case "label":
            return _with_label(template, part.key, source)
        case "section":
            made = _taken(
                template.sections, source.sections, part.key, part.field, _key_of
            )
            return replace(template, sections=numbered(made))
        case "table":
            made_tables = _taken(
                template.tables, source.tables, part.key, part.field, _code_of
            )
            return replace(template, tables=made_tables)
    return _with_column(template, part, source)


def _with_label(
    template: ReportTemplate, key: str, source: ReportTemplate
) -> ReportTemplate:
    labels = {name: words for name, words in template.labels.items() if name != key}
    if key in source.labels:
        labels[key] = source.labels[key]
    return replace(template, labels=labels)


def _with_column(
    template: ReportTemplate, part: Part, source: ReportTemplate
) -> ReportTemplate:
    theirs = next((one for one in source.tables if one.code == part.key), None)
    columns = theirs.columns if theirs else ()
    return replace(
        template,
        tables=tuple(
            replace(
                one,
                columns=_taken(one.columns, columns, part.column, "", column_key),
            )
            if one.code == part.key
            else one
            for one in template.tables
        ),
    )


def _key_of(section: SectionTemplate) -> str:
    return section.key


def _code_of(table: TableTemplate) -> str:
    return table.code


def _taken(
    own: tuple[ItemT, ...],
    source: tuple[ItemT, ...],
    key: str,
    field: str,
    name: Callable[[ItemT], str],
) -> tuple[ItemT, ...]:
    """Return a list in which the item of that name is as in another list."""
    theirs = next((one for one in source if name(one) == key), None)
    if theirs is None:
        return tuple(one for one in own if name(one) != key)
    if any(name(one) == key for one in own):
        return tuple(
            _set(one, theirs, field) if name(one) == key else one for one in own
        )
    return _inserted(own, source, theirs, name) if not field else own


def _set(own: ItemT, theirs: ItemT, field: str) -> ItemT:
    if not field:
        return theirs
    value: dict[str, Any] = {field: getattr(theirs, field)}
    return replace(own, **value)


def _inserted(
    own: tuple[ItemT, ...],
    source: tuple[ItemT, ...],
    item: ItemT,
    name: Callable[[ItemT], str],
) -> tuple[ItemT, ...]:
    """Put an item behind the nearest one that stands before it where it is from."""
    here = [name(one) for one in own]
    place = 0
    for before in source[: source.index(item)]:
        if name(before) in here:
            place = here.index(name(before)) + 1
    return (*own[:place], item, *own[place:])
