"""Only one file that may carry a signature is meant to be checked."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from desktop.gui.verifying.dropping import dropped_file


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.mark.parametrize("name", ["a.PDF", "b.xlsx", "gói.zip", "c.xlsx.p7s"])
def test_what_may_be_signed_is_taken(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    assert dropped_file(dragged(tmp_path / name)) == tmp_path / name


def test_a_picture_is_meant_for_something_else(tmp_path: Path) -> None:
    (tmp_path / "ảnh.jpg").touch()
    assert dropped_file(dragged(tmp_path / "ảnh.jpg")) is None


def test_two_files_a_folder_and_an_address_are_not_taken(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).touch()
    (tmp_path / "thư mục.zip").mkdir()
    away = QMimeData()
    away.setUrls([QUrl("https://example.invalid/a.pdf")])
    assert dropped_file(dragged(tmp_path / "a.pdf", tmp_path / "b.pdf")) is None
    assert dropped_file(dragged(tmp_path / "thư mục.zip")) is None
    assert dropped_file(away) is None
