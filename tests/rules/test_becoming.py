"""Who ends and who takes over when an office becomes another."""

import datetime as dt
from typing import Any

import pytest

from desktop.records.agency import SuccessionKind
from desktop.records.identity import AgencyId, PlanId
from desktop.records.plan import Plan, PlanState
from desktop.rules.agency_book import AgencyBook
from desktop.rules.becoming import Becoming, carried, ended_book, problems
from desktop.rules.office_names import Papers
from tests.rules.agencies import EVE, REFORM, an_agency

BOOK = AgencyBook(agencies=tuple(an_agency(one) for one in "orxyz"))
PAPERS = Papers(issuer_lines=("U", "L"), place="P", symbol="S")


def became(**changes: Any) -> Becoming:
    """Return `o` becoming `new` below `head`, reporting to `above` instead of `r`."""
    values: dict[str, Any] = {
        "before": AgencyId("o"),
        "recipient_before": AgencyId("r"),
        "day": REFORM,
        "office": an_agency("new", valid_from=REFORM, parent="head"),
        "superior": an_agency("head", valid_from=REFORM),
        "recipient": an_agency("above", valid_from=REFORM),
        "merged": ("x",),
        "ended": ("y",),
        "papers": PAPERS,
    }
    return Becoming(**(values | changes))


def a_plan(key: str, issuer: str, **changes: Any) -> Plan:
    values: dict[str, Any] = {
        "id": PlanId(key),
        "document_type": "",
        "title": "",
        "issuer": AgencyId(issuer),
        "territory": "",
        "first_day": dt.date(2023, 1, 1),
        "last_day": dt.date(2028, 12, 31),
    }
    return Plan(**(values | changes))


def test_each_has_its_heir() -> None:
    assert became().heirs == {"o": "new", "x": "head", "r": "above"}
    assert became(superior=None).heirs[AgencyId("x")] == "new"
    assert "r" not in became(recipient_follows=False).heirs
    assert "r" not in became(recipient=an_agency("r")).heirs


def test_what_happened_is_told_by_its_kind() -> None:
    told = {
        (one.kind, one.predecessors) for one in became(merged=("x", "z")).happened()
    }
    assert told == {
        (SuccessionKind.REPLACED, ("o",)),
        (SuccessionKind.MERGED, ("x", "z")),
        (SuccessionKind.REPLACED, ("r",)),
        (SuccessionKind.DISSOLVED, ("y",)),
    }


def test_an_heir_that_was_there_merges_with_those_it_takes_in() -> None:
    (merged,) = (
        one
        for one in became(superior=an_agency("z")).happened()
        if one.kind is SuccessionKind.MERGED
    )
    assert (merged.predecessors, merged.successors) == (("x", "z"), ("z",))


def test_open_plans_of_whoever_ends_are_carried_on() -> None:
    plans = (
        a_plan("own", "o"),
        a_plan("of-merged", "x"),
        a_plan("of-ended", "y"),
        a_plan("of-others", "z"),
        a_plan("of-recipient", "r"),
        a_plan("closed", "o", state=PlanState.CLOSED),
        a_plan("past", "o", last_day=EVE),
        a_plan("carried", "z", carried_by=AgencyId("o")),
    )
    found = {str(one.id): one.carried_by for one in carried(plans, became())}
    assert found == {
        "own": "head",
        "of-merged": "head",
        "of-ended": "head",
        "of-recipient": "above",
        "carried": "head",
    }


def test_whoever_ends_does_so_on_the_eve() -> None:
    after = {one.id: one.valid_to for one in ended_book(became(), BOOK).agencies}
    assert after == {"o": EVE, "r": EVE, "x": EVE, "y": EVE, "z": None}


def test_nothing_is_wrong_with_what_can_be() -> None:
    assert problems(became(), BOOK, a_plan("p", "o")) == ()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"day": dt.date(2023, 1, 1)}, "day", "not_after"),
        ({"ended": ("x",)}, "ended", "two_fates"),
        ({"ended": ("o",)}, "ended", "own_office_ends"),
        ({"recipient": an_agency("y")}, "recipient", "recipient_ends"),
        ({"superior": an_agency("y")}, "superior", "superior_ends"),
        ({"office": an_agency("o")}, "office", "same_office"),
        ({"office": an_agency("n", name="z")}, "office", "agency_same_name"),
        ({"merged": ("gone",)}, "predecessors", "unknown_agency"),
        ({"papers": Papers()}, "symbol", "missing"),
    ],
)
def test_what_cannot_be_is_told_of_its_field(
    changes: dict[str, Any], field: str, code: str
) -> None:
    found = problems(became(**changes), BOOK, a_plan("p", "o"))
    assert (field, code) in {(one.field, one.code) for one in found if one.blocking}
