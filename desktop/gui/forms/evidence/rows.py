"""The files of one record as a short list: small picture, name, size, persons, note."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.files.evidence.media import Sort
from desktop.gui import icons, theme
from desktop.gui.tables.short_list import Column, Index, ShortList, ShortModel
from desktop.operations.evidence.read_evidence import Shown
from desktop.records.evidence import Evidence, Exposure
from desktop.wording.evidence import size_words
from desktop.wording.labels import label

THUMBNAIL = 32
"""Pixels of a side, at 100 %."""

_ICONS = {
    Sort.PHOTO: "picture",
    Sort.DOCUMENT: "report",
    Sort.TABLE: "excel",
    Sort.SLIDES: "slides",
    Sort.SOUND: "sound",
    Sort.FILM: "film",
    Sort.ARCHIVE: "hand_off",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One file: kept, a trace of one erased, or waiting for its entry."""

    key: str
    name: str
    size: str
    persons: str
    note: str
    sort: Sort | None = None
    picture: Path | None = None
    """What the small picture is drawn from."""
    evidence: Evidence | None = None
    erased: bool = False
    waiting: Path | None = None


def row_of(shown: Shown) -> Row:
    """Return the row of a file that is kept."""
    one = shown.evidence
    asked = shown.sort in {Sort.PHOTO, Sort.FILM, Sort.SOUND}
    answered = asked or one.exposure is not Exposure.UNKNOWN
    unanswered = "▲ " if asked and one.exposure is Exposure.UNKNOWN else ""
    return Row(
        key=one.id,
        name="(đã xóa hẳn theo yêu cầu)" if shown.erased else one.name,
        size="" if shown.erased else size_words(one.size),
        persons=f"{unanswered}{label(one.exposure)}" if answered else "",
        note=one.note,
        sort=shown.sort,
        picture=shown.place if shown.sort is Sort.PHOTO else None,
        evidence=one,
        erased=shown.erased,
    )


def waiting_row(path: Path) -> Row:
    """Return the row of a file that is attached once its entry is recorded."""
    return Row(
        key=str(path),
        name=path.name,
        size="",
        persons="",
        note="chờ ghi cùng mục",
        waiting=path,
    )


class EvidenceModel(ShortModel):
    """Rows with small pictures, drawn one by one after the words are there."""

    def __init__(self, parent: QObject) -> None:
        """Begin without rows."""
        columns = (
            Column(heading="Tệp", text=lambda row: row.name, weight=42),
            Column(heading="Cỡ", text=lambda row: row.size, weight=11, number=True),
            Column(heading="Người trong tệp", text=lambda row: row.persons, weight=24),
            Column(heading="Chú thích", text=lambda row: row.note, weight=23),
        )
        super().__init__(columns, lambda row: row.key, parent)
        self._pictures: dict[str, QIcon] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw_next)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows; the first of a row has its picture."""
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            row: Row = self.rows[index.row()]
            if row.picture is not None and row.key not in self._pictures:
                self._later.start()
            return self._pictures.get(row.key) or _icon(row)
        return super().data(index, role)

    def _draw_next(self) -> None:
        """Draw one picture, then let the window breathe."""
        for number, row in enumerate(self.rows):
            if row.picture is not None and row.key not in self._pictures:
                self._pictures[row.key] = _thumbnail(row.picture) or _icon(row)
                cell = self.index(number, 0)
                self.dataChanged.emit(cell, cell, [Qt.ItemDataRole.DecorationRole])
                self._later.start()
                return


class EvidenceList(ShortList):
    """The list of the files of one record."""

    def __init__(self, parent: QWidget) -> None:
        """Show pictures of one size beside names of one line."""
        super().__init__(EvidenceModel(parent), "Các tệp minh chứng", parent)
        self.keep_one_line()
        side = theme.scaled(THUMBNAIL)
        self.setIconSize(QSize(side, side))
        self.verticalHeader().setDefaultSectionSize(side + theme.scaled(6))


def _thumbnail(path: Path) -> QIcon | None:
    """Return a small picture read no larger than it is shown; None if it cannot be."""
    side = theme.scaled(THUMBNAIL) * 2  # sharp at 200 %
    reader = QImageReader(str(path))
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(
            size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    return None if image.isNull() else QIcon(QPixmap.fromImage(image))


def _icon(row: Row) -> QIcon:
    name = "remove" if row.erased else _ICONS.get(row.sort or Sort.DOCUMENT, "report")
    return icons.icon("evidence" if row.waiting else name)
