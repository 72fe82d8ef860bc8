"""Know what of a package is entries and evidence, and hold both to its header."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from desktop.files.wire import entries as wire
from desktop.files.wire import entry_columns
from desktop.files.wire.entry_columns import Columns
from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.verification import Finding

ENTRIES: Final = "entries.json"
"""Member with the entries behind the report, as canonical JSON."""
COVER: Final = "bia.html"
"""Member that tells in any browser what the package is."""
PICTURE: Final = "anh"
FILE: Final = "tep"
"""How names of evidence begin: what is seen, and all else."""

_EVIDENCE: Final = re.compile(rf"(?:{PICTURE}|{FILE})-\d{{2,4}}\.[a-z0-9]{{2,4}}")


def is_evidence(name: str) -> bool:
    """Tell whether a member is a file beside an entry: no part of the report itself."""
    return bool(_EVIDENCE.fullmatch(name))


def evidence_name(number: int, ending: str, *, picture: bool) -> str:
    """Return the name of a member that is evidence, which tells nothing of persons."""
    return f"{PICTURE if picture else FILE}-{number:02}{ending}"


def read(files: Mapping[str, bytes], path: Path) -> Entries | None:
    """Return the entries of a package; None where it carries none.

    Raises:
        PackageUnreadableError, PackageTooNewError: As `wire.entries_from_json`.
    """
    data = files.get(ENTRIES)
    return None if data is None else wire.entries_from_json(data, name=path)


def read_by_column(
    files: Mapping[str, bytes], apart: Collection[str], path: Path
) -> tuple[Entries | None, dict[str, Columns]]:
    """Return the entries of a package that was inspected before, column by column.

    Raises:
        PackageUnreadableError: As `entry_columns.entries_by_column`.
    """
    data = files.get(ENTRIES)
    if data is None:
        return None, {}
    return entry_columns.entries_by_column(data, apart, name=path)


def differences(
    header: PackageHeader, entries: Entries, files: Mapping[str, bytes]
) -> Iterator[Finding]:
    """Yield where the entries are other than the header says, which its maker did.

    `entries_agency`, `entries_plan`, `entries_days`, `entries_control`; and
    `entries_evidence` with the name of a piece that is not there.
    """
    if header.agency_id != entries.agency:
        yield Finding(code="entries_agency")
    if header.plan_id != entries.plan:
        yield Finding(code="entries_plan")
    days = header.first_day, header.last_day
    if days != (entries.first_day, entries.last_day):
        yield Finding(code="entries_days")
    if header.control != wire.control_total(entries.rows):
        yield Finding(code="entries_control")
    for piece in entries.evidence:
        if piece.member not in files or not is_evidence(piece.member):
            yield Finding(code="entries_evidence", facts=(piece.member,))
