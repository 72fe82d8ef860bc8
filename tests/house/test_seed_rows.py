"""Every row the five plans demand is served by something real and proven by a test.

`seed_rows.csv` names for each row of the plans what serves it (`seed_tokens`) and the
tests that prove it; a row that is out of scope says why instead.
"""

import ast
import csv
from functools import cache

import pytest

from tests.house.seed_tokens import resolves
from tests.house.source import ROOT

LIST = ROOT / "tests" / "house" / "seed_rows.csv"

DEMANDED = {
    "001-F": "1 2 3 4 5 6 7 8 9 10 11",
    "001-X": "1 2 3 4",
    "001-T": "0 1 2a 2b 2c 3 4 5a 5b 5c 9",
    "001-C": "1 1a..g 2 3 4 5",
    "001-N": "1 1.1 1.2 2 2.1 2.2 3 3.1 3.2 3.3 3.4 3.5 3.6 4 4.1 4.2 4.3 5 5.1",
    "001-R": "1 2 3 4",
    "001-D": "1 2 3",
    "001-B": "1 2 3",
    "001-A": "1",
    "001-M": "1",
    "001-P": "1",
    "001-L": "1",
    "000-F": "1 2 3 4 5 6 7",
    "000-T": "0 1 2a 2b 2c 2d 3a 3b 9",
    "000-A": "1 2 3",
    "000-N": "1 2 3 4a 4b 4c 4d 5a 5b 5c 6",
    "000-B": "1 2 3 4 5",
    "000-R": "1 2 3",
    "000-D": "1 2 3 4",
    "000-X": "1 2",
    "002-F": "1 2 3 4 5 6",
    "002-T": "0 1 2a 2b 2c 3",
    "002-C": "1 2 3 4 5 6 7",
    "002-N": "1 2 3 4 5 6 7 8 9 10 11 12 13",
    "002-D": "1 2",
    "002-B": "1",
    "002-R": "1 2 3",
    "002-A": "1",
    "003-F": "1 2 3 4 5 6",
    "003-X": "1",
    "003-T": "1 2 3a 3b 4a 4b 4c 4d",
    "003-N": "0a 0b 0c 0d 1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2 2.1 2.2 2.3 "
    "3 3.1 3.2 4 4.1 4.2",
    "003-D": "1 2 3 4 5",
    "003-B": "1 2",
    "003-R": "1 1a 1b 1c 1d 1e 2 2a 3 4a 4b 4c 4d 4e 4f 5 6 7",
    "003-A": "1",
    "003-L": "1",
    "004-F": "1 2 3 4 5",
    "004-N": "1",
    "004-X": "1 2 3 4 5",
    "004-R": "1 2 3 4 5 6 7 8 9",
    "004-A": "1",
    "004-T": "1 0 3 2",
    "004-D": "1",
    "004-B": "1",
    "004-M": "1",
    "S-": "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
}
"""Rows by plan and kind: F field, T target, C theme, N task, R role, D deadline, A
audience, M channel, P product, L language, B money, X rule; S: of all plans."""


@cache
def rows() -> tuple[dict[str, str], ...]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def demanded() -> list[str]:
    return [f"{kind}{one}" for kind, ones in DEMANDED.items() for one in ones.split()]


@cache
def names_of_tests(path: str) -> frozenset[str]:
    """Return the names of the tests a file defines; none when there is no file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    return frozenset(
        node.name
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def is_real(test: str) -> bool:
    path, _, name = test.partition("::")
    return name in names_of_tests(path)


def test_every_row_is_listed_once_and_no_other() -> None:
    assert len(demanded()) == 241 + 15
    assert sorted(row["row"] for row in rows()) == sorted(demanded())


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["row"])
def test_a_row_is_served_and_proven_or_says_why_not(row: dict[str, str]) -> None:
    if row["why"]:
        assert not row["serves"]
        return
    assert row["serves"], "nothing serves it"
    assert row["tests"], "no test proves it"
    assert [one for one in row["serves"].split() if not resolves(one)] == []
    assert [one for one in row["tests"].split() if not is_real(one)] == []


@pytest.mark.parametrize(
    "token",
    [
        "record:Plan.tittle",
        "record:Plann",
        "register:trainings",
        "figure:no_such",
        "catalogue:language/klingon",
        "plan:dak-ha-2023-2028/T99",
        "rule:targets.no_such_name",
        "operation:no_such",
        "page:plan.no_such",
        "template:no-such",
        "nothing",
    ],
)
def test_the_search_knows_what_is_not_there(token: str) -> None:
    assert not resolves(token)


def test_the_search_knows_a_test_that_is_not_there() -> None:
    here = "tests/house/test_seed_rows.py"
    assert is_real(f"{here}::test_the_search_knows_a_test_that_is_not_there")
    assert not is_real(f"{here}::test_no_such")
    assert not is_real("tests/house/no_such.py::test_no_such")
