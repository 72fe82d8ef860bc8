"""The history is told on a line each, a record's field by field, a day's by counts."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.store import removals
from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, digest, fault


@pytest.fixture
def worked(office: Path, say: Say) -> str:
    """Record a training, amend nothing, undo it: two changes more than a new office."""
    source = a_file(office.parent, a_training())
    recorded = say("record", office, source, "--register", "training", "--json")
    assert say("undo", office).code == 0
    (made,) = recorded.data["ids"]
    return str(made)


def test_the_newest_is_told_first(office: Path, worked: str, say: Say) -> None:
    before = digest(office)
    said = say("history", office, "--json")
    assert (said.code, said.data["count"]) == (0, 3)
    undone, recorded, created = said.data["changes"]
    assert (undone["change"], undone["kind"], undone["reverts"]) == (3, "undone", 2)
    assert (undone["verb"], undone["removed"]) == ("record_many", 1)
    assert (recorded["verb"], created["verb"]) == ("record_many", "create_office")
    assert digest(office) == before


def test_a_person_reads_deed_subject_and_what_was_removed(
    office: Path, worked: str, say: Say
) -> None:
    newest, *_ = say("history", office).out.splitlines()
    assert "Hoàn tác: ghi nhiều dòng: Tập huấn, bồi dưỡng · xóa 1 mục" in newest
    said = say("history", office, "--limit", "1").out.splitlines()
    assert said[1] == "Còn 2 thay đổi cũ hơn; thêm --limit."


def test_a_record_is_told_field_by_field(office: Path, worked: str, say: Say) -> None:
    said = say("history", office, "--record", worked, "--json").data
    assert (said["place"], said["exists"]) == ("activities", False)
    assert [one["fate"] for one in said["changes"]] == ["removed", "made"]
    lines = {one["field"]: one["line"] for one in said["changes"][0]["fields"]}
    assert lines["attendance"] == "Số lượt người: 40 lượt người"
    told = say("history", office, "--record", worked).out
    assert "Tập huấn quyền con người (hiện không còn trong sổ)" in told
    assert "    Từ ngày: 05/06/2024\n" in told


def test_an_unknown_record_is_a_slip_in_the_command(office: Path, say: Say) -> None:
    fault(say, "history", office, "--record", "zzz", kind="UnknownNameError", reason="")


def test_the_office_of_today_is_counted(office: Path, worked: str, say: Say) -> None:
    today = dt.datetime.now().astimezone().strftime("%d/%m/%Y")
    said = say("history", office, "--on", today, "--json").data
    assert (said["change"], said["counts"]["Activity"]) == (3, 0)
    assert said["counts"]["Task"] == 19
    told = say("history", office, "--on", today).out
    assert f"Sổ như cuối ngày {today}, sau thay đổi số 3:" in told


def test_a_record_is_told_as_it_was_on_a_day(
    office: Path, worked: str, say: Say
) -> None:
    today = dt.datetime.now().astimezone().strftime("%d/%m/%Y")
    gone = say("history", office, "--record", worked, "--on", today)
    assert gone.code == 1
    assert "mục này không có trong sổ" in gone.out
    assert say("redo", office).code == 0
    there = say("history", office, "--record", worked, "--on", today, "--json")
    assert (there.code, there.data["exists"]) == (0, True)
    lines = {one["field"]: one["line"] for one in there.data["fields"]}
    assert lines["title"].endswith(": Tập huấn quyền con người")


def test_a_day_before_the_office_shows_nothing(office: Path, say: Say) -> None:
    fault(
        say,
        "history",
        office,
        "--on",
        "01/01/2020",
        kind="ConflictError",
        reason="before_the_office",
    )


def test_what_is_no_day_is_a_slip_in_the_command(office: Path, say: Say) -> None:
    error = fault(say, "history", office, "--on", "hôm xưa", kind="UsageError")
    assert "“hôm xưa” không phải là ngày" in error["why"]


def test_the_log_of_removals_is_completed(office: Path, worked: str, say: Say) -> None:
    path = removals.log_path(office)
    path.unlink()
    assert say("check", office, "--json").data["removals_missing"] == 1
    assert "Nhật ký xóa thiếu 1 mục" in say("check", office).out
    said = say("history", office, "--removals", "--json")
    assert (said.code, said.data) == (0, {"file": str(path), "added": 1})
    assert "Tập huấn quyền con người" in path.read_text("utf-8-sig")
    assert say("check", office, "--json").data["removals_missing"] == 0
