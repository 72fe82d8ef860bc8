"""Pack the files of a report into the one file that travels."""

import hashlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.operations.compute_results import read_office
from desktop.operations.find_package import find_package
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import newest_copy, read_issued
from desktop.operations.sign_report import ReportFiles
from desktop.operations.signed_files import files_by_hand, signed_copy, signed_files
from desktop.operations.signed_folder import signed_path
from desktop.operations.signings import last_signed_at
from desktop.progress import Progress, silent
from desktop.records.agency import Agency
from desktop.records.exchange import PackageHeader
from desktop.records.issued import CopyFormat, IssuedReport
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.package import Packed
    from desktop.files.signatures.keys import Key, Scheme

REPORT_JSON = "report.json"
"""Member that holds the whole report as canonical JSON, to be added up above."""
MOST_SEALS = 2
"""Of one package: the person's and the agency's."""


def pack_report(
    store: Store,
    files: ReportFiles,
    key: "Key | None",
    progress: Progress = silent,
    *,
    scheme: "Scheme" = "plain",
) -> "Outcome[Packed]":
    """Put PDF, workbook and the figures of a report into one sealed package.

    The PDF is the copy that came back signed where one was attached, else our own. The
    same signed files make one package only: it is used again, so that every stick gets
    the same bytes, until another key adds its seal. Without a key nothing is sealed,
    and whoever gets it is told; then a report no key signed goes as its paper copy.

    Raises:
        SignatureError: Nobody, or not everybody, has signed; `no_paper_copy`; a file is
            not the one that was signed or made; the seal fails its check; the key
            cannot sign.
        FileError: A file is missing, or the folder cannot be written to.
    """
    from desktop.files import package, whole_file

    issued = read_issued(store, files.report)
    members = _members(store, files, sealed=key is not None)
    book = _book_carried(store, files)
    if key is not None:
        _refuse_unfit(store, key, scheme)
    made = find_package(store, issued.id, files.folder)
    used = None if made is None else _used_again(made, key, store, scheme)
    if used is not None:
        return Outcome(used)
    drawn = {REPORT_JSON: issued.content.encode(), **book}
    places = {name: files.folder / f"{issued.id}-{name}.tam" for name in drawn}
    try:
        for name, place in places.items():
            whole_file.write(place, drawn[name])
        header = _header(store, issued)
        packed = package.pack(
            files.folder,
            header,
            members | places,
            key,
            store.now(),
            progress,
            scheme=scheme,
        )
    finally:
        for place in places.values():
            place.unlink(missing_ok=True)
    return Outcome(packed)


def _book_carried(store: Store, files: ReportFiles) -> dict[str, bytes]:
    """Return the workbook inside a PDF signed elsewhere, where ours is another now.

    It was drawn before the report had the number that stands on it since; whoever gets
    the package would rightly ask which of the two was signed.
    """
    from desktop.files.carried_report import attached_workbook
    from desktop.files.signatures.opc.content import same_content

    copy = signed_copy(store, files.report)
    book = newest_copy(store, files.report, CopyFormat.WORKBOOK)
    elsewhere = copy is not None and copy.format is CopyFormat.SIGNED
    if copy is None or book is None or not elsewhere or book.signed_by:
        return {}
    carried = attached_workbook(signed_path(store, copy).read_bytes())
    own = (files.folder / book.file_name).read_bytes()
    if carried is None or same_content(own, carried):
        return {}
    return {book.file_name: carried}


def _members(store: Store, files: ReportFiles, *, sealed: bool) -> dict[str, Path]:
    signed = signed_copy(store, files.report) is not None
    if signed or sealed:
        return signed_files(store, files)
    return files_by_hand(store, files)


def _refuse_unfit(store: Store, key: "Key", scheme: "Scheme") -> None:
    from desktop.files.signatures.precheck import precheck
    from desktop.operations.verify_file import own_trust

    last = last_signed_at(store)
    precheck(key, own_trust(), store.now(), last_seen=last, scheme=scheme)


def _used_again(
    path: Path, key: "Key | None", store: Store, scheme: "Scheme"
) -> "Packed | None":
    """Return a package that holds the same files already, sealed by a new key too.

    None where it is damaged or changed, or has no seal and is to have one.
    """
    from desktop.files import package
    from desktop.files.signatures.trust import Trust

    found = package.verify_package(path, Trust(), now=store.now())
    codes = {one.code for one in found.findings}
    if codes & package.FORGED or (key is not None and not found.signatures):
        return None
    seals = {one.certificate_sha256 for one in found.signatures}
    if key is None or hashlib.sha256(key.certificate).hexdigest() in seals:
        return _as_packed(path)
    if len(seals) == MOST_SEALS:
        return _as_packed(path)
    return package.seal_again(path, key, store.now(), scheme=scheme)


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
