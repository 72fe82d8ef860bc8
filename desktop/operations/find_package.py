"""Find the package that was made of an issued report as it is now signed."""

from pathlib import Path

from desktop.errors import PackageError
from desktop.operations.signed_files import name_of, paper_copies, signed_copy
from desktop.store.store import Store


def find_package(store: Store, report_id: str, folder: Path) -> Path | None:
    """Return the package in a folder that holds the PDF that counts, or None.

    That is the signed one, or of a report that no key signed the one for paper. One
    that was packed before the report was signed anew is not that package.
    """
    wanted = _wanted(store, report_id)
    if not wanted:
        return None
    every = sorted(folder.glob("goi_*.zip"))
    return next((each for each in every if wanted <= _holds(each)), None)


def _wanted(store: Store, report_id: str) -> set[tuple[str, str]]:
    """Return names and hashes of the files that count; empty where none does."""
    copy = signed_copy(store, report_id)
    if copy is not None:
        return {(name_of(store, report_id), copy.sha256)}
    papers = paper_copies(store, report_id)
    return {(name, paper.sha256) for name, paper in papers.items()}


def _holds(path: Path) -> set[tuple[str, str]]:
    from desktop.files.package_header import read_header

    try:
        return {(each.name, each.sha256) for each in read_header(path).members}
    except PackageError:
        return set()
