"""Keep of the unpacked parts what the program needs, by what each DLL imports."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from windows import packing
from windows.refusals import BuildError, refuse_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLE = Path(__file__).with_name("prune.toml")
BINARIES = {".dll", ".exe", ".pyd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What stays, what goes, and what Windows itself has."""

    qt: str
    """Folder of Qt below lib."""
    modules: tuple[str, ...]
    plugins: tuple[str, ...]
    keep: tuple[str, ...]
    drop_lib: tuple[str, ...]
    drop_runtime: tuple[str, ...]
    drop_archive: tuple[str, ...]
    unpacked: tuple[str, ...]
    """Libraries that are not packed into the archive."""
    search: tuple[str, ...]
    system: frozenset[str]
    """DLLs of Windows, in small letters."""
    limits: Mapping[str, int]
    """Bytes that may be taken."""


def read(table: Path = TABLE) -> Rules:
    """Read the rules."""
    told = tomllib.loads(table.read_text("utf-8"))
    return Rules(
        qt=told["qt"]["folder"],
        modules=tuple(told["qt"]["modules"]),
        plugins=tuple(told["qt"]["plugins"]),
        keep=tuple(told["qt"]["keep"]),
        drop_lib=tuple(told["drop"]["lib"]),
        drop_runtime=tuple(told["drop"]["runtime"]),
        drop_archive=tuple(told["drop"]["archive"]),
        unpacked=tuple(told["pack"]["unpacked"]),
        search=tuple(told["search"]["folders"]),
        system=frozenset(told["system"]["dlls"]),
        limits=told["limits"],
    )


# --- taking away -------------------------------------------------------------


def prune(stage: Path, rules: Rules) -> None:
    """Take away from runtime/ and lib/ what the program does not need.

    Raises:
        BuildError: A rule names what is not there: it was written for other wheels.
    """
    drop(stage / "lib", rules.drop_lib)
    drop(stage / "runtime", rules.drop_runtime)
    for archive in stage.glob("runtime/python*.zip"):
        drop_members(archive, rules.drop_archive)
    prune_qt(stage, rules)
    drop_strays(stage, rules)
    _drop_empty_folders(stage)


def drop(folder: Path, patterns: Iterable[str]) -> None:
    """Delete what the patterns find; one that finds nothing is a mistake.

    Raises:
        BuildError: A pattern finds no file.
    """
    idle = []
    for pattern in patterns:
        found = [path for path in _matching(folder, pattern) if path.is_file()]
        if not found:
            idle.append(pattern)
        for path in found:
            path.unlink()
    refuse_any(f"Mẫu trong prune.toml không khớp tệp nào của {folder.name}", idle)


def drop_members(path: Path, patterns: Iterable[str]) -> None:
    """Write an archive anew without the members that the patterns find.

    Raises:
        BuildError: A pattern finds no member.
    """
    with zipfile.ZipFile(path) as archive:
        members = {one.filename: archive.read(one) for one in archive.infolist()}
    found = {
        each: {name for name in members if fnmatchcase(name, each)} for each in patterns
    }
    refuse_any(
        f"Mẫu trong prune.toml không khớp tệp nào của {path.name}",
        [each for each, names in found.items() if not names],
    )
    gone = set().union(*found.values())
    packing.write_archive(
        path, {name: data for name, data in members.items() if name not in gone}
    )


def _matching(folder: Path, pattern: str) -> list[Path]:
    """Find the files of a pattern; `x/**` means every file below x."""
    return sorted(folder.glob(pattern + "/*" if pattern.endswith("**") else pattern))


def prune_qt(stage: Path, rules: Rules) -> None:
    """Delete in Qt's folder all but the wanted modules, plugins and their imports."""
    qt = stage / "lib" / rules.qt
    wanted = [qt / f"{name}.pyd" for name in rules.modules]
    wanted += [qt / "plugins" / name for name in rules.plugins]
    refuse_any(
        "Bộ Qt không có tệp mà prune.toml cần",
        [path.relative_to(stage).as_posix() for path in wanted if not path.is_file()],
    )
    kept = closure(wanted, binaries(stage), rules.search, stage)
    kept |= {path for pattern in rules.keep for path in _matching(qt, pattern)}
    for path in qt.rglob("*"):
        if path.is_file() and path not in kept:
            path.unlink()


def drop_strays(stage: Path, rules: Rules) -> None:
    """Delete DLLs below lib/ that nothing imports, such as second C libraries."""
    every = binaries(stage)
    roots = [path for path in every if path.suffix != ".dll" or _is_loaded(path)]
    needed = closure(roots, every, rules.search, stage)
    for path in every:
        if path not in needed and path.is_relative_to(stage / "lib"):
            path.unlink()


def _is_loaded(path: Path) -> bool:
    """Tell whether a DLL is loaded by its name instead of imported by another."""
    return "plugins" in path.parts or path.parent.name in {"pypdfium2_raw", "runtime"}


def _drop_empty_folders(stage: Path) -> None:
    """Delete folders in which nothing was left, the deepest first."""
    for path in sorted(stage.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


# --- what binaries import ----------------------------------------------------


def binaries(stage: Path) -> list[Path]:
    """List every file that Windows loads as code."""
    return sorted(path for path in stage.rglob("*") if path.suffix in BINARIES)


@cache
def imports(path: Path) -> frozenset[str]:
    """Return the DLLs a file asks for, at once or later, in small letters."""
    import pefile

    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    with pefile.PE(str(path), fast_load=True) as image:
        image.parse_data_directories([pefile.DIRECTORY_ENTRY[kind] for kind in kinds])
        entries = [
            *getattr(image, "DIRECTORY_ENTRY_IMPORT", []),
            *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", []),
        ]
        return frozenset(entry.dll.decode("ascii").lower() for entry in entries)


def closure(
    roots: Iterable[Path], every: Iterable[Path], search: Iterable[str], stage: Path
) -> set[Path]:
    """Follow what the roots import through the files of the stage."""
    where = _by_folder(every)
    folders = [stage / name for name in search]
    found: set[Path] = set()
    waiting = list(roots)
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        waiting += [
            there for _, there in _resolved(path, where, folders) if there is not None
        ]
    return found


def unresolved(stage: Path, rules: Rules) -> list[str]:
    """List what files import though neither the stage nor Windows has it."""
    every = binaries(stage)
    where = _by_folder(every)
    folders = [stage / name for name in rules.search]
    return [
        f"{path.relative_to(stage).as_posix()} -> {name}"
        for path in every
        for name, there in _resolved(path, where, folders)
        if there is None and not is_of_windows(name, rules)
    ]


def is_of_windows(name: str, rules: Rules) -> bool:
    """Tell whether every Windows that the program supports has the DLL."""
    return name in rules.system or name.startswith("api-ms-win-")


def check_size(what: str, size: int, rules: Rules) -> None:
    """Raise BuildError when something takes more bytes than its limit in the rules."""
    most = rules.limits[what]
    if size > most:
        raise BuildError(
            f"Vượt giới hạn {what} trong prune.toml: {size:,} byte, quá {most:,} byte."
        )


def check_imports(stage: Path, rules: Rules) -> None:
    """Raise BuildError when a shipped file could not be loaded on a clean Windows."""
    refuse_any("Tệp cần DLL mà bản cài lẫn Windows không có", unresolved(stage, rules))


def _by_folder(every: Iterable[Path]) -> Mapping[Path, Mapping[str, Path]]:
    """Know the files of each folder by their names in small letters."""
    where: dict[Path, dict[str, Path]] = {}
    for path in every:
        where.setdefault(path.parent, {})[path.name.lower()] = path
    return where


def _resolved(
    path: Path, where: Mapping[Path, Mapping[str, Path]], folders: list[Path]
) -> Iterator[tuple[str, Path | None]]:
    """Give each import of a file with the file of the stage that answers it."""
    for name in sorted(imports(path)):
        places = [*_first(path, folders), *_bundled(path, where)]
        answers = [where.get(place, {}).get(name) for place in places]
        yield name, next((answer for answer in answers if answer), None)


def _first(path: Path, folders: list[Path]) -> list[Path]:
    """List the folders searched; what is loaded already answers before one's own."""
    return [*folders, path.parent]


def _bundled(path: Path, where: Mapping[Path, Mapping[str, Path]]) -> list[Path]:
    """List the folders named NAME.libs that a wheel adds for itself."""
    return [
        folder
        for folder in where
        if folder.suffix == ".libs" and folder.with_suffix("") in path.parents
    ]
