"""Fetch the libraries for Windows by the hashed lock, and unpack them."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from windows import fetching
from windows.hashes import sha256_of
from windows.refusals import BuildError, refuse_any

LOCK = Path(__file__).with_name("lock.txt")
_LINE = re.compile(r"([\w.-]+)==([\w.]+) --hash=sha256:([0-9a-f]{64})")
_HEAD = """\
# The wheels for Windows of what packaging/lock.txt pins, each by its SHA-256.
# Written by: python3 packaging/build_windows.py --renew-lock
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One library in one exact file."""

    name: str
    version: str
    sha256: str

    @property
    def line(self) -> str:
        """Give the requirement as pip reads it."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


def read_lock(lock: Path = LOCK) -> list[Pin]:
    """Read the pins; a line without a hash is refused.

    Raises:
        BuildError: A line is no exact version with one SHA-256.
    """
    pins = []
    for line in lock.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        read = _LINE.fullmatch(line)
        if read is None:
            raise BuildError(f"{lock.name}: dòng không ghim bằng mã băm: {line}")
        pins.append(Pin(name=read[1], version=read[2], sha256=read[3]))
    return pins


def fetch(pins: list[Pin], folder: Path) -> list[Path]:
    """Return the wheel of each pin, fetching those the folder does not have yet.

    Raises:
        BuildError: A wheel cannot be had with exactly the pinned content.
    """
    missing = [pin.line for pin in pins if pin.sha256 not in _by_hash(folder)]
    if missing:
        fetching.download(missing, folder, fetching.FOR_WINDOWS)
    have = _by_hash(folder)
    refuse_any(
        "Các gói không có tệp đúng mã băm đã ghim",
        [pin.line for pin in pins if pin.sha256 not in have],
    )
    return [have[pin.sha256] for pin in pins]


def _by_hash(folder: Path) -> dict[str, Path]:
    """Know the wheels of a folder by what they hold, whatever they are called."""
    return {sha256_of(path): path for path in sorted(folder.glob("*.whl"))}


def unpack(wheels: list[Path], lib: Path) -> None:
    """Lay the wheels' modules into one folder; scripts and headers are left out."""
    lib.mkdir(parents=True)
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                inside = _place(name)
                if inside is not None:
                    _write(archive.read(name), lib / inside, wheel.name)


def _place(name: str) -> PurePosixPath | None:
    """Tell where a member of a wheel is installed, None where it is not wanted."""
    path = PurePosixPath(name)
    if name.endswith("/"):
        return None
    if path.is_absolute() or ".." in path.parts:
        raise BuildError(f"Gói thư viện có đường dẫn lạ: {name}")
    if not path.parts[0].endswith(".data"):
        return path
    if path.parts[1] in {"purelib", "platlib"}:
        return PurePosixPath(*path.parts[2:])
    return None


def _write(content: bytes, path: Path, wheel: str) -> None:
    """Write one file; two wheels must not bring different ones for one place."""
    if path.exists() and path.read_bytes() != content:
        raise BuildError(f"{wheel} ghi đè {path.name} của một gói khác.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def renew_lock(program_lock: Path, folder: Path, lock: Path = LOCK) -> None:
    """Write the lock anew from the program's own, with what the registry offers now."""
    lines = program_lock.read_text("utf-8").splitlines()
    wanted = [line.partition(" ;")[0] for line in lines if not line.startswith("#")]
    fetching.download_unpinned(wanted, folder)
    found = {_key(path): path for path in sorted(folder.glob("*.whl"))}
    text = []
    for line in wanted:
        name, _, version = line.partition("==")
        wheel = found[re.sub(r"[-_.]+", "_", name).lower(), version]
        text.append(f"{line} --hash=sha256:{sha256_of(wheel)}")
    lock.write_text(_HEAD + "\n".join(text) + "\n", "utf-8")


def _key(wheel: Path) -> tuple[str, str]:
    """Read name and version out of a wheel's file name."""
    name, version, *_ = wheel.name.split("-")
    return re.sub(r"[-_.]+", "_", name).lower(), version
