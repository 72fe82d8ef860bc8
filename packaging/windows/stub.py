"""Make a stage without Python, to try launchers and installer within seconds."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from windows import launcher, runtime, stage
from windows.refusals import BuildError

if TYPE_CHECKING:
    from windows.stage import Checkout

SOURCE = Path(__file__).with_name("stub.c")
FOLDERS = ("app/desktop", "lib/PySide6", "LICENSES")
"""Where the launchers look before they start anything, and one more."""


def make(folder: Path, checkout: Checkout, work: Path) -> Path:
    """Assemble the launchers and a library that only pretends; return the icon."""
    python = runtime.read()
    for name in FOLDERS:
        (folder / name).mkdir(parents=True)
        (folder / name / "rong.txt").write_bytes(b"")
    (folder / "runtime").mkdir()
    library = folder / "runtime" / f"{python.library}.dll"
    words = ["-std=c11", "-Os", "-s", "-shared", "-Wall", "-Wextra", "-Werror"]
    words += ["-Wl,--no-insert-timestamp", "-o", str(library), str(SOURCE)]
    if subprocess.run([f"{launcher.PREFIX}gcc", *words], check=False).returncode:
        raise BuildError("Không dựng được thư viện rỗng.")
    (folder / stage.CHANGES).write_bytes((checkout.root / "CHANGELOG.md").read_bytes())
    icon = stage.lay_launchers(checkout, python, folder, work)
    stage.write_version(folder, checkout, python, [])
    return icon
