"""Pack a workbook so that the same report always gives the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from desktop.files.signatures.opc import relationships
from desktop.files.workbook.charts import without_title

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every member: the earliest a ZIP can carry."""
FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Members readers look for first."""
BLOCK = 1 << 20
STYLES = "xl/styles.xml"
FONT_PARTS = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u"),
    *("vertAlign", "sz", "color", "name", "family", "charset", "scheme"),
)
"""Parts of a font in the order Excel writes them and strict readers ask for."""


class Parts:
    """Collect the parts of a package; stands in for the archive openpyxl writes to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: dict[str, bytes | Path] = {}

    def writestr(self, name: str, content: bytes | str) -> None:
        """Take a small part."""
        self._parts[name] = content.encode() if isinstance(content, str) else content

    def write(self, path: str, name: str) -> None:
        """Take a part that waits in a file."""
        self._parts[name] = Path(path)

    def namelist(self) -> list[str]:
        """Return the names of the parts so far."""
        return list(self._parts)

    def pack(self) -> bytes:
        """Return all parts as a package, in a fixed order and with a fixed date."""
        target = BytesIO()
        rest = sorted(name for name in self._parts if name not in FIRST)
        with ZipFile(target, "w") as archive:
            for name in (*FIRST, *rest):
                info = ZipInfo(name, EPOCH)
                info.compress_type = ZIP_DEFLATED
                info.create_system = 0
                with archive.open(info, "w") as member:
                    for block in self._blocks(name):
                        member.write(block)
        return target.getvalue()

    def _blocks(self, name: str) -> Iterator[bytes]:
        part = self._parts[name]
        if isinstance(part, bytes):
            yield self._settled(name, part)
            return
        with part.open("rb") as source:
            while block := source.read(BLOCK):
                yield block

    def _settled(self, name: str, part: bytes) -> bytes:
        if name.endswith(".rels"):
            return relationships.plain(name, part)
        return ordered_fonts(part) if name == STYLES else part


class Packer(ExcelWriter):
    """openpyxl's writer, for sheets already written to files of our own."""

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401
        """Close a sheet and take its file, without deleting it."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts = ws._charts  # noqa: SLF001
        if not ws.closed:
            ws.close()
        ws._rels = ws._writer._rels  # noqa: SLF001
        out = ws._writer.path  # noqa: SLF001
        self._archive.write(out, ws.path[1:])  # type: ignore[attr-defined]  # untyped
        self.manifest.append(ws)

    def _write_charts(self) -> None:
        for chart in self._charts:  # type: ignore[attr-defined]  # untyped
            content = tostring(without_title(chart._write()))  # noqa: SLF001
            self._archive.writestr(chart.path[1:], content)  # type: ignore[attr-defined]
            self.manifest.append(chart)


def pack(workbook: Any) -> bytes:  # noqa: ANN401
    """Return the workbook as a package.

    Raises:
        OSError: The sheets' own files cannot be written or read.
    """
    parts: Any = Parts()
    Packer(workbook, parts).write_data()
    return bytes(parts.pack())


def ordered_fonts(content: bytes) -> bytes:
    """Return the part of styles with every font's parts in the order of the schema."""
    root = etree.fromstring(content)
    for font in root.iter("{*}font"):
        font[:] = sorted(
            font, key=lambda part: FONT_PARTS.index(etree.QName(part).localname)
        )
    return etree.tostring(root, xml_declaration=False, encoding="UTF-8")
