"""Hand signed files to LibreOffice, and read what it says of their signatures."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.files.pki import pki

NOT_SHOWN, NONE, BROKEN, PARTIAL, PARTIAL_UNVALIDATED = -1, 0, 2, 5, 6
"""What the window shows; of a PDF nothing, for it takes Draw to open.

Every good workbook is `PARTIAL`, Excel's own too: it counts as partly signed because
properties are left out.
"""

_SCRIPT: Final = Path(__file__).with_name("office_script.py")
_PATIENCE: Final = 180.0
_OF_THE_SYSTEM: Final = ("/usr/bin/python3", "/usr/local/bin/python3", sys.executable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What LibreOffice says of one file."""

    valid: tuple[bool, ...]
    """Whether each signature holds."""
    certificates: tuple[int, ...]
    """0 for a certificate that leads to a trusted root, 1 for one that does not."""
    state: int


@cache
def bridged_python() -> str:
    """Return a Python that knows LibreOffice's bridge; it is the system's own."""
    for one in _OF_THE_SYSTEM:
        tried = subprocess.run([one, "-c", "import uno"], check=False, env=_plain())
        if tried.returncode == 0:
            return one
    raise LookupError("python3-uno")


def _plain() -> dict[str, str]:
    """Return the environment without what points Python to our packages."""
    return {name: v for name, v in os.environ.items() if not name.startswith("PYTHON")}


def store(folder: Path) -> Path:
    """Make an NSS store that trusts the tests' root and knows who stands below."""
    made = folder / "nss"
    made.mkdir()
    (folder / "root.pem").write_bytes(pki().root.pem)
    (folder / "issuing.pem").write_bytes(pki().issuing.pem)
    certutil = ("certutil", "-d", f"sql:{made}")
    subprocess.run([*certutil, "-N", "--empty-password"], check=True)
    for name, trusted in (("root", "C,C,C"), ("issuing", ",")):
        given = ("-n", name, "-t", trusted, "-i", str(folder / f"{name}.pem"))
        subprocess.run([*certutil, "-A", *given], check=True)
    return made


def opinions(files: Mapping[str, bytes], folder: Path) -> dict[str, Opinion]:
    """Return what one LibreOffice, started for them, says of all files by name.

    Of those after a file that kills it nothing is said.
    """
    paths = []
    for name, data in files.items():
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    words = (bridged_python(), _SCRIPT, store(folder), folder / "user", *paths)
    done = subprocess.run(
        [str(word) for word in words],
        check=False,
        capture_output=True,
        text=True,
        env=_plain(),
        timeout=_PATIENCE,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["file"]: _opinion(one) for one in answers}


def _opinion(told: dict[str, Any]) -> Opinion:
    found = told["signatures"]
    return Opinion(
        valid=tuple(one["valid"] for one in found),
        certificates=tuple(one["certificate"] for one in found),
        state=told["state"],
    )
