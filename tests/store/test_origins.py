"""The imports and changes that wrote an entry are found, and no others."""

from desktop.records.identity import Code, RecordId
from desktop.records.import_source import ImportSource, SourceRow
from desktop.store import origins
from desktop.store.store import Store
from tests.builders import NOW, an_activity
from tests.store.test_totals import keep


def an_import(name: str, *rows: tuple[str, int]) -> ImportSource:
    return ImportSource(
        id=name,
        register=Code("training"),
        file_name=f"{name}.xlsx",
        sha256="",
        sheet="Lớp",
        imported_at=NOW,
        columns=(),
        rows=tuple(SourceRow(record=RecordId(one), row=row) for one, row in rows),
    )


def test_every_import_of_an_entry_is_found_the_newest_first(store: Store) -> None:
    keep(store, an_import("first", ("a1", 5), ("a2", 6)))
    keep(store, an_import("second", ("a1", 9)))
    keep(store, an_import("other", ("a11", 7)))
    found = origins.imports_of(store.reader, "a1")
    assert [(one.id, row) for one, row in found] == [("second", 9), ("first", 5)]


def test_an_id_that_only_begins_alike_is_another(store: Store) -> None:
    keep(store, an_import("other", ("a11", 7)))
    assert origins.imports_of(store.reader, "a1") == ()


def test_the_changes_of_an_entry_are_told_newest_first(store: Store) -> None:
    keep(store, an_activity(id="a1"))
    keep(store, an_activity(id="a1", attendance=7))
    numbers = [one.id for one in origins.written(store.reader, "activities", "a1")]
    assert len(numbers) == 2
    assert numbers == sorted(numbers, reverse=True)
