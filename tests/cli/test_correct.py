"""A slip is previewed and issued from the command line."""

from pathlib import Path

import pytest

from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, fault


@pytest.fixture
def changed(office: Path, say: Say) -> Path:
    """Issue a report of a year, and record a training of it afterwards."""
    assert say("report", office, "--period", "2024", "--number", "15").code == 0
    entries = a_file(office.parent, a_training())
    assert say("record", office, entries, "--register", "training").code == 0
    return office


def test_a_preview_tells_the_changes_and_issues_nothing(
    changed: Path, say: Say
) -> None:
    told = say("correct", changed, "--preview", "--json").data
    assert told["slip"] == 1
    assert any(not one["total"] for one in told["changes"])
    assert "→" in say("correct", changed, "--preview").out
    assert say("correct", changed, "--preview", "--json").data == told


def test_a_slip_needs_a_reason(changed: Path, say: Say) -> None:
    fault(say, "correct", changed, kind="InputError", code=1)


def test_a_slip_is_issued_with_its_files_and_compared(changed: Path, say: Say) -> None:
    said = say("correct", changed, "--reason", "Xã gửi muộn", "--json")
    assert said.code == 0
    assert Path(said.data["pdf"]).name == "bao-cao-2024-dieu-chinh-1-v1.pdf"
    assert Path(said.data["workbook"]).is_file()
    reasons = {one["reason"] for one in said.data["changes"] if not one["total"]}
    assert reasons == {"Xã gửi muộn"}
    found = say(
        "compare", changed, said.data["corrects"], said.data["report"], "--json"
    )
    assert found.data["same_period"] is True
    assert len(found.data["changes"]) == len(said.data["changes"])
    fault(
        say,
        "correct",
        changed,
        "--reason",
        "Nhầm",
        kind="ConflictError",
        reason="nothing_to_correct",
    )


def test_a_person_reads_what_changed_and_why(changed: Path, say: Say) -> None:
    said = say("correct", changed, "--reason", "Xã gửi muộn")
    assert said.out.startswith("Đã lập Bản điều chỉnh số 1: ")
    assert "Lý do: Xã gửi muộn" in said.out


def test_a_slip_on_paper_tells_its_code_and_what_to_do_with_the_pdf(
    changed: Path, say: Say
) -> None:
    say("signers", changed, "--way", "paper")
    said = say("correct", changed, "--reason", "Xã gửi muộn")
    lines = said.out.splitlines()
    assert lines[-1].startswith("Mã đối chiếu: ")
    assert lines[-2].endswith("-ban-giay.pdf (in ra, ký tay, đóng dấu)")
