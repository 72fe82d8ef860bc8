"""Type as a Vietnamese keyboard: a letter, Backspace, the letter with its mark."""

import unicodedata
from collections.abc import Callable
from itertools import takewhile

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

WORDS = [
    "tuyên",
    "truyền",
    "vận",
    "động",
    "đường",
    "Đăk",
    "Hà",
    "hoạt",
    "động",
    "tập",
    "huấn",
    "triển",
    "lãm",
    "phát",
    "thanh",
    "báo",
    "chí",
    "sản",
    "phẩm",
    "nghĩa",
    "người",
    "thưởng",
    "trưởng",
    "phòng",
    "văn",
    "hóa",
    "thông",
    "tin",
    "cơ",
    "sở",
    "lưu",
    "động",
    "cuộc",
    "thi",
    "quyết",
    "định",
    "nghị",
    "quyết",
    "ký",
    "ngày",
    "tháng",
    "năm",
    "được",
]
"""More than thirty words with every kind of mark."""


_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))


def telex(word: str) -> list[tuple[str, str]]:
    """Return what the keyboard turns a word into, key by key: before and after."""
    shown, steps = "", []
    for letter in word:
        plain = _bare(letter)
        steps.append((shown, shown + plain))
        shown += plain
        if plain != letter:
            steps.append((shown, shown[:-1] + letter))
            shown = shown[:-1] + letter
    return steps


def vni(word: str) -> list[tuple[str, str]]:
    """Return the same where marks are digits typed behind the whole word.

    First the letters without any mark, then circumflex, breve, horn and stroke from
    the left, then the tone: each takes back the word as far as its letter.
    """
    shown, steps = "", []
    for letter in word:
        steps.append((shown, shown + _bare(letter)))
        shown += _bare(letter)
    for shape in (_toneless(word), word):
        for at, letter in enumerate(shape):
            if shown[at] != letter:
                marked = shown[:at] + letter + shown[at + 1 :]
                steps.append((shown, marked))
                shown = marked
    return steps


Keyboard = Callable[[str], list[tuple[str, str]]]
"""How a word comes about, key by key."""


def type_text(field: QWidget, text: str) -> None:
    """Send a text letter by letter, as key events that carry letters and no keys.

    That is how a Vietnamese keyboard sends them on Windows.
    """
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(_target(field), event)


def type_word(field: QWidget, word: str, keyboard: Keyboard = telex) -> None:
    """Send the key events of a word: a mark is a Backspace and the new letter."""
    for before, after in keyboard(word):
        kept = _shared(before, after)
        for _ in range(len(before) - kept):
            QTest.keyClick(_target(field), Qt.Key.Key_Backspace)
        type_text(field, after[kept:])


def type_words(field: QWidget, words: list[str], keyboard: Keyboard = telex) -> None:
    """Send words with a space between them."""
    for number, word in enumerate(words):
        if number:
            QTest.keyClick(_target(field), Qt.Key.Key_Space)
        type_word(field, word, keyboard)


def _target(field: QWidget) -> QWidget:
    # While a popup is open, Qt hands every key to it, or to what has its focus.
    popup = QApplication.activePopupWidget()
    if popup is None:
        return field
    focused: QWidget | None = popup.focusWidget()
    return popup if focused is None else focused


def _bare(letter: str) -> str:
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


def _toneless(word: str) -> str:
    """Return a word without its tones, with every other mark."""
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", apart.translate(_TONES))


def _shared(before: str, after: str) -> int:
    """Return how many letters two texts begin with alike."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
