"""Read many files that may be collecting forms, two at a time, each within limits.

Whatever a file does to its reader costs that reader and the file, and nothing else.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.files.foreign.limits import LIMITS, Limits
from desktop.files.foreign.lines import LineReader
from desktop.files.forms.workers import Answer, Workers
from desktop.progress import Progress, Step, silent
from desktop.rules.forms.found import STAMP_SHEET, FormRead, Stamp, stamp_of
from desktop.rules.grid import TableSource

STAGE: Final = "reading_forms"
_CHILD: Final = "desktop.files.forms.child"


def read_forms(
    paths: Sequence[Path],
    progress: Progress = silent,
    *,
    limits: Limits = LIMITS,
    module: str = _CHILD,
) -> Iterator[FormRead]:
    """Yield what is in each file, in their order, while the next ones are being read.

    A file is only read, and is never the reason that another one is not: what cannot
    be read is told in its `fault`, with the reasons of `errors.FileError`.

    Args:
        paths: The files; their names prove nothing.
        progress: Told how many are read; Cancelled ends the processes that read.
        limits: Seconds and bytes each file may cost.
        module: What the processes run.
    """
    with Workers(module, limits, paths) as workers:
        for number, path in enumerate(paths):
            progress(Step(STAGE, number, len(paths)))
            waiting = workers.answer(number)
            while (answer := next(waiting)) is None:
                progress(Step(STAGE, number, len(paths)))
            yield _form(path, answer)
    progress(Step(STAGE, len(paths), len(paths)))


def _form(path: Path, answer: Answer) -> FormRead:
    """Return what a process told of a file, if it told everything."""
    reader = LineReader(path.name)
    try:
        for line in answer.lines:
            reader.line(line)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        return FormRead(path=path, fault=("reader_died", type(error).__name__))
    fault = reader.fault or answer.fault
    if not fault and reader.filled is None:
        fault = ("reader_died",)
    if not fault and not reader.whole:
        fault = ("cells_lost", str(reader.filled))
    if fault:
        return FormRead(path=path, fault=tuple(fault))
    source = reader.source()
    return FormRead(path=path, source=_seen(source), stamp=_stamp(source))


def _stamp(source: TableSource) -> Stamp | None:
    for grid in source.grids:
        if grid.name == STAMP_SHEET:
            return stamp_of(tuple(row.cell(0).text for row in grid.rows))
    return None


def _seen(source: TableSource) -> TableSource:
    grids = tuple(one for one in source.grids if one.name != STAMP_SHEET)
    return replace(source, grids=grids)
