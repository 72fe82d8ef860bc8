"""The office's own lines are shown, mended and kept."""

import unicodedata

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.office_panel import OfficePanel
from desktop.operations.history.undo import undo
from desktop.store import preferences
from tests.gui import walking
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> OfficePanel:
    made = OfficePanel(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def write(panel: OfficePanel, code: str, text: str) -> None:
    field = panel.fields[code]
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        assert isinstance(field, QPlainTextEdit)
        field.setPlainText(text)


def test_nothing_changed_is_nothing_to_save(desk: Desk, panel: OfficePanel) -> None:
    assert panel.preferences == desk.session.preferences
    assert not panel.save_button.isEnabled()


def test_what_is_saved_is_in_the_file_and_in_the_next_report(
    desk: Desk, panel: OfficePanel
) -> None:
    write(panel, "agency", "phòng văn hóa")
    write(panel, "authority", "KT. TRƯỞNG PHÒNG\n\n PHÓ TRƯỞNG PHÒNG ")
    write(panel, "officer", "Y Hà")
    panel.save_button.click()
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    assert kept.issuer_lines[1] == "PHÒNG VĂN HÓA"
    assert kept.authority == ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    assert desk.store.officer == "Y Hà"
    assert not panel.save_button.isEnabled()


def test_letters_of_two_parts_are_kept_as_one(desk: Desk, panel: OfficePanel) -> None:
    write(panel, "place", unicodedata.normalize("NFD", "Đăk Hà"))
    panel.save()
    assert desk.session.preferences.place == "Đăk Hà"


def test_a_line_reports_need_may_not_be_missing(desk: Desk, panel: OfficePanel) -> None:
    before = desk.session.preferences
    write(panel, "symbol", "  ")
    panel.save()
    assert desk.session.preferences == before
    assert panel.fields["symbol"].property("wrong")
    assert panel.fields["symbol"].toolTip() == "Báo cáo cần có dòng này."


def test_what_was_typed_can_be_dropped(desk: Desk, panel: OfficePanel) -> None:
    write(panel, "signer", "Ai đó")
    panel.leave_button.click()
    assert panel.preferences == desk.session.preferences


def test_an_undo_elsewhere_is_shown_but_never_over_what_is_typed(
    desk: Desk, panel: OfficePanel
) -> None:
    write(panel, "place", "Nơi khác")
    panel.save()
    write(panel, "signer", "Đang gõ")
    desk.session.start(lambda _progress: undo(desk.store))
    assert panel.preferences.signer_name == "Đang gõ"
    panel.show_preferences()
    assert panel.preferences.place == "Đăk Hà"


def test_everything_has_a_name(panel: OfficePanel) -> None:
    assert not walking.nameless(panel)
