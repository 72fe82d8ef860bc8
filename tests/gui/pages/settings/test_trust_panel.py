"""What is believed is listed with a fingerprint to be read aloud."""

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.trust_panel import TrustPanel, fingerprint
from desktop.operations.read_trust import own_folder
from tests.files import pki
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nhà"))
    folder = own_folder()
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def panel(desk: Desk, own: Path, qtbot: QtBot) -> TrustPanel:
    made = TrustPanel(desk.session)
    qtbot.addWidget(made)
    return made


def test_without_any_it_says_what_that_means(panel: TrustPanel) -> None:
    panel.show()
    assert panel.none.isVisible()
    assert not panel.list.isVisible()


def test_a_certificate_in_the_folder_is_listed(panel: TrustPanel, own: Path) -> None:
    root = pki.pki().root
    (own / "goc.cer").write_bytes(root.der)
    panel.show()
    digest = hashlib.sha256(root.der).hexdigest().upper()
    row = panel.list.model()
    assert row.index(0, 3).data() == "Cơ quan thêm"
    assert "".join(row.index(0, 4).data().split()) == digest
    assert not walking.nameless(panel)


def test_a_file_that_is_none_is_told_by_its_name(
    desk: Desk, panel: TrustPanel, own: Path
) -> None:
    (own / "hỏng.cer").write_bytes(b"no certificate")
    panel.show()
    assert "hỏng.cer" in desk.ask.faults[0].what


def test_a_fingerprint_is_two_lines_of_groups_of_four() -> None:
    assert fingerprint("0123456789abcdef" * 4) == "\n".join(
        ["0123 4567 89AB CDEF 0123 4567 89AB CDEF"] * 2
    )
