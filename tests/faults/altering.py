"""Alter the parts of a workbook, as other programs and attackers do."""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_MAIN = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument/relationships"

Edit = Callable[[bytes], bytes]


def altered(
    path: Path,
    edits: Mapping[str, Edit] | None = None,
    *,
    every: Edit | None = None,
    also: Mapping[str, bytes] | None = None,
) -> Path:
    """Rewrite a workbook in its place.

    Args:
        path: The workbook.
        edits: What is done to a part, by its name.
        every: What is done to every part of XML.
        also: Parts put in beside the others.
    """
    data = path.read_bytes()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if every is not None and entry.filename.endswith((".xml", ".rels")):
                content = every(content)
            if edits and entry.filename in edits:
                content = edits[entry.filename](content)
            made.writestr(entry.filename, content)
        for name, content in (also or {}).items():
            made.writestr(name, content)
    return path


def strict(content: bytes) -> bytes:
    """Return a part as the strict variant of the format has it."""
    return content.replace(MAIN, STRICT_MAIN).replace(OFFICE, STRICT_OFFICE)


def put(text: str, before: str) -> Edit:
    """Return what puts a text before another, which must be there."""

    def edit(content: bytes) -> bytes:
        assert before.encode() in content
        return content.replace(before.encode(), text.encode() + before.encode(), 1)

    return edit


def instead(pattern: str, text: str, least: int = 1) -> Edit:
    """Return what puts a text in the place of every match of a pattern."""

    def edit(content: bytes) -> bytes:
        made, found = re.subn(pattern.encode(), text.encode(), content)
        assert found >= least
        return made

    return edit
