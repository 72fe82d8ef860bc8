"""What runs our tests on Windows is pinned, and names tests that there are."""

from tests.house.source import ROOT
from tests.windows import leaving_out
from windows import wheels

PACKAGING = ROOT / "packaging"


def test_the_versions_are_those_of_every_other_run() -> None:
    told = (PACKAGING / "lock-dev.txt").read_text("utf-8").splitlines()
    pinned = {line.partition(" ;")[0] for line in told}
    tests = wheels.read_lock(PACKAGING / "windows" / "lock-tests.txt")
    assert {f"{pin.name}=={pin.version}" for pin in tests} <= pinned
    assert {pin.name for pin in tests} >= {"pytest", "hypothesis"}


def test_every_test_chosen_or_left_out_is_there() -> None:
    for path in leaving_out.selected():
        assert (ROOT / path).exists(), path
    for name in (test for one in leaving_out.reasons() for test in one.tests):
        path, _, test = name.partition("[")[0].partition("::")
        words = test.removesuffix("::runTest").replace("Test", "")
        assert words in (ROOT / path).read_text("utf-8"), name


def test_nothing_is_left_out_twice_or_without_a_reason() -> None:
    names = [test for one in leaving_out.reasons() for test in one.tests]
    assert len(names) == len(set(names))
    assert all(len(one.why.split()) > 5 for one in leaving_out.reasons())
