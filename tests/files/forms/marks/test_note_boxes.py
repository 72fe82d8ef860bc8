"""Boxes of notes: one for each cell, beside whatever else the drawing holds."""

import re
from pathlib import Path

import pytest

from desktop.files.forms.marks.note_boxes import NoteBoxes
from desktop.files.forms.marks.parts import Parts
from tests.files.forms.marks.books import a_returned_book, parts_of, with_parts

SHEET, OTHER = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
DRAWING = "xl/drawings/commentsDrawing1.vml"


def drawn(parts: Parts, name: str) -> str:
    return parts.data(name).decode()


def drawn_at(parts: Parts, sheet: str, cell: str) -> None:
    boxes = NoteBoxes(parts, sheet, parts.root(sheet))
    boxes.draw(cell, "một")
    boxes.keep()


def test_a_box_is_put_into_the_drawing_there_is(tmp_path: Path) -> None:
    parts = Parts(a_returned_book(tmp_path / "bieu.xlsx"))
    boxes = NoteBoxes(parts, SHEET, parts.root(SHEET))
    before = drawn(parts, DRAWING)
    boxes.draw("D4", "một")
    boxes.draw("D4", "lại")
    boxes.draw("B3", "có hộp sẵn")
    boxes.keep()
    after = drawn(parts, DRAWING)
    assert after.count('ObjectType="Note"') == 2
    assert "<x:Row>3</x:Row><x:Column>3</x:Column>" in after
    assert after.startswith(before[:200])
    ids = re.findall(r'id="_x0000_s(\d+)"', after)
    assert len(ids) == len(set(map(int, ids))) == 2


def test_a_drawing_that_is_no_good_xml_is_still_served(tmp_path: Path) -> None:
    """Excel itself once wrote `<br>` into boxes, and never closed it."""
    path = a_returned_book(tmp_path / "bieu.xlsx")
    old = parts_of(path.read_bytes())[DRAWING]
    broken = old.replace(b"</xml>", b"<v:shape><br></v:shape></xml>")
    assert broken != old
    path.write_bytes(with_parts(path.read_bytes(), **{DRAWING: broken}))
    parts = Parts(path)
    drawn_at(parts, SHEET, "D4")
    text = drawn(parts, DRAWING)
    assert "<br>" in text
    assert text.rstrip().endswith("</v:shape>\n</xml>")


def test_a_sheet_without_a_drawing_gets_one_in_its_place(tmp_path: Path) -> None:
    parts = Parts(a_returned_book(tmp_path / "bieu.xlsx"))
    sheet = parts.root(OTHER)
    drawn_at(parts, OTHER, "C9")
    (name,) = parts.related(OTHER, "vmlDrawing")
    assert "_x0000_t202" in drawn(parts, name)
    assert str(sheet[-1].tag).endswith("}legacyDrawing")


def test_the_drawing_stands_before_tables_in_a_sheet(tmp_path: Path) -> None:
    path = a_returned_book(tmp_path / "bieu.xlsx")
    text = parts_of(path.read_bytes())[SHEET]
    bare = re.sub(rb"<legacyDrawing [^>]*/>", b"", text)
    assert bare != text
    rels = parts_of(path.read_bytes())["xl/worksheets/_rels/sheet1.xml.rels"]
    cut = re.sub(rb"<Relationship [^>]*(vmlDrawing|comments)\"[^>]*/>", b"", rels)
    changed = {SHEET: bare, "xl/worksheets/_rels/sheet1.xml.rels": cut}
    path.write_bytes(with_parts(path.read_bytes(), **changed))
    parts = Parts(path)
    sheet = parts.root(SHEET)
    drawn_at(parts, SHEET, "D4")
    names = [str(one.tag).rpartition("}")[2] for one in sheet]
    assert names.index("drawing") < names.index("legacyDrawing")
    assert names.index("legacyDrawing") < names.index("tableParts")


def test_a_drawing_without_an_end_is_refused(tmp_path: Path) -> None:
    path = a_returned_book(tmp_path / "bieu.xlsx")
    path.write_bytes(with_parts(path.read_bytes(), **{DRAWING: b"<xml>"}))
    parts = Parts(path)
    with pytest.raises(ValueError, match="commentsDrawing1"):
        NoteBoxes(parts, SHEET, parts.root(SHEET))


@pytest.mark.parametrize("coding", ["utf-16", "latin-1"])
def test_a_drawing_keeps_its_encoding(tmp_path: Path, coding: str) -> None:
    path = a_returned_book(tmp_path / "bieu.xlsx")
    text = parts_of(path.read_bytes())[DRAWING].decode()
    old = text.replace("</xml>", "<!-- \u00e9 --></xml>").encode(coding)
    path.write_bytes(with_parts(path.read_bytes(), **{DRAWING: old}))
    parts = Parts(path)
    drawn_at(parts, SHEET, "D4")
    after = parts.data(DRAWING).decode(coding)
    assert "\u00e9" in after
    assert "<x:Row>3</x:Row>" in after
