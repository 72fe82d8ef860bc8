"""A report on its way through the window: issued, exported, signed, handed over."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.report.issuing import BESIDE, SIGN_HERE
from desktop.gui.pages.report.report import ReportPage
from tests.journeys.officer import CTRL, SHIFT, Officer

PASSWORD = "mật khẩu thử"


def reports(officer: Officer) -> ReportPage:
    """Go to the reports, and wait until the draft is written."""
    page = officer.go_to(5)
    assert isinstance(page, ReportPage)
    officer.wait(lambda: page.draft.words.known)
    return page


def issue(officer: Officer) -> None:
    """Issue the draft of the period on screen."""
    page = reports(officer)
    officer.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    officer.wait(lambda: page.draft.words.known)
    officer.ask.script = [True]
    officer.press(Qt.Key.Key_B, CTRL | SHIFT)
    officer.wait(lambda: page.current)


def export(officer: Officer) -> Path:
    """Write the files of the report chosen beside the office; return their folder."""
    page = reports(officer)
    officer.ask.script = [BESIDE]
    officer.press(Qt.Key.Key_E, CTRL)
    officer.wait(lambda: page.current and page.current.exported)
    return officer.session.store.path.with_name("bao-cao")


def sign(officer: Officer, key: Path | None = None) -> None:
    """Sign for whose turn it is, with a key in a file or one made for practice."""
    page = reports(officer)
    officer.ask.script = [SIGN_HERE]
    officer.press(Qt.Key.Key_K, CTRL | SHIFT)
    dialog = page.sign_dialog
    assert dialog is not None
    if key is None:
        officer.ask.script = [PASSWORD]
        QTest.keyClick(dialog.keys.files.make, Qt.Key.Key_Space)
    else:
        dialog.keys.file.setText(str(key))
        dialog.keys.password.insert(PASSWORD)
        QTest.keyClick(dialog.keys.password, Qt.Key.Key_Return)
    officer.wait(dialog.do.isEnabled)
    QTest.keyClick(dialog.do, Qt.Key.Key_Space)
    officer.wait(dialog.verdicts.isVisible)
    QTest.keyClick(dialog.leave, Qt.Key.Key_Space)
    officer.wait(lambda: page.sign_dialog is None)


def handing(officer: Officer) -> HandOffPage:
    """Go to where packages leave."""
    page = officer.go_to(6)
    assert isinstance(page, HandOffPage)
    return page


def deliver(officer: Officer, stick: Path) -> Path:
    """Copy the package shown to a folder standing for a stick; return the copy."""
    stick.mkdir()
    page = handing(officer)
    officer.ask.script = [stick]
    QTest.keyClick(page.panel.places.browse, Qt.Key.Key_Space)
    QTest.keyClick(page.panel.copy, Qt.Key.Key_Space)
    officer.wait(page.panel.good.isVisible)
    (package,) = stick.glob("*.zip")
    return package
