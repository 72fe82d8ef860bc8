"""A figure of the printed report is added up again from the workbook alone.

Whoever has only the paper and the workbook finds the code beside the figure, adds up
what stands under it, and comes to the same number; in the program one of the addends
leads back to the cell of the sheet a unit sent.
"""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook

from desktop.cli.main import main
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.operations.entries.source_of import source_of
from desktop.records.activity import Activity
from desktop.rules.entry_table.fates import Choices
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.store.test_totals import keep

SENT = "Biểu xã Đăk Mar quý II.xlsx"
ATTENDANCE = (77, 58, 41)
_CODE, _VALUE, _ADDEND, _OTHER, _HOW = 0, 2, 3, 4, 10

Figure = tuple[Decimal, str, list[tuple[Decimal, str]]]
"""Value, how it is made, and each addend with the code of the figure it is."""


def a_sheet_of_a_unit(folder: Path) -> Path:
    """Write what a unit sent: conferences below a heading of its own."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Quý II"
    lines: list[tuple[Any, ...]] = [
        ("UBND xã Đăk Mar",),
        ("Tên hội nghị", "Từ ngày", "Số lượt"),
        *(
            (f"Hội nghị thôn {number}", f"1{number + 3}/06/2024", many)
            for number, many in enumerate(ATTENDANCE, start=1)
        ),
    ]
    for line in lines:
        sheet.append(line)
    path = folder / SENT
    book.save(path)
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = builders.an_office(tmp_path / "so.stt")
    source = read_entry_file(a_sheet_of_a_unit(tmp_path)).value
    with Store(path, clock=builders.a_clock) as store:
        store.officer = "Chị Hoa"
        keep(
            store,
            *(
                builders.an_activity("conference", id=f"own{n}", attendance=30 + n)
                for n in range(4)
            ),
            *(builders.a_broadcast(id=f"b{n}", minutes=7, times=n) for n in (1, 2, 3)),
            *(builders.a_product(id=f"p{n}", copies=100 * n) for n in (1, 2)),
            builders.a_headcount("G1", 40, id="h"),
            builders.an_activity(id="t", staff=(builders.staff("G1", 12),)),
        )
        settled = Choices(
            fixed={
                "form": "briefing",
                "pillar": "knowledge",
                "agency": builders.UNIT,
            }
        )
        import_entries(store, source, "conference", settled)
    return path


def the_sheet(workbook: Path) -> dict[str, Figure]:
    """Read the sheet of traces as a person without the program would."""
    book = load_workbook(workbook, read_only=True)
    found: dict[str, Figure] = {}
    for row in book["Truy vết"].iter_rows(min_row=4, values_only=True):
        code = str(row[_CODE])
        if row[_VALUE] is not None:
            found[code] = (Decimal(str(row[_VALUE])), str(row[_HOW]), [])
        elif row[_ADDEND] is not None:
            addend = Decimal(str(row[_ADDEND]))
            found[code][2].append((addend, str(row[_OTHER] or "")))
    return found


def added_up(figures: Mapping[str, Figure], code: str) -> Decimal:
    """Add up a figure down to its last addend, doing what its words say."""
    _, how, addends = figures[code]
    numbers = []
    for amount, other in addends:
        if other and "chia cho 60" not in how:
            assert added_up(figures, other) == abs(amount), (code, other)
        numbers.append(amount)
    if "nhân 100" in how:
        first, second = numbers
        return _rounded(100 * (first - second * ("trừ" in how)) / second)
    if "chia cho 60" in how:
        return _rounded(sum(numbers) / Decimal(60))
    return sum(numbers, Decimal(0))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def codes_on_paper(pdf: Path) -> set[str]:
    """Return the codes that are printed beside figures."""
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return set(re.findall(r"\b[A-Z]\d{1,3}\b", text))


def test_figures_on_paper_add_up_again_from_the_workbook_alone(
    office: Path, tmp_path: Path
) -> None:
    out = tmp_path / "gửi"
    told = ["report", str(office), "--period", "2024", "--folder", str(out)]
    assert main(told) == 0
    (workbook,), (pdf,) = out.glob("*.xlsx"), out.glob("*.pdf")
    figures = the_sheet(workbook)
    printed = codes_on_paper(pdf) & figures.keys()
    assert {"A1", "A2", "C1", "F1"} <= printed
    for code in sorted(printed):
        assert added_up(figures, code) == figures[code][0], code
    assert figures["A1"][0] == 8  # four of ours, three sent, and the training


def test_one_of_them_is_followed_to_the_cell_a_unit_wrote_it_in(office: Path) -> None:
    with Store(office, clock=builders.a_clock) as store:
        found = records.find(store.reader, Activity, where={"agency": builders.UNIT})
        one = next(each for each in found if each.attendance == 58)
        (source,) = source_of(store, f"activities/{one.id}").sources
    cells = {each.field: each.cell for each in source.cells}
    assert (source.file_name, source.sheet, source.by) == (SENT, "Quý II", "Chị Hoa")
    sent = load_workbook(office.with_name(SENT))["Quý II"]
    assert sent[cells["attendance"]].value == 58
    assert sent[cells["title"]].value == one.title
