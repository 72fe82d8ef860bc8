"""Whom to believe is decided by deeds: compared, asked, and taken back."""

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.trust_panel import TrustPanel
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from desktop.operations.trust.read_trust import read_trust, trust_folder
from tests.files import pki
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> TrustPanel:
    made = TrustPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "gốc.cer"
    path.write_bytes(pki.pki().root.der)
    return path


def cell(panel: TrustPanel, row: int, column: int) -> str:
    return str(panel.list.model().index(row, column).data())


def pin(root: Path) -> None:
    add_anchor(root, look_at_anchor(root).sha256)


def test_without_any_it_says_what_that_means(panel: TrustPanel) -> None:
    assert panel.none.isVisible()
    assert not panel.list.isVisible()
    assert not walking.nameless(panel)


def test_a_root_is_believed_only_after_its_fingerprint_was_compared(
    desk: Desk, panel: TrustPanel, root: Path, qtbot: QtBot
) -> None:
    desk.ask.script = [root]
    panel.add.click()
    assert panel.dialog is not None
    assert not panel.dialog.take.isEnabled()
    assert not read_trust().value.anchors
    panel.dialog.compared.setChecked(True)
    with qtbot.waitSignal(panel.told) as told:
        panel.dialog.take.click()
    assert told.args[0].startswith("Từ nay tin chứng thư số do")
    (anchor,) = read_trust().value.anchors
    assert "".join(cell(panel, 0, 3).split()) == anchor.sha256.upper()
    assert cell(panel, 0, 0) == "Chứng thư gốc\nCơ quan thêm"
    assert not panel.none.isVisible()


def test_leaving_the_question_believes_nothing(
    desk: Desk, panel: TrustPanel, root: Path
) -> None:
    desk.ask.script = [root]
    panel.add.click()
    assert panel.dialog is not None
    panel.dialog.reject()
    assert not read_trust().value.anchors


def test_a_file_that_is_no_certificate_is_told_by_its_name(
    desk: Desk, panel: TrustPanel, tmp_path: Path
) -> None:
    (tmp_path / "hỏng.cer").write_bytes(b"no certificate")
    desk.ask.script = [tmp_path / "hỏng.cer"]
    panel.add.click()
    assert panel.dialog is None
    assert "hỏng.cer" in desk.ask.faults[0].what


def test_what_was_only_dropped_into_the_folder_is_listed_as_not_used(
    panel: TrustPanel, root: Path
) -> None:
    folder = trust_folder() / "anchors"
    folder.mkdir(parents=True)
    (folder / "lạ.cer").write_bytes(root.read_bytes())
    panel.read()
    assert "▲ Không dùng: chưa ai xác nhận dấu vân tay" in cell(panel, 0, 1)
    assert panel.none.isVisible()


def test_the_offices_own_root_can_be_taken_back_after_a_question(
    desk: Desk, panel: TrustPanel, root: Path
) -> None:
    pin(root)
    panel.read()
    assert not panel.remove.isEnabled()
    panel.list.selectRow(0)
    assert panel.remove.isEnabled()
    desk.ask.script = [False, True]
    panel.remove.click()
    assert read_trust().value.anchors
    panel.remove.click()
    assert not read_trust().value.anchors
    assert all("[Bỏ tin cậy]" in each for each in desk.ask.asked)


def test_a_list_of_revoked_certificates_is_kept_when_its_signer_is_known(
    desk: Desk, panel: TrustPanel, root: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "thu hồi.crl"
    path.write_bytes(pki.pki().crls[0])
    desk.ask.script = [path, path]
    panel.crl.click()
    assert len(desk.ask.faults) == 1
    pin(root)
    with qtbot.waitSignal(panel.told) as told:
        panel.crl.click()
    assert told.args[0].startswith("Danh sách thu hồi của")
    assert cell(panel, 1, 0).startswith("Danh sách thu hồi")
    panel.list.selectRow(1)
    assert not panel.remove.isEnabled()


def test_a_helper_is_kept_under_a_root_that_is_believed(
    desk: Desk, panel: TrustPanel, root: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    pin(root)
    path = tmp_path / "giữa.cer"
    path.write_bytes(pki.pki().issuing.der)
    desk.ask.script = [path]
    with qtbot.waitSignal(panel.told) as told:
        panel.help.click()
    assert told.args[0].startswith("Đã thêm chứng thư trung gian")
    assert cell(panel, 1, 0).startswith("Chứng thư trung gian")
    assert dt.datetime.now(dt.UTC).year < int(cell(panel, 1, 2)[-4:])
