"""Read of a report only what tells who signs it, where, and for which period.

A report of a year has tens of thousands of parts; who signs is asked for often.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.report import REPORT_FORMAT
from desktop.files.wire.shapes import PeriodWire
from desktop.records.period import Period
from desktop.records.signing import SignerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportHead:
    """A few facts of a report."""

    period: Period
    place: str
    """In its date line."""
    signers: tuple[SignerRole, ...]
    agency: str
    signer: str
    """Who signs it as a person."""


class _Letterhead(msgspec.Struct, frozen=True):
    place: str


class _Signer(msgspec.Struct, frozen=True):
    name: str


class _Report(msgspec.Struct, frozen=True):
    agency: str
    period: PeriodWire
    letterhead: _Letterhead
    signer: _Signer
    signers: tuple[SignerRole, ...] = ()


class _File(msgspec.Struct, frozen=True):
    format: int
    report: _Report


def read_head(data: bytes, *, name: Path) -> ReportHead:
    """Read the facts; whatever else stands there is passed over unread.

    Raises:
        PackageUnreadableError: Not a report.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    if file.format > REPORT_FORMAT:
        raise PackageTooNewError(name, "format", str(file.format), str(REPORT_FORMAT))
    told = file.report.period
    period = Period(
        code=told.code,
        first_day=told.first_day,
        last_day=told.last_day,
        closing_day=told.closing_day,
    )
    return ReportHead(
        period=period,
        place=file.report.letterhead.place,
        signers=file.report.signers,
        agency=file.report.agency,
        signer=file.report.signer.name,
    )
