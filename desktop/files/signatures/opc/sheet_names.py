"""Know by which name people see the sheet that a part of a workbook holds."""

from typing import Final

from desktop.files.signatures.opc import relationships
from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.package import Package
from desktop.records.verification import SheetName

WORKBOOK: Final = "xl/workbook.xml"
SIZE_LIMIT: Final = 1_000_000
"""Bytes of the list of sheets that are read; ours takes a few thousand."""
MOST: Final = 500
"""Sheets that are named; a book has room for more than anybody opens."""

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONSHIPS: Final = "xl/_rels/workbook.xml.rels"


def sheet_names(package: Package) -> tuple[SheetName, ...]:
    """Return the names of sheets as the book lists them, whoever wrote that list.

    Never raises on what is in the parts: a list that cannot be read names nothing.
    """
    content = package.parts.get(WORKBOOK, b"")
    if len(content) > SIZE_LIMIT:
        return ()
    try:
        listed = list(parse(content).iterfind(f"{_MAIN}sheets/{_MAIN}sheet"))
    except ValueError:
        return ()
    places = {
        one.id: relationships.target_part(_RELATIONSHIPS, one.target)
        for one in package.relationships.get(_RELATIONSHIPS, ())
        if not one.external
    }
    found = ((places.get(one.get(_ID)), one.get("name")) for one in listed[:MOST])
    return tuple(
        SheetName(part=part, name=name) for part, name in found if part and name
    )
