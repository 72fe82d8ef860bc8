"""HTML as Word and Excel put it on the clipboard."""

import pytest

from desktop.errors import InputError
from desktop.files.foreign import html
from desktop.files.foreign.html import read_html
from desktop.rules.grid import GridRow

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset="utf-8"><style><!-- td {border:1px} --></style></head><body>
<!--StartFragment-->
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'>
 <td width=40><p class=MsoNormal align=center><b><span>STT<o:p></o:p></span></b>
 </p></td>
 <td width=200><p class=MsoNormal><b>Tên nhiệm
 vụ</b></p></td>
 <td><p><b>Cơ quan chủ trì</b></p></td></tr>
<tr><td><p>I<o:p></o:p></p></td>
 <td colspan=2><p><b>Xây dựng&nbsp;cơ chế</b></p></td></tr>
<tr><td><p>1.1</p></td><td><p>Lập quy chế;</p><p>họp<br>báo</p><p>&nbsp;</p></td>
 <td rowspan=2><p>Sở A</p><p>Sở B</p></td></tr>
<tr style='display:none'><td><p>1.2</p></td><td><p>Hội nghị</p></td></tr>
</table>
<!--EndFragment--></body></html>"""


def rows(text: str) -> tuple[GridRow, ...]:
    return read_html(text).grids[0].rows


def texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows(text)]


def test_a_table_of_word_is_read_cell_by_cell() -> None:
    assert texts(WORD) == [
        ["STT", "Tên nhiệm vụ", "Cơ quan chủ trì"],
        ["I", "Xây dựng cơ chế", "Xây dựng cơ chế"],
        ["1.1", "Lập quy chế;\nhọp\nbáo", "Sở A\nSở B"],
        ["1.2", "Hội nghị", "Sở A\nSở B"],
    ]


def test_merged_cells_share_a_number_and_bold_is_told() -> None:
    first, group, one, two = rows(WORD)
    assert group.cell(1).block == group.cell(2).block > 0
    assert one.cell(2).block == two.cell(2).block != group.cell(1).block
    assert [cell.bold for cell in first.cells] == [True] * 3
    assert not one.cell(1).bold
    assert [row.hidden for row in (one, two)] == [False, True]


def test_a_table_of_excel_keeps_breaks_within_a_cell() -> None:
    text = (
        "<table><tr><td>1</td><td style='font-weight:700'>Sở A;<br"
        " style='mso-data-placement:same-cell'>Sở B</td></tr></table>"
    )
    ((_, cell),) = [row.cells for row in rows(text)]
    assert (cell.text, cell.bold) == ("Sở A;\nSở B", True)


def test_tables_of_several_pages_are_one_below_the_other() -> None:
    page = "<table><tr><td>{}</td></tr></table>"
    found = rows(page.format(1) + "<p>x</p>" + page.format(2))
    assert [(row.number, row.cell(0).text) for row in found] == [(1, "1"), (2, "2")]


def test_a_table_in_a_cell_is_its_text() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert texts(f"<table><tr><td>{inner}</td></tr></table>") == [["a b"]]


@pytest.mark.parametrize("span", ["99999999", "-1", "x", "", "٣"])
def test_spans_beyond_sense_do_no_harm(span: str) -> None:
    text = f"<table><tr><td colspan='{span}' rowspan='{span}'>a</td></tr></table>"
    ((*cells,),) = texts(text)
    assert set(cells) == {"a"}
    assert len(cells) <= html.SPAN_LIMIT


@pytest.mark.parametrize("text", ["", " ", "<p>không có bảng</p>", "\x00", "<"])
def test_what_holds_no_table_gives_none(text: str) -> None:
    assert read_html(text).grids == ()


def test_more_than_any_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "ROW_LIMIT", 2)
    text = "<table>" + "<tr><td>1</td></tr>" * 3 + "</table>"
    with pytest.raises(InputError) as caught:
        read_html(text)
    assert caught.value.problems[0].code == "table_too_large"
    monkeypatch.setattr(html, "TEXT_LIMIT", 5)
    with pytest.raises(InputError):
        read_html("<table>")


def test_entities_of_a_hostile_page_are_not_resolved() -> None:
    text = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<table><tr><td>&x;</td></tr></table>"
    )
    assert texts(text) in ([["&x;"]], [[""]])


def test_what_xml_cannot_carry_is_left_out() -> None:
    assert texts("<table><tr><td>a\x01\ufffeb</td></tr></table>") == [["ab"]]
