"""A backup is made, listed, and can take the book's place."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import media, paths
from desktop.gui.backups import folder_of
from desktop.gui.pages.settings.backup_panel import BESIDE, HERE, BackupPanel
from desktop.operations.evidence.read_evidence import read_evidence
from desktop.operations.offices.copy_to_machine import copy_to_machine
from tests.gui import walking
from tests.gui.pages.report_desk import Desk
from tests.operations.evidence_desk import OWNER, attached


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BackupPanel:
    made = BackupPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_backup_is_listed_at_once(desk: Desk, panel: BackupPanel) -> None:
    assert panel.list.model().rowCount() == 0
    panel.back_up_button.click()
    (file,) = folder_of(desk.store.path).iterdir()
    assert panel.list.model().index(0, 1).data() == file.name
    assert file.name in panel.said.text()


def test_copies_on_this_machine_are_listed_and_restored_like_the_others(
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "local_folder", lambda: tmp_path / "máy này")
    monkeypatch.setattr(media, "drive_kind", lambda _path: media.Medium.REMOVABLE)
    kept = copy_to_machine(desk.store).value
    assert kept is not None
    panel = BackupPanel(desk.session)
    qtbot.addWidget(panel)
    panel.back_up()
    shown = {
        panel.list.model().index(row, 2).data()
        for row in range(panel.list.model().rowCount())
    }
    assert shown == {BESIDE, HERE}
    assert "Sổ nằm trên USB" in "\n".join(walking.texts(panel))
    rows = [panel.list.model().index(row, 2).data() for row in range(2)]
    panel.list.selectRow(rows.index(HERE))
    with qtbot.waitSignal(desk.session.restore_wanted) as wanted:
        panel.restore_button.click()
    assert wanted.args == [kept.path]


def test_whoever_works_on_the_machine_of_others_can_forbid_the_copies(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media, "drive_kind", lambda _path: media.Medium.REMOVABLE)
    panel = BackupPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.copies_box.isVisible()
    assert panel.copies_box.isChecked()
    panel.copies_box.click()
    assert not desk.session.settings.copies_sticks
    later = BackupPanel(desk.session)
    qtbot.addWidget(later)
    assert not later.copies_box.isChecked()


def test_an_office_on_a_fixed_disk_is_not_asked_about_copies(
    panel: BackupPanel,
) -> None:
    assert not panel.copies_box.isVisible()


def test_only_a_chosen_backup_can_be_restored_and_the_session_is_asked(
    desk: Desk, panel: BackupPanel, qtbot: QtBot
) -> None:
    panel.back_up()
    assert not panel.restore_button.isEnabled()
    panel.list.selectRow(0)
    with qtbot.waitSignal(desk.session.restore_wanted) as wanted:
        panel.restore_button.click()
    assert wanted.args == [next(folder_of(desk.store.path).iterdir())]


def test_a_whole_book_is_called_whole(panel: BackupPanel) -> None:
    panel.check_button.click()
    assert panel.said.text().startswith("✓ Sổ nguyên vẹn: ")


def test_a_backup_that_cannot_be_made_is_told(desk: Desk, panel: BackupPanel) -> None:
    folder_of(desk.store.path).write_bytes(b"a file where the folder should be")
    panel.back_up()
    assert all(
        (line.what and line.why and line.data and line.next) for line in desk.ask.faults
    )
    assert len(desk.ask.faults) == 1


def test_it_says_where_the_book_lies(desk: Desk, panel: BackupPanel) -> None:
    assert str(desk.store.path) in "\n".join(walking.texts(panel))
    assert not walking.nameless(panel)


def test_a_backup_elsewhere_says_where_it_lies(
    desk: Desk, panel: BackupPanel, tmp_path: Path
) -> None:
    target = tmp_path / "usb" / "so luu.stt"
    desk.ask.script = [target]
    panel.elsewhere_button.click()
    assert target.is_file()
    assert str(target) in panel.said.text()
    desk.ask.script = [None]
    panel.back_up_elsewhere()
    assert len(list(target.parent.glob("*.stt"))) == 1


def test_a_backup_without_the_photos_is_said_loudly(
    desk: Desk, panel: BackupPanel
) -> None:
    attached(desk.store)
    panel.back_up()
    assert panel.said.text().startswith("▲ Đã sao lưu")
    assert "KHÔNG kèm 2 tệp minh chứng" in panel.said.text()
    read_evidence(desk.store, *OWNER)[0].place.unlink()
    panel.check()
    assert panel.said.text().startswith("▲ Thiếu tệp minh chứng (1): anh.png.")
