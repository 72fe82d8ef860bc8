"""A row says what a file is, how large, what of persons, and what it waits for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.evidence.media import Sort
from desktop.gui.forms.evidence.rows import EvidenceList, row_of, waiting_row
from desktop.operations.evidence.read_evidence import Shown
from desktop.records.evidence import Exposure
from tests.files.evidence.pictures import a_png
from tests.store.test_evidence import a_proof


def test_only_pictures_and_sound_ask_for_an_answer() -> None:
    place = Path("x")
    photo = row_of(Shown(evidence=a_proof(), sort=Sort.PHOTO, place=place))
    paper = row_of(Shown(evidence=a_proof(), sort=Sort.DOCUMENT, place=place))
    closed = a_proof(exposure=Exposure.CLOSED)
    kept = row_of(Shown(evidence=closed, sort=Sort.TABLE, place=place))
    assert (photo.persons, paper.persons) == ("▲ Chưa trả lời", "")
    assert kept.persons == "Chỉ giữ trong cơ quan"
    assert (photo.size, photo.picture, paper.picture) == ("1 KB", place, None)


def test_a_trace_and_a_waiting_file_say_what_they_are() -> None:
    trace = row_of(
        Shown(evidence=a_proof(media="", name=""), sort=None, place=Path("x"))
    )
    assert (trace.name, trace.size, trace.erased) == (
        "(đã xóa hẳn theo yêu cầu)",
        "",
        True,
    )
    assert waiting_row(Path("a/b.pdf")).note == "chờ ghi cùng mục"


def test_a_picture_that_is_gone_is_drawn_as_an_icon(
    qtbot: QtBot, tmp_path: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    shown = EvidenceList(owner)
    there = tmp_path / "a.png"
    there.write_bytes(a_png(30, 20))
    rows = [
        row_of(Shown(evidence=a_proof(id=str(path)), sort=Sort.PHOTO, place=path))
        for path in (there, tmp_path / "gone.png")
    ]
    shown.model_.show_rows(rows)
    role = Qt.ItemDataRole.DecorationRole
    first, second = (shown.model_.index(row, 0) for row in (0, 1))
    before = first.data(role).cacheKey()
    qtbot.waitUntil(lambda: first.data(role).cacheKey() != before)
    assert not second.data(role).isNull()
