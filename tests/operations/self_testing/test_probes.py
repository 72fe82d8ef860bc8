"""What is tried has a name of its own, told in Vietnamese."""

from desktop.operations.self_testing.bench import Bench
from desktop.operations.self_testing.probes import probes
from desktop.records.self_test import Trial
from desktop.wording.self_test import check_name


def test_each_has_its_own_name_and_words() -> None:
    names = [one.name for one in probes(Bench())]
    assert len(set(names)) == len(names)
    told = [check_name(Trial(name=one, ok=True, took_ms=0, detail="")) for one in names]
    assert not set(told) & set(names)


def test_naming_them_makes_nothing() -> None:
    bench = Bench()
    probes(bench)
    assert set(vars(bench)) == {"_exit", "now"}
