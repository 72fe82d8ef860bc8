"""Pack the signed files of a report into the one file that travels."""

import hashlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.operations.compute_results import read_office
from desktop.operations.find_package import find_package
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import read_issued
from desktop.operations.sign_report import ReportFiles
from desktop.operations.signed_files import signed_files
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.exchange import PackageHeader
from desktop.records.issued import IssuedReport
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.package import Packed
    from desktop.files.signatures.keys import Key

REPORT_JSON = "report.json"
"""Member that holds the whole report as canonical JSON, to be added up above."""


def pack_report(
    store: Store, files: ReportFiles, key: "Key", progress: Progress = silent
) -> "Outcome[Packed]":
    """Put PDF, workbook, its signature and the figures into one sealed package.

    The PDF is the copy that came back signed where one was attached, else our own. The
    same signed files make one package only: it is used again, so that every stick gets
    the same bytes.

    Raises:
        SignatureError: The report is not signed yet, a file is not the one that was
            signed, or the seal fails its check.
        FileError: A file is missing, or the folder cannot be written to.
    """
    from desktop.files import package, whole_file
    from desktop.files.package import verify_package
    from desktop.files.signatures.trust import Trust

    issued = read_issued(store, files.report)
    members = signed_files(store, files)
    made = find_package(store, issued.id, files.folder)
    if made is not None and verify_package(made, Trust()).intact:
        return Outcome(_as_packed(made))
    figures = files.folder / f"{issued.id}.json.tam"
    try:
        whole_file.write(figures, issued.content.encode())
        members[REPORT_JSON] = figures
        header = _header(store, issued)
        packed = package.pack(files.folder, header, members, key, store.now(), progress)
    finally:
        figures.unlink(missing_ok=True)
    return Outcome(packed)


def _as_packed(path: Path) -> "Packed":
    from desktop.files.package import Packed
    from desktop.files.package_header import read_header

    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    header = read_header(path)
    return Packed(path=path, sha256=digest, size=len(data), header=header)


def _header(store: Store, issued: IssuedReport) -> PackageHeader:
    office = read_office(store)
    own = office.preferences
    names = {one.id: one.name for one in records.each(store.reader, Agency)}
    return PackageHeader(
        format_version=1,
        package_id=str(uuid.uuid5(uuid.NAMESPACE_OID, issued.content_sha256)),
        plan_id=office.plan.id,
        plan_title=office.plan.title,
        agency_id=own.agency,
        agency=names.get(own.agency, ""),
        recipient=names.get(own.recipient, "") if own.recipient else "",
        period_code=issued.period_code,
        first_day=issued.first_day,
        last_day=issued.last_day,
        report_id=issued.id,
        version=issued.version,
        created_at=store.now(),
        program_version=__version__,
        practice=own.practice,
        members=(),
    )
