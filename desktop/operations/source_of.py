"""Tell where an entry came from: file, sheet and cells, and who wrote it when."""

from desktop.rules.tracing.origin import Origin, Source, SourceCell
from desktop.store import origins
from desktop.store.store import Store


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
