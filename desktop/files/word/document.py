"""Write a report as a Word document, for leaders who edit its wording.

It holds what the printed page holds, in words that can be changed; what comes back of
it is not read, and it says so. The same report always gives the same bytes.
"""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desktop.files import whole_file
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.progress import Progress, silent
from desktop.records.report import Report

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every member: the earliest a ZIP can carry."""
FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Members readers look for first."""


def write(report: Report, path: Path, *, progress: Progress = silent) -> None:
    """Write the document of a report, whole or not at all.

    Raises:
        FileError: The disk is full, or may not be written to.
        Cancelled: The user asked to stop; no file is left behind.
    """
    whole_file.write(path, draw(report, progress=progress))


def draw(report: Report, *, progress: Progress = silent) -> bytes:
    """Return the document of a report.

    Raises:
        Cancelled: The user asked to stop.
    """
    from docx import Document

    from desktop.files.word import styles
    from desktop.files.word.composing import Composer

    document = Document()
    styles.clear(document, report.language)
    Composer(document, report).compose(progress)
    _describe(document, report)
    held = BytesIO()
    document.save(held)
    return packed(held.getvalue())


def _describe(document: Any, report: Report) -> None:  # noqa: ANN401
    """Date the file by its figures, and name nobody."""
    moment = report.computed_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0)
    properties, head = document.core_properties, report.letterhead
    properties.title = f"{head.document_type} {head.subject}".strip()[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment
    properties.language = report.language
    properties.revision = 1
    properties.keywords = PRACTICE_KEYWORD if report.practice else ""


def packed(content: bytes) -> bytes:
    """Return a package with its members in a fixed order and with a fixed date."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as archive:
        names = source.namelist()
        rest = sorted(name for name in names if name not in FIRST)
        for name in (*FIRST, *rest):
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, source.read(name))
    return target.getvalue()
