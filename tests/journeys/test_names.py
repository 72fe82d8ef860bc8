"""Whoever hears the screen is told every place, form and dialog by name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from desktop import paths
from tests.cli.practice import Practice

AT_LEAST = 100
"""Places, sheets, forms and dialogs: fewer, and something was not shown."""
PATIENCE = 900
"""Seconds; a dialog nobody expected stands until somebody answers it."""


def test_every_widget_that_takes_the_focus_has_a_name(
    demonstration: Practice, tmp_path: Path
) -> None:
    folder = shutil.copytree(demonstration.folder, tmp_path / "mẫu")
    (office,) = (folder / "van-phong").glob("*.stt")
    words = ["-m", "tests.journeys.naming", str(office), str(tmp_path / "nha")]
    done = subprocess.run(
        [sys.executable, *words],
        cwd=paths.ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    said = done.stdout.splitlines()
    assert done.returncode == 0, "\n".join((*said, done.stderr[-2_000:]))
    assert int(said[-1].split()[0]) >= AT_LEAST
