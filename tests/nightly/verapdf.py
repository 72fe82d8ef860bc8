"""Ask veraPDF whether files are PDF/A-3u; `packaging/archive-checks.md` tells how."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from desktop.paths import ROOT

_ENGINE: Final = ROOT / ".cache" / "verapdf" / "verapdf.jar"
"""Fetched by `dev.py nightly`."""
_CHECK: Final = ROOT / "packaging" / "ArchiveCheck.java"
_JAVA: Final = Path("/usr/share/java")
_JAXB: Final = (
    *("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime"),
    *("javax.activation", "txw2", "relaxngDatatype", "FastInfoset", "stax-ex"),
)
"""What the engine asks for and its archive lacks."""
_PATIENCE: Final = 300.0


def faults(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return by name what is wrong with each file: nothing, where it conforms."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    needed = [_ENGINE, *(_JAVA / f"{name}.jar" for name in _JAXB)]
    words = ("java", "-cp", ":".join(map(str, needed)), str(_CHECK), *files)
    done = subprocess.run(
        words,
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    )
    return _read(done.stdout, done.stderr)


def _read(said: str, wrong: str) -> dict[str, list[str]]:
    """Group the lines below each file's verdict."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in said.splitlines():
        verdict, _, rest = line.partition(" ")
        if verdict in ("PASS", "FAIL"):
            name = rest.rpartition(", ")[0]
            found[name] = [] if verdict == "PASS" else [line]
        else:
            found.setdefault(name, []).append(line)
    assert found, wrong[-2000:]
    return found
