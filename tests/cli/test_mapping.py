"""Names of a sender's are settled once from the command line, and never asked again."""

import shutil
from pathlib import Path

import pytest

from desktop.records.exchange_entries import Entries
from tests.builders import PLAN
from tests.cli.saying import Say, fault
from tests.operations.intake.own_plan import GOAL, OWN_PLAN, by_own_plan
from tests.operations.intake.sent_packages import COMMUNE, OTHER, a_package

PLAN_ASKED = f"plan:{OWN_PLAN}"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sent(tmp_path_factory, by_own_plan(COMMUNE))


def sent(factory: pytest.TempPathFactory, entries: Entries) -> Path:
    """Make a package nobody sealed, of a unit with a plan of its own."""
    return a_package(factory.mktemp("goi"), entries, None)


def test_a_plan_then_its_tasks_and_targets_are_settled_once_for_all_its_units(
    first: Path, tmp_path_factory: pytest.TempPathFactory, office: Path, say: Say
) -> None:
    asked = say("mapping", "set", office, first, "--json")
    assert asked.code == 1
    (plan,) = asked.data["unmapped"]
    assert (plan["kind"], plan["theirs"]) == ("plan", OWN_PLAN)
    assert (asked.data["settled"], plan["may_be_none"]) == (0, True)
    (file,) = say("intake", "look", office, first, "--json").data["files"]
    assert file["sorting"] == "to_map"

    told = say("mapping", "set", office, first, "--as", f"{PLAN_ASKED}={PLAN}")
    assert told.code == 1
    assert "Đã ghi 1 tên." in told.out
    assert f"task:{OWN_PLAN}/9: Nhiệm vụ “9 Việc chỉ các xã này làm”" in told.out
    last = say(
        *("mapping", "set", office, first, "--as", f"task:{OWN_PLAN}/9="),
        *("--as", f"goal:{OWN_PLAN}/C1={GOAL}"),
    )
    assert (last.code, last.out.splitlines()[-1]) == (
        0,
        "Không còn tên nào phải đối chiếu.",
    )
    second = sent(tmp_path_factory, by_own_plan(OTHER))
    (other,) = say("intake", "look", office, second, "--json").data["files"]
    assert other["sorting"] == "ready"

    kept = say("mapping", "list", office, "--json").data["mappings"]
    assert {one["theirs"]: one["ours"] for one in kept} == {
        OWN_PLAN: PLAN,
        f"{OWN_PLAN}/9": None,
        f"{OWN_PLAN}/C1": GOAL,
    }
    assert "= không có ở đây" in say("mapping", "list", office).out


def test_what_nobody_asks_and_what_is_not_here_is_refused(
    first: Path, office: Path, tmp_path: Path, say: Say
) -> None:
    own = Path(shutil.copy(office, tmp_path / "own.stt"))
    words = ("mapping", "set", own, first, "--as")
    error = fault(say, *words, "plan:khac=x", kind="UsageError")
    assert "plan:khac" in error["why"]
    assert PLAN_ASKED in error["why"]
    fault(say, *words, f"{PLAN_ASKED}=khong-co", kind="UnknownNameError")
    assert say("mapping", "list", own).out == "Chưa đối chiếu tên nào.\n"
