"""Compile every module with the very Python that is shipped, for Windows.

What is compiled is not checked against its source at each start, so nothing is ever
written into the program's folder, and what removes it finds just what was laid there.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from windows.refusals import BuildError, refuse_any

if TYPE_CHECKING:
    from windows.runtime import Runtime

SCRIPT = Path(__file__).with_name("compile_all.py")
_HEADER = struct.Struct("<HHI")
_UNCHECKED_HASH = 0b01
"""Flags of PEP 552: known by the hash of its source, which is not looked at."""

Runner = Callable[[list[str], Path], None]
"""What runs a Windows program with its words, in a folder; raises when it fails."""


def compile_modules(stage: Path, runtime: Runtime, work: Path, run: Runner) -> None:
    """Put a .pyc in the place of each .py below lib/ and app/.

    Raises:
        BuildError: A module was left uncompiled, or compiled for another Python.
    """
    python = work / "python"
    shutil.rmtree(python, ignore_errors=True)
    shutil.copytree(stage / "runtime", python)
    # Without this file the interpreter heeds no path but its own archive's.
    (python / f"{runtime.library}._pth").write_text(f"{runtime.library}.zip\n", "ascii")
    sources = sorted([*stage.glob("lib/**/*.py"), *stage.glob("app/**/*.py")])
    run([str(python / "python.exe"), str(SCRIPT)], stage)
    left = [path for path in sources if not path.with_suffix(".pyc").is_file()]
    refuse_any(
        "Không biên dịch được",
        [path.relative_to(stage).as_posix() for path in left],
    )
    for path in sources:
        check(path.with_suffix(".pyc"), runtime)
        path.unlink()


def check(compiled: Path, runtime: Runtime) -> None:
    """Raise BuildError unless a file is unchecked bytecode of the shipped Python."""
    magic, _, flags = _HEADER.unpack_from(compiled.read_bytes())
    if (magic, flags) != (runtime.magic, _UNCHECKED_HASH):
        raise BuildError(f"{compiled.name}: không phải mã của Python {runtime.version}")
