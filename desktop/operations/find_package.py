"""Find the package that was made of an issued report as it is now signed."""

from pathlib import Path

from desktop.errors import PackageError
from desktop.operations.signed_files import name_of, signed_copy
from desktop.store.store import Store


def find_package(store: Store, report_id: str, folder: Path) -> Path | None:
    """Return the package in a folder that holds the signed PDF that counts, or None.

    One that was sealed before the report was signed anew is not that package.
    """
    copy = signed_copy(store, report_id)
    if copy is None:
        return None
    wanted = (name_of(store, report_id), copy.sha256)
    return next(
        (each for each in sorted(folder.glob("goi_*.zip")) if wanted in _holds(each)),
        None,
    )


def _holds(path: Path) -> set[tuple[str, str]]:
    from desktop.files.package_header import read_header

    try:
        return {(each.name, each.sha256) for each in read_header(path).members}
    except PackageError:
        return set()
