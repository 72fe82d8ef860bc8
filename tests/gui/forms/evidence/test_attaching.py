"""Files are attached once at a time, and a fault is told and ends the work."""

from pathlib import Path

from desktop.gui.forms.evidence.attaching import Attaching
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity
from tests.fakes import Answers


def test_a_record_that_is_gone_is_told_in_four_lines(
    session: Session, files: dict[str, Path], answers: Answers
) -> None:
    remove(session.store, Activity, ("activity",))
    bar = MessageBar()
    attaching = Attaching(session, bar, bar)
    ended: list[object] = []
    attaching.ended.connect(ended.append)
    attaching.attach((Activity, "activity"), [files["giay moi.pdf"]])
    assert answers.faults[0].what == "Chưa đính kèm được minh chứng."
    assert ended == [()]
    assert not attaching.working
    attaching.attach((Activity, "activity"), [])
    assert len(answers.faults) == 1


def test_no_answer_about_persons_is_no_answer(
    session: Session, files: dict[str, Path], answers: Answers
) -> None:
    bar = MessageBar()
    attaching = Attaching(session, bar, bar)
    answers.script = [None]
    attaching.attach((Activity, "activity"), [files["anh.jpg"]])
    assert len(answers.asked) == 1
    assert bar.text == "" or "Đã đính kèm 1 tệp." in bar.text
