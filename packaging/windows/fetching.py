"""Let pip fetch what is pinned by hash, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from windows.refusals import BuildError

_QUIET = ("--no-deps", "--no-input", "--quiet", "--disable-pip-version-check")
FOR_WINDOWS = (
    *("--only-binary", ":all:", "--platform", "win_amd64"),
    *("--python-version", "3.13", "--implementation", "cp"),
)
"""Options of pip by which it fetches for the PCs of the users, not for this machine."""
SOURCE = ("--no-binary", ":all:", "--no-build-isolation")
"""Options of pip for a source package; what reads its name comes from tools.txt."""


def download(lines: list[str], folder: Path, options: tuple[str, ...]) -> None:
    """Fetch the requirements into a folder; every line must carry its hash.

    Raises:
        BuildError: pip found no such file, or one with another hash.
    """
    _pip_download(lines, folder, ("--require-hashes", *options))


def download_unpinned(lines: list[str], folder: Path) -> None:
    """Fetch exact versions for Windows whose hashes are still to be written down."""
    _pip_download(lines, folder, FOR_WINDOWS)


def _pip_download(lines: list[str], folder: Path, options: tuple[str, ...]) -> None:
    """Run pip; raise BuildError when it fails."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        asked = Path(temporary, "asked.txt")
        asked.write_text("\n".join(lines) + "\n", "utf-8")
        command = [sys.executable, "-m", "pip", "download", *_QUIET, *options]
        command += ["--dest", str(folder), "--requirement", str(asked)]
        if subprocess.run(command, check=False).returncode:
            raise BuildError(
                "Không tải được các gói đã ghim: xem dòng lỗi ở trên. Cần mạng tới\n"
                "kho thư viện Python, hoặc thư mục chứa sẵn: đặt PIP_FIND_LINKS."
            )
