"""The reduced form shows three digits of a card, and changes nothing else."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop.errors import FileError
from desktop.files.evidence.reduced import reduced
from tests.files.evidence.pictures import (
    IDENTITIES,
    a_document,
    a_film,
    a_list,
    a_pdf,
    a_photo,
    a_zip,
    an_attendance_sheet,
)


def of(folder: Path, name: str, data: bytes) -> bytes | None:
    path = folder / name
    path.write_bytes(data)
    return reduced(path)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_an_attendance_sheet_shows_the_last_three_digits_and_its_total(
    tmp_path: Path,
) -> None:
    before = an_attendance_sheet()
    after = of(tmp_path, "diem danh.xlsx", before)
    assert after is not None
    old = load_workbook(io.BytesIO(before)).active
    new = load_workbook(io.BytesIO(after)).active
    assert old is not None
    assert new is not None
    shown = [new.cell(row, 3).value for row in (3, 4, 5)]
    assert shown == [f"{'*' * 9}{number[-3:]}" for number in IDENTITIES]
    changed = [
        cell.coordinate
        for row in old.iter_rows()
        for cell in row
        if cell.value != new[cell.coordinate].value
    ]
    assert changed == ["C3", "C4", "C5"]
    assert new["E6"].value == "=SUM(E3:E5)"
    assert [new.cell(row, 5).value for row in (3, 4, 5)] == [1, 2, 3]
    assert not any(
        number.encode() in part
        for number in IDENTITIES
        for part in parts(after).values()
    )


def test_every_part_without_a_number_is_carried_byte_by_byte(tmp_path: Path) -> None:
    before = an_attendance_sheet()
    after = of(tmp_path, "a.xlsx", before)
    assert after is not None
    old, new = parts(before), parts(after)
    assert list(old) == list(new)
    changed = [name for name in old if old[name] != new[name]]
    assert changed == ["xl/worksheets/sheet1.xml"]


def as_excel_writes(before: bytes) -> bytes:
    """Return a workbook whose texts are shared, one of them over two runs."""
    texts = ["Số CMND", "233123456", "<r><t>thẻ 0012030</t></r><r><t>04561 A</t></r>"]
    items = "".join(
        f"<si>{one if one.startswith('<') else f'<t>{one}</t>'}</si>" for one in texts
    )
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = (
        '<row r="1"><c r="B1" t="s"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>1</v></c>'
        '<c r="C2"><v>233123456</v></c></row>'
    )
    files = parts(before)
    files["xl/worksheets/sheet1.xml"] = (
        f"<worksheet {main}><sheetData>{rows}</sheetData></worksheet>".encode()
    )
    files["xl/sharedStrings.xml"] = f"<sst {main}>{items}</sst>".encode()
    return a_zip(files)


def test_shared_texts_are_shortened_in_their_own_part_runs_and_all(
    tmp_path: Path,
) -> None:
    before = as_excel_writes(an_attendance_sheet())
    after = of(tmp_path, "a.xlsx", before)
    assert after is not None
    old, new = parts(before), parts(after)
    changed = [name for name in old if old[name] != new[name]]
    assert changed == ["xl/sharedStrings.xml"]
    shared = new["xl/sharedStrings.xml"].decode()
    assert re.findall("<t>(.*?)</t>", shared) == [
        "Số CMND",
        "******456",
        "thẻ *******",
        "**561 A",
    ]


def a_worked_sheet() -> bytes:
    """Return a sheet with numbers as numbers, rich looks, a note and an old card."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Họ tên", "CMND/CCCD", "Kinh phí"])
    sheet.append(["A", 62198007892, 123456789012])
    sheet.append(["B", "233 123 456", 150000000])
    sheet.append(["C", None, None])
    sheet["A4"] = "liên hệ 001203004561"
    sheet["A1"].font = Font(bold=True, name="Times New Roman")
    sheet["A4"].comment = Comment("thẻ 062301001113", "x")
    sheet.column_dimensions["A"].width = 33
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_numbers_as_numbers_old_cards_and_notes_are_reduced_and_money_is_not(
    tmp_path: Path,
) -> None:
    after = of(tmp_path, "b.xlsx", a_worked_sheet())
    assert after is not None
    sheet = load_workbook(io.BytesIO(after)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[1] == ["A", "********892", 123456789012]
    assert rows[2] == ["B", "********456", 150000000]
    assert rows[3][0] == "liên hệ *********561"
    assert sheet["A1"].font.bold
    assert (sheet.column_dimensions["A"].width, sheet.freeze_panes) == (33, "A2")
    everything = b"".join(parts(after).values())
    for number in (b"62198007892", b"233 123 456", b"001203004561"):
        assert number not in everything


def test_lists_as_text_keep_their_marks_and_lines(tmp_path: Path) -> None:
    text = "TT;Số CCCD;Số buổi\r\n1;001203004561;2\r\n2;062198007892;3\r\n"
    after = of(tmp_path, "a.csv", b"\xef\xbb\xbf" + text.encode())
    wanted = re.sub(r"\d{9}(\d{3})", r"*********\1", text)
    assert after == b"\xef\xbb\xbf" + wanted.encode()
    note = "Gặp người có thẻ 001203004561, 2 lần.\n".encode("utf-16")
    short = of(tmp_path, "b.txt", note)
    assert short is not None
    assert short.decode("utf-16") == "Gặp người có thẻ *********561, 2 lần.\n"


def test_a_photo_and_a_film_are_reduced_to_what_one_sees(tmp_path: Path) -> None:
    photo = of(tmp_path, "a.jpg", a_photo(100, 80))
    assert photo is not None
    assert b"Exif" not in photo
    film = of(tmp_path, "a.mp4", a_film())
    assert film is not None
    assert b"107.8331" not in film[film.index(b"moov") :]


def test_what_shows_nothing_is_its_own_reduced_form(tmp_path: Path) -> None:
    for name, data in (
        ("a.pdf", a_pdf("Giay moi hop")),
        ("a.docx", a_document([["TT", "Nội dung"]])),
        ("a.xlsx", a_list([["TT", "Số buổi"], [1, 2]])),
    ):
        assert of(tmp_path, name, data) == data


def test_what_shows_something_and_cannot_be_changed_has_none(tmp_path: Path) -> None:
    for name, data in (
        ("a.pdf", a_pdf("CCCD 001203004561")),
        ("a.docx", a_document([["CCCD"], ["001203004561"]])),
        ("a.zip", a_zip({"anh.jpg": b"x"})),
    ):
        assert of(tmp_path, name, data) is None


def test_a_list_that_cannot_be_reduced_safely_has_none(tmp_path: Path) -> None:
    good = parts(an_attendance_sheet())
    bomb = a_zip(good | {"xl/media/x.bin": bytes(30_000_000)})
    assert of(tmp_path, "bomb.xlsx", bomb) is None


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError) as refused:
        reduced(tmp_path / "no.xlsx")
    assert refused.value.reason == "missing"
