"""Know the files of a practice office: they say of themselves that they are practice.

A test key may sign those and no others, so that its signature is never taken for
one on a real report.
"""

import io
import re
import zipfile
from typing import Final

PRACTICE_KEYWORD: Final = "SO-THUC-HANH"
"""Keyword among the properties of a PDF or a workbook made for practice."""

_CORE: Final = "docProps/core.xml"
_LIMIT: Final = 100_000
"""Bytes of properties that are looked into."""


def says_practice(data: bytes, kind: str) -> bool:
    """Tell whether a PDF or a workbook bears the keyword; never raise on its bytes."""
    if kind == "pdf":
        return _pdf_says(data)
    return kind == "workbook" and _workbook_says(data)


def _pdf_says(data: bytes) -> bool:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            return str(document.docinfo.get("/Keywords", "")) == PRACTICE_KEYWORD
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return False


def _workbook_says(data: bytes) -> bool:
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as archive,
            archive.open(_CORE) as part,
        ):
            core = part.read(_LIMIT).decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, ValueError):
        return False
    return bool(re.search(rf"<(\w+:)?keywords>{PRACTICE_KEYWORD}</", core))
