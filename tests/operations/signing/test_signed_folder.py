"""Signed copies lie by their hash among the reports, and go along with a backup."""

from pathlib import Path

from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.restore import restore
from desktop.operations.signing.signed_folder import (
    check_copies,
    signed_folder,
    signed_folder_beside,
    signed_path,
)
from desktop.store.store import Store
from tests.builders import NOW, a_clock
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_elsewhere import kept_as, signed


def test_a_backup_beside_the_office_speaks_of_the_same_folder(desk: Desk) -> None:
    backup = back_up(desk.store).value.path
    assert signed_folder_beside(backup) == signed_folder(desk.store)


def test_nothing_attached_is_nothing_to_check(desk: Desk) -> None:
    health = check_copies(desk.store)
    assert (health.files, health.good) == (0, True)


def test_a_backup_elsewhere_has_the_copies_and_a_restore_brings_them(
    desk: Desk, tmp_path: Path
) -> None:
    data = signed(desk.pdf.read_bytes(), desk.key)
    path = kept_as(tmp_path / "ve.pdf", data)
    copy = attach_issued_copy(desk.store, REPORT, path).value.copy
    stick = tmp_path / "usb"
    stick.mkdir()
    kept = back_up(desk.store, stick / "so.stt").value
    assert (kept.files, kept.bad) == (1, 0)
    place = signed_path(desk.store, copy)
    desk.store.close()
    there = signed_folder_beside(kept.path) / place.parent.name / place.name
    assert there.read_bytes() == data
    new = tmp_path / "moi" / "so.stt"
    new.parent.mkdir()
    restore(kept.path, new, NOW)
    with Store(new, clock=a_clock) as store:
        assert signed_path(store, copy).read_bytes() == data
        assert check_copies(store).good
