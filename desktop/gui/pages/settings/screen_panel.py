"""Text size and colours of this screen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from desktop.gui import theme
from desktop.gui.settings import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP, Settings

SCHEMES = (("auto", "Theo máy"), ("light", "Nền sáng"), ("dark", "Nền tối"))


class ScreenPanel(QWidget):
    """Two choices that act at once; the window carries them out."""

    text_size_wanted = Signal(int)
    """Per cent to add to the size now shown."""
    scheme_wanted = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Show what is chosen now."""
        super().__init__(parent)
        self._settings = settings
        self.size_field = QComboBox()
        for percent in range(SMALLEST_TEXT, LARGEST_TEXT + TEXT_STEP, TEXT_STEP):
            self.size_field.addItem(f"{percent} %", percent)
        self.scheme_field = QComboBox()
        for code, words in SCHEMES:
            self.scheme_field.addItem(words, code)
        form = QFormLayout(self)
        form.setContentsMargins(0, theme.AROUND, 0, 0)
        form.setSpacing(theme.BETWEEN)
        for words, field in (
            ("Cỡ c&hữ", self.size_field),
            ("&Màu nền", self.scheme_field),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.setFixedWidth(theme.scaled(180))
            form.addRow(label, field)
        hint = QLabel("Phóng to, thu nhỏ nhanh: Ctrl và dấu +, Ctrl và dấu -.")
        hint.setProperty("role", "quiet")
        form.addRow("", hint)
        self.refresh()
        self.size_field.activated.connect(self._on_size)
        self.scheme_field.activated.connect(self._on_scheme)

    def refresh(self) -> None:
        """Show what is chosen now: the menu may have changed it."""
        chosen = self._settings
        self.size_field.setCurrentIndex(self.size_field.findData(chosen.text_size))
        self.scheme_field.setCurrentIndex(self.scheme_field.findData(chosen.scheme))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is chosen now."""
        super().showEvent(event)
        self.refresh()

    def _on_size(self) -> None:
        added = int(self.size_field.currentData()) - self._settings.text_size
        if added:
            self.text_size_wanted.emit(added)

    def _on_scheme(self) -> None:
        self.scheme_wanted.emit(str(self.scheme_field.currentData()))
