"""Read of which report a file carries the data, and who should have signed it."""

import datetime as dt
import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.errors import PackageError
from desktop.files.attachments import JSON, WORKBOOK
from desktop.files.wire.report import front_from_json
from desktop.records.signing import SignerRole
from desktop.records.verification import FoundReport
from desktop.rules.short_code import short_code

if TYPE_CHECKING:
    from desktop.records.report import Report

FIGURES: Final = "report.json"
"""Member of a package that is the report's canonical data."""
DATA_LIMIT: Final = 20_000_000
"""Bytes of the data of a report; those of the largest have some hundred thousand."""

_ATTACHED: Final = 50
"""Files attached to a PDF that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedReport:
    """The report inside a file, and whom it expects to sign."""

    found: FoundReport
    roles: tuple[SignerRole, ...] = ()
    person: str = ""
    """Name printed under the signature; may be blank."""

    @property
    def names(self) -> Mapping[SignerRole, str]:
        """Return the name the report gives to each of its signers."""
        return {SignerRole.PERSON: self.person, SignerRole.AGENCY: self.found.agency}


def carried(data: bytes, kind: str) -> CarriedReport | None:
    """Return the report inside a PDF or a workbook; None where there is none to read.

    Nothing is believed by this: it is what the file says. Never raises on its bytes.
    """
    if kind == "pdf":
        content = _attached(data, JSON)
        return None if content is None else carried_data(content)
    return _of_workbook(data) if kind == "workbook" else None


def carried_data(content: bytes) -> CarriedReport | None:
    """Return the report whose canonical data these are, or None."""
    try:
        report = front_from_json(content, name=Path())
    except (PackageError, ValueError, RecursionError):
        return None
    return _of_report(report, hashlib.sha256(content).hexdigest())


def carried_in_package(
    files: Mapping[str, bytes], documents: Iterable[str] = ()
) -> CarriedReport | None:
    """Return the report whose data a package holds as a file of their own.

    Where it holds none, it is that of the first of its PDFs named.
    """
    if FIGURES in files:
        return carried_data(files[FIGURES])
    found = (carried(files[name], "pdf") for name in documents)
    return next((one for one in found if one is not None), None)


def attached_workbook(pdf: bytes) -> bytes | None:
    """Return the workbook a PDF carries; None where there is none, or several.

    Never raises on its bytes.
    """
    return _attached(pdf, WORKBOOK)


def _of_report(report: "Report", sha256: str) -> CarriedReport:
    return CarriedReport(
        found=FoundReport(
            report_id=report.id,
            agency=report.agency,
            plan_title=report.plan_title,
            period_code=report.period.code,
            first_day=report.period.first_day,
            last_day=report.period.last_day,
            sha256=sha256,
            code=short_code(sha256),
            practice=report.practice,
            kind=report.kind,
            slip=report.slip,
        ),
        roles=report.signers,
        person=report.signer.name,
    )


def _of_workbook(data: bytes) -> CarriedReport | None:
    from desktop.files.workbook.machine_sheet import read_machine_sheet

    held = read_machine_sheet(data)
    try:
        found = FoundReport(
            report_id=held["report_id"],
            agency=held["agency"],
            plan_title=held["plan"],
            period_code=held["period"],
            first_day=dt.date.fromisoformat(held["first_day"]),
            last_day=dt.date.fromisoformat(held["last_day"]),
            sha256=held["sha256"],
            code=short_code(held["sha256"]),
            practice=held["practice"] == "1",
            kind=held.get("kind", ""),
            slip=int(held.get("slip", "0")),
        )
        roles = tuple(map(SignerRole, held.get("signers", "").split()))
    except (KeyError, ValueError):
        return None
    return CarriedReport(found=found, roles=roles, person=held.get("signer", ""))


def _attached(data: bytes, mime: str) -> bytes | None:
    """Return the one attachment of a PDF of a kind; of several, none is the one."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as document:
            names = list(document.attachments)[:_ATTACHED]
            files = [document.attachments[name].get_file() for name in names]
            streams = [one.obj for one in files if one.mime_type == mime]
            return _inflated(streams[0]) if len(streams) == 1 else None
    except (
        pikepdf.PdfError,
        pikepdf.ForeignObjectError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RuntimeError,
        zlib.error,
    ):
        return None


def _inflated(stream: Any) -> bytes | None:  # noqa: ANN401  an untyped object
    """Return the content of a stream packed as we pack it, up to the limit."""
    raw = bytes(stream.read_raw_bytes())
    packing = stream.get("/Filter")
    if packing is None:
        return raw if len(raw) <= DATA_LIMIT else None
    if str(packing) != "/FlateDecode" or "/DecodeParms" in stream:
        return None
    inflating = zlib.decompressobj()
    content = inflating.decompress(raw, DATA_LIMIT)
    return content if inflating.eof else None
