"""The rows of what was found."""

from decimal import Decimal

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.checking.rows import (
    HEADINGS,
    More,
    key_of,
    lines_of,
    make_model,
)
from desktop.records.finding import Check, Severity
from tests.rules.findings.found import a_finding

MANY = tuple(a_finding(key=f"{number:02}") for number in range(13))


def test_ten_of_a_kind_and_then_how_many_more() -> None:
    lines = lines_of(MANY, frozenset())
    assert lines == (*MANY[:10], More(Check.DATE_OUTSIDE, 3))
    assert key_of(lines[-1]) == "more:date_outside"
    assert lines_of(MANY, frozenset({Check.DATE_OUTSIDE})) == MANY


def test_a_row_tells_state_sentence_effect_and_what_was_said(qtbot: QtBot) -> None:
    parent = QObject()
    model = make_model(parent)
    error = a_finding(
        severity=Severity.ERROR, effect=Decimal(100), moved=Decimal(20), unit="người"
    )
    said = a_finding(key="b", explanation="Vì mưa.")
    model.show_rows((error, said, More(Check.NO_EVIDENCE, 2)))
    shown = [
        [model.index(row, column).data() for column in range(len(HEADINGS))]
        for row in range(3)
    ]
    assert shown[0][0] == "✗ Phải sửa"
    assert shown[0][2] == "100% · 20 người"
    assert shown[1][1].endswith("\nChú thích: Vì mưa.")
    assert shown[2] == ["", "Chưa có minh chứng: và 2 mục nữa", ""]
    tip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert str(tip).startswith("Ngày nằm ngoài kỳ\n")
