"""Cells of a task table come out in Unicode, and it is told how many were not."""

import unicodedata

from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from desktop.rules.task_table.letters import in_unicode
from tests.rules.old_letters import written


def a_source(*cells: Cell) -> TableSource:
    return TableSource(grids=(Grid(rows=(GridRow(number=1, cells=cells),)),))


def texts(source: TableSource) -> list[str]:
    return [cell.text for cell in source.grids[0].rows[0].cells]


def test_a_font_tells_the_letters_of_its_cell() -> None:
    old = Cell(text="X· §ång T©m", font=".VnTime", bold=True)
    source = in_unicode(a_source(old, Cell(text="Xã Đồng Tâm", font="Arial")))
    assert texts(source) == ["Xã Đồng Tâm"] * 2
    assert source.grids[0].rows[0].cell(0).bold
    assert source.notes[0].facts == ("1", "X· §ång T©m", "Xã Đồng Tâm")


def test_without_a_font_the_words_of_the_sheet_speak() -> None:
    given = ["tuyên truyền pháp luật", "bồi dưỡng cán bộ", "TT"]
    source = in_unicode(a_source(*(Cell(text=written(one, "vni")) for one in given)))
    assert texts(source) == given
    assert source.notes[0].facts[0] == "2"


def test_unicode_is_left_alone_and_letters_apart_are_joined_quietly() -> None:
    source = a_source(Cell(text="Xã Hà"), Cell(text="abc"))
    assert in_unicode(source) == source
    apart = a_source(Cell(text=unicodedata.normalize("NFD", "Đắk Hà")))
    assert texts(in_unicode(apart)) == ["Đắk Hà"]
    assert in_unicode(apart).notes == ()
