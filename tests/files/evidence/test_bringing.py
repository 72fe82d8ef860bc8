"""A file brought is read, made fit to be kept, and never changed itself."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.evidence import bringing
from desktop.files.evidence.bringing import bring
from tests.files.evidence.pictures import a_film, a_pdf, a_photo, a_png


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_file_one_brings_is_never_altered(tmp_path: Path) -> None:
    path = put(tmp_path, "Ảnh lớp tập huấn.JPG", a_photo())
    before = path.stat()
    brought = bring(path)
    assert path.read_bytes() == a_photo()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert brought.source_sha256 == hashlib.sha256(a_photo()).hexdigest()
    assert brought.name == "Ảnh lớp tập huấn.JPG"
    assert brought.data != a_photo()


def test_a_document_is_kept_byte_by_byte(tmp_path: Path) -> None:
    pdf = a_pdf("Giay moi")
    assert bring(put(tmp_path, "Giấy mời.pdf", pdf)).data == pdf


def test_a_film_loses_its_place(tmp_path: Path) -> None:
    brought = bring(put(tmp_path, "phim.mp4", a_film()))
    assert b"107.8331" not in brought.data[brought.data.index(b"moov") :]


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("anh.jpeg", a_photo(40, 30), "anh.jpeg"),
        ("anh.png", a_photo(40, 30), "anh.jpg"),
        ("anh.jpg", a_png(40, 30), "anh.png"),
        ("Số 12.2024", a_pdf("x"), "Số 12.2024.pdf"),
        ("quyết định", a_pdf("x"), "quyết định.pdf"),
    ],
)
def test_a_wrong_ending_is_put_right_in_the_name_shown(
    tmp_path: Path, name: str, data: bytes, shown: str
) -> None:
    assert bring(put(tmp_path, name, data)).name == shown


def test_too_heavy_a_file_a_folder_and_a_missing_one_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bringing, "SIZE_LIMIT", 100)
    found = []
    for path in (put(tmp_path, "a.pdf", a_pdf("x")), tmp_path, tmp_path / "no.pdf"):
        with pytest.raises(FileError) as refused:
            bring(path)
        found.append(refused.value.reason)
    assert found == ["too_heavy", "folder", "missing"]
