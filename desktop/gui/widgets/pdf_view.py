"""Look at a PDF as it will be printed: pages, place among them, and zoom."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.widgets.pdf_pages import ZOOM_STEP, PdfPages


class PdfView(QWidget):
    """The pages of one PDF, with a line of buttons above them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin with nothing to show; the name is what a screen reader says."""
        super().__init__(parent)
        self._name = name
        self.pages = PdfPages()
        self.place = QLabel()
        self.size_shown = QLabel()
        self.empty = QLabel()
        self.empty.setProperty("role", "quiet")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.buttons = self._make_buttons()
        self._lay_out()
        self.pages.page_changed.connect(self._on_page)
        self.pages.zoom_changed.connect(self._on_zoom)
        self.show_nothing("")

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF from its first page.

        Raises:
            ValueError: It is not a PDF that can be drawn.
        """
        from desktop.files.pdf.images import PageImages

        self.pages.show_pages(PageImages(pdf))
        self._show(pages=True)
        self._on_page(self.pages.page)

    def show_nothing(self, why: str) -> None:
        """Show no page, and say why."""
        self.pages.show_pages(None)
        self.empty.setText(why)
        self._show(pages=False)
        self._on_page(0)

    def _show(self, *, pages: bool) -> None:
        self.pages.setVisible(pages)
        self.empty.setVisible(not pages)
        for button in self.buttons:
            button.setEnabled(pages)
        self.size_shown.setVisible(pages)

    def _make_buttons(self) -> tuple[QPushButton, ...]:
        pages = self.pages
        return (
            _button("Trang trước", lambda: pages.go_to(pages.page - 1)),
            _button("Trang sau", lambda: pages.go_to(pages.page + 1)),
            _button("Thu nhỏ", lambda: pages.zoom_by(1 / ZOOM_STEP)),
            _button("Phóng to", lambda: pages.zoom_by(ZOOM_STEP)),
            _button("Vừa bề ngang", pages.fit_width),
        )

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme.INSIDE)
        back, forth, smaller, larger, whole = self.buttons
        for part in (back, self.place, forth):
            line.addWidget(part)
        line.addStretch()
        for part in (smaller, self.size_shown, larger, whole):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(line)
        column.addWidget(self.pages, stretch=1)
        column.addWidget(self.empty, stretch=1)

    def _on_page(self, page: int) -> None:
        count = self.pages.count
        self.place.setText(f"Trang {page}/{count}" if count else "")
        self.pages.setAccessibleName(
            f"{self._name}, trang {page} trên {count}" if count else self._name
        )
        self.buttons[0].setEnabled(page > 1)
        self.buttons[1].setEnabled(page < count)

    def _on_zoom(self, zoom: int) -> None:
        self.size_shown.setText(f"{zoom} %")


def _button(words: str, call: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(words)
    button.clicked.connect(lambda _checked=False: call())
    return button
