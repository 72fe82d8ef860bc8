"""Before an intake goes back, the question says what goes and what stays."""

from desktop.gui.pages.collect.tray.taking_back import ask_and_take_back
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.session import Session
from desktop.operations.intake.take_back_intake import TakenBack
from tests.fakes import Answers
from tests.operations.intake.senders import Senders


def test_a_no_takes_nothing_back_and_a_yes_tells_what_was_done(
    tray: TrayPane, collecting: Session, senders: Senders, ask: Answers
) -> None:
    tray.open([senders["ui"]])
    tray.accept()
    intake = collecting.store.reader.execute("select id from intakes").fetchone()[0]
    done: list[TakenBack] = []
    ask.script += [False, True]
    assert not ask_and_take_back(collecting, intake, done.append)
    assert done == []
    assert ask_and_take_back(collecting, intake, done.append)
    assert [(one.files, one.restored) for one in done] == [(1, 1)]
    assert "1 mục trở lại như trước khi nhận" in ask.asked[0]
