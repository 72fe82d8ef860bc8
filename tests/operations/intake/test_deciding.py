"""What becomes of each entry follows from what stands here and on whose word."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures.trust import Trust
from desktop.operations.intake.deciding import EARLIER, Decided, Deciding
from desktop.operations.periods.close_period import close_period
from desktop.records.arrival import Fate
from desktop.records.exchange_entries import Entries
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.files.pki import NOW
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    activities,
    an_entry,
    entries_of,
    take_in,
    translated,
)

FIRST_ROW, SECOND_ROW = f"{COMMUNE}.a001", f"{COMMUNE}.a002"


def deciding(store: Store, entries: Entries) -> Deciding:
    return Deciding(store.reader, entries, translated(store, entries))


def fates(decided: Iterator[Decided]) -> dict[str, Fate | None]:
    return {one.row_id: one.fate for one in decided}


@pytest.fixture(scope="module")
def taken_pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Take in two activities of the second quarter, once for all tests."""
    folder = tmp_path_factory.mktemp("taken")
    copied = Path(shutil.copy(office_pattern, folder / "so.stt"))
    entries = entries_of([an_entry(1), an_entry(2)])
    with Store(copied, clock=lambda: NOW) as store:
        take_in(store, Trust(), a_package(folder, entries, None))
    return copied


@pytest.fixture
def taken(taken_pattern: Path, tmp_path: Path) -> Iterator[Store]:
    """Return a copy of the office that took them in."""
    copied = Path(shutil.copy(taken_pattern, tmp_path / "so.stt"))
    with Store(copied, clock=lambda: NOW) as store:
        yield store


def test_equal_changed_new_and_no_longer_told_are_told_apart(taken: Store) -> None:
    later = entries_of([an_entry(1, attendance=11), an_entry(3)])
    assert fates(deciding(taken, later).rows()) == {
        FIRST_ROW: Fate.CHANGE,
        SECOND_ROW: Fate.REMOVE,
        f"{COMMUNE}.a003": Fate.ADD,
    }
    same = entries_of([an_entry(1), an_entry(2)])
    assert set(fates(deciding(taken, same).rows()).values()) == {Fate.SAME}


def test_what_was_edited_or_removed_here_is_kept_and_asked_about(taken: Store) -> None:
    with taken.change("record") as change:
        records.put(change, replace(activities(taken)[FIRST_ROW], attendance=99))
        records.remove(change, type(activities(taken)[SECOND_ROW]), SECOND_ROW)
    later = entries_of([an_entry(1, attendance=11), an_entry(2)])
    assert set(fates(deciding(taken, later).rows()).values()) == {Fate.KEEP}


def test_a_row_nobody_sent_is_never_overwritten_unasked(store: Store) -> None:
    with store.change("record") as change:
        records.put(change, an_entry(1, id=FIRST_ROW))
    found = fates(deciding(store, entries_of([an_entry(1, attendance=1)])).rows())
    assert found == {FIRST_ROW: Fate.KEEP}


def test_the_word_for_a_later_period_stands_whenever_an_older_one_comes(
    store: Store, tmp_path: Path
) -> None:
    days = parse_period("2024-Q3")
    check = builders.a_check(COMMUNE, id="k1", year=2024, note="đã có quy chế")
    later = entries_of([check], days=(days.first_day, days.last_day))
    take_in(store, Trust(), a_package(tmp_path, later, None, period_code="2024-Q3"))
    older = replace(check, note="đang dự thảo")
    (found,) = deciding(store, entries_of([older])).rows()
    assert (found.fate, found.noted) == (Fate.SAME, True), "its word may stand yet"


def test_earlier_entries_come_in_once_and_not_into_closed_periods(
    store: Store,
) -> None:
    product = builders.a_product(id="sp", agency=COMMUNE, tasks=())
    entries = entries_of([an_entry(1)], earlier=(product,))
    (found,) = deciding(store, entries).earlier()
    assert (found.fate, found.cell) == (Fate.ADD, f"{EARLIER}sp")
    close_period(store, parse_period(str(product.first_published.year)))
    assert list(deciding(store, entries).earlier()) == []
