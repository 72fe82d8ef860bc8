"""What is dropped or pasted becomes files; pictures pasted go when they are kept."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.gui.forms.evidence.incoming import Incoming, can_be_taken, files_in


def a_picture() -> QImage:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def test_files_of_this_machine_are_taken_and_web_addresses_not(tmp_path: Path) -> None:
    data = QMimeData()
    local = QUrl.fromLocalFile(str(tmp_path / "Ảnh đẹp.jpg"))
    data.setUrls([local, QUrl("https://example.org/a.jpg")])
    assert files_in(data) == (tmp_path / "Ảnh đẹp.jpg",)
    assert can_be_taken(data)
    assert not can_be_taken(QMimeData())


def test_a_file_copied_with_its_picture_is_taken_as_the_file(
    qapp: QApplication, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    data.setImageData(a_picture())
    assert Incoming().take(data) == (tmp_path / "a.jpg",)


def test_pictures_pasted_are_files_until_they_are_forgotten(qapp: QApplication) -> None:
    incoming = Incoming()
    data = QMimeData()
    data.setImageData(a_picture())
    paths = incoming.take(data) + incoming.take(data)
    assert len(set(paths)) == 2
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in paths)
    incoming.forget()
    assert not any(path.exists() for path in paths)
    incoming.forget()


def test_a_picture_that_cannot_be_drawn_is_nothing(qapp: QApplication) -> None:
    data = QMimeData()
    data.setImageData(QImage())
    assert Incoming().take(data) == ()
