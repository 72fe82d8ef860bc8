"""Periods are closed, opened again and marked from the command line too."""

from pathlib import Path

from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, fault

YEAR = ("--period", "2024")


def record(office: Path) -> tuple[object, ...]:
    entries = a_file(office.parent, a_training())
    return "record", office, entries, "--register", "training"


def test_a_closed_period_refuses_entries_and_names_itself(
    office: Path, say: Say
) -> None:
    said = say("periods", "close", office, *YEAR, "--json")
    assert said.code == 0
    assert said.data["period"]["state"] == "closed"
    assert said.data["period"]["last_day"] == "2024-12-31"
    error = fault(say, *record(office), kind="ConflictError", reason="period_locked")
    assert "năm 2024" in error["why"]
    fault(
        say,
        "periods",
        "close",
        office,
        *YEAR,
        kind="ConflictError",
        reason="period_closed_already",
    )


def test_a_period_is_opened_with_a_reason_that_the_list_tells(
    office: Path, say: Say
) -> None:
    say("periods", "close", office, *YEAR)
    say("periods", "close", office, "--period", "2024-H1")
    lacking = say("periods", "reopen", office, *YEAR)
    assert (lacking.code, "--reason" in lacking.err) == (2, True)
    opened = say("periods", "reopen", office, *YEAR, "--reason", "Xã gửi muộn")
    assert opened.code == 0
    assert "đang nhập" in opened.out
    assert "6 tháng đầu năm 2024 vẫn khóa" in opened.out
    listed = say("periods", "list", office, "--json")
    states = {one["code"]: one["state"] for one in listed.data["periods"]}
    assert states == {"2024-H1": "closed", "2024": "entering"}
    history = next(one for one in listed.data["periods"] if one["code"] == "2024")
    assert [one["reason"] for one in history["history"]] == ["", "Xã gửi muộn"]
    assert "mở lại, lý do: Xã gửi muộn" in say("periods", "list", office).out


def test_a_receipt_is_told_with_its_paper(office: Path, say: Say) -> None:
    say("periods", "close", office, *YEAR)
    paper = ("--document", "Biên nhận số 12", "--day", "26/11/2024")
    marked = say("periods", "mark", office, *YEAR, "--state", "da-nhan", *paper)
    assert marked.code == 0
    assert "đã nhận" in marked.out
    assert "(Biên nhận số 12, 26/11/2024)" in marked.out
    accepted = say(
        "periods", "mark", office, *YEAR, "--state", "da-nghiem-thu", *paper, "--json"
    )
    assert accepted.data["period"]["state"] == "accepted"


def test_an_office_that_closed_nothing_says_so(office: Path, say: Say) -> None:
    assert say("periods", "list", office).out == "Chưa kỳ nào được chốt.\n"
    assert say("periods", "list", office, "--json").data == {"periods": []}
