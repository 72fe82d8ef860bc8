"""Received files lie beside the office, go with its backup, and are found again."""

from pathlib import Path

from desktop.files.arriving.kept import keep
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.kept_files import (
    kept_path,
    received_folder,
    received_folder_beside,
)
from desktop.operations.offices.back_up import back_up
from desktop.store import evidence
from desktop.store.store import Store
from tests.builders import a_clock
from tests.operations.intake.senders import Senders, ready


def test_a_kept_file_is_found_by_its_hash(office: Store, senders: Senders) -> None:
    kept = keep(received_folder(office), senders["ui"])
    assert kept_path(office, kept.sha256) == kept.path
    assert kept_path(office, "0" * 64) is None
    assert kept.path.is_relative_to(office.path.parent / "tiep-nhan")


def test_a_backup_beside_the_office_speaks_of_the_same_folder(office: Store) -> None:
    mark = evidence.mark(office.reader)
    backup = office.path.parent / "sao-luu" / "so.stt"
    assert received_folder_beside(office.path, mark) == received_folder(office)
    assert received_folder_beside(backup, mark) == received_folder(office)


def test_a_backup_elsewhere_has_the_files_that_were_taken_in(
    office: Store, senders: Senders, tmp_path: Path
) -> None:
    ticked, _ = ready(office, senders["ui"])
    accept_arrivals(office, ticked, frozenset())
    made = back_up(office, tmp_path / "usb" / "so luu.stt").value
    assert (made.files, made.bad) == (1, 0)
    with Store(made.path, writable=False, clock=a_clock) as copy:
        assert kept_path(copy, ticked[0].sha256) is not None
