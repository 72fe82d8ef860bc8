"""Say where an entry came from: file, sheet, cells; a unit's file; who wrote it."""

import datetime as dt
from collections.abc import Iterator, Mapping

from desktop.rules.times import format_moment
from desktop.rules.tracing.origin import Origin, Sent, Source, SourceCell
from desktop.wording.periods import days_phrase

_MOST = 4
"""Cells told where none is the one asked about."""


def origin_lines(
    origin: Origin, labels: Mapping[str, str], wanted: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the lines that tell where an entry came from.

    Args:
        origin: Of the entry.
        labels: What its fields are called.
        wanted: Fields that are asked about; their cells are told alone.
    """
    return tuple(_lines(origin, labels, wanted))


def _lines(
    origin: Origin, labels: Mapping[str, str], wanted: tuple[str, ...]
) -> Iterator[str]:
    for sent in origin.sent:
        yield _sent(sent)
    for source in origin.sources:
        yield _read_from(source, labels, wanted)
    if origin.entered_at is not None and not (origin.sources or origin.sent):
        yield f"Ghi vào sổ {_when(origin.entered_by, origin.entered_at)}."
    if origin.changed_at is not None:
        yield f"Sửa lần cuối {_when(origin.changed_by, origin.changed_at)}."


def _read_from(
    source: Source, labels: Mapping[str, str], wanted: tuple[str, ...]
) -> str:
    place = f"dòng {source.row}"
    if source.sheet:
        place = f"trang tính “{source.sheet}”, {place}"
    file = f"tệp “{source.file_name}”" if source.file_name else "bảng được dán"
    cells = "; ".join(_cells(source, labels, wanted))
    told = f": {cells}" if cells else ""
    return f"Nhập từ {file}, {place}{told}. {_who(source.by, source.imported_at)}."


def _sent(sent: Sent) -> str:
    """Say in which file of which unit an entry came, and where it stood there."""
    what = "gói" if sent.package else "biểu"
    if sent.slip:
        what = f"phiếu đính chính số {sent.slip}"
    period = days_phrase(sent.period_code, sent.first_day, sent.last_day)
    signer = f", {sent.signer} ký" if sent.signer else ""
    replaced = "" if sent.newest else " Tệp đến sau cũng kể mục này."
    return (
        f"{sent.agency} gửi {what} của {period}, lần {sent.version}: "
        f"tệp “{sent.file_name}”, {_place(sent)}{signer}. "
        f"Nhận {format_moment(sent.received_at)}.{replaced}"
    )


def _place(sent: Sent) -> str:
    if sent.package:
        return f"bản ghi {sent.at}"
    sheet, _, cell = sent.at.rpartition("!")
    if not sheet:
        return sent.at
    where = f"dòng {cell}" if cell.isdecimal() else f"ô {cell}"
    return f"trang tính “{sheet}”, {where}"


def _cells(
    source: Source, labels: Mapping[str, str], wanted: tuple[str, ...]
) -> Iterator[str]:
    exact = [one for one in source.cells if one.field in wanted]
    for one in exact or source.cells[:_MOST]:
        yield f"{_label(one, labels)} ở ô {one.cell}"


def _label(cell: SourceCell, labels: Mapping[str, str]) -> str:
    name, _, part = cell.field.partition("#")
    said = labels.get(name, name)
    return f"{said} ({part})" if part else said


def _who(by: str, at: dt.datetime) -> str:
    return f"{by} nhập {format_moment(at)}" if by else f"Nhập {format_moment(at)}"


def _when(by: str, at: dt.datetime) -> str:
    return f"{format_moment(at)}, {by}" if by else format_moment(at)
