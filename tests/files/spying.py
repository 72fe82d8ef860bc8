"""A module between the program and SoftHSM that writes down what is asked of it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.files import softhsm

# No headers and no library but what Python has loaded: the compiler alone is enough.
COMPILE = ("gcc", "-std=gnu89", "-shared", "-fPIC", "-O1", "-w", "-nostdlib")
SOURCE = Path(__file__).with_name("spy_module.c")


@cache
def built() -> Path:
    """Compile the module once for all tests of this process."""
    made = Path(mkdtemp(prefix="spy-")) / "libspy.so"
    subprocess.run(
        [*COMPILE, "-o", str(made), str(SOURCE)],
        check=True,
        capture_output=True,
    )
    return made


class Spy:
    """The module, and the log of what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.module = built()
        self.log = folder / "spy.log"

    def asked(self, name: str) -> int:
        """Return how often a function was called."""
        if not self.log.exists():
            return 0
        return self.log.read_text("utf-8").splitlines().count(name)


@contextmanager
def spy(folder: Path, deeds: str = "", *, after: int | None = None) -> Iterator[Spy]:
    """Give the module to helpers started within; `deeds` as `spy_module.c` says.

    `after`: it makes so many signatures first.
    """
    made = Spy(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPY_MODULE", str(softhsm.module()))
        patch.setenv("SPY_LOG", str(made.log))
        patch.setenv("SPY_DO", deeds)
        if after is not None:
            patch.setenv("SPY_AFTER", str(after))
        yield made
