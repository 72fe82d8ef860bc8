"""The buttons that change the outline: up, down, in, out, more, less."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QPushButton, QWidget

from desktop.gui import theme
from desktop.records.template import SectionTemplate, TableTemplate
from desktop.rules.templates.edits import Sections, can_indent, can_outdent, moved
from desktop.wording.template_words import plain_heading


class OutlineButtons(QWidget):
    """Move the part chosen, or add and drop parts."""

    move_wanted = Signal(int)
    """-1 up, 1 down."""
    shift_wanted = Signal(int)
    """-1 one level out, 1 one level in."""
    add_wanted = Signal(str, str)
    """Kind and key of a part of the program's that was left out; blank for a new
    section."""
    remove_wanted = Signal()

    def __init__(self) -> None:
        """Make the buttons."""
        super().__init__()
        self.up = QPushButton("Lên")
        self.down = QPushButton("Xuống")
        self.inward = QPushButton("Vào cấp trong")
        self.outward = QPushButton("Ra cấp ngoài")
        self.more = QPushButton("Thêm mục")
        self.less = QPushButton("Bỏ mục")
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.INSIDE)
        buttons = (
            (self.up, self.down, self.more),
            (self.outward, self.inward, self.less),
        )
        for row, line in enumerate(buttons):
            for column, button in enumerate(line):
                button.setAccessibleName(button.text())
                grid.addWidget(button, row, column)
        self.up.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down.clicked.connect(lambda: self.move_wanted.emit(1))
        self.inward.clicked.connect(lambda: self.shift_wanted.emit(1))
        self.outward.clicked.connect(lambda: self.shift_wanted.emit(-1))
        self.less.clicked.connect(self.remove_wanted)

    def allow(self, sections: Sections, at: int | None) -> None:
        """Let through only what can be done with the part chosen."""
        here = at is not None
        place = at or 0
        self.up.setEnabled(here and moved(sections, place, -1)[0] != sections)
        self.down.setEnabled(here and moved(sections, place, 1)[0] != sections)
        self.inward.setEnabled(here and can_indent(sections, place))
        self.outward.setEnabled(here and can_outdent(sections, place))
        self.less.setEnabled(here and len(sections) > 1)

    def allow_table(self) -> None:
        """Let a table be dropped; it stands where its code puts it."""
        self.allow((), None)
        self.less.setEnabled(True)

    def offer(
        self, sections: Sequence[SectionTemplate], tables: Sequence[TableTemplate] = ()
    ) -> None:
        """Offer a new section, and what was left out of the program's."""
        self._menu.clear()
        self._add("Mục mới", "section", "")
        if sections or tables:
            self._menu.addSeparator()
        for section in sections:
            self._add(f"Lấy lại: {plain_heading(section)}", "section", section.key)
        for table in tables:
            self._add(f"Lấy lại: Biểu {table.code}", "table", table.code)

    def _add(self, words: str, kind: str, key: str) -> None:
        action = QAction(words, self._menu)
        action.triggered.connect(lambda: self.add_wanted.emit(kind, key))
        self._menu.addAction(action)
