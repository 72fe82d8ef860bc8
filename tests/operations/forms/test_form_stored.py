"""What stands here of a form is read at once, with what was edited since."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.forms.reading import read_forms
from desktop.operations.entries.record_entry import record
from desktop.operations.forms.form_stored import read_stored
from desktop.operations.forms.inspect_form import FormInspector
from desktop.records.activity import Activity
from desktop.records.identity import AgencyId
from desktop.rules.forms.judging import Stored
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.forms import filled
from tests.operations.forms.filled import Made, a_row, accept


@pytest.fixture(scope="module")
def made(office_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make one form for all tests of this module."""
    return filled.made(office_pattern, tmp_path_factory.mktemp("forms"))


@pytest.fixture
def store(made: Made, tmp_path: Path) -> Iterator[Store]:
    """Give a test its own copy of the office that made the form."""
    with made.open(tmp_path) as opened:
        yield opened


def found(store: Store, made: Made, path: Path) -> Stored:
    inspector = FormInspector(store)
    (read,) = read_forms([path])
    unit = AgencyId(builders.UNIT)
    statement = inspector.inspected(read, made.form, unit).statement
    return read_stored(store.reader, made.form, statement, inspector.against)


def test_what_came_before_stands_and_what_was_edited_is_told(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(
        tmp_path / "a.xlsx",
        rows={"conference": [a_row(title="Một"), a_row(title="Hai")]},
        totals={"clubs": 2},
    )
    assert found(store, made, path) == Stored(
        records={}, edited=frozenset(), standing=frozenset()
    )
    accept(store, path)
    kept = {one.title: one for one in records.find(store.reader, Activity)}
    record(store, replace(kept["Một"], attendance=1))
    now = found(store, made, path)
    assert len(now.standing) == 3
    assert now.standing == frozenset(now.records)
    assert now.edited == frozenset({("activities", kept["Một"].id)})
