"""A unit's own targets are shown with what they are here, as reports print numbers."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.comparing.own_results import OwnResultsDialog, counted
from desktop.operations.intake.sent_results import SentResult, SentResults
from desktop.records.exchange_entries import SentTarget
from desktop.records.identity import GoalId, TargetId
from desktop.records.returns import ReturnKind
from tests.gui.walking import nameless
from tests.rules.intake.files import a_return

RET = a_return(kind=ReturnKind.PACKAGE, sender_name="Xã Hòa Bình", slip=1)


def a_target(code: str, **values: Any) -> SentTarget:
    usual: dict[str, Any] = {
        "id": TargetId(f"xa/{code}"),
        "goal": GoalId(f"xa/{code}"),
        "code": code,
        "label": "Cán bộ được tập huấn",
        "unit": "%",
    }
    return SentTarget(**{**usual, **values})


@pytest.mark.parametrize(
    ("value", "parts", "unit", "said"),
    [
        (Decimal(80), (Decimal(8), Decimal(10)), "%", "80% (8/10)"),
        (None, (Decimal(8), None), "lượt", "8"),
        (Decimal(8), (Decimal(8), None), "lượt", "8"),
        (None, (None, None), "%", "–"),
        (None, (Decimal(1200), Decimal(1500)), "buổi", "1.200/1.500"),
    ],
)
def test_a_number_is_told_with_what_it_is_made_of(
    value: Decimal | None,
    parts: tuple[Decimal | None, Decimal | None],
    unit: str,
    said: str,
) -> None:
    assert counted(value, parts, unit) == said


def test_each_target_stands_beside_what_it_is_here(
    qtbot: QtBot, tmp_path: Path
) -> None:
    known = a_target("C1", reached=Decimal(80), numerator=Decimal(8))
    own = a_target("C2", unit="buổi", all_numerator=Decimal(3), decision="5/QĐ")
    results = (
        SentResult(sent=known, ours="T2a Cán bộ"),
        SentResult(sent=own, ours=""),
    )
    dialog = OwnResultsDialog(SentResults(ret=RET, results=results))
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.list.model_
    cells = [
        [model.index(row, at).data() for at in range(model.columnCount())]
        for row in range(2)
    ]
    assert cells == [
        ["C1 Cán bộ được tập huấn", "T2a Cán bộ", "%", "80% (8)", "–"],
        ["C2 Cán bộ được tập huấn (5/QĐ)", "Không có ở đây", "buổi", "–", "3"],
    ]
    assert "Xã Hòa Bình" in dialog.note.text()
    assert "bản 1, điều chỉnh 1" in dialog.note.text()
    assert "không cộng vào" in dialog.note.text()
    assert nameless(dialog) == []
    assert dialog.grab().save(str(tmp_path / "chi-tieu.png"))
