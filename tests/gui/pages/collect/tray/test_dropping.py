"""Files and folders of this machine are taken; addresses are not."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from desktop.gui.pages.collect.tray.dropping import dropped_paths


def test_local_files_are_told_and_addresses_left() -> None:
    data = QMimeData()
    there = QUrl.fromLocalFile("/media/usb/biểu.xlsx")
    data.setUrls([there, QUrl("https://example.invalid/a.xlsx")])
    assert dropped_paths(data) == (Path("/media/usb/biểu.xlsx"),)
    assert dropped_paths(None) == ()
