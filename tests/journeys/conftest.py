"""One application for every journey, dressed as the program is."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.gui import theme
from desktop.gui.application import speak_vietnamese


@pytest.fixture(scope="session")
def qapp(qapp_cls: type[QApplication], qapp_args: list[str]) -> QApplication:
    """Dress the application of all tests as the program is dressed."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    application = QApplication.instance() or qapp_cls(qapp_args)
    assert isinstance(application, QApplication)
    speak_vietnamese(application)
    theme.apply(application, "light", 100)
    return application
