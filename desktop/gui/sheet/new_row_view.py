"""The view of the row for new entries: always in sight, under the columns above."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from desktop.gui import theme
from desktop.gui.forms.fields import Offer
from desktop.gui.sheet.cell_editing import CellEditing, Cells
from desktop.gui.sheet.cells_view import CellsView


class NewRowView(CellsView):
    """One row of cells whose columns are those of another view."""

    def __init__(self, parent: QWidget, above: CellsView) -> None:
        """Follow the columns of the view above; begin unseen."""
        super().__init__(parent)
        self._above = above
        self._following = False
        self.setAccessibleName("Dòng mới")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self._fit_height()
        # Qt tells of a column it hides before it is hidden: follow afterwards.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.follow)
        header = above.horizontalHeader()
        header.sectionResized.connect(self._later.start)
        header.sectionMoved.connect(self._later.start)
        bar, own = above.horizontalScrollBar(), self.horizontalScrollBar()
        bar.valueChanged.connect(own.setValue)
        own.valueChanged.connect(bar.setValue)
        self.hide()

    def work_with(self, cells: Cells, offer: Offer) -> None:
        """Let cells be written from now on, in fields higher than the one row."""
        self.cells = cells
        host = self.parentWidget() or self
        self.editing = CellEditing(self, cells, offer, over=host)
        self.editing.finished.connect(self._on_written)

    def follow(self) -> None:
        """Show the same columns as the view above, as wide and in the same order."""
        if self._following or self.model() is None:
            return
        self._following = True
        state = self._above.horizontalHeader().saveState()
        self.horizontalHeader().restoreState(state)
        self.horizontalHeader().hide()
        bar = self._above.verticalScrollBar()
        frame = self._above.frameWidth()
        # It has no frame of its own: its numbers are as much wider.
        numbers = self._above.verticalHeader().width() + frame
        self.verticalHeader().setFixedWidth(numbers)
        beside = bar.width() if bar.isVisible() else 0
        self.setFixedWidth(max(self._above.width() - frame - beside, 0))
        self.horizontalScrollBar().setValue(self._above.horizontalScrollBar().value())
        self._following = False

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def _fit_height(self) -> None:
        self.setFixedHeight(theme.scaled(theme.ROW_HEIGHT) + 1)
