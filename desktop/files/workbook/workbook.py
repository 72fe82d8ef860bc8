"""Write a report as an Excel workbook: the same figures as the paper, true numbers."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.wire import report as wire
from desktop.files.workbook.words import words
from desktop.progress import Progress, Step, silent
from desktop.records.report import Annex, Block, Chart, Report, Table

if TYPE_CHECKING:
    from desktop.files.workbook.book import Book
    from desktop.files.workbook.table import Place

FORMAT = 1
"""Version of what the machine sheet holds."""
MACHINE_SHEET = "_machine"
"""Name of the hidden sheet; part of the format, so never translated."""
STAGE = "writing_workbook"


def write(report: Report, path: Path, *, progress: Progress = silent) -> None:
    """Write the workbook of a report, whole or not at all.

    The same report always gives the same bytes.

    Raises:
        FileError: The disk is full, or may not be written to.
        Cancelled: The user asked to stop; no file is left behind.
    """
    try:
        with TemporaryDirectory(prefix="workbook-") as folder:
            content = _packed(report, Path(folder), progress)
    except OSError as error:
        raise FileError(path, "full") from error
    whole_file.write(path, content)


def _packed(report: Report, folder: Path, progress: Progress) -> bytes:
    from desktop.files.workbook.archive import pack
    from desktop.files.workbook.book import Book

    fixed = words()
    book = Book(words=fixed, folder=folder, mark=fixed.practice * report.practice)
    try:
        _fill(book, report, progress)
        return pack(book.workbook)
    finally:
        book.close()


def _fill(book: "Book", report: Report, progress: Progress) -> None:
    """Write all sheets, whose names are settled first because sheets name others."""
    from desktop.files.workbook.charts import put_charts
    from desktop.files.workbook.cover import put_cover

    cover = book.sheet_name(book.words.report_sheet)
    places = [*_report_places(book, report)]
    charts = tuple(b for b in _all_blocks(report) if isinstance(b, Chart))
    charts_sheet = book.sheet_name(book.words.charts_sheet) if charts else ""
    data = [*_data_places(book, report)]
    names = {id(place.table): place.name for place in places}
    names.update({id(chart): charts_sheet for chart in charts})
    count = _Count(progress, sum(len(p.table.rows) for p in (*places, *data)) + 1)
    put_cover(book, cover, report, names)
    _put_tables(book, places, count)
    if charts:
        put_charts(book, charts_sheet, charts)
    _put_tables(book, data, count)
    _put_machine_data(book, report)
    _date(book, report)
    count(1)


class _Count:
    """Add up what is done and tell the progress."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def __call__(self, more: int) -> None:
        self._done += more
        self._progress(Step(STAGE, self._done, self._total))


def _all_blocks(report: Report) -> Iterator[Block]:
    yield from report.blocks
    for annex in report.annexes:
        yield from annex.blocks


def _report_places(book: "Book", report: Report) -> Iterator["Place"]:
    for block in report.blocks:
        if isinstance(block, Table):
            yield _place(book, block, None)
    for annex in report.annexes:
        for block in annex.blocks:
            if isinstance(block, Table):
                yield _place(book, block, annex)


def _place(book: "Book", table: Table, annex: Annex | None) -> "Place":
    from desktop.files.workbook.cover import annex_lines
    from desktop.files.workbook.table import Place

    return Place(
        table=table,
        name=book.sheet_name(table.sheet),
        landscape=table.landscape or bool(annex and annex.landscape),
        above=annex_lines(annex) if annex else (),
    )


def _data_places(book: "Book", report: Report) -> Iterator["Place"]:
    from desktop.files.workbook.table import Place

    for table in report.data:
        name = book.sheet_name(table.sheet)
        yield Place(table=table, name=name, filtered=True)


def _put_tables(book: "Book", places: list["Place"], count: _Count) -> None:
    from desktop.files.workbook.table import put_table

    for place in places:
        put_table(book, place, count)


def _put_machine_data(book: "Book", report: Report) -> None:
    """Keep what programs need on a sheet no one sees, which a signature covers.

    Document properties are not covered by Office signatures, so nothing may live
    there.
    """
    from desktop.files.workbook.sheet import Sheet, Span
    from desktop.files.workbook.styles import Look

    sheet = Sheet(book, book.sheet_name(MACHINE_SHEET), (120.0, 480.0))
    sheet.sheet.sheet_state = "veryHidden"
    plain = Look(size=11, wrap=False)
    for pair in machine_data(report).items():
        sheet.add(
            *(Span(value=v, look=plain, first=n, last=n) for n, v in enumerate(pair, 1))
        )


def machine_data(report: Report) -> dict[str, str]:
    """Return what the hidden sheet holds, names to values."""
    period = report.period
    return {
        "format": str(FORMAT),
        "report_id": report.id,
        "code": report.code,
        "kind": report.kind,
        "plan": report.plan_title,
        "agency_id": report.agency_id,
        "agency": report.agency,
        "period": period.code,
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "closing_day": period.closing_day.isoformat(),
        "computed_at": report.computed_at.isoformat(),
        "practice": "1" if report.practice else "0",
        "sha256": hashlib.sha256(wire.report_to_json(report)).hexdigest(),
    }


def _date(book: "Book", report: Report) -> None:
    """Date the file by its figures, not by the clock."""
    moment = report.computed_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties = book.workbook.properties
    properties.created = properties.modified = moment
    properties.creator = ""
    properties.keywords = PRACTICE_KEYWORD if report.practice else None
