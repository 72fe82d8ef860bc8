"""Find the package that was made of an issued report as it is now signed."""

from pathlib import Path

from desktop.errors import PackageError
from desktop.operations.sending.package_parts import parts_of
from desktop.operations.signing.signed_files import name_of, paper_copies, signed_copy
from desktop.records.exchange import EvidenceCarried, PackageHeader
from desktop.store.store import Store


def find_package(
    store: Store,
    report_id: str,
    folder: Path,
    evidence: EvidenceCarried | None = None,
) -> Path | None:
    """Return the package in a folder that holds the PDF that counts, or None.

    Of several, the one with least evidence; with that wanted where one is given. Of a
    report that goes in parts the first, where all of them are there.

    That is the signed one, or of a report that no key signed the one for paper. One
    that was packed before the report was signed anew is not that package, nor is one
    by an earlier program, which has no entries.
    """
    wanted = _wanted(store, report_id)
    if not wanted:
        return None
    found = []
    for path in sorted(folder.glob("goi_*.zip")):
        header = _header(path)
        if header is None or header.report_id != report_id:
            continue
        holds = {(each.name, each.sha256) for each in header.members}
        fits = wanted <= holds and evidence in {None, header.evidence}
        if fits and header.part == 1 and parts_of(path):
            found.append((_LEAST.index(header.evidence), path))
    return min(found)[1] if found else None


def _wanted(store: Store, report_id: str) -> set[tuple[str, str]]:
    """Return names and hashes of the files that count; empty where none does."""
    copy = signed_copy(store, report_id)
    if copy is not None:
        return {(name_of(store, report_id), copy.sha256)}
    papers = paper_copies(store, report_id)
    return {(name, paper.sha256) for name, paper in papers.items()}


def _header(path: Path) -> PackageHeader | None:
    from desktop.files.package_header import read_header

    try:
        header = read_header(path)
    except PackageError:
        return None
    return header if header.format_version > 1 else None


_LEAST = tuple(EvidenceCarried)
