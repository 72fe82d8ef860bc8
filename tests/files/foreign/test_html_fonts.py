"""The font of a pasted text is told however the page names it."""

import pytest

from desktop.files.foreign.html import read_html
from desktop.rules.grid import Cell
from desktop.rules.healing import heal_cell

EXCEL = """<html><head><style><!--table {mso-displayed-decimal-separator:","}
td {font-size:11pt; mso-fareast-font-family:Batang; font-family:Calibri, sans-serif;}
.xl65 {font-family:".VnTime", sans-serif; mso-number-format:"\\@";}
.font5 {font-family:"VNI-Times";}
--></style></head><body><table><tr>
<td class=xl65>X· §ång T©m</td><td>Thôn 1</td>
<td class=xl65>X· <font class="font5">aù</font></td></tr></table></body></html>"""


def cells(page: str) -> tuple[Cell, ...]:
    return read_html(page).grids[0].rows[0].cells


def test_excel_names_fonts_in_classes() -> None:
    one, two, three = cells(EXCEL)
    assert (one.font, one.runs) == (".VnTime", ())
    assert two.font == "Calibri"
    assert (three.font, three.text) == ("", "X· aù")
    assert three.runs == (("X· ", ".VnTime"), ("aù", "VNI-Times"))
    healed = [heal_cell(cell).text for cell in (one, two, three)]
    assert healed == ["Xã Đồng Tâm", "Thôn 1", "Xã á"]


@pytest.mark.parametrize(
    "cell",
    [
        "<td style='font-family:\".VnTimeH\"'>x· héi</td>",
        "<td><p><span style='font-family:.VnTimeH,serif'>x·\n héi</span>",
        "<td><font face='.VnTimeH, Arial'>x· héi</font></td>",
        "<td><p style=\"mso-font-family:Arial;font-family:'.VnTimeH'\">x· héi</p>",
    ],
)
def test_a_font_beside_the_text_is_told(cell: str) -> None:
    (found,) = cells(f"<table><tr>{cell}</tr></table>")
    assert (found.text, found.font) == ("x· héi", ".VnTimeH")
    assert heal_cell(found).text == "XÃ HỘI"


def test_a_font_around_the_table_is_that_of_its_cells() -> None:
    (found,) = cells(
        "<div style='font-family:Arial'><table><tr><td>a</td></tr></table></div>"
    )
    assert found.font == "Arial"


def test_runs_keep_the_text_as_it_is_read() -> None:
    (found,) = cells(
        "<table><tr><td><p>X·  <b style='font-family:.VnTime'>§ång</b></p>"
        "<p>&nbsp;T©m</p></td></tr></table>"
    )
    assert found.text == "X· §ång\nT©m"
    assert "".join(text for text, _ in found.runs) == found.text
    assert [font for _, font in found.runs] == ["", ".VnTime", ""]


def test_no_font_is_told_where_there_is_none() -> None:
    (found,) = cells("<table><tr><td>a</td></tr></table>")
    assert (found.font, found.runs) == ("", ())
