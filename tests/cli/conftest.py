"""What tests of the command line share: a speaker, and copies of a practice run."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.practice import Practice
from tests.cli.saying import Say, speaker


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a verb and take down what it says."""
    return speaker(capsys)


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
