"""Whoever signed is told, and whose turn it is chosen."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.files.signatures.keys import load_key
from desktop.gui.pages.signing.signing import Wanted, sign_and_pack
from desktop.gui.pages.signing.turn import TurnPanel, read_turn
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import silent
from desktop.records.signing import SignerRole
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, Desk, issue

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def shown(desk: Desk, report: str, qtbot: QtBot) -> TurnPanel:
    panel = TurnPanel(read_turn(desk.store, report))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def texts(panel: TurnPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel)]


def test_the_person_signs_first(desk: Desk, qtbot: QtBot) -> None:
    panel = shown(desk, issue(desk.store, sign=False), qtbot)
    assert panel.role is PERSON
    assert panel.role_box.count() == 1
    assert not panel.turn.last(PERSON)
    assert not walking.nameless(panel)


def test_then_it_is_the_agencys_turn_and_the_person_is_ticked(
    desk: Desk, qtbot: QtBot
) -> None:
    report = issue(desk.store, sign=False)
    key = load_key(desk.key, PASSWORD)
    files = ReportFiles(report=report, folder=desk.reports)
    sign_and_pack(desk.store, files, key, Wanted(sign=True, pack=False), silent)
    panel = shown(desk, report, qtbot)
    assert panel.role is AGENCY
    assert panel.name == "Phòng Văn hóa - Thông tin huyện Đăk Hà"
    assert panel.role_box.currentText() == f"Cơ quan: {panel.name}"
    assert "✓ Người ký" in texts(panel)
    assert any(each.endswith("(ký thử)") for each in texts(panel))
    assert panel.turn.last(AGENCY)


def test_who_has_signed_alone_is_the_last(desk: Desk, qtbot: QtBot) -> None:
    own = replace(desk.session.preferences, signers=(AGENCY,))
    set_preferences(desk.store, own)
    panel = shown(desk, issue(desk.store, sign=False), qtbot)
    assert panel.role is AGENCY
    assert panel.turn.last(AGENCY)


def test_whoever_the_report_names_signs_it_though_the_office_names_another_now(
    desk: Desk, qtbot: QtBot
) -> None:
    before = desk.session.preferences.signer_name
    report = issue(desk.store, sign=False)
    own = replace(desk.session.preferences, signer_name="Người khác")
    set_preferences(desk.store, own)
    assert shown(desk, report, qtbot).name == before != "Người khác"


def test_when_everybody_signed_nobody_is_offered(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    from desktop.records.issued import IssuedReport
    from desktop.store import records

    (report,) = records.find(signed_desk.store.reader, IssuedReport)
    panel = shown(signed_desk, report.id, qtbot)
    assert panel.role is None
    assert "Báo cáo đã đủ chữ ký." in texts(panel)
