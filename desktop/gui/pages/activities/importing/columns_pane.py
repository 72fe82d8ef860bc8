"""Which sheet, which row of headings, and what each column is taken for."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.activities.importing.column_card import (
    FIELD_WIDTH,
    MATCH_WIDTH,
    ColumnCard,
    ColumnState,
)
from desktop.gui.pages.activities.importing.fixed_fields import FixedFields
from desktop.gui.pages.activities.importing.inspection import NO_HEADINGS, Seen
from desktop.gui.pages.activities.importing.step_bar import DOUBTFUL
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.records.register import Register
from desktop.rules.entry_table.fates import Choices, Match
from desktop.rules.grid import Grid
from desktop.wording.problems import sentence

_HEADINGS_OFFERED = 15
"""Rows from the top among which the headings are looked for."""
_SAMPLES = 3
_SAMPLED_ROWS = 200
_TEXT_SHOWN = 60
_BY_POSITION = (
    "Không thấy dòng tiêu đề: chọn dòng ấy ở trên, hoặc xem lại từng cột bên dưới."
)
_SAID_BELOW = ("asked_", "column_wanting")
"""How codes of notes begin that the cards tell beside their columns."""


class ColumnsPane(QWidget):
    """The columns of one sheet, one card each."""

    amended = Signal(object)
    """How the choices are to change: takes `Choices`, gives `Choices`."""
    register_chosen = Signal(str)
    """Code of the register the rows are to go into."""

    def __init__(
        self, registers: tuple[Register, ...], parent: QWidget | None = None
    ) -> None:
        """Begin without a table."""
        super().__init__(parent)
        self._seen: Seen | None = None
        self._shape: tuple[object, ...] = ()
        self.cards: tuple[ColumnCard, ...] = ()
        self.register = _list("Sổ nhận các dòng")
        for one in registers:
            self.register.addItem(one.name, one.code)
        self.sheet = _list("Trang tính")
        self._sheet_label = QLabel("T&rang")
        self.headings = _list("Dòng tiêu đề")
        self.fixed = FixedFields()
        self._notes = QLabel()
        self._scroll = QScrollArea()
        self._titles = _titles()
        self._lay_out()
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_range)
        self.register.activated.connect(self._on_register)
        self.sheet.activated.connect(self._on_sheet)
        self.headings.activated.connect(self._on_headings)
        self.fixed.amended.connect(self.amended)

    def show_seen(self, seen: Seen, targets: Targets) -> None:
        """Show the columns of a preview; cards that stay keep their place."""
        self._seen = seen
        preview = seen.preview
        self._fill_lists(seen)
        states = list(_states(seen))
        shape = (
            preview.register.code,
            preview.sheet,
            preview.heading_row,
            tuple((one.column, one.heading) for one in preview.columns),
        )
        if shape != self._shape:
            self._shape = shape
            self._build(states, targets)
        for card, state in zip(self.cards, states, strict=True):
            card.show_state(state)
        self.fixed.show_seen(seen, targets)
        self._show_notes(seen)

    def text(self) -> str:
        """Return all that is said of the table and its columns."""
        return "\n".join((self._notes.text(), *(card.text() for card in self.cards)))

    def focus_first(self) -> None:
        """Go to the first column that asks something, else to the first of all."""
        columns = self._seen.preview.columns if self._seen else ()
        asking = {one.column for one in columns if one.asked}
        doubtful = {one.column for one in columns if one.match in DOUBTFUL}
        open_: list[QWidget] = [
            card.readings[0]
            for card in self.cards
            if card.column in asking and card.readings
        ]
        open_ += [card.field for card in self.cards if card.column in doubtful]
        open_ += self.fixed.fields.values()
        open_ += [card.field for card in self.cards]
        for field in open_[:1]:
            self._scroll.ensureWidgetVisible(field)
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> tuple[QWidget, ...]:
        """Return where F6 leads to, in order."""
        return (self.sheet, *(card.field for card in self.cards[:1]))

    def _fill_lists(self, seen: Seen) -> None:
        preview = seen.preview
        self.register.setCurrentIndex(self.register.findData(preview.register.code))
        if [self.sheet.itemText(n) for n in range(self.sheet.count())] != list(
            preview.sheets
        ):
            self.sheet.clear()
            self.sheet.addItems(list(preview.sheets))
        self.sheet.setCurrentText(preview.sheet)
        for part in (self.sheet, self._sheet_label):
            part.setVisible(any(preview.sheets))
        self.sheet.setEnabled(len(preview.sheets) > 1)
        with QSignalBlocker(self.headings):
            self.headings.clear()
            for number, text in _heading_rows(_grid_of(seen)):
                self.headings.addItem(f"Dòng {number}: {text}", number)
            self.headings.addItem("Không có dòng tiêu đề", NO_HEADINGS)
            wanted = preview.heading_row or NO_HEADINGS
            self.headings.setCurrentIndex(self.headings.findData(wanted))

    def _show_notes(self, seen: Seen) -> None:
        said = [
            sentence(one)
            for one in seen.preview.notes
            if not one.code.startswith(_SAID_BELOW)
        ]
        if not seen.preview.heading_row:
            said.insert(0, f"▲ {_BY_POSITION}")
        self._notes.setText(" ".join(said))
        self._notes.setVisible(bool(said))

    def _build(self, states: list[ColumnState], targets: Targets) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        choices = targets.columns()
        made = []
        for state in states:
            card = ColumnCard(state, choices, inside)
            card.field_chosen.connect(self._on_field)
            card.reading_chosen.connect(self._on_reading)
            card.letters_chosen.connect(self._on_letters)
            column.addWidget(card)
            made.append(card)
        column.addStretch(1)
        self.cards = tuple(made)
        self._scroll.setWidget(inside)

    # --- slots ---------------------------------------------------------------------

    def _on_range(self, _least: int, most: int) -> None:
        """Keep the headings above their columns when the cards get a bar beside."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most else 0
        layout = self._titles.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, theme.BETWEEN + bar, 0)

    def _on_register(self, at: int) -> None:
        self.register_chosen.emit(str(self.register.itemData(at)))

    def _on_sheet(self, at: int) -> None:
        sheet = self.sheet.itemText(at)
        self.amended.emit(lambda _choices: Choices(sheet=sheet))

    def _on_headings(self, at: int) -> None:
        number, sheet = int(self.headings.itemData(at)), self.sheet.currentText()
        self.amended.emit(lambda _choices: Choices(sheet=sheet, headings=number))

    def _on_field(self, column: int, name: str) -> None:
        columns = {column: name}
        # A field is of one column: whoever had it is left aside.
        for other in self._seen.preview.columns if self._seen and name else ():
            if other.field == name and other.column != column:
                columns[other.column] = ""

        def amend(choices: Choices) -> Choices:
            return replace(choices, columns={**choices.columns, **columns})

        self.amended.emit(amend)

    def _on_reading(self, column: int, reading: str) -> None:
        def amend(choices: Choices) -> Choices:
            return replace(choices, readings={**choices.readings, column: reading})

        self.amended.emit(amend)

    def _on_letters(self, column: int, keep: bool) -> None:
        def amend(choices: Choices) -> Choices:
            others = choices.keep_letters - {column}
            kept = others | {column} if keep else others
            return replace(choices, keep_letters=kept)

        self.amended.emit(amend)

    # --- what is seen --------------------------------------------------------------

    def _lay_out(self) -> None:
        lists = QHBoxLayout()
        lists.setSpacing(theme.BETWEEN)
        for label, field, stretch in (
            (QLabel("&Vào sổ"), self.register, 2),
            (self._sheet_label, self.sheet, 2),
            (QLabel("&Tiêu đề ở"), self.headings, 5),
        ):
            label.setBuddy(field)
            lists.addWidget(label)
            lists.addWidget(field, stretch)
        self._notes.setProperty("role", "quiet")
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setWordWrap(True)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName("Các cột của bảng")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(lists)
        column.addWidget(self._notes)
        column.addWidget(self.fixed)
        column.addWidget(self._titles)
        column.addWidget(self._scroll, stretch=1)


def _list(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    made.setMinimumContentsLength(8)
    return made


def _titles() -> QWidget:
    """Make the quiet headings above the cards."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, theme.BETWEEN, 0)
    row.setSpacing(theme.BETWEEN)
    parts = (
        ("", 24, 0),
        ("Tiêu đề trong tệp", 0, 3),
        ("Vài giá trị", 0, 4),
        ("Là mục nào của sổ", FIELD_WIDTH, 0),
        ("Nhận ra bằng cách", MATCH_WIDTH, 0),
    )
    for words, width, stretch in parts:
        label = QLabel(words)
        label.setProperty("role", "quiet")
        if width:
            label.setFixedWidth(theme.scaled(width))
        label.setMinimumWidth(theme.scaled(width or 40))
        row.addWidget(label, stretch)
    return made


def _states(seen: Seen) -> Iterator[ColumnState]:
    preview, choices = seen.preview, seen.choices
    samples = _samples(_grid_of(seen), preview.heading_row)
    for match in preview.columns:
        remembered = match.match is Match.REMEMBERED and bool(match.reading)
        yield ColumnState(
            match=match,
            samples=tuple(samples.get(match.column, ())),
            healed=seen.places.healed.get(match.column),
            letters_kept=match.column in choices.keep_letters,
            answered=match.column in choices.readings or remembered,
        )


def _grid_of(seen: Seen) -> Grid | None:
    grids = seen.source.grids
    named = (grid for grid in grids if grid.name == seen.preview.sheet)
    return next(named, None)


def _samples(grid: Grid | None, heading_row: int) -> dict[int, list[str]]:
    """Return some values of each column that differ from one another."""
    found: dict[int, list[str]] = {}
    rows = () if grid is None else grid.rows
    below = [row for row in rows if row.number > heading_row][:_SAMPLED_ROWS]
    for row in below:
        for at, cell in enumerate(row.cells):
            text = _short(cell.text)
            samples = found.setdefault(at, [])
            if text and len(samples) < _SAMPLES and text not in samples:
                samples.append(text)
    return found


def _heading_rows(grid: Grid | None) -> Iterator[tuple[int, str]]:
    """Yield the rows that may hold the headings: number, and what is in them."""
    rows = () if grid is None else grid.rows
    held = [row for row in rows if not row.blank][:_HEADINGS_OFFERED]
    for row in held:
        texts = dict.fromkeys(_short(cell.text) for cell in row.cells)
        yield row.number, " | ".join(text for text in texts if text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TEXT_SHOWN else f"{line[:_TEXT_SHOWN]}…"
