"""Workbooks put together part by part: real ones, odd ones, and hostile ones."""

import zipfile
from io import BytesIO
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

TOP = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
    f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/><sheets>'
    '<sheet name="Bảng" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATED = (
    f'<Relationships xmlns="{RELATIONS}">'
    f'<Relationship Type="{OFFICE}/worksheet" Id="rId1" '
    'Target="worksheets/sheet1.xml"/>'
    f'<Relationship Type="{OFFICE}/styles" Id="rId2" Target="/xl/styles.xml"/>'
    f'<Relationship Type="{OFFICE}/sharedStrings" Id="rId3" '
    'Target="sharedStrings.xml"/>'
    "</Relationships>"
)


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    """Return a sheet with the given rows."""
    data = f"{before}<sheetData>{rows}</sheetData>{after}"
    return f'<worksheet xmlns="{MAIN}">{data}</worksheet>'


def cells(*texts: str) -> str:
    """Return a row of texts."""
    made = "".join(
        f'<c t="inlineStr"><is><t xml:space="preserve">{one}</t></is></c>'
        for one in texts
    )
    return f"<row>{made}</row>"


def styles(*looks: tuple[str, str]) -> str:
    """Return the styles of cells: font and number format of each."""
    fonts = "".join(f'<font><name val="{font}"/></font>' for font, _ in looks)
    codes = "".join(
        f'<numFmt numFmtId="{200 + at}" formatCode="{code}"/>'
        for at, (_, code) in enumerate(looks)
    )
    forms = "".join(
        f'<xf numFmtId="{200 + at}" fontId="{at}"/>' for at in range(len(looks))
    )
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><fonts>{fonts}</fonts>'
        f"<cellXfs>{forms}</cellXfs></styleSheet>"
    )


def strings(*items: str) -> str:
    """Return the shared texts; each is what stands within its `si`."""
    made = "".join(f"<si>{one}</si>" for one in items)
    return f'<sst xmlns="{MAIN}">{made}</sst>'


def a_book(path: Path, rows: str = "", **parts: str | bytes | None) -> Path:
    """Write a workbook of one sheet; parts are named with `__` for `/`, without `.xml`.

    A part that is None is left out; `rels` are the relations of the workbook.
    """
    given: dict[str, str | bytes | None] = {
        "_rels/.rels": TOP,
        "xl/workbook.xml": parts.pop("book", BOOK),
        "xl/_rels/workbook.xml.rels": parts.pop("rels", RELATED),
        "xl/worksheets/sheet1.xml": parts.pop("sheet", sheet(rows)),
    }
    given |= {f"{name.replace('__', '/')}.xml": one for name, one in parts.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in given.items():
            if content is not None:
                archive.writestr(name, content)
    return path


def replaced(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """Rewrite one part of a workbook."""
    data = path.read_bytes()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(path, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            made.writestr(entry.filename, content)
    return path


def added(path: Path, **parts: bytes) -> Path:
    """Put parts into a workbook; `__` in names stands for `/`, `_0_` for `.`."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_0_", "."), content)
    return path


def a_lock(folder: Path) -> Path:
    """Write what Excel leaves beside an open workbook: 165 bytes of a name."""
    path = folder / "~$bang.xlsx"
    name = "An".ljust(54)
    path.write_bytes(
        b"\x02" + name.encode("ascii") + "An".ljust(55).encode("utf-16-le")
    )
    return path
