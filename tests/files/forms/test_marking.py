"""Marking: cells are coloured and annotated, nothing else of the file is touched."""

import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.errors import FileError
from desktop.files.forms.marking import Note, mark
from tests.files import ecma
from tests.files.forms.marks.books import (
    SHEET,
    STAMP,
    SUMMARY,
    a_returned_book,
    notes_in,
    parts_of,
    with_parts,
)

NOW = dt.datetime(2024, 7, 1, 8, tzinfo=dt.UTC)
NOTES = (
    Note(sheet=SHEET, cell="D4", text="“12 buổi” không phải là số."),
    Note(sheet=SHEET, cell="B3", text="Chưa rõ tên lớp.", doubt=True),
    Note(sheet=SHEET, cell="C30", text="Chưa ghi ngày."),
    Note(sheet=SUMMARY, cell="C9", text="Ít hơn số đã kê."),
)
EDITED = {
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet3.xml",
    "xl/styles.xml",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
    "[Content_Types].xml",
}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_returned_book(tmp_path_factory.mktemp("sent") / "bieu.xlsx")


@pytest.fixture(scope="module")
def marked(sent: Path) -> bytes:
    texts = {(STAMP, "A2"): "form-2"}
    return mark(sent, NOTES, author="Phòng", moment=NOW, texts=texts)


def test_openpyxl_reads_a_note_at_each_faulty_cell(marked: bytes) -> None:
    assert notes_in(marked) == {
        "Tập huấn!D4": "“12 buổi” không phải là số.",
        "Tập huấn!B3": "ghi chú của xã\n\nPhòng:\nChưa rõ tên lớp.",
        "Tập huấn!C30": "Chưa ghi ngày.",
        "Tổng hợp!C9": "Ít hơn số đã kê.",
    }


def test_every_part_that_is_not_concerned_stays_byte_for_byte(
    sent: Path, marked: bytes
) -> None:
    before, after = parts_of(sent.read_bytes()), parts_of(marked)
    assert list(after)[: len(before)] == list(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == EDITED
    assert set(after) - set(before) == {
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/_rels/sheet2.xml.rels",
    }
    kept = set(before) - changed
    assert {"xl/media/image1.jpeg", "xl/drawings/drawing1.xml"} <= kept
    assert {"xl/tables/table1.xml", "xl/workbook.xml"} <= kept


def test_a_coloured_cell_keeps_its_font_and_its_form_of_numbers(marked: bytes) -> None:
    sheet = load_workbook(BytesIO(marked))[SHEET]
    cell = sheet["D4"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert (cell.value, cell.font.b, cell.number_format) == ("12 buổi", True, "#,##0")
    assert sheet["B3"].fill.fgColor.rgb == "FFFFEB9C"
    assert sheet["D5"].fill.fill_type is None
    assert sheet.protection.sheet


def test_only_the_cells_named_get_a_text(marked: bytes) -> None:
    book = load_workbook(BytesIO(marked))
    assert book[STAMP]["A2"].value == "form-2"
    assert book[STAMP]["A1"].value == "STT-FORM"
    assert book[STAMP].sheet_state == "veryHidden"


def test_a_marked_copy_breaks_no_schema_the_sent_file_kept(
    sent: Path, marked: bytes
) -> None:
    known = set(ecma.faults(sent.read_bytes()))
    assert set(ecma.faults(marked)) <= known


def test_marking_twice_tells_both_and_colours_once(
    marked: bytes, tmp_path: Path
) -> None:
    once = tmp_path / "once.xlsx"
    once.write_bytes(marked)
    again = Note(sheet=SHEET, cell="D4", text="Vẫn chưa phải số.")
    twice = mark(once, [again], author="Phòng", moment=NOW)
    told = notes_in(twice)["Tập huấn!D4"]
    assert told.startswith("“12 buổi” không phải là số.")
    assert told.endswith("Phòng:\nVẫn chưa phải số.")
    shapes = parts_of(twice)["xl/drawings/commentsDrawing1.vml"]
    before = parts_of(marked)["xl/drawings/commentsDrawing1.vml"]
    assert shapes == before, "the box of the first note serves the second"


def test_notes_for_one_merged_area_are_told_at_the_corner_one_sees(sent: Path) -> None:
    notes = [
        Note(sheet=SHEET, cell="C13", text="Ô gộp.", doubt=True),
        Note(sheet=SHEET, cell="D12", text="Chưa ghi ngày."),
    ]
    data = mark(sent, notes, author="Phòng", moment=NOW)
    assert notes_in(data)["Tập huấn!B12"] == "Ô gộp.\n\nChưa ghi ngày."
    corner = load_workbook(BytesIO(data))[SHEET]["B12"]
    assert corner.fill.fgColor.rgb == "FFFFC7CE"


def test_a_sheet_that_is_not_there_cannot_be_marked(sent: Path) -> None:
    note = Note(sheet="Trang khác", cell="A1", text="")
    with pytest.raises(FileError) as caught:
        mark(sent, [note], author="Phòng", moment=NOW)
    assert caught.value.reason == "unreadable"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anh.xlsx"
    path.write_bytes(b"\xff\xd8\xff not a workbook")
    with pytest.raises(FileError) as caught:
        mark(path, NOTES, author="Phòng", moment=NOW)
    assert caught.value.reason == "not_workbook"


def test_a_file_saved_by_libreoffice_is_marked_likewise() -> None:
    path = Path(__file__).parents[1] / "foreign" / "libreoffice.xlsx"
    sheet = load_workbook(path).sheetnames[0]
    data = mark(
        path,
        [Note(sheet=sheet, cell=cell, text=f"Xem {cell}.") for cell in ("A1", "Z90")],
        author="Phòng",
        moment=NOW,
    )
    assert notes_in(data) == {f"{sheet}!A1": "Xem A1.", f"{sheet}!Z90": "Xem Z90."}
    assert set(ecma.faults(data)) <= set(ecma.faults(path.read_bytes()))


def test_a_sheet_whose_elements_bear_a_prefix_is_marked_likewise(
    sent: Path, tmp_path: Path
) -> None:
    """Programs built on Microsoft's own library write `x:row` instead of `row`."""
    part = "xl/worksheets/sheet2.xml"
    text = parts_of(sent.read_bytes())[part]
    told = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", text)
    told = told.replace(b' xmlns="', b' xmlns:x="', 1)
    path = tmp_path / "x.xlsx"
    path.write_bytes(with_parts(sent.read_bytes(), **{part: told}))
    note = Note(sheet=SUMMARY, cell="B4", text="Chưa ghi số.")
    data = mark(path, [note], author="Phòng", moment=NOW)
    assert notes_in(data)["Tổng hợp!B4"] == "Chưa ghi số."
    made = parts_of(data)[part]
    assert b'<x:c r="B4"' in made
    assert b"ns0:" not in made


def test_a_long_note_has_a_box_it_fits_in(sent: Path) -> None:
    lengths = []
    for text in ("Ngắn.", "Dài lắm. " * 40):
        note = Note(sheet=SUMMARY, cell="C9", text=text)
        data = mark(sent, [note], author="Phòng", moment=NOW)
        (drawing,) = (one for one in parts_of(data) if "vmlDrawing1" in one)
        told = re.search(rb"<x:Anchor>([^<]*)<", parts_of(data)[drawing])
        assert told is not None
        place = [int(one) for one in told[1].split(b",")]
        lengths.append(place[6] - place[2])
    short, long = lengths
    assert long > short + 5


def test_letters_no_workbook_can_carry_are_left_out(sent: Path) -> None:
    note = Note(sheet=SUMMARY, cell="C9", text="“1\x0b2\ufffe\ud800” không phải số.")
    data = mark(sent, [note], author="Ph\x00òng", moment=NOW)
    assert notes_in(data)["Tổng hợp!C9"] == "“12” không phải số."


def test_what_was_marked_before_and_is_mended_turns_green(
    marked: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "again.xlsx"
    path.write_bytes(marked)
    note = Note(sheet=SHEET, cell="D4", text="Đã sửa.", mended=True)
    data = mark(path, [note], author="Phòng", moment=NOW)
    sheet = load_workbook(BytesIO(data))[SHEET]
    assert sheet["D4"].fill.fgColor.rgb == "FFC6EFCE"
    assert sheet["D4"].font.b
    assert sheet["B3"].fill.fgColor.rgb == "FFFFEB9C", "others stay as they were"
    assert notes_in(data)["Tập huấn!D4"].endswith("Phòng:\nĐã sửa.")
