"""Every record and field has its Vietnamese term and the source of the term."""

import csv
from collections import Counter

import pytest

from tests.house.record_classes import enumerations, field_names, records
from tests.house.source import ROOT


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (ROOT / "data" / "terms.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def names(rows: list[dict[str, str]]) -> set[str]:
    return {row["name"] for row in rows}


def test_every_record_has_a_term(names: set[str]) -> None:
    classes = [*records(), *enumerations()]
    assert len(classes) > 30
    assert not [each.__name__ for each in classes if each.__name__ not in names]


def test_every_field_has_a_term_of_its_own_or_one_shared_by_name(
    names: set[str],
) -> None:
    unknown = [
        f"{record.__name__}.{name}"
        for record in records()
        for name in field_names(record)
        if name not in names and f"{record.__name__}.{name}" not in names
    ]
    assert not unknown


def test_every_term_is_said_in_vietnamese_and_has_a_source(
    rows: list[dict[str, str]],
) -> None:
    bare = [row for row in rows if not row["vietnamese"].strip() or not row["source"]]
    assert not bare


def test_no_term_is_given_twice(rows: list[dict[str, str]]) -> None:
    times = Counter(row["name"] for row in rows)
    assert not [name for name, n in times.items() if n > 1]
