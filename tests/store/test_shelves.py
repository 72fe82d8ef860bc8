"""Each record has one table, and every table has columns for all of its fields."""

import dataclasses
import sqlite3
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from desktop.files import catalogue
from desktop.rules.counting import RECORD_OF
from desktop.store import records, rows
from desktop.store.shelves import BY_RECORD, BY_TABLE, SHELVES, Shelf, catalogue_key
from desktop.store.store import Store


def columns(db: sqlite3.Connection, table: str) -> dict[str, sqlite3.Row]:
    return {row["name"]: row for row in db.execute(f"pragma table_info({table})")}


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.table)
def test_a_table_has_a_column_for_each_field_and_no_other(
    store: Store, shelf: Shelf
) -> None:
    names = {field.name for field in dataclasses.fields(shelf.record)}
    assert set(columns(store.reader, shelf.table)) == names | {"id"}


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.table)
def test_only_what_may_be_none_may_be_null(store: Store, shelf: Shelf) -> None:
    hints = get_type_hints(shelf.record)
    found = columns(store.reader, shelf.table)
    for field in dataclasses.fields(shelf.record):
        if field.name != "id":
            nullable = type(None) in get_args(hints[field.name])
            assert bool(found[field.name]["notnull"]) != nullable, field.name


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.table)
def test_order_and_searched_fields_exist(store: Store, shelf: Shelf) -> None:
    assert set(shelf.searched) <= set(rows.shape(shelf.record).columns)
    assert list(records.each(store.reader, shelf.record)) is not None


def test_every_table_is_strict(store: Store) -> None:
    strict = {
        row["name"]: row["strict"] for row in store.reader.execute("pragma table_list")
    }
    assert all(strict[shelf.table] for shelf in SHELVES)
    assert len(BY_TABLE) == len(BY_RECORD) == len(SHELVES)


def test_every_register_has_a_shelf() -> None:
    for register in catalogue.load_registers():
        assert RECORD_OF[register.source] in BY_RECORD


def test_a_catalogue_value_is_known_by_its_list_and_code(office: Path) -> None:
    item = catalogue.load_catalogues()[0]
    assert catalogue_key(item) == f"{item.catalogue}/{item.code}"
    with Store(office, writable=False) as store:
        kept = records.get(store.reader, type(item), catalogue_key(item))
    assert kept == item
