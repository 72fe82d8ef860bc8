"""Hostile or merely real workbooks, sent back as if they were our forms.

One test for each row of the fault table; each sees the file and the office left as they
were, the reason told, and the next file read all the same.
"""

import datetime as dt
import hashlib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.files.forms.reading import read_forms
from desktop.files.pdf.document import draw
from desktop.operations.entries.record_entry import record
from desktop.operations.forms.make_forms import make_forms
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Fate, Sorting
from desktop.records.identity import AgencyId
from desktop.records.report import Paragraph
from desktop.rules.calendar import parse_period
from desktop.rules.clip_table import guarded, unguarded
from desktop.rules.forms.found import FormRead
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests import builders
from tests.data.naughty import NAUGHTY
from tests.faults.altering import altered, instead, put, strict
from tests.files.foreign.workbooks import a_lock
from tests.files.forms import test_reading as misreading
from tests.files.pdf_reader import read_lines, whole_text
from tests.files.report_builder import a_report
from tests.operations.forms import filled
from tests.operations.forms.filled import Made, a_row, codes, ready

LIST = "Hội nghị quán triệt, phổ biến"
SUMMARY = "Biểu 09a"
FIRST = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


@pytest.fixture(scope="module")
def made(office_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make one form for all tests of this module."""
    return filled.made(office_pattern, tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def good(made: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Fill the form once, without a fault."""
    path = tmp_path_factory.mktemp("good") / "a.xlsx"
    made.fill(
        path,
        rows={"conference": [a_row(title="Một"), a_row(title="Hai", attendance=60)]},
        totals={"direct_events": 5, "clubs": 3},
    )
    return path.read_bytes()


@pytest.fixture
def store(made: Made, tmp_path: Path) -> Iterator[Store]:
    """Give a test its own copy of the office that made the form."""
    with made.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def form(good: bytes, tmp_path: Path) -> Path:
    """Give a test its own copy of the good form."""
    path = tmp_path / "biểu.xlsx"
    path.write_bytes(good)
    return path


def content(store: Store) -> bytes:
    """Return the whole content of the office file."""
    beside = (store.path, store.path.with_name(f"{store.path.name}-wal"))
    return b"".join(one.read_bytes() for one in beside if one.exists())


def looked_at(store: Store, path: Path) -> Arrival:
    """Inspect a file, and see it and the office left as they were."""
    file, office = path.read_bytes(), content(store)
    found = filled.only(store, path)
    assert path.read_bytes() == file
    assert content(store) == office
    return found


def refused(store: Store, path: Path, good: bytes) -> str:
    """See a file refused with a reason that has its words, and the next one read."""
    file, office = path.read_bytes(), content(store)
    beside = path.with_name("sau đó.xlsx")
    beside.write_bytes(good)
    bad, after = filled.inspected(store, path, beside)
    assert bad.sorting in (Sorting.REFUSED, Sorting.FOREIGN)
    assert bad.rows == ()
    ready(after)
    assert path.read_bytes() == file
    assert content(store) == office
    code = bad.reasons[0][0]
    assert reason(bad.reasons[0]) != code
    return code


def sound(store: Store, path: Path) -> Arrival:
    """See a form read whole: both entries and both totals."""
    found = looked_at(store, path)
    ready(found)
    assert [(one.title, one.fate) for one in found.rows[:2]] == [
        ("Một", Fate.ADD),
        ("Hai", Fate.ADD),
    ]
    assert (found.counts.seen, found.control.attendance) == (4, 100)
    return found


# --- the file as such ---------------------------------------------------------------


def test_c1_strict_workbooks_are_refused_and_not_read_as_empty(
    store: Store, form: Path, good: bytes
) -> None:
    assert refused(store, altered(form, every=strict), good) == "strict_workbook"


def test_c1_a_workbook_without_a_sheet_is_refused(
    store: Store, form: Path, good: bytes
) -> None:
    shown = instead(r' state="[a-zA-Z]*"', "")
    hidden = instead("<sheet ", '<sheet state="hidden" ', least=2)
    altered(form, {BOOK: lambda kept: hidden(shown(kept))})
    assert refused(store, form, good) == "no_sheet"


@pytest.mark.parametrize("told", ["A1:A1", "A1:XFD1048576", ""])
def test_c2_what_a_sheet_says_of_its_size_is_not_believed(
    store: Store, form: Path, told: str
) -> None:
    size = f'<dimension ref="{told}"/>' if told else ""
    with zipfile.ZipFile(form) as book:
        sheets = [n for n in book.namelist() if n.startswith("xl/worksheets/sheet")]
    lie = instead(r'<dimension ref="[^"]*"\s*/>', size)
    sound(store, altered(form, dict.fromkeys(sheets, lie)))


def test_c2_cells_that_got_lost_on_the_way_refuse_the_file(tmp_path: Path) -> None:
    misreading.test_a_file_that_goes_wrong_costs_itself_and_no_other(
        tmp_path, "lie", "cells_lost"
    )


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="20001"><c r="A20001"><v>1</v></c></row>',
        '<row r="500"><c r="JA500"><v>1</v></c></row>',
    ],
)
def test_c3_cells_at_the_edge_are_refused_before_they_cost_anything(
    store: Store, form: Path, good: bytes, cells: str
) -> None:
    altered(form, {FIRST: put(cells, "</sheetData>")})
    assert refused(store, form, good) == "form_too_large"


@pytest.mark.parametrize(
    ("part", "declared"),
    [
        (FIRST, '<!DOCTYPE a [<!ENTITY x "y">]>'),
        ("xl/theme/theme1.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
        ("docProps/core.xml", '<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]>'),
    ],
)
def test_c4_a_document_type_is_refused_wherever_it_hides(
    store: Store, form: Path, good: bytes, part: str, declared: str
) -> None:
    def declare(kept: bytes) -> bytes:
        head, sign, rest = kept.rpartition(b"?>")
        return head + sign + declared.encode() + rest

    assert refused(store, altered(form, {part: declare}), good) == "unreadable"


def test_c4_another_encoding_hides_no_document_type(
    store: Store, form: Path, good: bytes
) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a/>'
    altered(form, also={"xl/hidden.xml": text.encode("utf-16")})
    assert refused(store, form, good) == "unreadable"


def test_c5_what_inflates_without_end_is_refused(
    store: Store, form: Path, good: bytes
) -> None:
    altered(form, also={"xl/media/image1.xml": b" " * 101_000_000})
    assert form.stat().st_size < 1_000_000
    assert refused(store, form, good) == "form_too_large"


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("EncryptedPackage".encode("utf-16-le"), "password"),
        ("Workbook".encode("utf-16-le"), "old_workbook"),
    ],
)
def test_c6_locked_and_old_workbooks_are_told_apart(
    store: Store, tmp_path: Path, good: bytes, mark: bytes, reason: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 600 + mark)
    assert refused(store, path, good) == reason


def test_c6_what_excel_leaves_beside_an_open_workbook_is_no_form(
    store: Store, tmp_path: Path, good: bytes
) -> None:
    assert refused(store, a_lock(tmp_path), good) == "office_lock"


@pytest.mark.parametrize("way", ["fail", "crash", "leave", "swell"])
def test_c7_whatever_else_a_file_does_to_its_reader_costs_that_reader(
    tmp_path: Path, way: str
) -> None:
    reasons = {"fail": "unreadable", "swell": "too_much_memory"}
    misreading.test_a_file_that_goes_wrong_costs_itself_and_no_other(
        tmp_path, way, reasons.get(way, "reader_died")
    )


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_c7_a_file_cut_short_is_refused(
    store: Store, form: Path, good: bytes, cut: float
) -> None:
    form.write_bytes(good[: int(len(good) * cut)])
    assert refused(store, form, good) == "unreadable"


def test_c8_macros_are_refused_and_never_run(
    store: Store, form: Path, good: bytes
) -> None:
    altered(form, also={"xl/vbaProject.bin": b"Auto_Open"})
    assert refused(store, form, good) == "form_macros"


def test_c8_links_to_other_files_are_passed_over_and_told(
    store: Store, form: Path
) -> None:
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/x"/>'
    altered(form, also={"xl/externalLinks/externalLink1.xml": link})
    found = sound(store, form)
    assert [one[0] for one in found.reasons] == ["foreign_links"]


# --- cells --------------------------------------------------------------------------


def filled_with(
    made: Made, tmp_path: Path, also: Callable[[Any], object] | None, **values: Any
) -> Path:
    return made.fill(
        tmp_path / "a.xlsx", rows={"conference": [a_row(**values)]}, also=also
    )


def test_c9_a_formula_nobody_computed_and_a_wrong_value_are_faults_of_their_cells(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def calculated(book: Any) -> None:
        book[SUMMARY]["B9"] = "=1+1"
        book[LIST]["K6"] = "#REF!"
        book[LIST]["A6"] = "Hai"

    found = looked_at(
        store, filled_with(made, tmp_path, calculated, attendance="=20+20")
    )
    assert found.sorting is Sorting.TO_FIX
    by_cell = {(sheet, cell): code for sheet, cell, code in codes(found)}
    assert by_cell[SUMMARY, "B9"] == "cell_formula"
    assert by_cell[LIST, "K5"] == "cell_formula"
    assert by_cell[LIST, "K6"] == "cell_error_value"


def test_c9_a_formula_is_taken_by_the_value_it_was_saved_with(
    store: Store, form: Path
) -> None:
    keep = instead(r'(<c r="B9"[^>]*>)(<v>5</v>)', r"\1<f>2+3</f>\2")
    sound(store, altered(form, {FIRST: keep}))


def test_c10_hidden_rows_are_read_and_told_and_a_hidden_list_is_asked_for(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def hide(book: Any) -> None:
        book[LIST].row_dimensions[5].hidden = True
        book["Triển lãm"].sheet_state = "hidden"

    found = looked_at(store, filled_with(made, tmp_path, hide))
    assert ("rows_hidden", LIST, "1", "5") in found.reasons
    assert [(one.code, one.label) for one in found.faults if not one.doubt] == [
        ("sheet_hidden", "Triển lãm")
    ]
    assert found.counts.seen == 1


def test_c11_merged_cells_in_the_list_are_asked_about(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def merge(book: Any) -> None:
        book[LIST]["K6"] = None
        book[LIST].merge_cells("K5:K6")

    found = looked_at(store, filled_with(made, tmp_path, merge))
    assert (LIST, "K5", "cell_merged") in codes(found)


def test_c12_days_are_read_however_they_are_typed(
    made: Made, store: Store, tmp_path: Path
) -> None:
    typed: tuple[object, ...] = (
        dt.date(2024, 5, 6),
        "6/5/2024",
        "06.05.24",
        "6-5-2024",
        "2024-05-06",
        "ngày 6/5",
        "06/5/2024 ",
        45418,
    )
    rows = [a_row(title=f"{one}", first_day=one, last_day=one) for one in typed]
    filled.accept(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    kept = records.find(store.reader, Activity)
    assert len(kept) == len(typed)
    day = dt.date(2024, 5, 6)
    assert {(one.first_day, one.last_day) for one in kept} == {(day, day)}


def test_c12_a_workbook_that_counts_from_1904_tells_the_same_days(
    made: Made, store: Store, tmp_path: Path
) -> None:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def since_1904(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904

    path = filled_with(made, tmp_path, since_1904)
    filled.accept(store, path)
    (kept,) = records.find(store.reader, Activity)
    assert kept.last_day == dt.date(2024, 5, 6)


def test_c12_days_that_are_none_are_faults(
    made: Made, store: Store, tmp_path: Path
) -> None:
    typed = ("29/02/2023", "31/4/2024", "chưa rõ", "00/05/2024")
    rows = [a_row(title=one, first_day=one) for one in typed]
    found = looked_at(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    assert [cell for _, cell, _ in codes(found)] == ["B5", "B6", "B7", "B8"]


def test_c12_days_of_a_computer_that_puts_months_first_are_asked_about(
    made: Made, store: Store, tmp_path: Path
) -> None:
    rows = [
        a_row(title="Một", first_day="05/06/2024", last_day="05/06/2024"),
        a_row(title="Hai", first_day="05/13/2024", last_day="05/13/2024"),
    ]
    path = made.fill(tmp_path / "a.xlsx", rows={"conference": rows})
    found = looked_at(store, path)
    assert (LIST, "B5", "date_ambiguous") in codes(found)
    assert (LIST, "B6", "date_ambiguous") not in codes(found)


def test_c12_a_day_that_can_be_read_one_way_only_is_not_asked_about(
    made: Made, store: Store, tmp_path: Path
) -> None:
    typed = ("05/13/2024", "2024-05-06", "ngày 6 tháng 5 năm 2024", "6.5.2024", "6/5")
    rows = [a_row(title=one, first_day=one, last_day=None) for one in typed]
    path = made.fill(tmp_path / "a.xlsx", rows={"conference": rows})
    found = looked_at(store, path)
    assert codes(found) == [
        (LIST, "B5", "date_no_such_day"),
        (LIST, "B9", "date_ambiguous"),
    ]


def test_c13_numbers_written_as_text_are_read_by_the_one_parser(
    made: Made, store: Store, tmp_path: Path
) -> None:
    typed: dict[object, int] = {
        1500: 1500,
        "1.500": 1500,
        "1 501": 1501,
        "1,502": 1502,
        "1\u00a0503": 1503,
        "'0070": 70,
        "１５０４": 1504,
        "1.500.000": 1_500_000,
        12.0: 12,
    }
    rows = [a_row(title=f"{one!r}", attendance=one) for one in typed]
    filled.accept(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    kept = {one.title: one.attendance for one in records.find(store.reader, Activity)}
    assert kept == {f"{one!r}": number for one, number in typed.items()}


def test_c13_what_is_no_whole_number_is_a_fault(
    made: Made, store: Store, tmp_path: Path
) -> None:
    typed = ("12 buổi", "khoảng 40", "1,5", "1.5000", "40-50", "-3", "nhiều", "1e3")
    rows = [a_row(title=one, attendance=one) for one in typed]
    found = looked_at(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))
    assert found.sorting is Sorting.TO_FIX
    wanted = [(LIST, f"K{5 + at}") for at in range(len(typed))]
    assert [(sheet, cell) for sheet, cell, _ in codes(found)] == wanted


def test_c14_letters_from_before_unicode_are_healed_and_told(
    made: Made, store: Store, tmp_path: Path
) -> None:
    from openpyxl.styles import Font

    def old_font(book: Any) -> None:
        book[LIST]["D5"].font = Font(name=".VnTime")

    found = looked_at(store, filled_with(made, tmp_path, old_font, place="X· §ång T©m"))
    ready(found)
    (healed,) = [one for one in found.faults if one.code == "letters_healed"]
    assert healed.facts == ("X· §ång T©m", "Xã Đồng Tâm")
    assert healed.doubt


def test_c14_letters_taken_apart_are_the_same_letters(
    made: Made, store: Store, tmp_path: Path
) -> None:
    import unicodedata

    whole = filled_with(made, tmp_path, None)
    first = looked_at(store, whole)
    apart = unicodedata.normalize("NFD", str(a_row()["title"]))
    second = looked_at(store, filled_with(made, tmp_path, None, title=apart))
    assert second.content_sha256 == first.content_sha256
    assert second.rows == first.rows


# --- the form as a whole ------------------------------------------------------------


def test_c15_columns_moved_and_put_in_are_found_by_their_headings(
    made: Made, store: Store, tmp_path: Path
) -> None:
    straight = filled_with(made, tmp_path, None)
    wanted = looked_at(store, straight)

    def shuffle(book: Any) -> None:
        sheet = book[LIST]
        sheet.insert_cols(1)
        sheet.insert_rows(1, 2)

    found = looked_at(store, filled_with(made, tmp_path, shuffle))
    ready(found)
    assert [one.row_id for one in found.rows] == [one.row_id for one in wanted.rows]
    assert found.rows[0].at == f"{LIST}!7"
    assert "columns_moved" in [one[0] for one in found.reasons]
    assert found.content_sha256 == wanted.content_sha256


def test_c15_a_sheet_with_another_name_is_found_and_told(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def rename(book: Any) -> None:
        book[LIST].title = "hội nghị (sửa)"

    found = looked_at(store, filled_with(made, tmp_path, rename))
    ready(found)
    assert ("sheet_renamed", LIST, "hội nghị (sửa)") in found.reasons
    assert [one.at for one in found.rows] == ["hội nghị (sửa)!5"]


def test_c15_a_copy_that_says_something_else_is_asked_about(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def copy(book: Any) -> None:
        book[LIST].title = "Một"
        book.copy_worksheet(book["Một"]).title = "Hai"
        book["Một"].title = LIST

    def differ(book: Any) -> None:
        copy(book)
        book["Hai"]["A6"] = "Chỉ có ở bản sao"

    same = looked_at(store, filled_with(made, tmp_path, copy))
    ready(same)
    assert ("sheet_copied", LIST, "Hai") in same.reasons
    other = looked_at(store, filled_with(made, tmp_path, differ))
    assert [code for _, _, code in codes(other)] == ["sheet_copied"]


def test_c15_a_copy_with_rows_of_its_own_is_not_what_was_taken_in_before(
    made: Made, store: Store, tmp_path: Path
) -> None:
    filled.accept(store, filled_with(made, tmp_path, None))

    def copy(book: Any) -> None:
        book[LIST].title = "Một"
        other = book.copy_worksheet(book["Một"])
        other.title, book["Một"].title = "Hai", LIST
        other["A6"] = "Chỉ có ở bản sao"

    found = looked_at(store, filled_with(made, tmp_path, copy))
    assert found.sorting is Sorting.TO_FIX, "what nobody read is not said to be known"
    assert (found.counts.seen, found.counts.unchanged, found.counts.refused) == (
        2,
        1,
        1,
    )


def test_c15_rows_put_in_taken_out_and_sorted_are_the_same_entries(
    made: Made, store: Store, tmp_path: Path
) -> None:
    titles = ("Một", "Hai", "Ba", "Bốn")
    rows = [a_row(title=one, place=one) for one in titles]
    filled.accept(store, made.fill(tmp_path / "a.xlsx", rows={"conference": rows}))

    def put_in(book: Any) -> None:
        book[LIST].insert_rows(6)
        for column, cell in enumerate(book[LIST][5], 1):
            book[LIST].cell(6, column).value = cell.value
        book[LIST]["A6"] = "Chèn giữa"
        book[LIST].cell(6, len(book[LIST][5])).value = None

    turned = {"conference": [rows[2], rows[0], rows[3]]}
    path = made.fill(tmp_path / "b.xlsx", rows=turned, also=put_in)
    found = looked_at(store, path)
    told = {one.title: one.fate for one in found.rows}
    assert told == {
        "Ba": Fate.SAME,
        "Chèn giữa": Fate.ADD,
        "Một": Fate.SAME,
        "Bốn": Fate.SAME,
        "Hai": Fate.REMOVE,
    }


def test_c15_a_column_thrown_away_is_a_fault_and_not_a_blank(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def throw_away(book: Any) -> None:
        book[LIST].delete_cols(11)

    found = looked_at(store, filled_with(made, tmp_path, throw_away))
    assert (LIST, "K4", "column_missing") in codes(found)


def test_c15_rows_above_the_totals_move_them(
    made: Made, store: Store, tmp_path: Path
) -> None:
    def push(book: Any) -> None:
        book[SUMMARY].insert_rows(2, 3)

    path = made.fill(tmp_path / "a.xlsx", totals={"clubs": 7}, also=push)
    found = looked_at(store, path)
    ready(found)
    assert [(one.at, one.title) for one in found.rows] == [
        (f"{SUMMARY}!L12", "Câu lạc bộ: Số câu lạc bộ (CLB)")
    ]


# --- what goes out ------------------------------------------------------------------

PAYLOADS = tuple(one for one in NAUGHTY if one.strip() and "\n" not in one)


def test_c16_no_text_of_a_user_becomes_a_formula_and_all_come_back_equal(
    store: Store, tmp_path: Path
) -> None:
    titles = [one for one in PAYLOADS if "\t" not in one][:12]
    for number, title in enumerate(titles):
        record(
            store,
            builders.an_activity(
                "conference",
                id=f"entry{number}",
                title=title,
                place=title,
                agency=builders.UNIT,
                form="briefing",
                last_day=dt.date(2024, 4, 1 + number),
            ),
        )
    form, workbook = filled.a_form(store, tmp_path / "out")
    with zipfile.ZipFile(workbook) as book:
        lists = [
            book.read(name)
            for name in book.namelist()
            if name.startswith("xl/worksheets/") and name != FIRST
        ]
    assert not any(b"<f>" in one or b"<f " in one for one in lists)
    found = looked_at(store, workbook)
    assert {one.fate for one in found.rows} == {Fate.SAME}
    resaved = looked_at(store, filled.fill(form, workbook, tmp_path / "b.xlsx"))
    assert {one.fate for one in resaved.rows} == {Fate.SAME}
    assert resaved.counts.unchanged == len(titles)


def test_c17_no_copied_text_becomes_a_formula() -> None:
    """The clipboard's own part is in tests/gui/tables/test_copying.py."""
    for one in PAYLOADS:
        assert guarded(one)[:1] not in set("=+-@＝＋－＠")
        assert unguarded(guarded(one)) == one
    assert guarded("Hội nghị 1") == "Hội nghị 1"


def test_c18_what_xml_cannot_carry_never_gets_into_an_entry(
    made: Made, store: Store, tmp_path: Path
) -> None:
    signs = ("\ufffe", "\u0007", "\ud800", "\uffff", "\x0b")
    rows = [a_row(title=f"{at}@{at}@Hai") for at in range(len(signs))]
    path = made.fill(tmp_path / "a.xlsx", rows={"conference": rows})

    def spoil(kept: bytes) -> bytes:
        for at, sign in enumerate(signs):
            code = f"{at}_x{ord(sign):04X}_Hai"
            kept = kept.replace(f"{at}@{at}@Hai".encode(), code.encode())
        return kept

    filled.accept(store, altered(path, every=spoil))
    titles = sorted(one.title for one in records.find(store.reader, Activity))
    assert titles == [f"{at}Hai" for at in range(len(signs))]
    unit = [AgencyId(builders.UNIT)]
    make_forms(store, parse_period(filled.PERIOD), unit, tmp_path / "again")


def test_c19_markup_in_a_text_is_text_on_paper() -> None:
    """No text goes through a parser of markup: what is drawn is what was written."""
    texts = [one for one in PAYLOADS if "<" in one or "&" in one]
    blocks = tuple(Paragraph(text=f"{one} hết") for one in texts)
    report = a_report(blocks=blocks, annexes=(), footnotes=())
    shown = whole_text(read_lines(draw(report).pdf))
    assert texts
    for one in texts:
        assert "".join(one.split()) in "".join(shown.split())


def test_every_reason_of_reading_is_typed_and_none_is_a_traceback(
    tmp_path: Path,
) -> None:
    """I2 of the invariants: whatever the bytes, a file is read or has its reason."""
    import random

    chance = random.Random(7)
    paths = []
    for number in range(20):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(b"PK\x03\x04" + chance.randbytes(chance.randrange(3_000)))
        paths.append(path)
    found: list[FormRead] = list(read_forms(paths))
    assert {one.fault[0] for one in found} == {"unreadable"}
    digests = [hashlib.sha256(one.read_bytes()).hexdigest() for one in paths]
    assert len(set(digests)) == len(paths)
