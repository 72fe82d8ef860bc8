"""Show a table of a report as it will be printed; each figure can be asked about."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QTableView, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.grouped_header import GroupedHeader
from desktop.gui.tables.short_list import WrappedRows
from desktop.records.report import ColumnType, FigureKey, Row, RowKind, Table, Value
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.tracing.places import told_in_words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CENTRED = frozenset({ColumnType.ORDINAL, ColumnType.DATE})
_PADDING = f"{theme.INSIDE}px {theme.INSIDE + 1}px"
_LEAST, _LEAST_TEXT = 40, 84
"""Least width of a column, and of one with words, in pixels."""
_HEADING_LINES = 6
"""Lines over which a heading may be spread."""
_WRAPPED = 400
"""Rows up to which long texts are given the lines they need."""
_LONG = 120
"""Letters from which a text makes its row so tall that all of it begins at the top."""
_BREAKS = re.compile(r"\s+|(?<=[-/])")
"""Where a line may be broken."""


def shown(value: Value, column_type: ColumnType) -> str:
    """Return a value as the screen shows it: as the report prints it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | Decimal):
        return _number(Decimal(value), column_type)
    return value if isinstance(value, str) else format_date(value)


def _number(value: Decimal, column_type: ColumnType) -> str:
    if column_type in {ColumnType.ORDINAL, ColumnType.TEXT}:
        return str(value).replace(".", ",")
    if column_type in {ColumnType.INTEGER, ColumnType.MONEY}:
        return format_integer(value)
    return format_decimal(value)


def words_of(texts: Sequence[str]) -> Iterator[str]:
    """Yield the pieces of texts that no line break can part."""
    for text in texts:
        yield from _BREAKS.split(text)


def shared_out(room: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """Share out a width by weights, none below what it needs at least."""
    widths = list(least)
    free = set(range(len(weights)))
    while free:
        rest = room - sum(widths[n] for n in range(len(weights)) if n not in free)
        whole = sum(weights[n] for n in free) or 1
        short = {n for n in free if rest * weights[n] // whole < least[n]}
        if not short:
            for n in free:
                widths[n] = rest * weights[n] // whole
            break
        free -= short
    return widths


class FigureModel(QAbstractTableModel):
    """The rows and columns of one table of a report."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self.table: Table | None = None

    def show_table(self, table: Table | None) -> None:
        """Show a table in the place of the one shown."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def key_at(self, index: Index) -> FigureKey | None:
        """Return the place of a figure, or None where no figure stands."""
        if self.table is None or not index.isValid():
            return None
        row = self.table.rows[index.row()]
        column = self.table.columns[index.column()]
        value = row.values[index.column()]
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        number = number and column.type is not ColumnType.ORDINAL
        words = bool(value) and told_in_words(self.table.code, column.key)
        if not (row.key and column.key and (number or words)):
            return None
        return FigureKey(table=self.table.code, row=row.key, column=column.key)

    def index_of(self, key: FigureKey) -> QModelIndex:
        """Return where a figure, or with a blank column its row, stands."""
        if self.table is None:
            return QModelIndex()
        rows = (n for n, row in enumerate(self.table.rows) if row.key == key.row)
        columns = (n for n, c in enumerate(self.table.columns) if c.key == key.column)
        row = next(rows, None)
        return QModelIndex() if row is None else self.index(row, next(columns, 0))

    def first_figure(self) -> QModelIndex:
        """Return where the first figure one can ask about stands, or the first cell."""
        rows, columns = range(self.rowCount()), range(self.columnCount())
        cells = (self.index(row, column) for row in rows for column in columns)
        asked = (one for one in cells if self.key_at(one) is not None)
        return next(asked, self.index(0, 0))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what one cell shows."""
        if self.table is None or not index.isValid():
            return None
        row, column = self.table.rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(column)}: {self._text(row, column) or 'trống'}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(row, column)
        return self._look(index, row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column, whole."""
        told = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }
        if orientation is Qt.Orientation.Vertical or role not in told:
            return None
        return self.heading(section)

    def heading(self, column: int) -> str:
        """Return the heading of a column in one line."""
        if self.table is None or not 0 <= column < len(self.table.columns):
            return ""
        return " – ".join(self.table.columns[column].heading)

    def _look(self, index: Index, row: Row, role: int) -> object:
        """Return how a cell is dressed: totals stand out, figures can be asked."""
        special = row.kind is not RowKind.DATA
        if role == Qt.ItemDataRole.FontRole and special:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.BackgroundRole and special:
            return theme.colour("raised")
        if role == Qt.ItemDataRole.ForegroundRole and self.key_at(index) is not None:
            return theme.colour("accent")
        return None

    def _text(self, row: Row, column: int) -> str:
        assert self.table is not None  # noqa: S101  asked of a table shown
        return shown(row.values[column], self.table.columns[column].type)

    def _alignment(self, row: Row, column: int) -> Qt.AlignmentFlag:
        assert self.table is not None  # noqa: S101  asked of a table shown
        value = row.values[column]
        tall = any(isinstance(one, str) and len(one) > _LONG for one in row.values)
        height = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        if self.table.columns[column].type in _CENTRED:
            return Qt.AlignmentFlag.AlignHCenter | height
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        return side | height


class FigureTable(QTableView):
    """One table; Enter or a click on a figure asks what it is made of."""

    asked = Signal(object)
    """The `FigureKey` of a figure somebody wants explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self.figures = FigureModel(self)
        self._known: list[int] = []
        self.setModel(self.figures)
        self.heads = GroupedHeader(self)
        self.setHorizontalHeader(self.heads)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(f"QTableView::item {{ padding: {_PADDING}; }}")
        self.setItemDelegate(WrappedRows(self))
        self.setFont(theme.number_font())
        self.verticalHeader().hide()
        self._size_rows()
        self.setAccessibleName("Bảng số liệu")
        self.clicked.connect(self._on_clicked)

    def show_table(self, table: Table | None) -> None:
        """Show a table; the cursor stays where it was in the same one."""
        at = self.currentIndex()
        before = self.figures.table
        place = (at.row(), at.column())
        self.figures.show_table(table)
        self._known = []
        if table is None:
            return
        self.setAccessibleName(table.title)
        self.heads.show_headings([each.heading for each in table.columns])
        self.clearSpans()
        for number, row in enumerate(table.rows):
            if row.kind is RowKind.GROUP:
                self._span(number, row)
        self._fit()
        same = before is not None and before.code == table.code
        if table.rows:
            first = self.figures.first_figure()
            self.setCurrentIndex(self.figures.index(*place) if same else first)

    def go_to(self, key: FigureKey) -> bool:
        """Put the cursor on a figure; tell whether it stands in this table."""
        index = self.figures.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
        return index.isValid()

    @property
    def least_width(self) -> int:
        """Return the width in which no column must be scrolled to, in pixels."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return sum(self._least()) + bar + 2 * self.frameWidth()

    @property
    def current_key(self) -> FigureKey | None:
        """Return the place of the figure one is on, or None."""
        return self.figures.key_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask about a figure with Enter; leave copying to the page."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Let rows and columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._known = []
            self._size_rows()
            self._fit()

    def _size_rows(self) -> None:
        row = theme.scaled(theme.ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)

    def _on_clicked(self, index: Index) -> None:
        key = self.figures.key_at(index)
        if key is not None:
            self.asked.emit(key)

    def _span(self, number: int, row: Row) -> None:
        """Let the words of a heading row run over the blank cells behind them."""
        filled = [at for at, value in enumerate(row.values) if value not in (None, "")]
        for at, following in zip(filled, [*filled[1:], len(row.values)], strict=True):
            if following - at > 1:
                self.setSpan(number, at, 1, following - at)

    def _fit(self) -> None:
        """Give each column its share, and never less than its numbers need."""
        table = self.figures.table
        if table is None:
            return
        least = self._least()
        weights = [
            each.weight if self._filled(number) else 1
            for number, each in enumerate(table.columns)
        ]
        for number, width in enumerate(
            shared_out(self.viewport().width(), weights, least)
        ):
            self.heads.resizeSection(number, width)
        self.heads.updateGeometry()
        self.updateGeometries()
        if len(table.rows) <= _WRAPPED:
            self.resizeRowsToContents()

    def _filled(self, number: int) -> bool:
        rows = self.figures.table.rows if self.figures.table else ()
        return any(row.values[number] is not None for row in rows)

    def _least(self) -> list[int]:
        """Return the width each column needs at least, measured once for a table."""
        table = self.figures.table
        if not self._known and table is not None:
            columns = range(len(table.columns))
            least = theme.scaled(_LEAST)
            self._known = [max(self._needed(one), least) for one in columns]
        return self._known

    def _needed(self, number: int) -> int:
        """Return the width no number, and no single word, of a column goes beyond."""
        table = self.figures.table
        if table is None:
            return 0
        column = table.columns[number]
        texts = [
            shown(row.values[number], column.type)
            for row in table.rows
            if row.kind is not RowKind.GROUP
        ]
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)  # totals are, and need more
        wide = metrics.horizontalAdvance
        heading = column.heading[-1]
        longest = max(map(wide, set(texts)), default=0)
        needed = max(
            wide(heading) // _HEADING_LINES,
            min(longest, theme.scaled(_LEAST_TEXT)),
            *map(wide, set(words_of([*texts, heading]))),
        )
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        return needed + 2 * (theme.INSIDE + 1 + margin + 1) + 1
