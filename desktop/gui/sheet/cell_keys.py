"""What keys mean in a sheet: where they lead, and what they ask for."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.gui.sheet.cell_editing import Move

ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
TYPED_OVER = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
    }
)
"""Keys that are held while others are pressed: they lead nowhere."""

_MOST_LOOKED_AT = 5_000
"""Rows looked at for the edge of what is filled; further away is the end itself."""

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENDS = {
    (Qt.Key.Key_Up, 0): Move.UP,
    (Qt.Key.Key_Down, 0): Move.DOWN,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier.value): Move.UP,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier.value): Move.DOWN,
}
"""Arrows that may lead out of the rows: into the new one, and back."""

_WISHES = {
    (Qt.Key.Key_F2, 0): "write",
    (Qt.Key.Key_Backspace, 0): "write_blank",
    (Qt.Key.Key_Delete, 0): "clear",
    (Qt.Key.Key_Space, 0): "tick",
    (Qt.Key.Key_Space, _SHIFT.value): "rows",
    (Qt.Key.Key_Semicolon, _CTRL.value): "today",
    (Qt.Key.Key_D, _CTRL.value): "fill",
}


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key writes a letter, also one that only carries the letter.

    A Vietnamese keyboard sends letters without keys. Ctrl and Alt together are AltGr.
    """
    text = event.text()
    if not text or not text.isprintable():
        return False
    held = event.modifiers() & (_CTRL | _ALT | _META)
    return held in (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT)


def wish_of(event: QKeyEvent) -> str:
    """Return what is to be done with the cells selected; blank for nothing."""
    if event.matches(QKeySequence.StandardKey.Paste):
        return "paste"
    held = event.modifiers() & (_CTRL | _ALT | _SHIFT | _META)
    return _WISHES.get((Qt.Key(event.key()), held.value), "")


def next_cell(
    move: Move, row: int, column: int, shown: Sequence[int], run: int
) -> tuple[int, int] | None:
    """Return the neighbour of a cell; its row may lie before or after all rows.

    Args:
        move: Which neighbour.
        row: Of the cell.
        column: Of the cell.
        shown: The columns that show, from the left.
        run: Column to which going down or up returns; -1 for the cell's own.
    """
    if column not in shown:
        return None
    at = shown.index(column)
    if move in (Move.DOWN, Move.UP):
        home = run if run in shown else column
        return row + (1 if move is Move.DOWN else -1), home
    if move not in (Move.LEFT, Move.RIGHT):
        return None
    by = 1 if move is Move.RIGHT else -1
    down, at = divmod(at + by, len(shown))
    return row + down, shown[at]


def target(
    event: QKeyEvent,
    row: int,
    column: int,
    shown: Sequence[int],
    model: QAbstractItemModel,
) -> tuple[int, int] | None:
    """Return where Home, End, or an arrow with Ctrl leads; None for another key."""
    key, held = Qt.Key(event.key()), event.modifiers()
    if not shown:
        return None
    whole = bool(held & _CTRL)
    if key == Qt.Key.Key_Home:
        return (0 if whole else row), shown[0]
    if key == Qt.Key.Key_End:
        return (model.rowCount() - 1 if whole else row), shown[-1]
    if not whole or key not in _ARROWS or column not in shown:
        return None
    return _edge(*_ARROWS[key], row, shown.index(column), shown, model)


def _edge(
    down: int,
    right: int,
    row: int,
    at: int,
    shown: Sequence[int],
    model: QAbstractItemModel,
) -> tuple[int, int]:
    """Return the last cell of what is filled in one direction, as spreadsheets do."""

    def inside(row: int, at: int) -> bool:
        return 0 <= row < model.rowCount() and 0 <= at < len(shown)

    def filled(row: int, at: int) -> bool:
        return inside(row, at) and bool(model.index(row, shown[at]).data())

    began = filled(row, at) and filled(row + down, at + right)
    for _ in range(_MOST_LOOKED_AT):
        if not inside(row + down, at + right):
            return row, shown[at]
        if began and not filled(row + down, at + right):
            return row, shown[at]
        row, at = row + down, at + right
        if not began and filled(row, at):
            return row, shown[at]
    return (model.rowCount() - 1 if down > 0 else 0), shown[at]
