"""Pack libraries that are nothing but modules into one archive Python imports from.

A thousand small files cost room on the disk, seconds of installing and a look of the
virus scanner each; none of these libraries is needed before the window is painted.
"""

from __future__ import annotations

import shutil
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ARCHIVE = "thu-vien.zip"
_MOMENT = (1980, 1, 1, 0, 0, 0)


def pack(lib: Path, unpacked: tuple[str, ...]) -> list[str]:
    """Move pure libraries into the archive; return their names.

    Args:
        lib: The folder of libraries, all compiled.
        unpacked: Names of libraries that stay as they are, because each start of the
            program imports them and would read the archive for that.
    """
    chosen = [
        path
        for path in sorted(lib.iterdir())
        if path.stem not in unpacked and is_pure(path)
    ]
    write_archive(
        lib / ARCHIVE,
        {
            module.relative_to(lib).as_posix(): module.read_bytes()
            for path in chosen
            for module in _modules(path)
        },
    )
    for path in chosen:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return [path.stem for path in chosen]


def write_archive(path: Path, members: Mapping[str, bytes]) -> None:
    """Write an archive of modules, the same bytes for the same members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content, compresslevel=9)


def is_pure(path: Path) -> bool:
    """Tell whether a library is compiled modules alone, without data or DLLs."""
    if path.is_file():
        return path.suffix == ".pyc"
    return (path / "__init__.pyc").is_file() and all(
        each.suffix == ".pyc" for each in path.rglob("*") if each.is_file()
    )


def _modules(path: Path) -> list[Path]:
    """List the modules of a library, sorted."""
    return sorted(path.rglob("*.pyc")) if path.is_dir() else [path]
