"""The standing words of a template, each beside the program's own."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.template_editor.word_pairs import (
    Pair,
    PairModel,
    pair_table,
)
from desktop.gui.widgets.quiet_label import hint
from desktop.rules.vietnamese import fold

NOT_SHOWN = frozenset({"units_kind"})
"""Words that are no words: they steer the program."""


class LabelPane(QWidget):
    """Write standing words; what is in braces is filled in when a report is made."""

    edited = Signal(str, str)
    """Key of a word, and how the office writes it."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._words: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText("Tìm trong các từ dùng chung")
        self.line.setAccessibleName("Tìm trong các từ dùng chung")
        self.line.setClearButtonEnabled(True)
        self.model = PairModel(("Của chương trình", "Của cơ quan"), self)
        self.table = pair_table(self.model, "Từ dùng chung", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(
            hint(
                "Bấm đúp vào cột bên phải để sửa. Chữ trong ngoặc nhọn được điền khi "
                "lập báo cáo; có thể bỏ bớt, không thêm được."
            )
        )
        column.addWidget(self.line)
        column.addWidget(self.table, stretch=1)
        self.line.textChanged.connect(self._show)
        self.model.edited.connect(self._on_edit)

    def show_labels(self, words: Mapping[str, str], given: Mapping[str, str]) -> None:
        """Show the office's words beside the program's."""
        self._words, self._given = dict(words), dict(given)
        self._show()

    def _show(self) -> None:
        wanted = fold(self.line.text()).split()
        self.model.show_pairs(
            [
                Pair(key=key, given=words, words=self._words.get(key, words))
                for key, words in self._given.items()
                if key not in NOT_SHOWN
                and all(
                    one in fold(f"{words} {self._words.get(key, '')}") for one in wanted
                )
            ]
        )

    def _on_edit(self, key: str, words: str) -> None:
        self._words[key] = words
        self.edited.emit(key, words)
