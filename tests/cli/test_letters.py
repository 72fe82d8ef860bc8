"""Letters on the command line: who is late, and papers to be signed."""

from pathlib import Path

import pytest

from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.cli.saying import Say, fault


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return builders.an_office(tmp_path / "so.stt")


def test_the_late_are_named_before_anything_is_written(say: Say, office: Path) -> None:
    told = say("letters", "reminder", office, "--period", "2024", "--list", "--json")
    assert told.code == 0
    assert told.data["late"]
    assert set(told.data["late"][0]) == {"id", "name", "due"}
    assert not (office.parent / "bao-cao").exists()


def test_a_reminder_is_a_pdf_and_a_word_file(
    say: Say, office: Path, tmp_path: Path
) -> None:
    late = say("letters", "reminder", office, "--period", "2024", "--list", "--json")
    one = late.data["late"][0]
    asked = (
        *("letters", "reminder", office, "--period", "2024", "--unit", one["id"]),
        *("--reply", "5/12/2024", "--date", "2/12/2024", "--number", "9"),
        *("--folder", tmp_path / "ra", "--json"),
    )
    made = say(*asked)
    assert made.code == 0
    assert made.data["addressees"] == [one["name"]]
    assert Path(made.data["pdf"]).read_bytes().startswith(b"%PDF")
    assert Path(made.data["word"]).read_bytes().startswith(b"PK")
    again = say(*asked)  # the first stays as it is
    assert again.data["pdf"] != made.data["pdf"]
    assert Path(made.data["pdf"]).exists()


def test_a_cover_and_a_submission_go_with_an_issued_report(
    say: Say, office: Path, tmp_path: Path
) -> None:
    for verb in ("cover", "submission"):
        fault(
            say, "letters", verb, office, "--period", "2024",
            kind="ConflictError", reason="nothing_issued",
        )  # fmt: skip
    with Store(office) as store:
        asked = Request(period=parse_period("2024"), period_words="năm 2024")
        issued = issue_report(store, draft_report(store, asked)).value
    for verb, start in (("cover", "gửi báo cáo"), ("submission", "Về việc")):
        made = say(
            *("letters", verb, office, "--period", "2024", "--report", issued.id),
            *("--folder", tmp_path, "--json"),
        )
        assert made.data["subject"].startswith(start)
        assert Path(made.data["pdf"]).exists()


def test_a_day_that_is_none_is_told(say: Say, office: Path) -> None:
    told = say("letters", "cover", office, "--period", "2024", "--date", "31/2/2024")
    assert told.code == 2
    assert "31/2/2024" in told.err
