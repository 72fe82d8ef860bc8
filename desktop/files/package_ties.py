"""Hold the files of a package to each other: one report, and one workbook of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.files.carried_report import CarriedReport, attached_workbook
from desktop.records.verification import FileVerdict, Finding


def differences(
    report: CarriedReport | None,
    members: Sequence[FileVerdict],
    files: Mapping[str, bytes],
) -> Iterator[Finding]:
    """Yield what the files of a package have otherwise than one another.

    Findings: `report_differs`, with the member that carries other data than those of
    the package, or than the first member where it has none; `workbook_differs`, with
    the workbook, and the PDF that carries another one.
    """
    carrying = [one for one in members if one.report is not None]
    yield from _other_reports(report, carrying)
    documents = [one for one in carrying if one.format == "pdf"]
    books = [one.file_name for one in members if one.format == "workbook"]
    for document in documents:
        yield from _other_workbooks(document.file_name, books, files)


def _other_reports(
    report: CarriedReport | None, carrying: Iterable[FileVerdict]
) -> Iterator[Finding]:
    found = {one.file_name: one.report.sha256 for one in carrying if one.report}
    first = next(iter(found.values()), "")
    wanted = first if report is None else report.found.sha256
    for name, sha256 in found.items():
        if sha256 != wanted:
            yield Finding(code="report_differs", facts=(name,))


def _other_workbooks(
    document: str, books: Iterable[str], files: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Compare with the workbook attached, but for the signatures made since."""
    from desktop.files.signatures.opc.content import same_content

    attached = attached_workbook(files[document])
    if attached is None:
        return
    for name in books:
        if not same_content(files[name], attached):
            yield Finding(code="workbook_differs", facts=(name, document))
