"""The office's settings travel with its file and are journalled like any deed."""

from dataclasses import replace
from pathlib import Path

from desktop.records.preferences import Preferences
from desktop.store import journal, preferences, undoing, upkeep
from desktop.store.store import Store
from tests.builders import OWN, PLAN


def test_a_file_without_settings_says_so(store: Store) -> None:
    with store.change("forget") as change:
        change.write("preferences", "office", None)
    assert preferences.get(store.reader) is None


def test_settings_come_back_as_they_went(store: Store) -> None:
    kept = Preferences(
        plan=PLAN,  # type: ignore[arg-type]
        agency=OWN,  # type: ignore[arg-type]
        issuer_lines=("ỦY BAN NHÂN DÂN HUYỆN", "PHÒNG"),
        authority=("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        recipients=("Như trên",),
        practice=True,
    )
    with store.change("set_preferences") as change:
        assert preferences.put(change, kept)
        assert not preferences.put(change, kept)
    assert preferences.get(store.reader) == kept
    assert change.touched == {"preferences"}


def test_a_changed_setting_is_undone(store: Store) -> None:
    before = preferences.get(store.reader)
    assert before is not None
    with store.change("set_preferences") as change:
        preferences.put(change, replace(before, place="Kon Tum"))
    assert undoing.undo(store) is not None
    assert preferences.get(store.reader) == before
    assert journal.broken_link(store.reader) is None


def test_there_is_only_one_set_of_settings(store: Store) -> None:
    rows = store.reader.execute("select id from preferences").fetchall()
    assert [row["id"] for row in rows] == ["office"]


def test_an_office_for_practice_says_so(store: Store, tmp_path: Path) -> None:
    assert not preferences.is_practice(store.reader)
    kept = preferences.get(store.reader)
    assert kept is not None
    with store.change("set_preferences") as change:
        preferences.put(change, replace(kept, practice=True))
    assert preferences.is_practice(store.reader)
    upkeep.create(tmp_path / "trong.stt")
    with Store(tmp_path / "trong.stt") as empty:
        assert not preferences.is_practice(empty.reader)
