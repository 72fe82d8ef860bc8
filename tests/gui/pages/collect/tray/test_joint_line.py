"""After an intake the tray tells what two units may have told, and leads there."""

from dataclasses import replace
from pathlib import Path

from desktop.gui.jobs import Job, Jobs
from desktop.gui.pages.collect.tray.joint_line import told
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.intake.joint_offers import JointOffers
from desktop.records.activity import Activity
from desktop.records.identity import AgencyId, RecordId
from desktop.store import records
from tests.gui.walking import nameless
from tests.operations.intake.senders import LA, Senders


def test_an_event_another_unit_told_is_offered_after_the_intake(
    tray: TrayPane, senders: Senders, jobs: Jobs, tmp_path: Path
) -> None:
    store, shared = tray._session.store, tray.layout_.joint
    tray.open([senders["ui"]])
    tray.accept()
    assert shared.isHidden(), "one event is of one unit alone"
    (event,) = records.find(store.reader, Activity)
    undo(store)
    other = replace(event, id=RecordId("khác"), agency=AgencyId(LA))
    jobs.start(Job(lambda _progress: record(store, other)))
    tray.clear()
    tray.open([senders["ui"]])
    tray.accept()
    assert shared.isVisible()
    assert shared.said.text().startswith("1 mục vừa nhận có thể là cùng một sự kiện")
    assert nameless(shared) == []
    assert tray.grab().save(str(tmp_path / "cung-su-kien.png"))
    shared.button.click()
    assert shared.dialog is not None
    (pair,) = shared.dialog.pairs
    assert {pair.first.agency, pair.second.agency} == {event.agency, LA}
    shared.dialog.reject()
    assert shared.isHidden()


def test_the_line_is_gone_with_its_intake(
    tray: TrayPane, senders: Senders, jobs: Jobs
) -> None:
    store, shared = tray._session.store, tray.layout_.joint
    tray.open([senders["ui"]])
    tray.accept()
    shared.show()
    jobs.start(Job(lambda _progress: undo(store)))
    assert shared.isHidden()


def test_it_says_nothing_where_nothing_is_shared_and_owns_what_it_left_out() -> None:
    assert told(JointOffers(many=0, whole=True)) == ""
    assert told(JointOffers(many=1_200, whole=True)).startswith("1.200 mục vừa nhận")
    large = told(JointOffers(many=2, whole=False))
    assert large.startswith("2 mục")
    assert "chưa so hết" in large
