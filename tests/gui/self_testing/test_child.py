"""Type, pictures and words of a window are measured, not believed."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QImageReader
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.gui.self_testing import child


def test_every_letter_of_vietnamese_is_asked_for() -> None:
    assert len(set(child.VOWELS)) == 72
    assert set("đĐỗữẬ") <= set(child.LETTERS)


def test_the_type_that_ships_has_every_letter(qapp: QApplication) -> None:
    path = paths.RESOURCES / "fonts" / "LiberationSans-Regular.ttf"
    number = QFontDatabase.addApplicationFont(str(path))
    font = QFont(QFontDatabase.applicationFontFamilies(number))
    assert child.missing_letters(font, child.LETTERS) == ""


def test_a_letter_no_type_has_is_missing(qapp: QApplication) -> None:
    assert child.missing_letters(qapp.font(), "a\ufffeb") == "\ufffe"


def test_facts_tell_where_windows_are_shown(qapp: QApplication) -> None:
    found = child.facts(qapp)
    assert found["platform"] == qapp.platformName()
    assert (found["wanting"], found["missing"]) == ([], "")
    assert found["families"] > 0


def test_a_kind_of_picture_that_cannot_be_read_is_wanting(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QImageReader, "supportedImageFormats", list)
    assert child.wanting(qapp) == ["jpeg", "png", "svg"]
