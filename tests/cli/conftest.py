"""What tests of the command line share: a speaker, and one practice run."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.practice import SEED, Practice
from tests.cli.saying import Say, speaker


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a verb and take down what it says."""
    return speaker(capsys)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Practice:
    """Do the whole job once, as a program would ask for it, without a screen."""
    from tests.cli.practice import demonstrate

    folder = tmp_path_factory.mktemp("demo") / "thực hành"
    return Practice(folder=folder, data=demonstrate(folder, "--seed", SEED))


@pytest.fixture
def practice(demonstration: Practice, tmp_path: Path) -> Practice:
    """Give a test its own copy of all that the demonstration made."""
    folder = tmp_path / "practice"
    shutil.copytree(demonstration.folder, folder)
    text = json.dumps(demonstration.data, ensure_ascii=False)
    moved: dict[str, Any] = json.loads(
        text.replace(str(demonstration.folder), str(folder))
    )
    return Practice(folder=folder, data=moved)
