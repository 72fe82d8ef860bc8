"""A backup in another place is an office with everything; one beside says it is not."""

import shutil
from pathlib import Path

from desktop.files.evidence import contents
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.carry_evidence import carry_back, carry_with
from desktop.operations.offices.check_office import check_office
from desktop.operations.offices.restore import restore
from desktop.store.store import Store
from tests.builders import NOW, a_clock
from tests.operations.evidence_desk import attached


def test_a_backup_elsewhere_is_an_office_with_all_its_files(
    store: Store, tmp_path: Path
) -> None:
    attached(store)
    made = back_up(store, tmp_path / "usb" / "so luu.stt").value
    assert (made.elsewhere, made.files, made.bad, made.loses) == (True, 2, 0, 0)
    with Store(made.path, writable=False, clock=a_clock) as copy:
        assert check_office(copy).value.good
        assert folder_of(copy).is_relative_to(tmp_path / "usb")


def test_a_backup_beside_the_office_says_that_it_has_no_copy(store: Store) -> None:
    attached(store)
    made = back_up(store).value
    assert (made.elsewhere, made.files, made.loses) == (False, 2, 2)
    beside = back_up(store, store.path.with_name("ban sao.stt")).value
    assert not beside.elsewhere


def test_the_second_backup_brings_only_what_is_new(
    store: Store, tmp_path: Path
) -> None:
    attached(store, ["anh.png"])
    back_up(store, tmp_path / "usb" / "1.stt")
    attached(store)
    carried = carry_with(store, tmp_path / "usb" / "2.stt")
    assert (carried.copied, carried.already) == (1, 1)
    assert carry_with(store, store.path).already == 2


def test_what_is_missing_already_is_counted_and_the_backup_is_made(
    store: Store, tmp_path: Path
) -> None:
    one, _ = attached(store)
    contents.place_of(folder_of(store), content_of(one)).unlink()
    made = back_up(store, tmp_path / "usb" / "1.stt").value
    assert (made.bad, made.loses) == (1, 1)
    assert made.path.is_file()


def test_restoring_from_elsewhere_brings_the_files_back(
    store: Store, tmp_path: Path
) -> None:
    attached(store)
    made = back_up(store, tmp_path / "usb" / "1.stt").value
    path = store.path
    shutil.rmtree(folder_of(store).parent)
    store.close()
    restore(made.path, path, NOW)
    with Store(path, clock=a_clock) as again:
        health = check_office(again).value
        assert health.evidence.good
        assert health.evidence.files == 2


def test_on_another_machine_the_backup_alone_is_enough(
    store: Store, tmp_path: Path
) -> None:
    attached(store)
    made = back_up(store, tmp_path / "usb" / "1.stt").value
    new = tmp_path / "may moi" / "so.stt"
    new.parent.mkdir()
    assert carry_back(made.path, new).copied == 2
    restore(made.path, new, NOW)
    with Store(new, clock=a_clock) as again:
        assert check_office(again).value.evidence.good
