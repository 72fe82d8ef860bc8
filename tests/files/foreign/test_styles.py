"""Cells look as their fonts and formats say, by number."""

from pathlib import Path

from desktop.files.foreign import formats
from desktop.files.foreign.archive import opened
from desktop.files.foreign.formats import Form
from desktop.files.foreign.styles import PLAIN, Style, styles_of
from tests.files.foreign.workbooks import MAIN, a_book, styles

ODD = f"""<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164"
formatCode="dd/mm"/></numFmts>
<fonts><font><b/><name val=".VnTime"/></font><font><b val="0"/><name val="A"/></font>
<font><sz val="9"/></font></fonts>
<cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
<cellXfs><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="1"/><xf fontId="2"/>
<xf fontId="7"/><xf/></cellXfs>
<dxfs><dxf><font><name val="Z"/></font></dxf></dxfs></styleSheet>"""


def read(path: Path) -> list[Style]:
    return styles_of(opened(path), "xl/styles.xml")


def test_styles_come_in_their_order(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", xl__styles=ODD)
    bold = Style(".VnTime", True, Form(formats.DAY))
    assert read(path) == [
        bold,
        Style("A", form=Form(formats.SHARE)),
        PLAIN,
        PLAIN,
        bold.__class__(".VnTime", True, Form()),
    ]


def test_what_the_tests_write_is_what_is_read(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", xl__styles=styles(("VNI-Times", "0.00")))
    assert read(path) == [Style("VNI-Times", form=Form(decimals=2))]


def test_a_workbook_without_styles_has_none(tmp_path: Path) -> None:
    assert styles_of(opened(a_book(tmp_path / "a.xlsx")), "") == []
