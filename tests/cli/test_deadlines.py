"""The deadlines of an office, as lines, as JSON, and as a calendar."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from desktop.cli import deadlines as verb
from desktop.operations.units.read_board import read_board
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.cli.saying import Say
from tests.operations.periods.test_read_deadlines import keep, press, within


def test_every_deadline_is_told_on_a_line(store: Store) -> None:
    dues = read_board(store, parse_period("2024"))
    first, second = verb.lines(dues, builders.NOW)
    assert first.startswith("  24/11/2024 (quá 26 ngày) | Hằng năm, định kỳ")
    assert first.endswith("| đã có 0/34 đơn vị")
    assert second.startswith("  Chưa nhập thời hạn | Tổng hợp")
    assert verb.lines((), builders.NOW) == ["Không có thời hạn nào."]


def test_requests_come_first_and_the_earliest_report_is_marked(store: Store) -> None:
    within(store)
    keep(store, press())
    first, *rest = verb.lines(read_board(store, parse_period("2025")), builders.NOW)
    assert first.startswith("  10:30 20/12/2024 (còn 2 giờ 30 phút)")
    assert rest[0].startswith("► 24/11/2025 (còn 339 ngày)")
    assert not [line for line in rest[1:] if line.startswith("►")]
    assert rest[-1].startswith("  Khi có yêu cầu")


def test_a_program_gets_days_and_names(store: Store) -> None:
    due = read_board(store, parse_period("2025"))[0]
    data: dict[str, Any] = verb.due_data(due, builders.NOW)
    assert data["id"] == f"{builders.PLAN}/D1"
    assert data["last_day"] == dt.date(2025, 11, 24)
    assert (data["days_left"], data["minutes_left"]) == (339, None)
    assert data["earliest"] is True
    assert len(data["missing"]) == 34


def test_the_verb_writes_a_calendar_and_tells_it(
    office: Path, tmp_path: Path, say: Say
) -> None:
    path = tmp_path / "han.ics"
    said = say("deadlines", office, "--year", "2025", "--ics", path)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1] == f"Đã ghi 1 mốc vào {path}"
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2025, 11, 24)


def test_the_verb_answers_a_program(office: Path, say: Say) -> None:
    said = say("deadlines", office, "--year", "2026", "--json")
    assert said.code == 0
    assert said.data["year"] == 2026
    assert [one["last_day"] for one in said.data["deadlines"]] == ["2026-11-24", None]
    assert said.data["calendar"] is None


@pytest.mark.parametrize("year", ["26", "x", "9999"])
def test_a_year_nobody_reckons_with_is_refused(
    office: Path, say: Say, year: str
) -> None:
    assert say("deadlines", office, "--year", year).code == 2


def test_of_several_plans_each_line_says_whose_it_is(office: Path, say: Say) -> None:
    alone = say("deadlines", office, "--year", "2024").out
    assert "| huyện Đăk Hà |" not in alone
    assert say("plans", "add", office, "khanh-hoa-2023-2028").code == 0
    rows = say("deadlines", office, "--year", "2024").out.splitlines()
    own = [row for row in rows if "| huyện Đăk Hà |" in row]
    other = [row for row in rows if "| tỉnh Khánh Hòa |" in row]
    assert len(own) == len(alone.splitlines())
    assert len(own) + len(other) == len(rows)
