"""Two files tell of one unit's days: the tray asks, and what is answered is done."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.pages.collect.tray.row_list import TICKED, UNTICKED
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.records.activity import Activity
from desktop.store import records
from tests.operations.intake.senders import MAR, Senders
from tests.operations.intake.sent_packages import (
    OTHER,
    a_package,
    an_entry,
    entries_of,
)

NAME = "Ủy ban nhân dân xã Đăk Mar"


@pytest.fixture
def above(tmp_path: Path) -> Path:
    """Return the package of an office above, with an entry of the unit and its own."""
    entries = (
        an_entry(1, agency=MAR, attendance=37),
        an_entry(2, agency=OTHER, attendance=100),
    )
    return a_package(tmp_path, entries_of(entries, sender=OTHER), None)


def people(tray: TrayPane, unit: str) -> int:
    store = tray._session.store
    found = records.find(store.reader, Activity, where={"agency": unit})
    return sum(one.attendance or 0 for one in found)


def drop_second(tray: TrayPane, first: Path, second: Path) -> None:
    """Take one file in, then drop the other and tick it."""
    tray.open(first)
    _tick(tray)
    tray.accept()
    tray.clear()
    tray.open(second)
    assert not tray.contents.ticked, "nobody answered yet"
    _tick(tray)


def _tick(tray: TrayPane) -> None:
    tray.layout_.files.selectRow(0)
    (line,) = tray.contents.lines
    if not line.ticked:
        QTest.keyClick(tray.layout_.files, Qt.Key.Key_Space)


@pytest.mark.parametrize("theirs", [False, True])
def test_the_officer_says_which_file_counts_and_it_counts_once(
    tray: TrayPane, senders: Senders, above: Path, theirs: bool
) -> None:
    drop_second(tray, senders["mar1"], above)
    detail = tray.layout_.detail
    assert f"{NAME}: đã được kể" in detail.why.text()
    assert senders["mar1"].name in detail.why.text()
    shown = detail.rows.model_
    texts = [str(shown.index(0, at).data()) for at in range(shown.columnCount())]
    assert NAME in texts
    assert {senders["mar1"].name, above.name, UNTICKED} <= set(texts)
    if theirs:
        detail.rows.selectRow(0)
        QTest.keyClick(detail.rows, Qt.Key.Key_Space)
        assert shown.index(0, shown.columnCount() - 1).data() == TICKED
    tray.accept()
    assert people(tray, MAR) == (37 if theirs else 30)
    assert people(tray, OTHER) == 100
