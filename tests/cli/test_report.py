"""A report is issued with two files, and its figures are those of the data."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli import recount
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault, names

KEYS = {"report", "version", "sha256", "pdf", "workbook", "way", "code"}
TARGETS = "Mục tiêu, chỉ tiêu"
SUMMARY = "Tóm tắt chỉ tiêu"
COUNTED = {"T3", "T5a"}
"""Held against a number of the plan, which is no record of a data sheet."""


def measured(practice: Practice, span: str) -> dict[str, dict[str, Any]]:
    return {one["code"]: one[span] for one in practice.data["targets"]}


def sheet_rows(path: Path, sheet: str, columns: int) -> list[tuple[Any, ...]]:
    """Return the numbered rows of a sheet."""
    book = openpyxl.load_workbook(path, data_only=True)
    rows = book[sheet].iter_rows(values_only=True, max_col=columns)
    return [row for row in rows if isinstance(row[0], int)]


def percent(value: float | None) -> str | None:
    """Print a percent as an office does."""
    if value is None:
        return None
    return f"{value:.1f}".replace(".", ",").removesuffix(",0") + "%"


@pytest.mark.parametrize("span", ["period", "cumulative"])
def test_every_target_can_be_recounted_from_the_data_sheets_alone(
    demonstration: Practice, span: str
) -> None:
    found = measured(demonstration, span)
    book = recount.Book(demonstration.workbook, 2024, cumulative=span == "cumulative")
    by_hand = recount.recounted(book)
    assert by_hand.keys() | COUNTED | {"T0"} == found.keys()
    for code, pair in by_hand.items():
        told = found[code]
        assert pair == (told["numerator"], told["denominator"]), code
        assert told["value"] == float(
            f"{int(1000 * pair[0] / pair[1] + 0.5) / 10:.1f}"
        ), code
    for code, number in recount.counted(book).items():
        assert number == found[code]["numerator"], code


def test_the_planned_numbers_are_those_the_report_prints(
    demonstration: Practice,
) -> None:
    found = measured(demonstration, "period")
    rows = sheet_rows(demonstration.workbook, TARGETS, 4)
    goals = dict(zip(found, [row[3] for row in rows], strict=True))
    for code in COUNTED:
        number = re.match(r"\d+", goals[code])
        assert number
        assert int(number[0]) == found[code]["denominator"]


def test_the_annex_of_targets_prints_the_very_results(demonstration: Practice) -> None:
    rows = sheet_rows(demonstration.workbook, TARGETS, 13)
    targets = demonstration.data["targets"]
    assert len(rows) == len(targets)
    for row, target in zip(rows, targets, strict=True):
        assert row[1] == target["text"]
        assert (row[2] or "") == target["unit"]
        figures = ("numerator", "denominator", "value")
        assert row[4:7] == tuple(target["period"][one] for one in figures)
        assert row[7:10] == tuple(target["cumulative"][one] for one in figures)


def test_the_summary_prints_the_very_results(demonstration: Practice) -> None:
    rows = sheet_rows(demonstration.workbook, SUMMARY, 6)
    targets = demonstration.data["targets"]
    assert len(rows) == len(targets)
    verdicts = {"met": "Đạt", "not_met": "Chưa đạt", "text": "Đánh giá bằng lời"}
    for row, target in zip(rows, targets, strict=True):
        assert row[3] == percent(target["period"]["value"])
        assert row[4] == percent(target["cumulative"]["value"])
        assert row[5] == verdicts[target["verdict"]]


def test_the_answer_names_both_files_and_the_version(office: Path, say: Say) -> None:
    first = say("report", office, "--period", "2024", "--json")
    assert (first.code, set(first.data)) == (0, KEYS)
    assert first.data["version"] == 1
    folder = office.parent / "bao-cao"
    assert Path(first.data["pdf"]).parent == folder
    assert names(folder) == sorted(
        Path(first.data[x]).name for x in ("pdf", "workbook")
    )
    second = say("report", office, "--period", "2024", "--json")
    assert second.data["version"] == 2
    assert second.data["report"] != first.data["report"]
    assert len(names(folder)) == 4


def test_a_person_is_told_where_the_files_are(office: Path, say: Say) -> None:
    said = say(
        "report", office, "--period", "2024-Q1", "--folder", office.parent / "ở đây"
    )
    assert said.code == 0
    for ending in (".pdf", ".xlsx"):
        (made,) = (office.parent / "ở đây").glob(f"*{ending}")
        assert str(made) in said.out
    assert "Đang trình bày báo cáo" in said.err


def test_number_and_date_are_printed_in_the_head(office: Path, say: Say) -> None:
    said = say(
        *("report", office, "--period", "2024", "--json"),
        *("--number", "123", "--date", "5/2/2025"),
    )
    book = openpyxl.load_workbook(said.data["workbook"])
    head = [str(row[0].value) for row in book.worksheets[0].iter_rows(max_row=6)]
    assert any("Số: 123/" in text for text in head)
    right = [str(one.value) for one in book.worksheets[0][4]]
    assert any("ngày 05 tháng 02 năm 2025" in text for text in right)


@pytest.mark.parametrize("text", ["31/2/2024", "hôm nào", "13/13/2024", "5/13/2026"])
def test_a_date_that_is_none_is_told_and_nothing_is_issued(
    office: Path, say: Say, text: str
) -> None:
    before = digest(office)
    command = ("report", office, "--period", "2024", "--date", text)
    error = fault(say, *command, kind="UsageError")
    assert "--date" in error["why"]
    assert text in error["why"]
    assert digest(office) == before
    assert names(office.parent) == ["so.stt"]


def test_a_blank_date_is_no_date(office: Path, say: Say) -> None:
    assert say("report", office, "--period", "2024", "--date", " ").code == 0


def test_an_unknown_kind_is_told_with_those_there_are(office: Path, say: Say) -> None:
    before = digest(office)
    command = ("report", office, "--period", "2024", "--kind", "weekly")
    error = fault(say, *command, kind="UnknownNameError")
    assert "weekly" in error["why"]
    assert "report-year" in error["why"]
    assert digest(office) == before


def test_a_folder_that_cannot_be_made_is_told(office: Path, say: Say) -> None:
    (office.parent / "file").write_text("mine")
    folder, before = office.parent / "file" / "inside", digest(office)
    command = ("report", office, "--period", "2024", "--folder", folder)
    fault(say, *command, kind="FileError", reason="read_only")
    assert (office.parent / "file").read_text() == "mine"
    assert digest(office) == before


def test_what_is_issued_today_says_so(office: Path, say: Say) -> None:
    said = say("report", office, "--period", "2024", "--json")
    book = openpyxl.load_workbook(said.data["workbook"])
    told = {row[0].value: row[1].value for row in book["_machine"].iter_rows()}
    computed = dt.datetime.fromisoformat(str(told["computed_at"]))
    assert computed.utcoffset() == dt.timedelta(hours=7)
    assert told["report_id"] == said.data["report"]
