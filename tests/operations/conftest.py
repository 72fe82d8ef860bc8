"""A desk for each test, copied from one that was laid out once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operations.desk import Desk, lay_out, sit_down


@pytest.fixture(scope="session")
def desk_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out one desk, for every test to copy."""
    folder = tmp_path_factory.mktemp("desk")
    lay_out(folder)
    return folder


@pytest.fixture
def desk(desk_pattern: Path, tmp_path: Path) -> Iterator[Desk]:
    """Give a test its own desk: a report that was exported and not yet signed."""
    folder = Path(shutil.copytree(desk_pattern, tmp_path / "desk"))
    found = sit_down(folder)
    yield found
    found.store.close()
