"""A unit's newest form of the period is told, and no marked copy of it."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.operations.forms.make_forms import make_forms
from desktop.operations.forms.read_made import UnitForm, read_made
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.forms.unit_office import OTHER, PERIOD, UNIT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = builders.an_office(tmp_path / "so.stt")
    with Store(path, clock=builders.a_clock) as one:
        yield one


def of(store: Store, period: str = "2024") -> dict[str, UnitForm]:
    found = read_made(store, parse_period(period))
    return {one.unit.agency.id: one for one in found}


def test_before_any_was_made_every_unit_has_none(store: Store) -> None:
    found = of(store)
    assert len(found) == 34
    assert not [one for one in found.values() if one.newest]
    assert (found[UNIT].layout.code, found[OTHER].layout.code) == ("09a", "09e")


def test_the_newest_of_the_period_is_told(store: Store, tmp_path: Path) -> None:
    for _ in range(2):
        made = make_forms(store, PERIOD, [UNIT], tmp_path / "forms").value
    found = of(store)
    assert found[UNIT].newest == made.files[0].form
    assert made.files[0].form.version == 2
    assert found[OTHER].newest is None
    assert of(store, "2024-H1")[UNIT].newest is None, "of another period"


def test_a_marked_copy_is_not_the_form(store: Store, tmp_path: Path) -> None:
    made = make_forms(store, PERIOD, [UNIT], tmp_path / "forms").value.files[0].form
    marked = dataclasses.replace(made, id="marked", version=2, marked_from="return")
    with store.change("prepare") as change:
        records.put(change, marked)
    assert of(store)[UNIT].newest == made
