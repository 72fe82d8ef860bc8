"""What is wrong with agencies and with what becomes of them, and why."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.records.agency import Agency, Succession
from desktop.rules.agency_book import AgencyBook
from desktop.rules.agency_checks import check_agency, check_succession
from tests.rules.agencies import EVE, REFORM, a_name, an_agency, became

TOP = an_agency("t", name="Trên", valid_to=EVE)
A = an_agency("a", name="Phòng Văn hóa", parent="t", valid_to=EVE)
B = an_agency("b", name="Phòng Nội vụ", valid_from=dt.date(2020, 1, 1))
C = an_agency("c", name="Phòng C", valid_from=dt.date(2021, 1, 1))
BOOK = AgencyBook(
    agencies=(TOP, A, B, C),
    former_names=(a_name("c", "Tên cũ", dt.date(2022, 12, 31)),),
    tiers=frozenset({"one", "two"}),
    kinds=frozenset({"specialised"}),
)


def found(agency: Agency, book: AgencyBook = BOOK) -> set[tuple[str, str, bool]]:
    return {(one.field, one.code, one.blocking) for one in check_agency(agency, book)}


def test_an_agency_like_any_other_is_well() -> None:
    new = an_agency("n", name="Phòng Mới", parent="b", tier="one", valid_from=REFORM)
    assert not found(new)
    assert not found(A)


@pytest.mark.parametrize(
    ("changes", "field", "code", "blocking"),
    [
        ({"name": "  "}, "name", "missing", True),
        ({"name": "PHÒNG  văn hoá"}, "name", "agency_same_name", True),
        ({"name": "Tên cũ"}, "name", "agency_same_name", True),
        (
            {"valid_from": REFORM, "valid_to": EVE},
            "valid_to",
            "last_before_first",
            True,
        ),
        ({"parent": "n"}, "parent", "own_parent", True),
        ({"parent": "z"}, "parent", "unknown_agency", True),
        ({"parent": "t", "valid_from": REFORM}, "parent", "parent_not_then", True),
        ({"parent": "t"}, "parent", "parent_not_always", False),
        (
            {"parent": "b", "valid_from": dt.date(2019, 1, 1)},
            "parent",
            "parent_not_always",
            False,
        ),
        ({"tier": "three"}, "tier", "unknown_tier", True),
        ({"kind": "circus"}, "kind", "unknown_code", True),
    ],
)
def test_what_is_wrong_with_an_agency_is_told_of_its_field(
    changes: dict[str, Any], field: str, code: str, blocking: bool
) -> None:
    assert found(an_agency("n", **changes)) == {(field, code, blocking)}


def test_a_name_is_free_once_the_other_has_ended() -> None:
    assert not found(an_agency("n", name="Phòng Văn hóa", valid_from=REFORM))


def test_parents_never_run_in_a_ring() -> None:
    above = replace(B, parent=C.id)
    below = replace(C, parent=B.id)
    book = replace(BOOK, agencies=(above, C))
    assert {one.code for one in check_agency(below, book)} == {"parent_ring"}


def test_days_leave_room_for_the_names_an_agency_bore() -> None:
    late = replace(C, valid_from=dt.date(2023, 6, 1))
    assert found(late) == {("valid_from", "begins_after_name", True)}
    early = replace(C, valid_to=dt.date(2022, 12, 31))
    assert found(early) == {("valid_to", "ends_before_name", True)}


def succeeded(happened: Succession) -> set[tuple[str, str, bool]]:
    return {
        (one.field, one.code, one.blocking) for one in check_succession(happened, BOOK)
    }


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        (became("bc", "x"), set()),
        (became("b", "x", kind="merged"), {("predecessors", "merge_needs_two", True)}),
        (became("bb", "x", kind="merged"), {("predecessors", "merge_needs_two", True)}),
        (became("b", "x", kind="split"), {("successors", "split_needs_two", True)}),
        (became("", "", kind="dissolved"), {("predecessors", "missing", True)}),
        (became("z", "x"), {("predecessors", "unknown_agency", True)}),
        (became("a", "x"), {("day", "predecessor_ended", True)}),
        (
            became("b", "x", dt.date(2020, 1, 1)),
            {("day", "before_predecessor", True)},
        ),
        (
            became("c", "x", dt.date(2022, 12, 31)),
            {("day", "before_former_name", True)},
        ),
        (became("b", "x", decision=" "), {("decision", "no_decision", False)}),
        (
            became("b", "x", decided_on=dt.date(2025, 7, 2)),
            {("decided_on", "decided_late", False)},
        ),
    ],
)
def test_what_is_wrong_with_a_succession_is_told_with_its_reason(
    happened: Succession, expected: set[tuple[str, str, bool]]
) -> None:
    assert succeeded(happened) == expected
