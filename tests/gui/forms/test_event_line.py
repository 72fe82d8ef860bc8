"""An entry of a shared event says where the event is counted."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.forms.event_line import EventLine
from desktop.gui.session import Session
from desktop.operations.entries.join_events import join
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep

LEAD, OTHER = RecordId("lead"), RecordId("other")


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> EventLine:
    keep(
        session,
        builders.an_activity(id="lead"),
        builders.an_activity(id="other", agency=builders.UNIT),
    )
    join(session.store, LEAD, (OTHER,))
    made = EventLine(session)
    qtbot.addWidget(made)
    return made


def kept(session: Session, one: str) -> Activity:
    found = records.get(session.store.reader, Activity, one)
    assert found is not None
    return found


def test_the_lead_tells_how_many_it_counts_for(
    line: EventLine, session: Session
) -> None:
    line.show_record(kept(session, "lead"))
    assert "gồm 1 hoạt động phối hợp" in line.said
    assert line.open_button.isHidden()


def test_an_account_leads_to_where_the_event_is_counted(
    line: EventLine, session: Session, qtbot: QtBot
) -> None:
    line.show_record(kept(session, "other"))
    assert "tổng tính ở “Tập huấn kiến thức về quyền con người”" in line.said
    with qtbot.waitSignal(line.open_wanted) as caught:
        line.open_button.click()
    assert caught.args == [kept(session, "lead")]


def test_an_entry_alone_says_nothing(line: EventLine, session: Session) -> None:
    line.show_record(builders.an_activity(id="alone"))
    assert line.said == ""
    line.show_record(None)
    assert line.said == ""
    line.show_record(builders.a_product())
    assert line.said == ""
