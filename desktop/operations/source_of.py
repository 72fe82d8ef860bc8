"""Tell where an entry came from: file, sheet and cells, and who wrote it when."""

import datetime as dt
from dataclasses import dataclass

from desktop.store import origins
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCell:
    """The cell a field was read from."""

    field: str
    """Of the entry, with `#code` behind for one row of a small table."""
    cell: str
    """Such as `C12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file an entry was read from, and where it stood there."""

    file_name: str
    """Blank for what was pasted."""
    sha256: str
    sheet: str
    row: int
    cells: tuple[SourceCell, ...]
    imported_at: dt.datetime
    by: str
    """Officer who imported it; blank where nobody was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an entry came from."""

    sources: tuple[Source, ...]
    """Every file it was read from, newest first; empty: entered by hand."""
    entered_at: dt.datetime | None = None
    entered_by: str = ""
    changed_at: dt.datetime | None = None
    """When it was last written; None where that was when it was entered."""
    changed_by: str = ""


def source_of(store: Store, place: str) -> Origin:
    """Return where an entry came from, by its table and id: `activities/5f3a…`."""
    table, _, record = place.partition("/")
    with store.reading() as db:
        held = origins.written(db, table, record)
        sources = tuple(
            Source(
                file_name=one.file_name,
                sha256=one.sha256,
                sheet=one.sheet,
                row=row,
                cells=tuple(
                    SourceCell(field=column.field, cell=f"{column.column}{row}")
                    for column in one.columns
                ),
                imported_at=one.imported_at,
                by=next(
                    (e.by for e in origins.written(db, "import_sources", one.id)), ""
                ),
            )
            for one, row in origins.imports_of(db, record)
        )
    if not held:
        return Origin(sources=sources)
    first, last = held[-1], held[0]
    again = last.id != first.id
    return Origin(
        sources=sources,
        entered_at=first.at,
        entered_by=first.by,
        changed_at=last.at if again else None,
        changed_by=last.by if again else "",
    )
