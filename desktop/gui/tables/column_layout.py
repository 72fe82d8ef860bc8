"""Spread the columns of a table over its room, until somebody arranges them."""

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QTableView

from desktop.gui import theme
from desktop.gui.tables.filter_header import FilterHeader
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.tables.table_memory import TableMemory


class ColumnLayout(QObject):
    """Which columns of one table show, how wide, and in which order."""

    def __init__(
        self,
        view: QTableView,
        header: FilterHeader,
        model: RegisterModel,
        memory: TableMemory,
    ) -> None:
        """Show the columns as they were left."""
        super().__init__(view)
        self._view = view
        self.header = header
        self.model = model
        self._memory = memory
        self._fitting = False
        self._own_widths = False
        self._own_columns = False
        # Qt tells of a column it hides before it is hidden: fit it afterwards.
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self.fit)
        header.reset_asked.connect(self.reset)
        header.sectionResized.connect(self._on_resized)
        header.sectionMoved.connect(self._keep)
        self._lay_out()

    def reset(self) -> None:
        """Show the columns as they were at first."""
        self._memory.keep_columns(QByteArray())
        self._own_widths = self._own_columns = False
        self._fitting = True  # what moves now is not somebody's wish to be kept
        for at in range(self.header.count()):
            self.header.moveSection(self.header.visualIndex(at), at)
        self._lay_out()
        self._fitting = False
        self.fit()

    def reveal(self, column: int) -> None:
        """Show a column from now on: somebody must write in it."""
        if self.header.isSectionHidden(column):
            self._own_columns = True
            self.header.setSectionHidden(column, False)
            self.header.resizeSection(
                column, theme.scaled(self.model.columns[column].width)
            )
            self.fit()

    def fit(self) -> None:
        """Spread the columns over the room there is, until somebody resizes one."""
        if self._own_widths:
            return
        if self._fitting:  # a heading that grew made other room meanwhile
            self._refit.start()
            return
        self._drop_what_has_no_room()
        shown = [
            at
            for at in range(self.header.count())
            if not self.header.isSectionHidden(at)
        ]
        columns = self.model.columns
        wanted = {at: theme.scaled(columns[at].width) for at in shown}
        elastic = [at for at in shown if columns[at].elastic]
        stiff = sum(width for at, width in wanted.items() if at not in elastic)
        room = self._view.viewport().width() - stiff
        total = sum(wanted[at] for at in elastic)
        self._fitting = True
        for at, width in wanted.items():
            grown = width * room // total if at in elastic else width
            least = theme.scaled(columns[at].least)
            self.header.resizeSection(at, max(grown, min(width, least)))
        self._fitting = False

    def _lay_out(self) -> None:
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(self.model.columns):
            self.header.setSectionHidden(at, not column.field.column)
            self.header.resizeSection(at, theme.scaled(column.width))
        state = self._memory.columns()
        if not state.isEmpty() and self.header.restoreState(state):
            self._own_columns = True
            # Columns somebody only chose go on to follow the room there is.
            self._own_widths = self._memory.own_widths()

    def _keep(self) -> None:
        if self._view.isVisible() and not self._fitting:
            state = self.header.saveState()
            self._memory.keep_columns(state, own_widths=self._own_widths)

    def _drop_what_has_no_room(self) -> None:
        """Hide the columns missed least, until somebody chooses columns."""
        if self._own_columns or not self._view.isVisible():
            return
        columns, room = self.model.columns, self._view.viewport().width()
        shown = [at for at, column in enumerate(columns) if column.field.column]
        going = sorted(shown, key=lambda at: (columns[at].weight, -at))
        for at in going[:-1]:
            if sum(theme.scaled(columns[each].least) for each in shown) <= room:
                break
            field = self.header.field(at)
            if field is None or not field.text():
                shown.remove(at)
        self._fitting = True
        for at in range(len(columns)):
            self.header.setSectionHidden(at, at not in shown)
        self._fitting = False

    def _on_resized(self, _at: int, old: int, new: int) -> None:
        if self._fitting:
            return
        if old == 0 or new == 0:
            self._own_columns = self._own_columns or self._view.isVisible()
            self._refit.start()
        else:
            self._own_widths = self._own_widths or self._view.isVisible()
        self._keep()
