"""Everything the program needs works where the tests run, and nothing is left."""

import json

import desktop
from desktop import paths
from desktop.operations.self_testing.running import self_test
from desktop.operations.self_testing.told import as_json
from desktop.operations.self_testing.trying import Probe
from desktop.progress import Step


def test_everything_works_where_the_tests_run_and_nothing_is_left() -> None:
    before = sorted(paths.user_folder().rglob("*"))
    steps: list[Step] = []
    found = self_test([Probe("more", lambda: "seen")], steps.append).value
    assert [(one.name, one.detail) for one in found.failed] == []
    assert found.checks[-1].name == "more"
    assert {one.stage for one in steps} == {"self_testing"}
    assert steps[-1].total == len(found.checks) == len(steps)
    assert sorted(paths.user_folder().rglob("*")) == before
    versions = dict(found.versions)
    assert versions["program"] == desktop.__version__
    assert all(versions.values())
    assert json.loads(as_json(found))["ok"] is True
