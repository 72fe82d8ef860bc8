"""Draw how signature and seal will lie on the page, in their real proportions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.files.pdf.sizes import Sizes
    from desktop.files.signatures.pdf.pictures import Picture
    from desktop.records.preferences import Preferences

PAPER, INK, FAINT = QColor("white"), QColor("black"), QColor("#9aa3a5")
"""Of paper, whatever the colours of the screen."""
WIDTH, HEIGHT = 100.0, 78.0
"""Millimetres of the page that are shown."""
DOTS = 3.4
"""Pixels a millimetre, whatever the size of the text: paper does not grow."""
LINE, TOP = 5.5, 5.0
"""Millimetres of a line of text, and above the first."""
EMPTY = {"person": "Chữ thay cho ảnh chữ ký", "agency": "Chữ thay cho dấu"}


class SigningPreview(QWidget):
    """The block of the signer, with what was chosen, as it will be printed."""

    def __init__(self, own: "Preferences", parent: QWidget | None = None) -> None:
        """Show the signer of the office, without pictures yet."""
        super().__init__(parent)
        self._own = own
        self._pixmaps: dict[str, QPixmap] = {}
        self._seal_mm = 0.0
        self._sizes: Sizes | None = None
        self.setAccessibleName("Chữ ký và dấu sẽ hiện trên trang")
        self.setFixedSize(round(WIDTH * DOTS), round(HEIGHT * DOTS))

    def show_pictures(
        self, pictures: "Mapping[str, Picture | None]", sizes: "Sizes"
    ) -> None:
        """Show the pictures kept for person and agency."""
        self._sizes = sizes
        self._pixmaps = {}
        for role, picture in pictures.items():
            pixmap = QPixmap()
            if picture is not None and pixmap.loadFromData(picture.png):
                self._pixmaps[role] = pixmap
        seal = pictures.get("agency")
        self._seal_mm = sizes.usual_seal
        if seal is not None and seal.width_mm:
            self._seal_mm = seal.width_mm
        self.setAccessibleDescription(self._said())
        self.update()

    def show_own(self, own: "Preferences") -> None:
        """Show other words around the pictures."""
        self._own = own
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, words, then the signature, and the seal over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), PAPER)
        painter.setPen(QPen(FAINT))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.scale(DOTS, DOTS)
        below = self._words(painter, self._own.authority or ("QUYỀN HẠN",), TOP)
        if self._sizes is not None:
            tall = max(self._sizes.usual_seal, self._seal_mm)
            middle = below + tall / 2
            signature = self._signature(painter, self._sizes, middle)
            self._seal(painter, self._sizes, signature, middle)
            below += tall
        self._words(painter, (self._own.signer_name or "Họ và tên",), below)

    def _words(self, painter: QPainter, lines: tuple[str, ...], top: float) -> float:
        font = painter.font()
        font.setPixelSize(4)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QPen(INK))
        for line in lines:
            place = QRectF(WIDTH * 0.3, top, WIDTH * 0.7, LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)
            top += LINE
        return top

    def _signature(self, painter: QPainter, sizes: "Sizes", middle: float) -> QRectF:
        width, tall = sizes.signature
        pixmap = self._pixmaps.get("person")
        if pixmap is not None:
            scale = min(width / pixmap.width(), tall / pixmap.height())
            width, tall = pixmap.width() * scale, pixmap.height() * scale
        place = QRectF(WIDTH * 0.65 - width / 2, middle - tall / 2, width, tall)
        self._draw(
            painter, "person", place, place.adjusted(width * sizes.cover, 0, 0, 0)
        )
        return place

    def _seal(
        self, painter: QPainter, sizes: "Sizes", signature: QRectF, middle: float
    ) -> None:
        """Draw the seal over a third of the signature, on its left."""
        wide = self._seal_mm
        pixmap = self._pixmaps.get("agency")
        tall = wide if pixmap is None else wide * pixmap.height() / pixmap.width()
        right = signature.left() + signature.width() * sizes.cover
        place = QRectF(right - wide, middle - tall / 2, wide, tall)
        free = place.intersected(QRectF(0, 0, signature.left(), HEIGHT))
        self._draw(painter, "agency", place, free)

    def _draw(self, painter: QPainter, role: str, place: QRectF, free: QRectF) -> None:
        """Draw a picture in its place; without one, words where nothing else lies."""
        pixmap = self._pixmaps.get(role)
        if pixmap is not None:
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            return
        pen = QPen(FAINT, 0.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(place)
        font = painter.font()
        font.setBold(False)
        font.setPixelSize(3)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(free.adjusted(1, 1, -1, -1), int(flags), EMPTY[role])

    def _said(self) -> str:
        parts = [
            "có ảnh chữ ký" if "person" in self._pixmaps else "chưa có ảnh chữ ký",
            "có ảnh dấu" if "agency" in self._pixmaps else "chưa có ảnh dấu",
        ]
        return ", ".join(parts)
