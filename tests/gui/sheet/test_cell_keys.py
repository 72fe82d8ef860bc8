"""Where keys lead in a sheet, and which of them are typing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel

from desktop.gui.sheet import cell_keys
from desktop.gui.sheet.cell_editing import Move

pytestmark = pytest.mark.usefixtures("qapp")

KEY = Qt.Key
MODS = Qt.KeyboardModifier


def pressed(key: int, held: MODS = MODS.NoModifier, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("event", "typing"),
    [
        (pressed(KEY.Key_A, text="a"), True),
        (pressed(0, text="ư"), True),
        (pressed(KEY.Key_At, MODS.ControlModifier | MODS.AltModifier, "@"), True),
        (pressed(KEY.Key_A, MODS.ControlModifier, "\x01"), False),
        (pressed(KEY.Key_A, MODS.AltModifier, "a"), False),
        (pressed(KEY.Key_Return, text="\r"), False),
        (pressed(KEY.Key_Backspace, text="\b"), False),
        (pressed(KEY.Key_F2), False),
    ],
)
def test_letters_are_typing_also_those_without_a_key(
    event: QKeyEvent, typing: bool
) -> None:
    assert cell_keys.is_typing(event) is typing


@pytest.mark.parametrize(
    ("move", "run", "place"),
    [
        (Move.DOWN, -1, (4, 5)),
        (Move.DOWN, 2, (4, 2)),
        (Move.UP, 7, (2, 5)),
        (Move.RIGHT, -1, (4, 2)),
        (Move.LEFT, -1, (3, 0)),
    ],
)
def test_neighbours_follow_the_columns_as_they_show(
    move: Move, run: int, place: tuple[int, int]
) -> None:
    assert cell_keys.next_cell(move, 3, 5, [2, 0, 5], run) == place


def test_a_cell_nobody_sees_has_no_neighbours() -> None:
    assert cell_keys.next_cell(Move.DOWN, 0, 9, [0, 1], -1) is None
    assert cell_keys.next_cell(Move.STAY, 0, 0, [0, 1], -1) is None


@pytest.fixture
def model() -> QStandardItemModel:
    made = QStandardItemModel()
    for texts in ("ab", "cd", " .", "ef", "gh"):
        made.appendRow([QStandardItem(text.strip(" .")) for text in texts])
    return made


@pytest.mark.parametrize(
    ("key", "held", "place"),
    [
        (KEY.Key_Home, MODS.NoModifier, (1, 0)),
        (KEY.Key_End, MODS.NoModifier, (1, 1)),
        (KEY.Key_Home, MODS.ControlModifier, (0, 0)),
        (KEY.Key_End, MODS.ControlModifier, (4, 1)),
        (KEY.Key_Up, MODS.ControlModifier, (0, 0)),
        (KEY.Key_Down, MODS.ControlModifier, (3, 0)),
        (KEY.Key_Right, MODS.ControlModifier, (1, 1)),
        (KEY.Key_Left, MODS.ControlModifier, (1, 0)),
    ],
)
def test_home_end_and_ctrl_arrows_lead_where_they_do_in_excel(
    model: QStandardItemModel, key: Qt.Key, held: MODS, place: tuple[int, int]
) -> None:
    assert cell_keys.target(pressed(key, held), 1, 0, [0, 1], model) == place


def test_ctrl_down_stops_at_the_edge_of_what_is_filled(
    model: QStandardItemModel,
) -> None:
    event = pressed(KEY.Key_Down, MODS.ControlModifier)
    assert cell_keys.target(event, 0, 0, [0, 1], model) == (1, 0)
    assert cell_keys.target(event, 3, 0, [0, 1], model) == (4, 0)
    assert cell_keys.target(pressed(KEY.Key_A), 0, 0, [0, 1], model) is None


def test_keys_say_what_is_wanted() -> None:
    wishes = [
        (pressed(KEY.Key_F2), "write"),
        (pressed(KEY.Key_Delete), "clear"),
        (pressed(KEY.Key_Space, MODS.ShiftModifier), "rows"),
        (pressed(KEY.Key_D, MODS.ControlModifier), "fill"),
        (pressed(KEY.Key_V, MODS.ControlModifier), "paste"),
        (pressed(KEY.Key_F3), ""),
    ]
    for event, wish in wishes:
        assert cell_keys.wish_of(event) == wish
