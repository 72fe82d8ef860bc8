"""How a table was left is known next time, and only for the same columns."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from desktop.gui.settings import Settings
from desktop.gui.tables.table_memory import Left, TableMemory


def test_filters_and_order_come_back(tmp_path: Path) -> None:
    file = tmp_path / "x.ini"
    settings = Settings(file)
    left = Left({"title": "tập huấn"}, "first_day", descending=True)
    TableMemory(settings, "training", 12).keep_left(left)
    TableMemory(settings, "training", 12).keep_columns(QByteArray(b"state"))
    settings.sync()
    again = TableMemory(Settings(file), "training", 12)
    assert again.left() == left
    assert again.columns() == QByteArray(b"state")
    other = TableMemory(Settings(file), "training", 13)
    assert other.left() == Left()
    assert other.columns().isEmpty()
    assert TableMemory(Settings(file), "contest", 12).left() == Left()


def test_a_memory_nobody_understands_is_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "x.ini")
    for odd in (b"{", b"[]", b'{"filters": 1, "sort": "", "descending": 0}', b"\xff"):
        settings.keep_layout("register/training/list", 1012, QByteArray(odd))
        assert TableMemory(settings, "training", 12).left() == Left()
