"""The dialog shows what was found, and lets nobody go on who may not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.updating.dialog import UpdateDialog
from desktop.records.update import (
    Edition,
    ListSignature,
    Standing,
    SystemAnswer,
    UpdateVerdict,
    VersionChanges,
)
from tests.gui import walking

FOUND = UpdateVerdict(
    file_name="SoTruyenThong-0.2.0-cai-dat.exe",
    own_version="0.1.0",
    standing=Standing.SIGNED,
    version="0.2.0",
    size=37_200_000,
    sha256="606ba50be05d6489" + "0" * 48,
    list_signature=ListSignature.KNOWN,
    signed_by="Nơi phát hành",
    system=SystemAnswer.UNSIGNED,
    changes=(
        VersionChanges(
            version="0.2.0",
            intro="Tìm nhanh hơn.",
            points=("<b>Một</b> & <img src='x.png'>",) * 40,
        ),
    ),
)
LISTED = replace(FOUND, standing=Standing.LISTED, list_signature=ListSignature.NONE)
REFUSED = replace(
    FOUND, standing=Standing.REFUSED, reason="differs", about=FOUND.file_name
)


def shown(
    verdict: UpdateVerdict, qtbot: QtBot, edition: Edition = Edition.INSTALLED
) -> UpdateDialog:
    dialog = UpdateDialog(verdict, edition)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.height() <= 700
    assert not walking.nameless(dialog)
    assert not walking.english_left(dialog)
    return dialog


def wanted(dialog: UpdateDialog) -> list[bool]:
    found: list[bool] = []
    dialog.wanted.connect(lambda: found.append(True))
    return found


def test_a_signed_one_may_be_started_at_once_but_not_by_enter(qtbot: QtBot) -> None:
    dialog = shown(FOUND, qtbot)
    found = wanted(dialog)
    assert "✓ Tin được" in dialog.text
    assert dialog.compared is None
    assert dialog.go is not None
    assert dialog.go.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not found
    assert not dialog.isVisible()
    dialog.go.click()
    assert found == [True]


def test_one_only_listed_waits_for_the_tick_below_the_code(qtbot: QtBot) -> None:
    dialog = shown(LISTED, qtbot)
    found = wanted(dialog)
    assert "606B A50B E05D 6489" in dialog.text
    assert dialog.go is not None
    assert dialog.compared is not None
    dialog.go.click()
    assert not found
    dialog.compared.setChecked(True)
    dialog.go.click()
    assert found == [True]
    dialog.compared.setChecked(False)
    assert not dialog.go.isEnabled()


def test_while_offices_are_backed_up_nobody_presses_again(qtbot: QtBot) -> None:
    dialog = shown(LISTED, qtbot)
    assert dialog.go is not None
    assert dialog.compared is not None
    dialog.compared.setChecked(True)
    dialog.show_working(working=True)
    assert not dialog.go.isEnabled()
    assert not dialog.compared.isEnabled()
    dialog.show_working(working=False)
    assert dialog.go.isEnabled()
    assert "&" in dialog.go.text()


def test_a_refused_one_tells_why_and_offers_nothing(qtbot: QtBot) -> None:
    dialog = shown(REFUSED, qtbot)
    assert dialog.go is None
    assert dialog.compared is None
    assert "▲ Không dùng" in dialog.text
    assert "dù chỉ khác một byte" in dialog.text
    assert "Tìm nhanh hơn" not in dialog.text


def test_the_same_version_and_a_checkout_start_nothing(qtbot: QtBot) -> None:
    same = shown(replace(FOUND, standing=Standing.SAME), qtbot)
    assert same.go is None
    checkout = shown(FOUND, qtbot, Edition.CHECKOUT)
    assert checkout.go is None
    assert "mã nguồn" in checkout.text


def test_news_are_text_whoever_wrote_them(qtbot: QtBot) -> None:
    text = shown(FOUND, qtbot).text
    assert "<b>Một</b> & <img src='x.png'>" in text
    assert "Không có bản kê thay đổi" in shown(replace(FOUND, changes=()), qtbot).text


@pytest.mark.parametrize("edition", [Edition.INSTALLED, Edition.CARRIED])
def test_it_says_that_offices_are_backed_up_first(
    qtbot: QtBot, edition: Edition
) -> None:
    assert "sao lưu" in shown(FOUND, qtbot, edition).text
