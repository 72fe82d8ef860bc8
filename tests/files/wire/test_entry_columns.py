"""Entries read column by column are the rows that the records themselves become."""

import types
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desktop.errors import PackageUnreadableError
from desktop.files.wire.entries import (
    TABLES,
    entries_from_json,
    entries_to_json,
    table_of,
)
from desktop.files.wire.entry_columns import Columns, entries_by_column
from desktop.store.rows import Row, to_row
from tests.files.wire.test_entries import some_entries

HERE = Path("gói.zip")

TEXTS = st.sampled_from(["", "Hội nghị", 'dấu "%s" \\ \n', "[]", "[1]", "0"])


def records_of(cls: type) -> st.SearchStrategy[list[Any]]:
    """Return some records of a class with every field at random, and ids apart."""
    one = st.builds(cls, **{field.name: _field(cls, field) for field in fields(cls)})
    return st.lists(one, max_size=4, unique_by=lambda made: made.id)


def _field(cls: type, field: Any) -> st.SearchStrategy[Any]:
    return _of(get_type_hints(cls)[field.name], small=field.name != "id")


def _of(hint: Any, *, small: bool = True) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=2).map(tuple)
    if type(None) in get_args(hint):
        (inner,) = set(get_args(hint)) - {type(None)}
        return st.none() | _of(inner)
    if hasattr(hint, "__dataclass_fields__"):
        hints = get_type_hints(hint)
        return st.builds(hint, **{name: _of(one) for name, one in hints.items()})
    plain = getattr(hint, "__supertype__", hint)
    if plain is str:
        return TEXTS if small else st.sampled_from(["a", "b", "c", "đ"])
    if plain is Decimal:
        return st.decimals(-999, 999, places=2)
    return st.from_type(plain) if isinstance(plain, type) else st.nothing()


def rows_of(columns: Columns) -> list[Row]:
    return [
        dict(zip(columns, row, strict=True))
        for row in zip(*columns.values(), strict=True)
    ]


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=8, deadline=None, phases=(Phase.generate,))
@given(drawn=st.data())
def test_every_field_is_what_its_table_keeps(table: str, drawn: st.DataObject) -> None:
    made = drawn.draw(records_of(TABLES[table]))
    rows, earlier = tuple(made[::2]), tuple(made[1::2])  # told once, here or there
    data = entries_to_json(some_entries(rows=rows, earlier=earlier))
    whole = entries_from_json(data, name=HERE)
    light, columns = entries_by_column(data, (), name=HERE)
    expected: dict[str, list[Row]] = {}
    for one in whole.rows:
        expected.setdefault(table_of(one), []).append(to_row(one))
    assert {place: rows_of(held) for place, held in columns.items()} == expected
    kinds = {
        type(cell) for held in columns.values() for one in held.values() for cell in one
    }
    assert kinds <= {str, int, types.NoneType}
    assert (light.rows, light.earlier) == ((), whole.earlier)
    assert light.agencies == whole.agencies
    assert light.evidence == whole.evidence


def test_tables_set_apart_come_as_records() -> None:
    entries = some_entries()
    data = entries_to_json(entries)
    light, columns = entries_by_column(data, {"products"}, name=HERE)
    assert [table_of(one) for one in light.rows] == ["products"]
    assert set(columns) == {"activities", "unlisted_totals"}


@pytest.mark.parametrize(
    "change",
    [
        (b'"attendance":40', b'"attendance":"x"'),
        (b'"format":1', b'"wrong":1'),
        (b'"kind":', b'"sort":'),
        (b'"title":', b'"title":1,"title":'),
        (b'"audience":"youth"', b'"audience":7'),
    ],
)
def test_what_is_not_entries_is_refused_all_the_same(
    change: tuple[bytes, bytes],
) -> None:
    data = entries_to_json(some_entries())
    assert change[0] in data
    with pytest.raises(PackageUnreadableError) as caught:
        entries_by_column(data.replace(*change), (), name=HERE)
    assert caught.value.reason == "content"
