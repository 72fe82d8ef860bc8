"""The parts of a template as a tree: its head, outline, tables and standing words."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView, QWidget

from desktop.gui import theme
from desktop.records.template import ReportTemplate, SectionTemplate
from desktop.wording.template_words import plain_heading

Place = tuple[str, str]
"""Kind of a part and its key: `("section", "supply")`."""

HEAD: Place = ("head", "")
LABELS: Place = ("label", "")
_PLACE = Qt.ItemDataRole.UserRole + 1
MARK = "▲ "
ROW = 23
"""Pixels of a row: the parts of a whole report are seen at once."""


class PartsTree(QTreeView):
    """Choose the part that is written in."""

    chosen = Signal(str, str)
    """Kind and key of the part now chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a template."""
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self._places: dict[Place, QStandardItem] = {}
        self.setModel(self._items)
        self.setHeaderHidden(True)
        self.setAccessibleName("Các phần của mẫu")
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_template(
        self, template: ReportTemplate, faulty: Collection[Place], current: Place
    ) -> None:
        """Show the parts; those with something wrong bear a mark."""
        self.selectionModel().blockSignals(True)
        self._items.clear()
        self._places = {}
        root = self._items.invisibleRootItem()
        self._add(root, HEAD, "Phần đầu và câu kết", faulty)
        self._add_sections(template, faulty)
        for table in template.tables:
            words = f"Biểu {table.code}. {table.title}"
            self._add(root, ("table", table.code), words, faulty)
        self._add(root, LABELS, "Từ dùng chung", faulty)
        self.expandAll()
        self.selectionModel().blockSignals(False)
        self.choose(current if current in self._places else HEAD)

    def choose(self, place: Place) -> None:
        """Go to a part."""
        item = self._places.get(place)
        if item is not None:
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())

    def mark(self, template: ReportTemplate, faulty: Collection[Place]) -> None:
        """Write the headings and marks anew, without moving anything."""
        for section in template.sections:
            place = ("section", section.key)
            if place in self._places:
                self._places[place].setText(_words(section))
        for place, item in self._places.items():
            plain = item.text().removeprefix(MARK)
            item.setText(f"{MARK}{plain}" if place in faulty else plain)
            item.setToolTip(plain)

    def _add_sections(
        self, template: ReportTemplate, faulty: Collection[Place]
    ) -> None:
        above = [self._items.invisibleRootItem()]
        for section in template.sections:
            above = above[: max(section.level, 1)]
            item = self._add(
                above[-1], ("section", section.key), _words(section), faulty
            )
            above.append(item)

    def _add(
        self,
        parent: QStandardItem,
        place: Place,
        words: str,
        faulty: Collection[Place],
    ) -> QStandardItem:
        item = QStandardItem(f"{MARK}{words}" if place in faulty else words)
        item.setData(place, _PLACE)
        item.setToolTip(words)
        item.setSizeHint(QSize(0, theme.scaled(ROW)))
        parent.appendRow(item)
        self._places[place] = item
        return item

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        place = current.data(_PLACE)
        if place:
            self.chosen.emit(*place)


def _words(section: SectionTemplate) -> str:
    dot = "" if section.number.endswith(")") else "."
    return f"{section.number}{dot} {plain_heading(section)}"
