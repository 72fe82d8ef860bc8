"""Walk every widget of a window: who has no name, and which English is left."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QWidget,
)

from desktop import paths


def nameless(window: QWidget) -> list[str]:
    """List the visible widgets that take the focus and have nothing to be called."""
    return [
        f"{type(each).__name__} {each.objectName()}".strip()
        for each in window.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisibleTo(window)
        and not _name(each)
    ]


def texts(window: QWidget) -> Iterator[str]:
    """Yield every text a window shows, its own title first."""
    yield window.windowTitle()
    for each in window.findChildren(QWidget):
        yield from _texts_of(each)


def qt_words() -> frozenset[str]:
    """Return the English of Qt's own catalogue, without the marks of mnemonics."""
    root = ET.parse(paths.RESOURCES / "i18n" / "qt_vi.ts").getroot()  # noqa: S314  our own
    pairs = (
        (str(each.findtext("source")), str(each.findtext("translation")))
        for each in root.iter("message")
    )
    return frozenset(_plain(one) for one, two in pairs if _plain(one) != _plain(two))


def english_left(window: QWidget) -> list[str]:
    """List the texts of a window that are English words of Qt's."""
    words = qt_words()
    return [text for text in texts(window) if _plain(text) in words]


def _plain(text: str) -> str:
    return text.replace("&", "").strip()


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    return widget.title() if isinstance(widget, QGroupBox) else ""


def _texts_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    yield widget.toolTip()


def twice_underlined(window: QMainWindow) -> list[str]:
    """List the Alt+letter keys that two things seen at once, or a menu, share."""
    seen: dict[str, list[str]] = {}
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    words = [each.text() for each in window.menuBar().actions()]
    words += [each.text() for each in shown if isinstance(each, QAbstractButton)]
    words += [
        each.text()
        for each in shown
        if isinstance(each, QLabel) and each.buddy() is not None
    ]
    for text in words:
        key = QKeySequence.mnemonic(text).toString()
        if key:
            seen.setdefault(key, []).append(text)
    return [f"{key}: {texts}" for key, texts in seen.items() if len(texts) > 1]
