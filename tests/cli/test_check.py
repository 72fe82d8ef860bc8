"""A check tells whether the file is whole and its history unbroken."""

import sqlite3
from pathlib import Path

from tests.cli.entries import a_file, a_training
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault

KEYS = {
    "office",
    "intact",
    "journal_unbroken",
    "broken_at",
    "disagreements",
    "missing_head",
    "removals_missing",
    "evidence",
    "signed_copies",
    "received",
    "changes",
    "journal_head",
    "counts",
}


def tampered(office: Path, sql: str) -> None:
    """Change the file behind the program's back."""
    db = sqlite3.connect(office)
    with db:
        assert db.execute(sql).rowcount
    db.close()


def test_a_sound_office_is_good_and_counted(practice: Practice, say: Say) -> None:
    before = digest(practice.office)
    said = say("check", practice.office, "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert (said.data["intact"], said.data["journal_unbroken"]) == (True, True)
    assert said.data["broken_at"] is None
    assert said.data["counts"]["activities"] == practice.data["activities"]
    assert len(said.data["journal_head"]) == 64
    assert digest(practice.office) == before


def test_every_deed_moves_the_head_of_the_journal(office: Path, say: Say) -> None:
    first = say("check", office, "--json").data
    source = a_file(office.parent, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    second = say("check", office, "--json").data
    assert second["changes"] == first["changes"] + 1
    assert second["journal_head"] != first["journal_head"]


def test_a_history_written_over_is_found_wanting(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    for _ in range(2):
        assert say("record", office, source, "--register", "training").code == 0
    tampered(office, "update changes set subject = 'other' where id = 2")
    said = say("check", office, "--json")
    assert (said.code, said.data["broken_at"]) == (1, 2)
    assert said.data["journal_unbroken"] is False
    told = say("check", office)
    assert told.code == 1
    assert "Nhật ký bị sửa từ thay đổi số 2." in told.out


def test_a_page_of_the_history_torn_out_is_found_wanting(
    office: Path, say: Say
) -> None:
    tampered(office, "update journal set after = null where id = 1")
    assert say("check", office, "--json").data["broken_at"] == 1


def test_a_reference_to_nothing_is_damage(office: Path, say: Say) -> None:
    source = a_file(office.parent, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    tampered(office, "delete from agencies where id = 'phong-vhtt-dak-ha'")
    error = fault(say, "check", office, kind="StoreDamagedError", reason="foreign_keys")
    assert "sao lưu" in error["next"]


def test_a_person_reads_that_all_is_well(office: Path, say: Say) -> None:
    said = say("check", office)
    assert "Nhật ký liền mạch." in said.out
    assert str(office) in said.out
