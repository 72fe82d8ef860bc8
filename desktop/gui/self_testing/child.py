"""Show a window for a moment and measure its type; tell it as one line of JSON.

Started as `python -m desktop.gui.self_testing.child [QT'S OWN WORDS]`.
"""

import json
import os
import sys
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, qVersion
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QImageReader,
    QImageWriter,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QLabel

from desktop import paths
from desktop.gui import theme
from desktop.gui.application import make_application

VOWELS: Final = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
)
LETTERS: Final = f"{VOWELS}{VOWELS.upper()}đĐ–“”…₫"
_TOFU: Final = "\ufffe"
"""A code point no font has: what it looks like is what a missing letter looks like."""
_FORMATS: Final = frozenset({"svg", "png", "jpeg"})
_SIDE: Final = 64


def main(words: list[str]) -> None:
    """Answer on the standard output, and end."""
    application = make_application(words)
    if not QFontDatabase.families():
        _bring_type(application)
    theme.apply(application, "light", 100)
    line = json.dumps(facts(application), ensure_ascii=False)
    os.write(1, line.encode())


def facts(application: QApplication) -> dict[str, Any]:
    """Return what was found of platform, pictures, words and type."""
    font = application.font()
    screen = application.primaryScreen()
    size = screen.geometry()
    return {
        "qt": qVersion(),
        "platform": application.platformName(),
        "size": f"{size.width()}x{size.height()}",
        "wanting": wanting(application),
        "family": QFontInfo(font).family(),
        "families": len(QFontDatabase.families()),
        "missing": missing_letters(font, LETTERS),
    }


def wanting(application: QApplication) -> list[str]:
    """Return keys of what a window needs and is not there."""
    found = []
    known = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    found += sorted(_FORMATS - known)
    if application.translate("QPlatformTheme", "Cancel") == "Cancel":
        found.append("translation")
    label = QLabel("Sổ Truyền Thông")
    label.show()
    if label.grab().isNull():
        found.append("window")
    return found


def missing_letters(font: QFont, letters: str) -> str:
    """Return those letters the type has no picture of its own for."""
    metrics = QFontMetricsF(font)
    boxes = {_picture(font, _TOFU), _picture(font, " ")}
    return "".join(
        one
        for one in letters
        if metrics.horizontalAdvance(one) <= 0 or _picture(font, one) in boxes
    )


def _picture(font: QFont, letter: str) -> bytes:
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(0, _SIDE // 2, letter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    QImageWriter(buffer, QByteArray(b"bmp")).write(image)
    return bytes(held.data())


def _bring_type(application: QApplication) -> None:
    """Use the type that ships: without a screen Windows gives none."""
    path = paths.RESOURCES / "fonts" / "LiberationSans-Regular.ttf"
    # By its bytes: from a folder with letters of another code page it cannot be read.
    number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
    application.setFont(QFont(QFontDatabase.applicationFontFamilies(number)))


if __name__ == "__main__":
    main(sys.argv[1:])
