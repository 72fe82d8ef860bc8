"""Sheets are read as what one sees in them; nothing is lost without a word."""

import datetime as dt
import random
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.errors import FileError
from desktop.files.foreign.book import tell_book
from desktop.files.foreign.lines import LineReader, LineWriter
from desktop.rules.grid import Grid
from tests.files.foreign.reading import only_cell, read_here, refusal
from tests.files.foreign.reading import texts as texts_of
from tests.files.foreign.workbooks import (
    BOOK,
    MAIN,
    RELATED,
    a_book,
    a_lock,
    added,
    cells,
    replaced,
    sheet,
    strings,
    styles,
)
from tests.files.task_table.workbooks import TASKS, a_workbook


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def amended(path: Path, change: Any) -> Path:
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def test_merged_cells_say_the_same_in_all_of_their_area(tmp_path: Path) -> None:
    rows = [TASKS, ["I", "Cơ chế"], ["1.1", "Quy chế", "A"], ["1.2", "Hội nghị"]]
    path = a_workbook(tmp_path / "a.xlsx", rows, "B2:E2", "C3:C4")
    (grid,) = read_here(path).grids
    assert texts(grid)[1] == ["I", *["Cơ chế"] * 4]
    assert [row.cell(2).text for row in grid.rows[2:]] == ["A", "A"]
    assert grid.rows[1].cell(1).block == grid.rows[1].cell(4).block > 0
    assert grid.rows[2].cell(2).block == grid.rows[3].cell(2).block
    assert grid.rows[1].cell(1).block != grid.rows[2].cell(2).block
    assert grid.rows[0].cell(0).bold
    assert not grid.rows[2].cell(0).bold


def test_numbers_show_as_their_format_has_them(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [[1, 1.1, 1.1, dt.date(2018, 5, 1), "1.10"]])

    def change(book: Any) -> None:
        book.active["C1"].number_format = "0.00"

    (grid,) = read_here(amended(path, change)).grids
    assert texts(grid) == [["1", "1.1", "1.10", "01/05/2018", "1.10"]]


def test_line_breaks_and_odd_letters_survive(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["Sở A;\nSở B", "Đ\u0103k Ha\u0300"]])
    (grid,) = read_here(path).grids
    assert texts(grid) == [["Sở A;\nSở B", "Đ\u0103k Ha\u0300"]]


def test_a_formula_gives_its_value_or_is_a_fault(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["=1+1", "=2+2"]])
    part = "xl/worksheets/sheet1.xml"
    replaced(path, part, b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    (grid,) = read_here(path).grids
    one, two = grid.rows[0].cells
    assert (one.text, one.fault) == ("2", "")
    assert (two.text, two.fault) == ("", "formula")


def test_an_error_of_the_sheet_is_a_fault_that_says_which(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["#REF!", "x"]])
    (grid,) = read_here(path).grids
    assert (grid.rows[0].cell(0).text, grid.rows[0].cell(0).fault) == (
        "#REF!",
        "error_value",
    )


def test_hidden_rows_are_read_and_told_and_hidden_sheets_only_told(
    tmp_path: Path,
) -> None:
    def change(book: Any) -> None:
        book.active.row_dimensions[2].hidden = True
        book.create_sheet("Nháp").sheet_state = "hidden"
        book.create_sheet("Rất kín").sheet_state = "veryHidden"
        book.create_sheet("Khác")["A1"] = "x"

    path = amended(a_workbook(tmp_path / "a.xlsx", [TASKS, ["1"], ["2"]]), change)
    source = read_here(path)
    assert [grid.name for grid in source.grids] == ["Phụ lục", "Khác"]
    assert source.hidden_sheets == ("Nháp", "Rất kín")
    assert [row.hidden for row in source.grids[0].rows] == [False, True, False]


def test_blank_rows_between_keep_their_numbers(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, [], ["1", "Việc"], [None, " "]])
    (grid,) = read_here(path).grids
    assert [row.number for row in grid.rows] == [1, 2, 3]
    assert grid.rows[1].blank


def test_a_merged_area_is_cut_where_nothing_is_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS, ["I", "Nhóm"]])
    part = "xl/worksheets/sheet1.xml"
    merged = b'</sheetData><mergeCells><mergeCell ref="B2:XFD9"/></mergeCells>'
    replaced(path, part, b"</sheetData>", merged)
    (grid,) = read_here(path).grids
    assert [row.cell(4).text for row in grid.rows] == [TASKS[4], "Nhóm"]


def test_a_damaged_part_is_a_fault(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [TASKS])
    replaced(path, "xl/styles.xml", b"<cellXfs", b"<cellXf5")
    assert refusal(path) == "unreadable"


# --- rows C1 to C18 of the table of faults -----------------------------------

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600
FAR = '<c r="A1"><v>1</v></c>'


def row(*inside: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(inside)}</row>'


def merged(area: str) -> str:
    after = f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'
    return sheet(cells(*TASKS), after=after)


def many_sheets(count: int) -> dict[str, str]:
    made = "".join(
        f'<sheet name="S{at}" sheetId="{at}" r:id="rId1"/>' for at in range(1, count)
    )
    return {"book": BOOK.replace("<sheets>", f"<sheets>{made}")}


REFUSED: list[tuple[str, str, dict[str, Any], str]] = [
    ("C1", "strict", {"book": BOOK.replace(MAIN, STRICT)}, "strict_workbook"),
    ("C1", "no sheet at all", {"book": f'<workbook xmlns="{MAIN}"/>'}, "no_sheet"),
    (
        "C1",
        "nothing but charts",
        {"rels": RELATED.replace("/worksheet", "/chartsheet")},
        "no_sheet",
    ),
    (
        "C1",
        "every sheet hidden",
        {"book": BOOK.replace("sheetId", 'state="hidden" sheetId')},
        "no_sheet",
    ),
    (
        "C2",
        "a row that comes twice",
        {"rows": row('<c r="A1"><v>1</v></c>') + row('<c r="A1"><v>2</v></c>')},
        "unreadable",
    ),
    (
        "C2",
        "a cell in another row than it says",
        {"rows": row('<c r="A2"><v>1</v></c>')},
        "unreadable",
    ),
    (
        "C3",
        "one row too low",
        {"rows": row(FAR.replace("A1", "A20001"), number=20001)},
        "too_large",
    ),
    (
        "C3",
        "two opposite corners",
        {"rows": row(FAR) + row('<c r="XFD1048576"><v>1</v></c>', number=1_048_576)},
        "too_large",
    ),
    ("C3", "one column too far", {"rows": row('<c r="IW1"><v>1</v></c>')}, "too_large"),
    ("C3", "no such column", {"rows": row('<c r="XFE1"><v>1</v></c>')}, "unreadable"),
    ("C3", "too many sheets", many_sheets(51), "too_large"),
    ("C3", "merged without end", {"sheet": merged("B2:XFD1048576")}, "too_large"),
    ("C3", "merged far down", {"sheet": merged("A1:Z100000")}, "too_large"),
    (
        "C3",
        "one long text in many cells",
        {
            "xl__sharedStrings": strings(f"<t>{'a' * 90_000}</t>"),
            "rows": row('<c t="s"><v>0</v></c>' * 250)
            + row('<c t="s"><v>0</v></c>' * 250, number=2)
            + row('<c t="s"><v>0</v></c>' * 250, number=3),
        },
        "too_large",
    ),
    (
        "C4",
        "a bomb of entities",
        {"xl__styles": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        "unreadable",
    ),
    (
        "C4",
        "a file of the machine as an entity, in UTF-16",
        {
            "sheet": (
                '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
                + sheet(cells("&b;"))
            ).encode("utf-16")
        },
        "unreadable",
    ),
    (
        "C4",
        "an entity of a scheme",
        {"book": f'<!DOCTYPE a SYSTEM "http://x.invalid/a.dtd">{BOOK}'},
        "unreadable",
    ),
    (
        "C7",
        "a text that is not there",
        {"rows": row('<c t="s"><v>5</v></c>')},
        "unreadable",
    ),
    ("C7", "a number that is none", {"rows": row("<c><v>x</v></c>")}, "unreadable"),
    (
        "C7",
        "a style that is no number",
        {"rows": row('<c s="x"><v>1</v></c>')},
        "unreadable",
    ),
    ("C7", "a sheet cut short", {"sheet": sheet(cells("a"))[:-9]}, "unreadable"),
    (
        "C7",
        "a sheet without id",
        {"book": BOOK.replace(' r:id="rId1"', "")},
        "unreadable",
    ),
    (
        "C7",
        "an address that is none",
        {"rows": row('<c r="1A"><v>1</v></c>')},
        "unreadable",
    ),
    ("C7", "not a workbook inside", {"book": None}, "not_workbook"),
]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        pytest.param(parts, reason, id=f"{at}-{name}")
        for at, name, parts, reason in REFUSED
    ],
)
def test_what_cannot_be_read_whole_is_refused_by_reason(
    tmp_path: Path, parts: dict[str, Any], reason: str
) -> None:
    assert refusal(a_book(tmp_path / "a.xlsx", **parts)) == reason


def test_c2_a_cell_that_comes_twice_is_a_cell_lost(tmp_path: Path) -> None:
    from desktop.files.foreign.kinds import tell_file
    from desktop.files.foreign.lines import LineReader, LineWriter

    twice = row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')
    told: list[bytes] = []
    tell_file(a_book(tmp_path / "a.xlsx", twice), LineWriter(told.append))
    reader = LineReader("a.xlsx")
    for line in told:
        reader.line(line)
    assert reader.filled == 2
    assert not reader.whole


@pytest.mark.parametrize("dimension", ["", "A1", "A1:B1", "C7:D9", "XFD1048576"])
def test_c2_what_a_dimension_says_is_not_believed(
    tmp_path: Path, dimension: str
) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["a", "b", "c"]] * 50)
    part = "xl/worksheets/sheet1.xml"
    new = f'<dimension ref="{dimension}"'.encode() if dimension else b"<dimensions"
    replaced(path, part, b'<dimension ref="A1:C50"', new)
    assert texts_of(path) == [["a", "b", "c"]] * 50


def test_c2_rows_and_cells_need_not_say_where_they_are(tmp_path: Path) -> None:
    rows = cells("a", "b") + '<row r="4"><c r="B4"><v>1</v></c><c><v>2</v></c></row>'
    path = a_book(tmp_path / "a.xlsx", rows + cells("c"))
    assert texts_of(path) == [["a", "b"], [], [], ["", "1", "2"], ["c"]]


def test_c3_empty_cells_far_away_are_no_harm(tmp_path: Path) -> None:
    empty = row('<c r="XFD1048576" s="1"/>', number=1_048_576)
    assert texts_of(a_book(tmp_path / "a.xlsx", cells("a") + empty)) == [["a"]]


def test_c3_the_last_cell_that_is_read(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", row('<c r="IV20000"><v>1</v></c>', number=20000))
    (grid,) = read_here(path).grids
    assert len(grid.rows) == 20_000
    assert grid.rows[-1].cell(255).text == "1"


@pytest.mark.parametrize(
    ("limit", "cell"), [("CELL", "<c><v>1</v></c>"), ("EMPTY", "<c/>")]
)
def test_c3_cells_are_counted_through_all_sheets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, cell: str
) -> None:
    monkeypatch.setattr(f"desktop.files.foreign.limits.{limit}_LIMIT", 3)
    path = a_book(tmp_path / "a.xlsx", row(cell * 2), **many_sheets(2))
    assert refusal(path) == "too_large"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (COMPOUND, "old_workbook"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"MZ", "not_workbook"),
    ],
)
def test_c6_what_is_no_archive_is_told_apart(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refusal(path) == reason


def test_c6_the_lock_beside_an_open_workbook_is_told(tmp_path: Path) -> None:
    assert refusal(a_lock(tmp_path)) == "office_lock"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("xl__vbaProject_0_bin", "foreign_macros"),
        ("xl__externalLinks__externalLink1_0_xml", "foreign_links"),
        ("xl__connections_0_xml", "foreign_connections"),
        ("xl__embeddings__oleObject1_0_bin", "foreign_embedded"),
    ],
)
def test_c8_what_a_workbook_drags_along_is_named_and_left(
    tmp_path: Path, part: str, code: str
) -> None:
    path = added(a_book(tmp_path / "a.xlsm", cells("a")), **{part: b"<a/>"})
    source = read_here(path)
    assert [note.code for note in source.notes] == [code]
    assert not source.notes[0].blocking
    assert source.grids[0].rows[0].cell(0).text == "a"


@pytest.mark.parametrize(
    ("cell", "text", "fault"),
    [
        ("<c><f>1+1</f><v>2</v></c>", "2", ""),
        ("<c><f>1+1</f><v></v></c>", "", "formula"),
        ("<c><f>1+1</f></c>", "", "formula"),
        ('<c t="str"><f>A1</f></c>', "", "formula"),
        ('<c t="str"><f>A1</f><v>chữ</v></c>', "chữ", ""),
        ('<c t="e"><v>#REF!</v></c>', "#REF!", "error_value"),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", "error_value"),
    ],
)
def test_c9_a_formula_is_its_value_or_a_fault(
    tmp_path: Path, cell: str, text: str, fault: str
) -> None:
    found = only_cell(a_book(tmp_path / "a.xlsx", row(cell)))
    assert (found.text, found.fault) == (text, fault)


def test_c9_a_formula_that_comes_to_nothing_is_blank(tmp_path: Path) -> None:
    blank = '<c t="str"><f>IF(1,"")</f><v></v></c>'
    assert texts_of(a_book(tmp_path / "a.xlsx", row(blank, FAR.replace("A1", "B1"))))


@pytest.mark.parametrize("attribute", ['hidden="1"', 'hidden="true"', 'ht="0"'])
def test_c10_a_row_nobody_sees_is_flagged(tmp_path: Path, attribute: str) -> None:
    rows = cells("a") + cells("b").replace("<row>", f"<row {attribute}>")
    (grid,) = read_here(a_book(tmp_path / "a.xlsx", rows)).grids
    assert [one.hidden for one in grid.rows] == [False, True]


def test_c10_columns_nobody_sees_are_named(tmp_path: Path) -> None:
    column = '<col min="{}" max="{}" hidden="1"/>'
    before = f"<cols>{column.format(2, 3)}{column.format(9, 9)}</cols>"
    path = a_book(tmp_path / "a.xlsx", sheet=sheet(cells("a", "b", "c"), before=before))
    (note,) = read_here(path).notes
    assert (note.code, note.facts) == ("foreign_columns", ("Bảng", "B, C"))


def test_c11_texts_under_a_merged_cell_are_named(tmp_path: Path) -> None:
    after = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    rows = cells("a", "b") + cells("", "c")
    source = read_here(a_book(tmp_path / "a.xlsx", sheet=sheet(rows, after=after)))
    assert texts(source.grids[0]) == [["a", "a"], ["a", "a"]]
    (note,) = source.notes
    assert (note.code, note.facts) == ("foreign_covered", ("Bảng", "B1, B2"))


def test_c12_days_since_1904_and_the_day_that_never_was(tmp_path: Path) -> None:
    look = styles(("Arial", "dd/mm/yyyy"))
    cell = row('<c s="0"><v>60</v></c>')
    path = a_book(tmp_path / "a.xlsx", cell, xl__styles=look)
    assert (only_cell(path).text, only_cell(path).kind) == ("29/02/1900", "")
    book = BOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>')
    path = a_book(tmp_path / "b.xlsx", cell, xl__styles=look, book=book)
    assert (only_cell(path).text, only_cell(path).kind) == ("01/03/1904", "day")


def test_c12_openpyxl_writes_both_calendars_and_both_read_the_same(
    tmp_path: Path,
) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def change(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    path = a_workbook(tmp_path / "a.xlsx", [[dt.date(2024, 5, 1)]])
    assert only_cell(path).text == "01/05/2024"
    assert only_cell(amended(path, change)).text == "01/05/2024"


def test_c13_numbers_written_as_text_stay_text(tmp_path: Path) -> None:
    given = ["1.500.000", "1,5", "1 500", "007", "1\u00a0500", "１２", "'5", "05/08"]
    path = a_workbook(tmp_path / "a.xlsx", [given])
    (grid,) = read_here(path).grids
    assert [cell.text for cell in grid.rows[0].cells] == given
    assert {cell.kind for cell in grid.rows[0].cells} == {""}


def test_c14_fonts_are_told_for_cells_and_for_runs(tmp_path: Path) -> None:
    from desktop.rules.healing import heal_cell

    run = '<r><rPr><rFont val="{}"/></rPr><t xml:space="preserve">{}</t></r>'
    mixed = run.format("Arial", "Xã ") + run.format(".VnTime", "§ång T©m")
    path = a_book(
        tmp_path / "a.xlsx",
        row(
            '<c t="s" s="0"><v>0</v></c>',
            '<c t="s" s="1"><v>1</v></c>',
            '<c t="s" s="1"><v>2</v></c>',
            '<c t="s" s="0"><v>3</v></c>',
        ),
        xl__styles=styles((".VnTimeH", "General"), ("Arial", "General")),
        xl__sharedStrings=strings(
            "<t>x· héi</t>",
            mixed,
            run.format(".VnTime", "§¬n vÞ"),
            "<r><t>x· </t></r>" + run.format(".VnTime", "héi"),
        ),
    )
    made = read_here(path).grids[0].rows[0].cells
    assert [cell.font for cell in made] == [".VnTimeH", "", ".VnTime", ""]
    assert made[1].runs == (("Xã ", "Arial"), ("§ång T©m", ".VnTime"))
    assert made[3].runs == (("x· ", ".VnTimeH"), ("héi", ".VnTime"))
    assert [heal_cell(cell).text for cell in made] == [
        "XÃ HỘI",
        "Xã Đồng Tâm",
        "Đơn vị",
        "XÃ hội",
    ]


def test_c18_what_xml_cannot_carry_does_not_come_in(tmp_path: Path) -> None:
    path = a_book(tmp_path / "a.xlsx", cells("a_x0000__x0008_b_xFFFE_c"))
    assert only_cell(path).text == "abc"
    assert refusal(a_book(tmp_path / "b.xlsx", cells("a\ufffe"))) == "unreadable"


def test_a_workbook_with_names_before_its_elements_is_read(tmp_path: Path) -> None:
    made = sheet(cells("a")).replace("<", "<x:").replace("<x:/", "</x:")
    made = made.replace("xmlns=", "xmlns:x=")
    assert only_cell(a_book(tmp_path / "a.xlsx", sheet=made)).text == "a"


def test_sounds_and_comments_are_not_in_the_text(tmp_path: Path) -> None:
    item = "<t>chữ</t><rPh sb='0' eb='1'><t>âm</t></rPh>"
    path = a_book(
        tmp_path / "a.xlsx",
        row('<c t="s"><!-- --><v><!-- -->0</v></c>'),
        xl__sharedStrings=strings(item),
    )
    assert only_cell(path).text == "chữ"


def test_flags_and_days_of_iso_are_read(tmp_path: Path) -> None:
    path = a_book(
        tmp_path / "a.xlsx",
        row('<c t="b"><v>1</v></c>', '<c t="d"><v>2024-05-01T07:30:00</v></c>'),
    )
    (grid,) = read_here(path).grids
    assert [(one.text, one.kind) for one in grid.rows[0].cells] == [
        ("TRUE", "flag"),
        ("01/05/2024 07:30", "moment"),
    ]


BITES = (b'"', b"<", b">", b"&", b"-1", b"9" * 20, b"nan", b"/>", b"", b"\x00", b"x")


def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    """Hundreds of bites into a workbook of another program."""
    given = Path(__file__).with_name("libreoffice.xlsx").read_bytes()
    with zipfile.ZipFile(BytesIO(given)) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(2)
    outcomes: Counter[str] = Counter()
    path = tmp_path / "a.xlsx"
    for _ in range(400):
        parts = dict(whole)
        name = chance.choice([one for one in parts if not one.startswith("doc")])
        at, length = chance.randrange(len(parts[name])), chance.choice((0, 1, 3, 20))
        bite = chance.choice(BITES)
        parts[name] = parts[name][:at] + bite + parts[name][at + length :]
        with zipfile.ZipFile(path, "w") as archive:
            for one, content in parts.items():
                archive.writestr(one, content)
        try:
            read_here(path)
            outcomes["read"] += 1
        except FileError as error:
            outcomes[error.reason] += 1
    assert outcomes["read"] > 20
    assert outcomes["unreadable"] > 100


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e9, 1e9),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1)),  # noqa: DTZ001
    st.text(st.characters(exclude_categories=["C"]), max_size=20).filter(
        lambda text: not text.startswith("=") and "_x" not in text
    ),
)


@given(st.lists(st.lists(VALUES, max_size=6), max_size=8))
def test_openpyxl_writes_and_we_read_the_same_cells(
    rows: list[list[Any]],
) -> None:
    """An independent writer and reader: no cell is lost, none comes from nowhere."""
    with TemporaryDirectory() as folder:
        path = a_workbook(Path(folder) / "a.xlsx", rows)
        book = load_workbook(path)
        told = {
            (cell.row, cell.column): cell.value
            for line in book.worksheets[0].iter_rows()
            for cell in line
            if cell.value is not None
        }
        (grid,) = read_here(path).grids
    ours = {
        (line.number, at): cell
        for line in grid.rows
        for at, cell in enumerate(line.cells, start=1)
        if cell.text or cell.fault
    }
    assert ours.keys() == told.keys()
    for place, value in told.items():
        if isinstance(value, str) and ours[place].fault:
            assert value.startswith("#")
        elif isinstance(value, str):
            assert ours[place].text == value
        elif isinstance(value, dt.datetime):
            assert ours[place].text.startswith(f"{value:%d/%m/%Y}"[:6])
        elif not isinstance(value, bool):
            assert float(ours[place].text) == pytest.approx(value, rel=1e-14)


def test_a_hidden_sheet_is_read_where_somebody_asks_for_it(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", [["1", "Một"]])

    def hide(book: Any) -> None:
        hidden = book.create_sheet("_kín")
        hidden["A1"] = "dấu"
        hidden.sheet_state = "veryHidden"

    amended(path, hide)
    told: list[bytes] = []
    tell_book(path, LineWriter(told.append), frozenset({"_kín"}))
    reader = LineReader(path.name)
    for line in b"".join(told).splitlines():
        reader.line(line)
    assert reader.whole
    source = reader.source()
    assert [one.name for one in source.grids][-1] == "_kín"
    assert texts(source.grids[-1]) == [["dấu"]]
    assert read_here(path).hidden_sheets == ("_kín",)
