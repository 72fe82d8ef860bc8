"""The page always says what comes next."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from desktop.gui.pages.report.following import after, dropped_pdf, next_words, steps_of
from desktop.gui.pages.report.work import standings
from tests.gui.pages.report_desk import Desk, issue


@pytest.mark.parametrize(
    ("step", "following", "done"),
    [
        ("write", "check", set()),
        ("check", "preview", {"write"}),
        ("preview", "issue", {"write", "check"}),
    ],
)
def test_a_draft_goes_from_step_to_step(
    step: str, following: str, done: set[str]
) -> None:
    state = steps_of(None, step)
    assert state.following == following
    assert state.done == done
    assert "export" not in state.allowed


def test_a_letter_is_not_checked_for_figures() -> None:
    state = steps_of(None, "write", letter=True)
    assert state.following == "preview"
    assert "check" not in state.allowed


def test_an_issued_report_is_exported_then_signed(desk: Desk) -> None:
    issue(desk.store, export=False, sign=False)
    assert steps_of(standings(desk.store)[0], "preview").following == "export"
    issue(desk.store, sign=False)
    assert steps_of(standings(desk.store)[0], "preview").following == "sign"


def test_a_signed_report_wants_nothing_more(signed_desk: Desk) -> None:
    state = steps_of(standings(signed_desk.store)[0], "preview")
    assert not state.following
    assert {"export", "sign"} <= state.done


def test_numbers_that_no_longer_agree_come_first() -> None:
    assert next_words("check", 2) == "cập nhật 2 số không còn khớp sổ."
    assert next_words("check", 0).startswith("soát")
    assert not next_words("", 0)


def test_only_one_pdf_can_be_dropped(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ký.PDF"))])
    assert dropped_pdf(data) == tmp_path / "ký.PDF"
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "bảng.xlsx"))])
    assert dropped_pdf(data) is None
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{n}.pdf")) for n in "ab"])
    assert dropped_pdf(data) is None


def test_of_what_there_cannot_be_nothing_is_offered() -> None:
    state = steps_of(None, "preview", letter=True, refused="Chưa có ai để đôn đốc.")
    assert state.allowed == {"write"}
    assert not state.following


def test_a_signed_report_is_handed_over_next(signed_desk: Desk) -> None:
    (signed,) = standings(signed_desk.store)
    assert next_words(after(signed), 0) == "giao báo cáo, ở mục Bàn giao (Ctrl+6)."


def test_what_is_not_signed_is_not_handed_over(desk: Desk) -> None:
    issue(desk.store, sign=False)
    assert not after(standings(desk.store)[0])
    assert not after(None)
