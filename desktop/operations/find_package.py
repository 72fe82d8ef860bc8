"""Find the package that was made of an issued report as it is now signed."""

from pathlib import Path

from desktop.errors import PackageError
from desktop.operations.read_report import newest_copy
from desktop.operations.signed_files import name_of, signed_copy
from desktop.records.issued import CopyFormat
from desktop.store.store import Store


def find_package(store: Store, report_id: str, folder: Path) -> Path | None:
    """Return the package in a folder that holds the PDF that counts, or None.

    That is the signed one, or of a report that no key signed the one for paper. One
    that was packed before the report was signed anew is not that package.
    """
    wanted = _wanted(store, report_id)
    return next(
        (each for each in sorted(folder.glob("goi_*.zip")) if wanted in _holds(each)),
        None,
    )


def _wanted(store: Store, report_id: str) -> tuple[str, str] | None:
    copy = signed_copy(store, report_id)
    if copy is not None:
        return name_of(store, report_id), copy.sha256
    paper = newest_copy(store, report_id, CopyFormat.PAPER)
    return None if paper is None else (paper.file_name, paper.sha256)


def _holds(path: Path) -> set[tuple[str, str]]:
    from desktop.files.package_header import read_header

    try:
        return {(each.name, each.sha256) for each in read_header(path).members}
    except PackageError:
        return set()
