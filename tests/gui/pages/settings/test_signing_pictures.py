"""Pictures stay on this machine, in their real size, and odd ones are told."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.signatures.pdf.pictures import kept_picture
from desktop.gui.pages.settings.signing_panel import SigningPanel
from desktop.gui.pages.settings.signing_pictures import SigningPictures
from desktop.records.signing import SignerRole
from tests.gui import walking
from tests.gui.pages.report_desk import Desk
from tests.gui.pages.settings import pictures

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> SigningPanel:
    made = SigningPanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def box(panel: SigningPanel) -> SigningPictures:
    return panel.pictures


def test_without_pictures_it_says_so_and_there_is_nothing_to_take_away(
    box: SigningPictures,
) -> None:
    assert box.said[PERSON].text() == "– Chưa có."
    assert not box.forget[PERSON].isEnabled()
    assert box.seal_width.value == Decimal(36)
    assert not walking.nameless(box)


def test_a_signature_is_kept_on_this_machine_and_can_be_taken_away(
    desk: Desk, box: SigningPictures, tmp_path: Path
) -> None:
    desk.ask.script = [pictures.a_signature(tmp_path / "ký.png")]
    box.choose[PERSON].click()
    assert kept_picture(PERSON) is not None
    assert box.said[PERSON].text() == "✓ Đã có."
    box.forget[PERSON].click()
    assert kept_picture(PERSON) is None
    assert box.said[PERSON].text() == "– Chưa có."


def test_a_black_signature_is_kept_and_told(
    desk: Desk, box: SigningPictures, tmp_path: Path
) -> None:
    black = pictures.a_signature(tmp_path / "đen.png", black=True)
    desk.ask.script = [black]
    box.choose[PERSON].click()
    assert "▲ Ảnh chữ ký không phải màu xanh" in box.said[PERSON].text()


def test_a_picture_with_its_ground_is_refused_in_four_lines(
    desk: Desk, box: SigningPictures, tmp_path: Path
) -> None:
    desk.ask.script = [pictures.opaque(tmp_path / "nền.png")]
    box.choose[AGENCY].click()
    (fault,) = desk.ask.faults
    assert "nền.png" in fault.what
    assert kept_picture(AGENCY) is None


def test_a_seal_has_its_real_size_and_the_size_can_be_mended(
    desk: Desk, box: SigningPictures, tmp_path: Path
) -> None:
    desk.ask.script = [pictures.a_seal(tmp_path / "dấu.png")]
    box.choose[AGENCY].click()
    seal = kept_picture(AGENCY)
    assert seal is not None
    assert seal.width_mm == pytest.approx(36, abs=0.2)
    box.seal_width.setFocus()
    box.seal_width.selectAll()
    QTest.keyClicks(box.seal_width, "40")
    box.seal_width.editingFinished.emit()
    seal = kept_picture(AGENCY)
    assert seal is not None
    assert seal.width_mm == pytest.approx(40, abs=0.2)


def test_a_seal_wider_than_any_place_is_refused_and_the_old_size_stays(
    desk: Desk, box: SigningPictures, tmp_path: Path
) -> None:
    desk.ask.script = [pictures.a_seal(tmp_path / "dấu.png")]
    box.choose[AGENCY].click()
    box.seal_width.set_value(Decimal(90))
    box.seal_width.editingFinished.emit()
    assert len(desk.ask.faults) == 1
    seal = kept_picture(AGENCY)
    assert seal is not None
    assert seal.width_mm == pytest.approx(36, abs=0.2)
