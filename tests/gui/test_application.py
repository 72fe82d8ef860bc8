"""Qt's application speaks Vietnamese, and without its words it does not begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.gui.application import speak_vietnamese


def test_words_of_qt_are_translated(qapp: QApplication) -> None:
    speak_vietnamese(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Thôi"
    assert QLocale().language() is QLocale.Language.Vietnamese


def test_a_program_without_its_words_says_which_file_is_missing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "RESOURCES", tmp_path)
    with pytest.raises(FileNotFoundError, match="qt_vi"):
        speak_vietnamese(qapp)
