"""The demonstration sends forms out, sends one back, and gets a receipt from above."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import openpyxl

from desktop.cli import demo_exchange
from desktop.files.practice import load_practice
from desktop.operations.practice.practise import make_practice_office
from desktop.progress import silent
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_clock
from tests.cli.practice import Practice
from tests.cli.saying import Say, names

ANSWER = load_practice().setting.unit_answer


def comments(path: Path) -> dict[str, str]:
    """Return the notes of a workbook by the address of their cells."""
    book: Any = openpyxl.load_workbook(path)
    return {
        cell.coordinate: cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def entries(office: Path) -> set[tuple[str, object, int | None]]:
    """Return what was done, when, and how many came."""
    with Store(office, writable=False) as store:
        found = records.find(store.reader, Activity)
    return {(one.title, one.first_day, one.attendance) for one in found}


def test_every_unit_that_owes_gets_a_form_a_text_and_a_mail(
    demonstration: Practice,
) -> None:
    units = demonstration.data["units"]
    endings = [Path(name).suffix for name in names(Path(units["folder"]))]
    assert units["forms"] > 20
    for ending in (".xlsx", ".txt", ".eml"):
        assert endings.count(ending) == units["forms"]


def test_the_form_with_a_slip_goes_back_with_the_cell_marked(
    demonstration: Practice,
) -> None:
    units = demonstration.data["units"]
    assert not comments(Path(units["sent"]))
    notes = comments(Path(units["marked"]))
    assert len(notes) == units["faults"]
    wrong = ANSWER.slip.format(number=ANSWER.attendance)
    assert any(wrong in note for note in notes.values())
    assert any(wrong in note for note in comments(Path(units["mended"])).values())


def test_the_mended_form_is_one_entry_of_its_unit(demonstration: Practice) -> None:
    assert demonstration.data["units"]["accepted"] == 1
    with Store(demonstration.office, writable=False) as store:
        (found,) = records.find(store.reader, Activity, where={"title": ANSWER.title})
        unit = records.get(store.reader, Agency, found.agency)
    assert found.attendance == ANSWER.attendance
    assert unit is not None
    assert unit.name == demonstration.data["units"]["unit"]


def test_the_office_above_holds_what_was_sent_and_its_receipt_matches(
    demonstration: Practice, tmp_path: Path, say: Say
) -> None:
    told = demonstration.data["above"]
    assert told["outcome"] == "matches"
    shutil.copytree(demonstration.folder, tmp_path / "all")
    above = tmp_path / "all" / "cap-tren" / Path(told["office"]).name
    own = tmp_path / "all" / "van-phong" / demonstration.office.name
    (package,) = say("receipts", "list", above, "--json").data["packages"]
    assert (package["entries"], package["receipt"]) == (told["accepted"], True)
    said = say("receipts", "list", own)
    assert said.code == 0
    assert "đã nhận, khớp" in said.out
    with Store(above) as receiver:
        found = records.find(receiver.reader, Activity, where={"title": ANSWER.title})
    assert [one.attendance for one in found] == [ANSWER.attendance]


def test_a_year_that_has_not_begun_asks_no_unit(
    office_pattern: Path, tmp_path: Path
) -> None:
    office = Path(shutil.copy(office_pattern, tmp_path / "so.stt"))
    later = parse_period("2028")
    assert a_clock().date() < dt.date(2028, 1, 1)
    with Store(office, clock=a_clock) as store:
        made = demo_exchange.unit_round(store, tmp_path, later, silent)
    assert made is None
    assert demo_exchange.unit_data(made) is None
    assert not list(demo_exchange.unit_lines(made))


def test_another_seed_and_year_are_taken_and_both_rounds_told_in_lines(
    tmp_path: Path, say: Say
) -> None:
    said = say("demo", "--folder", tmp_path / "x", "--year", "2025", "--seed", "2").out
    for words in ("Biểu thu thập:", "Phiếu trả lại:", "Đã sửa, nhận:", "Sổ cấp trên:"):
        assert words in said
    assert "đã nhận, khớp" in said
    (office,) = (tmp_path / "x" / "van-phong").glob("*.stt")
    plan = office.stem
    made = entries(office)
    for seed in (1, 2):
        pattern = tmp_path / f"{seed}.stt"
        make_practice_office(pattern, plan, year=2025, seed=seed)
        assert (entries(pattern) <= made) == (seed == 2)
