"""A backup from before a lock opens the period again, and that is told."""

from pathlib import Path

from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.left_by_restoring import Left, left_by_restoring
from desktop.operations.offices.restore import restore
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.reopen_period import reopen_period
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import NOW

YEAR = parse_period("2024")


def restored(store: Store, backup: Path) -> Left:
    store.close()
    aside = restore(backup, store.path, NOW).value
    assert aside is not None
    return left_by_restoring(aside, store.path)


def test_what_was_locked_and_issued_since_is_told(store: Store) -> None:
    backup = back_up(store).value.path
    request = Request(period=YEAR, period_words="năm 2024", number="15")
    issue_report(store, draft_report(store, request))
    close_period(store, YEAR)
    left = restored(store, backup)
    assert [one.period_code for one in left.opened] == ["2024"]
    assert left.reports == (("15", NOW),)


def test_what_was_locked_before_stays_so_and_is_not_told(store: Store) -> None:
    close_period(store, YEAR)
    assert restored(store, back_up(store).value.path) == Left()


def test_what_was_opened_since_is_locked_again_and_not_told(store: Store) -> None:
    close_period(store, YEAR)
    backup = back_up(store).value.path
    reopen_period(store, YEAR, "Sót số liệu")
    assert restored(store, backup) == Left()


def test_a_file_nobody_can_read_tells_nothing(store: Store, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.stt"
    broken.write_bytes(b"not an office")
    store.close()
    assert left_by_restoring(broken, store.path) == Left()
