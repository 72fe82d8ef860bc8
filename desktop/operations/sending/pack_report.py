"""Pack the files of a report into the one file that travels."""

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.errors import FileError, PackageError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.outcome import Outcome
from desktop.operations.reports.compare_reports import original_of
from desktop.operations.reports.frozen_entries import frozen_entries
from desktop.operations.reports.read_report import newest_copy, read_issued
from desktop.operations.sending.find_package import find_package
from desktop.operations.sending.package_parts import parts_of
from desktop.operations.signing.sign_report import ReportFiles
from desktop.operations.signing.signed_files import (
    files_by_hand,
    signed_copy,
    signed_files,
)
from desktop.operations.signing.signed_folder import signed_path
from desktop.operations.signing.signings import last_signed_at
from desktop.progress import Progress, silent
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.exchange import EvidenceCarried, PackageHeader
from desktop.records.issued import CopyFormat, IssuedReport
from desktop.rules.short_code import short_code
from desktop.store import records
from desktop.store.store import Store
from desktop.taking_place import reason_of

if TYPE_CHECKING:
    from desktop.files.package import Packed
    from desktop.files.signatures.keys import Key, Scheme
    from desktop.operations.sending.packed_evidence import Chosen, Room

REPORT_JSON = "report.json"
"""Member that holds the whole report as canonical JSON, to be added up above."""
MOST_ACTIVITIES = 60_000
"""Activities whose entries go along: some twenty million bytes."""
_OTHERS = 5
"""Members that are added to the files of a report: entries, page, manifest, seals."""
_SPARE = 300_000
"""Bytes of the manifest, the page and both seals, and what the archive itself takes."""
MOST_SEALS = 2
"""Of one package: the person's and the agency's."""


def pack_report(
    store: Store,
    files: ReportFiles,
    key: "Key | None",
    progress: Progress = silent,
    *,
    scheme: "Scheme" = "plain",
    evidence: EvidenceCarried = EvidenceCarried.NONE,
) -> "Outcome[Packed]":
    """Put a report, its figures and the entries behind them into one sealed package.

    Where its evidence has no room in one there are more, each with the whole report and
    other evidence, so that any of them can come first or alone; the first is returned.

    The PDF is the copy that came back signed where one was attached, else our own. The
    same signed files make one package only: it is used again, so that every stick gets
    the same bytes, until another key adds its seal. Without a key nothing is sealed,
    and whoever gets it is told; then a report no key signed goes as its paper copy.
    The entries are those of the moment of issue, the evidence that of today.

    Raises:
        SignatureError: Nobody, or not everybody, has signed; `no_paper_copy`; a file is
            not the one that was signed or made; the seal fails its check; the key
            cannot sign.
        FileError: A file is missing, or the folder cannot be written to.
        ConflictError: `issued_unknown`, `issued_changed`.
        Cancelled: The user asked to stop; nothing was written.
    """
    issued = read_issued(store, files.report)
    members: dict[str, Path | bytes] = dict(
        _members(store, files, sealed=key is not None)
    )
    members |= _book_carried(store, files)
    if key is not None:
        _refuse_unfit(store, key, scheme)
    made = find_package(store, issued.id, files.folder, evidence)
    used = () if made is None else _all_used_again(made, key, store, scheme)
    if used:
        return Outcome(used[0])
    members[REPORT_JSON] = issued.content.encode()
    with _waiting(files.folder) as waiting:
        parts = _Parts(store, issued, members, evidence, waiting, progress)
        return Outcome(parts.pack(files.folder, key, scheme)[0])


@contextmanager
def _waiting(folder: Path) -> Iterator[Path]:
    """Give a folder for files on their way into a package; none is left of it."""
    try:
        with TemporaryDirectory(prefix=".minh-chung-", dir=folder) as waiting:
            yield Path(waiting)
    except OSError as error:
        raise FileError(folder, reason_of(error)) from error


class _Parts:
    """The packages a report goes in: one, unless its evidence needs more."""

    def __init__(
        self,
        store: Store,
        issued: IssuedReport,
        members: Mapping[str, Path | bytes],
        carried: EvidenceCarried,
        waiting: Path,
        progress: Progress,
    ) -> None:
        """Read what all of them hold, and choose the evidence of each."""
        from desktop.files.whole_file import read_whole

        self._store, self._issued, self._progress = store, issued, progress
        self._held = {
            name: source if isinstance(source, bytes) else read_whole(source)
            for name, source in members.items()
        }
        goes = packs_entries(store, issued)
        self._entries = frozen_entries(store, issued) if goes else None
        self._header = replace(_header(store, issued), evidence=carried)
        self._lots = self._chosen(waiting)

    def _chosen(self, waiting: Path) -> "tuple[Chosen, ...]":
        from desktop.files.wire.entries import entries_to_json
        from desktop.operations.sending.packed_evidence import Chosen, choose_evidence

        if self._entries is None:
            return (Chosen(),)
        room = _room(self._held, len(entries_to_json(self._entries)))
        return choose_evidence(
            self._store,
            self._entries.rows,
            self._header.evidence,
            room,
            waiting,
            self._progress,
        )

    def pack(self, folder: Path, key: "Key | None", scheme: "Scheme") -> "list[Packed]":
        """Write every package, or none."""
        from desktop.files import package

        made: list[Packed] = []
        try:
            for number, chosen in enumerate(self._lots, start=1):
                header, full = self._filled(chosen, number)
                now = self._store.now()
                progress = self._progress
                made.append(
                    package.pack(
                        folder, header, full, key, now, progress, scheme=scheme
                    )
                )
        except BaseException:
            for one in made if len(self._lots) > 1 else ():
                one.path.unlink(missing_ok=True)
            raise
        return made

    def _filled(
        self, chosen: "Chosen", number: int
    ) -> tuple[PackageHeader, dict[str, Path | bytes]]:
        """Return header and members with entries, evidence and the page over them."""
        from desktop.files.cover_page import Told, cover_page
        from desktop.files.packed_entries import COVER, ENTRIES
        from desktop.files.whole_file import read_whole
        from desktop.files.wire.entries import control_total, entries_to_json

        header = replace(self._header, part=number, parts=len(self._lots))
        told = Told(code=short_code(self._issued.content_sha256))
        held = dict(self._held)
        if self._entries is not None:
            entries = replace(
                self._entries,
                evidence=tuple(chosen.sent),
                withheld=chosen.withheld,
                left_out=chosen.left_out,
            )
            held[ENTRIES] = entries_to_json(entries)
            held |= {name: read_whole(path) for name, path in chosen.files.items()}
            control = control_total(entries.rows)
            header = replace(header, plan_id=entries.plan, control=control)
            told = replace(
                told,
                evidence=len(chosen.files),
                uses=len(chosen.sent),
                withheld=chosen.withheld,
                left_out=chosen.left_out,
            )
        return header, {**held, COVER: cover_page(header, told, held)}


def _room(held: dict[str, bytes], entries: int) -> "Room":
    """Return what is left for evidence of what whoever opens it takes at most."""
    from desktop.files import zip_members
    from desktop.operations.sending.packed_evidence import Room

    own = sum(map(len, held.values())) + entries
    return Room(
        files=zip_members.MEMBER_LIMIT - len(held) - _OTHERS,
        size=zip_members.FILE_LIMIT - own - _SPARE,
    )


def packs_entries(store: Store, issued: IssuedReport) -> bool:
    """Tell whether the entries of a report go along: of a whole province they do not.

    What the office above a province needs are its figures; the units' own entries fill
    more than anybody who opens a package takes.
    """
    between = ("last_day", issued.first_day.isoformat(), issued.last_day.isoformat())
    found = records.each(store.reader, Activity, between=between)
    return sum(1 for _ in islice(found, MOST_ACTIVITIES + 1)) <= MOST_ACTIVITIES


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
    from desktop.operations.signing.verify_file import own_trust

    last = last_signed_at(store)
    precheck(key, own_trust(), store.now(), last_seen=last, scheme=scheme)


def _all_used_again(
    path: Path, key: "Key | None", store: Store, scheme: "Scheme"
) -> "tuple[Packed, ...]":
    """Return a package and its other parts where all of them can be used again."""
    used = [_used_again(one, key, store, scheme) for one in parts_of(path)]
    found = tuple(one for one in used if one is not None)
    return found if len(found) == len(used) else ()


def _used_again(
    path: Path, key: "Key | None", store: Store, scheme: "Scheme"
) -> "Packed | None":
    """Return a package that holds the same files already, sealed by a new key too.

    None where it is damaged or changed, or has no seal and is to have one.
    """
    from desktop.files import package
    from desktop.files.signatures.trust import Trust

    try:
        found = package.verify_package(path, Trust(), now=store.now())
    except PackageError:
        return None
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
        recipient_id=own.recipient or "",
        period_code=issued.period_code,
        first_day=issued.first_day,
        last_day=issued.last_day,
        report_id=issued.id,
        version=original_of(store, issued).version,
        slip=issued.slip,
        corrects=issued.corrects or "",
        created_at=store.now(),
        program_version=__version__,
        practice=own.practice,
        members=(),
    )
