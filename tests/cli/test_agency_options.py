"""Agencies are named by id, name, short name or alias, and days as people type them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cli.agency_options import find_agency, known_or_new
from desktop.errors import UnknownNameError
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.identity import AgencyId
from desktop.store.store import Store
from tests.cli.saying import Say, fault


@pytest.mark.parametrize(
    "text",
    ["ubnd-xa-dak-mar", "ỦY BAN nhân dân xã Đăk Mar", "UBND xã Đăk Mar", "Đắk Mar"],
)
def test_an_agency_is_found_by_whatever_it_is_called(store: Store, text: str) -> None:
    assert find_agency(read_agencies(store), text).id == "ubnd-xa-dak-mar"


def test_a_name_nobody_bears_is_told_or_makes_a_new_one(store: Store) -> None:
    book = read_agencies(store)
    with pytest.raises(UnknownNameError) as refused:
        find_agency(book, "Sao Hỏa")
    assert refused.value.problems[0].facts[0] == "Sao Hỏa"
    made = known_or_new(book, "Sao Hỏa", kind="other_kind")
    assert (made.id, made.name, made.kind) == ("", "Sao Hỏa", "other_kind")


def test_a_name_that_several_bear_makes_no_new_agency(store: Store) -> None:
    book = read_agencies(store)
    twin = replace(book.by_id[AgencyId("ubnd-xa-dak-mar")], id=AgencyId("twin"))
    both = replace(book, agencies=(*book.agencies, twin))
    with pytest.raises(UnknownNameError) as refused:
        known_or_new(both, "UBND xã Đăk Mar")
    assert refused.value.problems[0].facts[1:] == ("ubnd-xa-dak-mar", "twin")


def test_a_day_that_is_none_is_a_slip_in_the_command(office: Path, say: Say) -> None:
    command = ("agencies", "dissolve", office, "xã Đăk Mar", "--day", "31/2/2025")
    error = fault(say, *command, kind="UsageError")
    assert "31/2/2025" in error["why"]
