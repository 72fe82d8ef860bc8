"""Make Qt's application, speaking Vietnamese whatever the machine speaks."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import paths


def make_application(qt_words: Sequence[str] = ()) -> QApplication:
    """Make Qt's application, speaking Vietnamese whatever the machine speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application = QApplication([*sys.argv[:1], *qt_words])
    application.setApplicationName("SoTruyenThong")
    application.setApplicationDisplayName("Sổ Truyền Thông")
    speak_vietnamese(application)
    return application


def speak_vietnamese(application: QApplication) -> None:
    """Load our translation of Qt's own words: Qt ships none.

    Raises:
        FileNotFoundError: The translation is missing from the program.
    """
    words = QTranslator(application)
    file = paths.RESOURCES / "i18n" / "qt_vi.qm"
    if not words.load(str(file)):
        raise FileNotFoundError(file)
    application.installTranslator(words)
