"""Past intakes add up, and one of them is taken back after a question."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.intakes_dialog import IntakesDialog, told
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.session import Session
from desktop.operations.intake.take_back_intake import KeptRow, TakenBack
from desktop.records.activity import Activity
from desktop.store import records
from tests.fakes import Answers
from tests.gui.walking import nameless
from tests.operations.intake.senders import Senders


def test_an_intake_is_listed_with_its_totals_and_taken_back(
    tray: TrayPane, collecting: Session, senders: Senders, ask: Answers, qtbot: QtBot
) -> None:
    tray.open([senders["mar1"], senders["bad"]])
    tray.accept()
    dialog = IntakesDialog(collecting)
    qtbot.addWidget(dialog)
    assert dialog.totals.text() == (
        "2 tệp = 1 sẵn sàng + 1 cần sửa. Đã nhận 1 tệp: 2 mục, 30 lượt người."
    )
    assert [one.name for one in dialog.files.model_.rows] == ["mar1.xlsx", "hỏng.xlsx"]
    assert nameless(dialog) == []
    ask.script.append(False)
    dialog.take_back()
    assert len(records.find(collecting.store.reader, Activity)) == 2
    ask.script.append(True)
    dialog.back_button.click()
    assert records.find(collecting.store.reader, Activity) == ()
    assert dialog.message.text.startswith("Đã hoàn tác lần nhận: 1 tệp, 2 mục")
    assert not dialog.back_button.isEnabled()
    dialog.take_back()
    assert ask.faults[-1].what == "Lần nhận này đã được hoàn tác rồi."


def test_what_was_kept_is_named_and_the_rest_counted() -> None:
    kept = tuple(
        KeptRow(place="activities", row_id=str(n), title=f"Việc {n}", reason="edited")
        for n in range(5)
    )
    said = told(TakenBack(intake="i", files=2, restored=7, kept=kept))
    assert "Giữ lại 5 mục: “Việc 0” (đã sửa tại đây sau khi nhận)" in said
    assert said.endswith("…")
