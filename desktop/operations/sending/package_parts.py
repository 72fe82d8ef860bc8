"""Know the packages that a report goes in together, when one does not hold them all."""

from dataclasses import replace
from pathlib import Path

from desktop.errors import FileError, PackageError
from desktop.operations.sending.lock_names import unlocked_name


def parts_of(package: Path) -> tuple[Path, ...]:
    """Return all packages of the report, this one among them; empty if one lacks.

    They lie beside each other under the names they were made with.

    Raises:
        PackageError: This one cannot be opened.
    """
    from desktop.files.package_header import file_name, read_header

    header = read_header(package)
    if header.parts == 1:
        return (package,)
    found = []
    for number in range(1, header.parts + 1):
        path = package.with_name(file_name(replace(header, part=number)))
        if not _is_part(path, header.package_id, number):
            return ()
        found.append(path)
    return tuple(found)


def _is_part(path: Path, package_id: str, number: int) -> bool:
    from desktop.files.package_header import read_header

    try:
        header = read_header(path)
    except PackageError:
        return False
    return (header.package_id, header.part) == (package_id, number)


def leaving_files(leaving: Path) -> tuple[Path, ...]:
    """Return what leaves the office with a package, locked or not: all its parts.

    Raises:
        FileError: `part_missing`, with the part that is not there.
    """
    package = leaving.with_name(unlocked_name(leaving.name))
    if not package.is_file():
        return (leaving,)  # it was moved away from what it was made of
    ending = leaving.name.removeprefix(package.stem)
    try:
        parts = parts_of(package)
    except PackageError:  # no package of ours: it goes as it is
        return (leaving,)
    if not parts:
        raise FileError(package, "part_missing", package.name)
    found = tuple(one.with_name(f"{one.stem}{ending}") for one in parts)
    for one in found:
        if not one.is_file():
            raise FileError(one, "part_missing", one.name)
    return found
