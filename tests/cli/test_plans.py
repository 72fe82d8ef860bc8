"""Plans on the command line: what ships, what is here, which one is worked by."""

from pathlib import Path

import pytest

from desktop.files.plans import plan_names
from tests import builders
from tests.cli.saying import Say, fault

OTHER = next(one.name for one in plan_names() if one.name != builders.PLAN)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return builders.an_office(tmp_path / "so.stt")


def test_without_an_office_the_plans_that_ship_are_told(say: Say) -> None:
    told = say("plans", "list", "--json")
    assert told.code == 0
    shipped = {one["name"]: one for one in told.data["shipped"]}
    assert set(shipped) == {one.name for one in plan_names()}
    assert all(one["issuer"] and not one["here"] for one in shipped.values())
    plain = say("plans", "list").out
    assert all(name in plain for name in shipped)


def test_a_plan_is_added_chosen_and_the_other_closed(say: Say, office: Path) -> None:
    added = say("plans", "add", office, OTHER, "--json")
    assert added.code == 0
    assert added.data["plan"]["name"] == OTHER
    assert added.data["agencies_added"] > 0
    assert say("plans", "choose", office, OTHER).code == 0
    assert say("plans", "close", office, builders.PLAN).out.startswith("Đã đóng: ")
    listed = say("plans", "list", office, "--json").data
    here = {one["name"]: one for one in listed["plans"]}
    assert (here[OTHER]["chosen"], here[builders.PLAN]["state"]) == (True, "closed")
    assert {one["name"] for one in listed["shipped"] if one["here"]} == set(here)
    assert "đang chọn" in say("plans", "list", office).out
    reopened = say("plans", "close", office, builders.PLAN, "--reopen", "--json")
    assert reopened.data["plan"]["state"] == "in_force"


def test_each_step_can_be_undone(say: Say, office: Path) -> None:
    before = say("plans", "list", office, "--json").data["plans"]
    say("plans", "add", office, OTHER)
    say("plans", "choose", office, OTHER)
    assert say("undo", office).code == 0
    assert say("undo", office).code == 0
    assert say("plans", "list", office, "--json").data["plans"] == before


def test_what_cannot_be_is_told_in_four_lines(say: Say, office: Path) -> None:
    fault(
        say, "plans", "add", office, builders.PLAN, kind="ConflictError",
        reason="plan_here",
    )  # fmt: skip
    fault(
        say, "plans", "close", office, builders.PLAN, kind="ConflictError",
        reason="plan_chosen",
    )  # fmt: skip
    error = fault(say, "plans", "choose", office, "none", kind="UnknownNameError")
    assert builders.PLAN in error["why"]
