"""Run Windows programs on Linux, in a Windows folder of their own."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDERS = (Path("/usr/lib/wine"), Path("/usr/lib/x86_64-linux-gnu/wine"))
"""Where distributions lay what they do not put on the PATH."""
OVERRIDES = "mscoree=;mshtml=;winemenubuilder.exe=d;winedbg.exe=d;bcryptprimitives=n"
"""No .NET nor browser is fetched, no menu written into the Linux user's home, nobody
waits to look at a crash; the last library is ours, below."""
RANDOM_DLL = """\
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T many) {
  return SystemFunction036(to, (ULONG)many);
}
"""
"""Gives random bytes as Windows 10 does; this wine has no such library."""
RANDOM_LIBRARY = "bcryptprimitives.dll"
PATIENCE = 120
"""Seconds after which a program is taken to hang."""
SHORT_WHILE = 0.2
"""Seconds between two looks whether a program has ended."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a Windows program left."""

    code: int
    said: str


class Prefix:
    """A Windows of its own: drive C:, registry and processes below one folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; nothing is made yet."""
        self.folder = folder.resolve()

    def make(self) -> None:
        """Make it afresh, as a Windows 10 of 64 bits."""
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run("wineboot", "-i")
        self.settle()
        self._leave_linux_home()
        self.be_windows("win10")
        system = self.folder / "drive_c" / "windows" / "system32"
        build_random_library(system / RANDOM_LIBRARY)

    def _leave_linux_home(self) -> None:
        """Give users folders of their own for what wine lays into the Linux home."""
        for link in (self.folder / "drive_c" / "users").glob("*/*"):
            if link.is_symlink():
                link.unlink()
                link.mkdir()

    def be_windows(self, version: str) -> None:
        """Claim to be another Windows, as `win10` or `win81`."""
        self.run("winecfg", "-v", version)
        self.settle()

    def run(
        self,
        *words: str,
        patience: float = PATIENCE,
        folder: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> Done:
        """Run a program to its end.

        Raises:
            subprocess.TimeoutExpired: It did not end in time, and was ended.
        """
        running = self.start(*words, folder=folder, variables=variables)
        try:
            said = until_ended(running, patience)
        except subprocess.TimeoutExpired:
            self.end()
            raise
        finally:
            stop(running)
        return Done(running.returncode, said.decode("utf-8", "replace"))

    def start(
        self,
        *words: str,
        folder: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start a program and let it run; its words come through a pipe.

        A pipe, because Python for Windows finds no standard streams where a file is.
        """
        return subprocess.Popen(
            [str(tool("wine64")), *words],
            cwd=folder or self.folder,
            env={**self.variables(), **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def variables(self) -> dict[str, str]:
        """Return the variables that every program of this Windows gets."""
        kept = ("PATH", "HOME", "USER", "LOGNAME", "DISPLAY", "XAUTHORITY", "TMPDIR")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "WINEPREFIX": str(self.folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": OVERRIDES,
            "LC_ALL": "C.UTF-8",  # else Vietnamese arguments arrive garbled
        }

    def settle(self) -> None:
        """Wait until no program runs and the registry is written down."""
        self._server("-w")

    def end(self) -> None:
        """End every program of this Windows, and of no other."""
        if self.folder.is_dir():
            self._server("-k")

    def _server(self, option: str) -> None:
        subprocess.run(
            [str(tool("wineserver64")), option],
            env=self.variables(),
            timeout=PATIENCE,
            check=False,
        )

    # --- its files and its registry ---------------------------------------------

    def lead(self, letter: str, folder: Path) -> None:
        """Let a drive letter stand for a folder of Linux, or for another one."""
        link = self.folder / "dosdevices" / f"{letter.lower()}:"
        link.unlink(missing_ok=True)
        link.symlink_to(folder.resolve())

    def path(self, windows: str) -> Path:
        r"""Return where Linux has a path such as `C:\So` of this Windows."""
        named = PureWindowsPath(windows)
        drive = self.folder / "dosdevices" / named.drive.lower()
        return drive.resolve().joinpath(*named.parts[1:])

    def variable(self, name: str) -> str:
        """Return what a variable of this Windows stands for."""
        return self.run("cmd", "/c", f"echo %{name}%").said.strip()

    def files(self) -> frozenset[str]:
        """List all files and folders of drive C:, with forward slashes."""
        drive = self.folder / "drive_c"
        return frozenset(
            str(PurePosixPath(path.relative_to(drive))) for path in walk(drive)
        )

    def registry(self, hive: str) -> dict[str, dict[str, str]]:
        """Read a written hive, `user` or `system`: keys, and in them names and values.

        The name of what a key itself says is `@`.
        """
        self.settle()
        text = (self.folder / f"{hive}.reg").read_text("utf-8", "replace")
        return dict(parsed(text.replace("\\\n", "")))


def until_ended(running: subprocess.Popen[bytes], patience: float) -> bytes:
    """Return what a program says until it ends.

    The pipe's own end is not waited for: what wine starts beside it keeps that open.

    Raises:
        subprocess.TimeoutExpired: It did not end in time.
    """
    last, said = time.monotonic() + patience, b""
    while running.poll() is None:
        said += at_hand(running, SHORT_WHILE)
        if time.monotonic() > last:
            raise subprocess.TimeoutExpired(running.args, patience, said)
    while piece := at_hand(running, 0):
        said += piece
    return said


def at_hand(running: subprocess.Popen[bytes], wait: float) -> bytes:
    """Return what a program has said and nobody read yet; wait so many seconds."""
    if running.stdout is None or not select.select([running.stdout], [], [], wait)[0]:
        return b""
    said = os.read(running.stdout.fileno(), 1 << 16)
    if not said:  # it closed its output, and runs on
        time.sleep(wait)
    return said


def stop(running: subprocess.Popen[bytes]) -> None:
    """End a program, if it still runs, and let go of what it says."""
    running.kill()
    running.wait()
    if running.stdout:
        running.stdout.close()


def tool(name: str) -> Path:
    """Find a program of wine.

    Raises:
        FileNotFoundError: It is not installed.
    """
    found = shutil.which(name)
    places = [Path(found)] if found else []
    places += [folder / name for folder in FOLDERS if (folder / name).is_file()]
    if not places:
        raise FileNotFoundError(name)
    return places[0]


def build_random_library(target: Path) -> None:
    """Compile the one library that programs ask of Windows 10 and wine lacks."""
    source = target.with_suffix(".c")
    source.write_text(RANDOM_DLL, "ascii")
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s"]
    words = [*compiler, "-o", str(target), str(source), "-ladvapi32"]
    subprocess.run(words, check=True)
    source.unlink()


def walk(folder: Path) -> Iterator[Path]:
    """Yield what lies below a folder, not what its links lead to."""
    for path in folder.iterdir():
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from walk(path)


def parsed(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the keys of a hive as wine writes it, without the times of their change."""
    for block in text.split("\n[")[1:]:
        head, *lines = block.splitlines()
        key = unescaped(head.rpartition("]")[0])
        values = {}
        for line in lines:
            name, equals, value = line.partition("=")
            if equals and not line.startswith("#"):
                values[unescaped(unquoted(name))] = unescaped(unquoted(value))
        yield key, values


def unquoted(text: str) -> str:
    """Return a text without the quotes around it, if there are any."""
    return text.removeprefix('"').removesuffix('"')


def unescaped(text: str) -> str:
    r"""Return what wine wrote with `\\`, `\"` and `\x1ed5`."""
    parts = text.split("\\\\")
    return "\\".join(_letters(part.replace('\\"', '"')) for part in parts)


def _letters(text: str) -> str:
    first, *rest = text.split("\\x")
    return first + "".join(_letter(part) for part in rest)


def _letter(part: str) -> str:
    digits = 0
    while digits < min(4, len(part)) and part[digits] in "0123456789abcdef":
        digits += 1
    return chr(int(part[:digits], 16)) + part[digits:]
