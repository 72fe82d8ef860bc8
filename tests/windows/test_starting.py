"""The window is there almost as soon as any window of Qt's."""

import sys

import pytest

from tests.windows.built import Built
from tests.windows.pc import Computer
from tests.windows.starting import measured

MOST = 1.2
"""Times what a bare window takes."""


def test_the_window_shows_almost_as_soon_as_a_bare_one(
    built: Built, pc: Computer, capsys: pytest.CaptureFixture[str]
) -> None:
    starts = measured(pc.prefix, built.stage)
    with capsys.disabled():
        sys.stdout.write(f"\nstart to first paint / bare window: {starts}\n")
    assert starts.ratio <= MOST, str(starts)
