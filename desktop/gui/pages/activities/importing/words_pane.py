"""Words nobody knew: what each stands for, settled once for all its rows."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.activities.importing.inspection import Seen
from desktop.gui.pages.activities.importing.roles import show_role
from desktop.gui.pages.activities.importing.targets import SKIP, Targets, word_key
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.rules.entry_table.fates import Choices
from desktop.rules.numbers import format_integer

MOST_SHOWN = 60
"""Words settled at a time: the next come when these are."""
_HINT = (
    "Những chữ này không có trong danh mục của sổ. Chọn một lần, mọi dòng có cùng chữ "
    "đều theo; lần nhập sau được nhớ."
)

_HEADINGS = ("Chữ trong tệp", "Ở cột", "Trong sổ là", "")


@dataclass(frozen=True, slots=True)
class _Word:
    field: str
    text: str
    likely: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return word_key(self.field, self.text)


class WordsPane(QWidget):
    """One line for each word: the word, its field, and a choice."""

    amended = Signal(object)
    """How the choices are to change: takes `Choices`, gives `Choices`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without words."""
        super().__init__(parent)
        self._seen: Seen | None = None
        self._words: dict[tuple[str, str], _Word] = {}
        self._lines: dict[tuple[str, str], tuple[ChoiceField, QLabel]] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName("Các chữ chưa biết")
        self._hint = QLabel(_HINT)
        self._hint.setProperty("role", "quiet")
        self._hint.setWordWrap(True)
        self._more = QLabel()
        self._more.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(self._more)

    @property
    def fields(self) -> tuple[ChoiceField, ...]:
        """Return the choices, from the top."""
        return tuple(field for field, _ in self._lines.values())

    @property
    def known(self) -> bool:
        """Tell whether there is any word to settle, or one that was settled."""
        return bool(self._words)

    @property
    def rest(self) -> str:
        """Return how many words wait for others to be settled; blank for none."""
        return "" if self._more.isHidden() else self._more.text()

    def forget(self) -> None:
        """Begin anew: the words were of another table."""
        self._words.clear()

    def show_seen(self, seen: Seen, targets: Targets) -> None:
        """Show the words of a preview; those settled stay, to be settled otherwise."""
        self._seen = seen
        words = {key: one for key, one in self._words.items() if self._stays(key)}
        open_ = [_Word(*each) for each in seen.preview.unknown_words]
        for word in open_:
            if len(words) < MOST_SHOWN + len(seen.choices.words):
                words.setdefault(word.key, word)
        if list(words) != list(self._lines):
            self._build(words, targets)
        self._words = words
        still = {word.key for word in open_}
        for key, (field, state) in self._lines.items():
            self._show_line(key, field, state, open_=key in still)
        rest = len(still - set(words))
        self._more.setText(f"… và {format_integer(rest)} chữ nữa." if rest else "")
        self._more.setVisible(bool(rest))

    def focus_first(self) -> None:
        """Go to the first word that is still open."""
        fields = [field for field in self.fields if field.value is None]
        for field in (*fields, *self.fields)[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 leads to, in order."""
        return self.fields[:1]

    def _stays(self, key: tuple[str, str]) -> bool:
        seen = self._seen
        if seen is None:
            return False
        open_ = (word_key(one, word) for one, word, _ in seen.preview.unknown_words)
        return key in seen.choices.words or key in set(open_)

    def _show_line(
        self, key: tuple[str, str], field: ChoiceField, state: QLabel, *, open_: bool
    ) -> None:
        seen = self._seen
        settled = None if seen is None else seen.choices.words.get(key)
        code = None if settled is None else settled or SKIP
        if code is not None and field.value != code:
            field.set_value(code)
        state.setText("▲ chưa chọn" if open_ else "✓ đã chọn")
        show_role(state, "doubt" if open_ else "quiet")

    def _build(self, words: dict[tuple[str, str], _Word], targets: Targets) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, theme.BETWEEN, 0)
        grid.setHorizontalSpacing(theme.AROUND)
        grid.setVerticalSpacing(theme.BETWEEN)
        self._lines = {}
        for place, heading in enumerate(_HEADINGS):
            title = QLabel(heading)
            title.setProperty("role", "quiet")
            grid.addWidget(title, 0, place)
        for row, (key, word) in enumerate(words.items(), 1):
            self._lines[key] = self._line(grid, row, word, targets)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 5)
        grid.setRowStretch(len(words) + 1, 1)
        self._scroll.setWidget(inside)

    def _line(
        self, grid: QGridLayout, row: int, word: _Word, targets: Targets
    ) -> tuple[ChoiceField, QLabel]:
        label = targets.label(word.field)
        cells = (
            0
            if self._seen is None
            else self._seen.places.words.get((word.field, word.text), 0)
        )
        counted = f"{label}, {format_integer(cells)} ô" if cells else label
        name = ElidedLabel(f"“{word.text}”")
        where = ElidedLabel(counted)
        where.setProperty("role", "quiet")
        field = ChoiceField(targets.values(word.field, word.likely))
        field.setAccessibleName(f"{label}: “{word.text}” là")
        field.changed.connect(lambda: self._on_changed(word, field))
        state = QLabel()
        state.setFixedWidth(theme.scaled(100))
        for place, part in enumerate((name, where, field, state)):
            grid.addWidget(part, row, place)
        return field, state

    def _on_changed(self, word: _Word, field: ChoiceField) -> None:
        code = field.value
        if code is None or self._seen is None:
            return
        value = "" if code == SKIP else code
        if self._seen.choices.words.get(word.key) == value:
            return

        def amend(choices: Choices) -> Choices:
            return replace(choices, words={**choices.words, word.key: value})

        self.amended.emit(amend)
