"""The place `Bàn giao`: the package goes out, and what came in is checked."""

import email
import email.policy
import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.drives import Drive
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.operations.signing.set_signing import set_signing
from desktop.records.exchange import Delivery, DeliveryState
from desktop.records.signing import SigningWay
from desktop.store import records
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, Desk, issue

PACKAGE = "goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1.zip"


def a_stick(folder: Path) -> Drive:
    folder.mkdir(exist_ok=True)
    return Drive(
        path=folder, label="KINGSTON", free=10**9, file_system="vfat", writable=True
    )


@pytest.fixture
def page(signed_desk: Desk, qtbot: QtBot) -> Iterator[HandOffPage]:
    stick = a_stick(signed_desk.folder / "USB")
    made = HandOffPage(signed_desk.session, lambda: (stick,))
    qtbot.addWidget(made)
    made.resize(1166, 640)
    made.show()
    yield made
    for dialog in (made.sign_dialog, made.verifier.dialog):
        if dialog is not None:
            dialog.reject()


def deliveries(desk: Desk) -> list[Delivery]:
    return list(records.find(desk.store.reader, Delivery))


def test_the_signed_report_and_its_package_are_found(page: HandOffPage) -> None:
    assert page.report.currentText() == "Báo cáo năm 2024, bản 1 (ký thử)"
    assert page.package_words.text().startswith(PACKAGE)
    assert page.panel.copy.isEnabled()


def test_a_stick_may_be_pulled_only_after_the_copy_was_read_back(
    signed_desk: Desk, page: HandOffPage
) -> None:
    assert page.panel.good.isHidden()
    page.panel.deliver()
    copy = signed_desk.folder / "USB" / PACKAGE
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    said = page.panel.good_words.text()
    assert not page.panel.good.isHidden()
    assert said.startswith("✓ Có thể rút USB.")
    assert PACKAGE in said
    assert digest in said.replace(" ", "").replace("SHA-256:", "")
    (delivery,) = deliveries(signed_desk)
    assert (delivery.state, delivery.sha256) == (DeliveryState.DELIVERED, digest)
    assert "đã bàn giao tới" in page.state.text()


def test_a_folder_is_no_stick_to_be_pulled(
    signed_desk: Desk, page: HandOffPage, tmp_path: Path
) -> None:
    folder = tmp_path / "nơi khác"
    folder.mkdir()
    signed_desk.ask.script = [folder]
    page.panel.places.choose_folder()
    page.panel.deliver()
    assert page.panel.good_words.text().startswith("✓ Đã chép xong.")


def test_a_stick_that_is_gone_is_told_and_noted_as_failed(
    signed_desk: Desk, page: HandOffPage
) -> None:
    (signed_desk.folder / "USB").rmdir()
    page.panel.deliver()
    (fault,) = signed_desk.ask.faults
    assert fault.what == "Không tìm thấy nơi nhận “USB”."
    assert all((fault.why, fault.data, fault.next))
    assert page.panel.good.isHidden()
    assert [each.state for each in deliveries(signed_desk)] == [DeliveryState.FAILED]
    assert page.history.model().index(0, 3).data() == (
        "▲ Bàn giao chưa xong: không thấy nơi nhận"
    )
    assert page.panel.copy.isEnabled()


def test_a_full_stick_is_told_and_holds_nothing_afterwards(
    signed_desk: Desk, page: HandOffPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 10

    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Full)
    page.panel.deliver()
    assert signed_desk.ask.faults[0].what == "Nơi nhận “USB” không đủ chỗ."
    assert not list((signed_desk.folder / "USB").iterdir())


def test_a_missing_package_can_be_made_with_the_key_once_more(
    signed_desk: Desk, page: HandOffPage
) -> None:
    (signed_desk.reports / PACKAGE).unlink()
    page.refresh()
    assert page.package_words.text() == "Chưa đóng gói."
    assert not page.panel.copy.isEnabled()
    page.seal()
    dialog = page.sign_dialog
    assert dialog is not None
    dialog.keys.file.setText(str(signed_desk.key))
    dialog.keys.password.setText(PASSWORD)
    dialog.keys.open_key()
    dialog.sign()
    dialog.reject()
    assert page.package_words.text().startswith(PACKAGE)
    assert page.panel.copy.isEnabled()


def test_the_draft_mail_holds_report_and_package(
    signed_desk: Desk, page: HandOffPage, tmp_path: Path
) -> None:
    signed_desk.ask.script = [tmp_path / "thư.eml"]
    page.compose()
    message = email.message_from_bytes(
        (tmp_path / "thư.eml").read_bytes(), policy=email.policy.default
    )
    names = [each.get_filename() for each in message.iter_attachments()]
    assert names == ["bao-cao-2024-v1.pdf", "bao-cao-2024-v1.xlsx", PACKAGE]
    assert "thư.eml" in page.message.text


def test_a_file_that_came_in_is_checked_and_nothing_of_it_taken(
    signed_desk: Desk, page: HandOffPage
) -> None:
    before = signed_desk.store.last_change()
    signed_desk.ask.script = [signed_desk.reports / PACKAGE]
    page.verifier.ask()
    assert page.verifier.dialog is not None
    assert "Nội dung còn nguyên vẹn không?" in page.verifier.dialog.view.text
    assert "bao-cao-2024-v1.pdf" in page.verifier.dialog.view.text
    assert signed_desk.store.last_change() == before


def test_without_a_signed_report_it_says_what_comes_first(
    desk: Desk, qtbot: QtBot
) -> None:
    page = HandOffPage(desk.session, lambda: ())
    qtbot.addWidget(page)
    page.show()
    assert page.stack.currentIndex() == 1
    assert page.verify.isEnabled()
    assert not page.mail.isEnabled()
    (go,) = page.stack.currentWidget().findChildren(QPushButton)
    with qtbot.waitSignal(desk.session.place_wanted) as wanted:
        go.click()
    assert wanted.args == ["report", None]


def test_a_report_signed_by_hand_is_packed_without_a_seal_and_says_so(
    desk: Desk, qtbot: QtBot
) -> None:
    set_signing(desk.store, SigningWay.PAPER)
    report = issue(desk.store, sign=False)
    page = HandOffPage(desk.session, lambda: ())
    qtbot.addWidget(page)
    page.open(report)
    assert page.report.currentText().endswith("(ký tay)")
    desk.ask.script = [False, True]
    page.seal()
    assert not list(desk.reports.glob("*.zip"))
    page.seal()
    (package,) = desk.reports.glob("*.zip")
    with zipfile.ZipFile(package) as packed:
        assert not [one for one in packed.namelist() if one.endswith(".p7s")]
    assert "Không ký số; nơi nhận đối chiếu mã" in page.package_words.text()
    page.verifier.check(package)
    assert page.verifier.dialog is not None
    assert page.verifier.dialog.view.text.startswith("– ")
    assert page.verifier.dialog.code is not None
    page.verifier.dialog.reject()


def test_a_report_signed_meanwhile_is_the_one_meant(
    signed_desk: Desk, page: HandOffPage
) -> None:
    first = page.current
    page.refresh()
    assert page.current == first
    newer = issue(signed_desk.store, sign=True)
    page.refresh()
    assert page.current is not None
    assert page.current.issued.id == newer
    assert first is not None
    page.open(first.issued.id)
    page.refresh()
    assert page.current.issued.id == first.issued.id


def test_everything_has_a_name_and_nothing_speaks_english(page: HandOffPage) -> None:
    assert not walking.nameless(page)
    assert not walking.english_left(page)


def test_with_letters_of_150_percent_nothing_lies_beside_the_page(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light", 150)
    try:
        made = HandOffPage(signed_desk.session, lambda: ())
        qtbot.addWidget(made)
        made.resize(1116, 600)
        made.show()
        made.options.locked = signed_desk.folder / f"{PACKAGE}.age"
        made.options.show_package(signed_desk.reports / PACKAGE)
        QApplication.processEvents()
        (area,) = made.findChildren(QScrollArea)
        assert area.horizontalScrollBar().maximum() == 0
        button = made.options.lock
        assert button.text() == "Bỏ &khóa"
        right = button.mapTo(area.viewport(), button.rect().topRight()).x()
        assert right <= area.viewport().width(), "it is not cut"
        assert made.history.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(application, "light", 100)
