"""Deeds are read in pages and by what is asked for; rows as they once stood."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.records.activity import Activity
from desktop.records.change import ChangeKind
from desktop.records.evidence import Evidence
from desktop.store import history, records, undoing, upkeep
from desktop.store.history import Wanted
from desktop.store.store import Store
from tests.builders import NOW, OWN, an_activity
from tests.store.deeds import record_one

DAY = dt.timedelta(days=1)


class Clock:
    """A clock somebody sets."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> dt.datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    upkeep.create(tmp_path / "so.stt")
    with Store(tmp_path / "so.stt", clock=clock) as opened:
        yield opened


@pytest.fixture
def busy(store: Store, clock: Clock) -> Store:
    """Three days of work by two officers: six changes."""
    from desktop.records.agency import Agency

    with store.change("create_office") as change:
        records.put(change, Agency(id=OWN, name="Phòng"))  # type: ignore[arg-type]
    store.officer = "Y Hà"
    record_one(store, "Tập huấn Đăk Mar")
    clock.at += DAY
    record_one(store, "Hội nghị")
    store.officer = "Lan"
    with store.change("remove", "Hội nghị") as change:
        records.remove(change, Activity, "Hội nghị")
    clock.at += DAY
    undoing.undo(store)
    undoing.redo(store)
    return store


def numbers(store: Store, **wanted: object) -> list[int]:
    found = history.page(store.reader, Wanted(**wanted))  # type: ignore[arg-type]
    assert history.count(store.reader, Wanted(**wanted)) == len(found)  # type: ignore[arg-type]
    return [one.entry.id for one in found]


def test_pages_follow_each_other_newest_first(busy: Store) -> None:
    db, found, below = busy.reader, [], None
    while page := history.page(db, Wanted(), before=below, limit=4):
        found.append([one.entry.id for one in page])
        below = page[-1].entry.id
    assert found == [[6, 5, 4, 3], [2, 1]]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [6, 5, 4, 3, 2, 1]),
        ({"first": (NOW + DAY).date()}, [6, 5, 4, 3]),
        ({"last": NOW.date()}, [2, 1]),
        ({"first": (NOW + DAY).date(), "last": (NOW + DAY).date()}, [4, 3]),
        ({"by": "Lan"}, [6, 5, 4]),
        ({"by": ""}, [1]),
        ({"verb": "record"}, [3, 2]),
        ({"place": "agencies"}, [1]),
        ({"place": "tasks"}, []),
        ({"text": "dak mar"}, [2]),
        ({"text": "hoi"}, [6, 5, 4, 3]),
        ({"text": "hoi", "by": "Y Hà"}, [3]),
        ({"removals": True}, [6, 4]),
    ],
)
def test_each_filter_leaves_what_it_asks_for(
    busy: Store, wanted: dict[str, object], expected: list[int]
) -> None:
    assert numbers(busy, **wanted) == expected


def test_a_text_is_looked_for_beyond_one_block(
    store: Store, busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_BLOCK", 2)
    assert numbers(busy, text="dak mar") == [2]


def test_an_undo_is_told_by_the_deed_it_reverts(busy: Store) -> None:
    redone, undone, removal, *_ = history.page(busy.reader, Wanted())
    assert (undone.entry.kind, undone.deed.id) == (ChangeKind.UNDONE, 4)
    assert (redone.entry.kind, redone.deed.id) == (ChangeKind.REDONE, 4)
    assert removal.deed == removal.entry
    assert (removal.touched, removal.removed) == (1, 1)
    assert (undone.touched, undone.removed) == (1, 0)


def test_what_can_be_asked_for_is_what_there_is(busy: Store) -> None:
    db = busy.reader
    assert history.officers(db) == ("", "Lan", "Y Hà")
    assert history.verbs(db) == ("create_office", "record", "remove")
    assert history.places(db) == ("activities", "agencies")


def test_a_row_is_seen_as_it_stood_after_each_change(busy: Store) -> None:
    record_one(busy, "Tập huấn Đăk Mar", attendance=7)
    seen = [
        history.row_at(busy.reader, "activities", "Tập huấn Đăk Mar", number)
        for number in (1, 2, 6, 7)
    ]
    assert seen[0] is None
    assert [row and row["attendance"] for row in seen[1:]] == [40, 40, 7]
    gone = [
        history.row_at(busy.reader, "activities", "Hội nghị", number) is None
        for number in range(1, 7)
    ]
    assert gone == [True, True, False, True, False, True]


def test_a_table_that_is_no_more_holds_nothing(busy: Store) -> None:
    assert history.row_at(busy.reader, "sqlite_master", "x", 1) is None


def test_removals_of_a_change_are_named(busy: Store) -> None:
    assert history.removed_by(busy.reader, 4) == (("activities", "Hội nghị"),)
    assert history.removed_by(busy.reader, 3) == ()


def test_the_deeds_done_to_a_row_are_told_newest_first(busy: Store) -> None:
    found = list(history.of_row(busy.reader, "activities", "Hội nghị"))
    assert [told.entry.id for told, _ in found] == [6, 5, 4, 3]
    assert found[0][1].after is None


def test_the_change_of_a_moment_is_found_though_a_clock_was_wrong(
    store: Store, busy: Store, clock: Clock
) -> None:
    assert history.newest_on(busy.reader, NOW - DAY) == 0
    assert history.newest_on(busy.reader, NOW) == 2
    assert history.newest_on(busy.reader, NOW + DAY) == 4
    clock.at = dt.datetime(2009, 1, 1, tzinfo=NOW.tzinfo)
    record_one(busy, "sau khi thay pin")
    clock.at = NOW + 3 * DAY
    record_one(busy, "hôm sau")
    assert history.newest_on(busy.reader, NOW + DAY) == 4
    assert history.newest_on(busy.reader, NOW + 2 * DAY) == 7
    assert history.newest_on(busy.reader, clock.at) == 8


def test_a_record_is_found_by_its_id_alone(busy: Store) -> None:
    assert history.place_of(busy.reader, "Hội nghị") == "activities"
    assert history.place_of(busy.reader, "chưa từng có") == ""


def test_evidence_is_known_even_when_it_is_gone(busy: Store) -> None:
    paper = Evidence(
        id="e1",  # type: ignore[arg-type]
        place="activities",
        row_id="Hội nghị",
        name="ảnh.jpg",
        sha256="0" * 64,
        size=1,
        media="image/jpeg",
        added_at=NOW,
        source_sha256="0" * 64,
    )
    with busy.change("attach_evidence") as change:
        records.put(change, paper)
    with busy.change("remove") as change:
        records.remove(change, Evidence, "e1")
    found = history.evidence_of(busy.reader, "activities", "Hội nghị")
    assert found == (("e1", 8),)
    assert history.evidence_of(busy.reader, "activities", "khác") == ()


def test_numbers_of_an_empty_journal_are_none(tmp_path: Path) -> None:
    upkeep.create(tmp_path / "trong.stt")
    with Store(tmp_path / "trong.stt") as empty:
        assert history.first_number(empty.reader) == 0
        assert history.last_number(empty.reader) == 0
        assert history.done(empty.reader, 1) is None
        assert history.newest_on(empty.reader, NOW) == 0


def test_a_row_now_is_the_row_in_its_table(busy: Store) -> None:
    row = history.row_now(busy.reader, "activities", "Tập huấn Đăk Mar")
    assert row is not None
    assert row["title"] == an_activity().title
