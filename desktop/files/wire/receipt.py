"""Write a receipt as canonical JSON, and read it back."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.report import to_shape
from desktop.files.wire.shapes import FormatWire, Wire

RECEIPT_FORMAT: Final = 2
"""Newest version of the shape; raise it when a shape is added."""
_WHOLE: Final = 1
"""Version for a report that came in one package: programs before know it, too."""

_Short = Annotated[str, msgspec.Meta(max_length=1000)]
_Hash = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldReceipt:
    """What a receiver says it holds."""

    receiver_id: str
    receiver: str
    sender_id: str
    sender: str
    report: str
    """Id of the report at the sender."""
    package_id: str
    period_code: str
    first_day: dt.date
    last_day: dt.date
    version: int
    slip: int = 0
    entries: int
    attendance: int
    control: str
    """Short code of the entries as the receiver holds them."""
    received_at: dt.datetime
    practice: bool
    parts: int = 1
    """Packages the report goes in."""
    parts_held: int = 1
    """How many of them the receiver has."""
    page_sha256: str
    """Of the page beside it, which the seal vouches for through this."""
    paper_sha256: str
    """Of the same page as a PDF."""


class ReceiptWire(Wire, frozen=True):
    """`ToldReceipt`, with the version of its shape."""

    format: int
    receiver_id: _Short
    receiver: _Short
    sender_id: _Short
    sender: _Short
    report: _Short
    package_id: _Short
    period_code: _Short
    first_day: dt.date
    last_day: dt.date
    version: Annotated[int, msgspec.Meta(ge=1)]
    slip: _Count
    entries: _Count
    attendance: _Count
    control: _Short
    received_at: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    practice: bool
    page_sha256: _Hash
    paper_sha256: _Hash


class PartReceiptWire(ReceiptWire, frozen=True):
    """`ToldReceipt` of a report that goes in several packages."""

    parts: Annotated[int, msgspec.Meta(ge=2)]
    parts_held: Annotated[int, msgspec.Meta(ge=1)]


def receipt_to_json(told: ToldReceipt) -> bytes:
    """Return the receipt as canonical JSON."""
    fields = {
        one.name: to_shape(getattr(told, one.name)) for one in dataclasses.fields(told)
    }
    if told.parts > 1:
        whole = PartReceiptWire(format=RECEIPT_FORMAT, **fields)
        return msgspec.json.encode(whole, order="sorted")
    del fields["parts"], fields["parts_held"]
    shape = ReceiptWire(format=_WHOLE, **fields)
    return msgspec.json.encode(shape, order="sorted")


def receipt_from_json(data: bytes, *, name: Path) -> ToldReceipt:
    """Read a receipt back; `name` is the file errors speak of.

    Raises:
        PackageUnreadableError: Not a receipt, or with fields no receipt has.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        found = msgspec.json.decode(data, type=FormatWire).format
        if found > RECEIPT_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(RECEIPT_FORMAT))
        kind = PartReceiptWire if found > _WHOLE else ReceiptWire
        shape = msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    names = [one.name for one in dataclasses.fields(ToldReceipt)]
    found_fields = {one: getattr(shape, one) for one in names if hasattr(shape, one)}
    return ToldReceipt(**found_fields)
