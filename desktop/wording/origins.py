"""Say where an entry came from: file, sheet and cells, and who wrote it when."""

import datetime as dt
from collections.abc import Iterator, Mapping

from desktop.rules.times import format_moment
from desktop.rules.tracing.origin import Origin, Source, SourceCell

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
    for source in origin.sources:
        yield _read_from(source, labels, wanted)
    if origin.entered_at is not None and not origin.sources:
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
