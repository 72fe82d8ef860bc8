"""Write a report as an Excel workbook: the same figures as the paper, true numbers."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.footnoted import Footnoted
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.wire import report as wire
from desktop.files.workbook.words import words
from desktop.progress import Progress, Step, silent
from desktop.records.report import Annex, Block, Chart, Report, Table, Trace
from desktop.rules.short_code import short_code

if TYPE_CHECKING:
    from desktop.files.workbook.book import Book
    from desktop.files.workbook.table import Place
    from desktop.files.workbook.traces import Trail

FORMAT = 3
"""Version of what the machine sheet holds; slips came with the second, who is to sign
with the third."""
MACHINE_SHEET = "_machine"
"""Name of the hidden sheet; part of the format, so never translated."""
STAGE = "writing_workbook"


def write(
    report: Report,
    path: Path,
    *,
    content_sha256: str = "",
    progress: Progress = silent,
) -> None:
    """Write the workbook of a report, whole or not at all.

    Raises:
        FileError: The disk is full, or may not be written to.
        Cancelled: The user asked to stop; no file is left behind.
    """
    content = draw(report, path.name, content_sha256=content_sha256, progress=progress)
    whole_file.write(path, content)


def draw(
    report: Report,
    name: str,
    *,
    content_sha256: str = "",
    progress: Progress = silent,
) -> bytes:
    """Return the workbook of a report; the same report always gives the same bytes.

    `name` is the file errors speak of. `content_sha256` is the hash of the frozen
    content: one issued in an older format would not be encoded alike again.

    Raises:
        FileError: There is no room where sheets wait until they are packed.
        Cancelled: The user asked to stop.
    """
    digest = content_sha256 or frozen_sha256(report)
    try:
        with TemporaryDirectory(prefix="workbook-") as folder:
            return _packed(report, digest, Path(folder), progress)
    except OSError as error:
        raise FileError(Path(name), "full") from error


def frozen_sha256(report: Report) -> str:
    """Return the hash of a report's content as it would be frozen now."""
    return hashlib.sha256(wire.report_to_json(report)).hexdigest()


def _packed(report: Report, digest: str, folder: Path, progress: Progress) -> bytes:
    from desktop.files.workbook.archive import pack
    from desktop.files.workbook.book import Book

    fixed = words()
    book = Book(
        words=fixed,
        folder=folder,
        mark=fixed.practice * report.practice,
        code=short_code(digest),
    )
    try:
        _fill(book, report, progress)
        _put_machine_data(book, machine_data(report, digest))
        _date(book, report)
        return pack(book.workbook)
    finally:
        book.close()


def _fill(book: "Book", report: Report, progress: Progress) -> None:
    """Write all sheets, whose names are settled first because sheets name others."""
    from desktop.files.workbook.charts import put_charts
    from desktop.files.workbook.cover import put_cover

    plan = _plan(book, report)
    count = _Count(progress, plan.rows + sum(map(_length, report.traces)) + 1)
    put_cover(book, plan.cover, report, plan.names(), plan.notes)
    for place in plan.tables:
        _put_table(book, place, plan.way, count)
    if plan.charts:
        put_charts(book, plan.charts_sheet, plan.charts)
    _put_traces(book, report, plan, count)
    _put_data(book, plan, count)
    count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """Every sheet of a workbook, named before the first is written."""

    cover: str
    tables: tuple["Place", ...]
    charts: tuple[Chart, ...]
    charts_sheet: str
    way: "Trail"
    data_sheet: str
    data: tuple["Place", ...]
    notes: Footnoted

    @property
    def rows(self) -> int:
        """Rows of all tables together."""
        return sum(len(place.table.rows) for place in (*self.tables, *self.data))

    def names(self) -> dict[int, str]:
        """Return the names of sheets by the identity of what stands on them."""
        names = {id(place.table): place.name for place in self.tables}
        return names | {id(chart): self.charts_sheet for chart in self.charts}


def _plan(book: "Book", report: Report) -> _Plan:
    from desktop.files.workbook.traces import trail

    words, notes = book.words, Footnoted(report)
    blocks = tuple(_all_blocks(report))
    charts = tuple(block for block in blocks if isinstance(block, Chart))

    def named(sheet: str, wanted: object) -> str:
        return book.sheet_name(sheet) if wanted else ""

    # as they are ordered here, so they are numbered where two ask for one name
    return _Plan(
        cover=book.sheet_name(words.report_sheet),
        tables=tuple(_report_places(book, report, notes)),
        charts=charts,
        charts_sheet=named(words.charts_sheet, charts),
        way=trail(named(words.trace_sheet, report.traces), words, report.traces),
        data_sheet=named(words.data_sheet, report.data),
        data=tuple(_data_places(book, report)),
        notes=notes,
    )


def _length(trace: Trace) -> int:
    """Return how many rows a trace takes."""
    return 1 + len(trace.addends)


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


def _report_places(book: "Book", report: Report, notes: Footnoted) -> Iterator["Place"]:
    for block in report.blocks:
        if isinstance(block, Table):
            yield _place(book, block, None, notes)
    for annex in report.annexes:
        for block in annex.blocks:
            if isinstance(block, Table):
                yield _place(book, block, annex, notes)


def _place(
    book: "Book", table: Table, annex: Annex | None, notes: Footnoted
) -> "Place":
    from desktop.files.workbook.cover import annex_lines
    from desktop.files.workbook.table import Place

    return Place(
        table=table,
        name=book.sheet_name(table.sheet),
        landscape=table.landscape or bool(annex and annex.landscape),
        above=annex_lines(annex) if annex else (),
        notes=notes,
    )


def _data_places(book: "Book", report: Report) -> Iterator["Place"]:
    from desktop.files.workbook.table import Place

    for table in report.data:
        name = book.sheet_name(table.sheet)
        yield Place(table=table, name=name, filtered=True)


def _put_table(book: "Book", place: "Place", way: "Trail", count: _Count) -> None:
    """Write a table whose figures lead to their traces by a click."""
    from desktop.files.workbook.table import first_row, put_table

    sheet = put_table(book, place, count)
    for number, row in enumerate(place.table.rows, first_row(place)):
        for column, code in enumerate(row.codes, 1):
            if code and (to := way.leads_to(code)):
                sheet.link(number, column, to, book.words.trace_tip.format(code=code))


def _put_traces(book: "Book", report: Report, plan: _Plan, count: _Count) -> None:
    from desktop.files.workbook.traces import put_traces

    if report.traces:
        put_traces(book, report, plan.way, plan.data, count)


def _put_data(book: "Book", plan: _Plan, count: _Count) -> None:
    from desktop.files.workbook.data_index import put_data_index
    from desktop.files.workbook.table import put_table

    if plan.data:
        put_data_index(book, plan.data_sheet, plan.data)
    for place in plan.data:
        put_table(book, place, count)


def _put_machine_data(book: "Book", held: dict[str, str]) -> None:
    """Keep what programs need on a sheet no one sees, which a signature covers.

    Document properties are not covered by Office signatures, so nothing may live
    there.
    """
    from desktop.files.workbook.sheet import Sheet, Span
    from desktop.files.workbook.styles import Look

    sheet = Sheet(book, book.sheet_name(MACHINE_SHEET), (120.0, 480.0))
    sheet.sheet.sheet_state = "veryHidden"
    plain = Look(size=11, wrap=False)
    for pair in held.items():
        sheet.add(
            *(Span(value=v, look=plain, first=n, last=n) for n, v in enumerate(pair, 1))
        )


def machine_data(report: Report, content_sha256: str) -> dict[str, str]:
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
        "slip": str(report.slip),
        "corrects": report.corrects,
        "sha256": content_sha256,
        "signers": " ".join(report.signers),
        "signer": report.signer.name,
    }


def _date(book: "Book", report: Report) -> None:
    """Date the file by its figures, not by the clock."""
    moment = report.computed_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties = book.workbook.properties
    properties.created = properties.modified = moment
    properties.creator = ""
    properties.keywords = PRACTICE_KEYWORD if report.practice else None
