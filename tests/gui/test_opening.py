"""A folder is opened by the system, or its place is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.gui.opening import open_path
from tests.fakes import Answers


def test_the_system_is_asked_to_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    ask = Answers()
    open_path(ask, tmp_path)
    assert opened == [str(tmp_path)]
    assert not ask.told


def test_where_it_cannot_the_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    ask = Answers()
    open_path(ask, tmp_path)
    assert str(tmp_path) in ask.told[0]
