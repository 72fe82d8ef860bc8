"""The program's own tests pass on the Python for Windows that is shipped."""

import sys

import pytest

from tests.windows import own_suite
from tests.windows.built import Built
from tests.windows.conftest import CACHE
from tests.windows.pc import Computer


def test_the_programs_own_tests_pass_there(
    built: Built, pc: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    python = own_suite.prepare(built.stage, CACHE / "suite", CACHE / "test-wheels")
    ran = own_suite.run(pc.prefix, python)
    with capsys.disabled():
        sys.stdout.write(f"\n{ran.said}")  # how many passed; what was left out, and why
    assert ran.code == 0, ran.said
    assert "skipped" not in ran.counts, ran.said
    assert ran.counts["passed"] > own_suite.AT_LEAST
