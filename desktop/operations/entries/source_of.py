"""Tell where an entry came from: file, sheet and cells, and who wrote it when."""

from collections.abc import Iterable, Iterator
from typing import Any

from desktop.records.agency import Agency
from desktop.records.returns import Return, ReturnKind
from desktop.rules.tracing.origin import Origin, Sent, Source, SourceCell
from desktop.store import origins, records
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
        sent = tuple(_sent(db, origins.returns_of(db, table, record)))
    if not held:
        return Origin(sources=sources, sent=sent)
    first, last = held[-1], held[0]
    again = last.id != first.id
    return Origin(
        sources=sources,
        sent=sent,
        entered_at=first.at,
        entered_by=first.by,
        changed_at=last.at if again else None,
        changed_by=last.by if again else "",
    )


def _sent(
    db: Any,  # noqa: ANN401  only `store` knows what a database is
    found: Iterable[tuple[Return, str]],
) -> Iterator[Sent]:
    """Yield what units sent that told an entry, by the names they bear today."""
    for number, (one, cell) in enumerate(found):
        unit = records.get(db, Agency, one.agency)
        yield Sent(
            agency=unit.name if unit else one.sender_name,
            package=one.kind is ReturnKind.PACKAGE,
            period_code=one.period_code,
            first_day=one.first_day,
            last_day=one.last_day,
            version=one.version,
            slip=one.slip,
            file_name=one.file_name,
            at=cell,
            received_at=one.received_at,
            signer=one.signer,
            newest=number == 0,
        )
