"""What may be in the register already is marked after an edit, and nothing waits."""

import pytest

from desktop.gui.lookout import Lookout
from desktop.gui.sheet import twin_marks
from desktop.gui.sheet.twin_marks import TwinMarks
from desktop.gui.tables.register_table import DOUBT
from desktop.operations.entries.join_events import join
from desktop.records.activity import Activity
from desktop.records.identity import AgencyId, RecordId
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep
from tests.gui.sheet.desk import KEY, Typist


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(twin_marks, "WAIT", 0)


@pytest.fixture
def twin(typist: Typist) -> Typist:
    """Add what another agency recorded of the class in row 1, under another name."""
    one = typist.kept("a3")
    other = builders.an_activity(
        id="other",
        title="Lớp tập huấn quyền con người",
        first_day=one.first_day,
        last_day=one.last_day,
        agency=AgencyId("ubnd-xa-dak-la"),
        place="Hội trường",
    )
    keep(typist.session, other)
    typist.model.reload()
    return typist


def row_of(typist: Typist, record_id: str) -> int:
    row = typist.model.row_of(record_id)
    assert row is not None
    return row


def doubt(typist: Typist, record_id: str) -> str:
    at = typist.model.index(row_of(typist, record_id), typist.at("title"))
    return str(at.data(DOUBT))


def write_title(typist: Typist, record_id: str, text: str) -> None:
    typist.go(row_of(typist, record_id), "title")
    typist.press(KEY.Key_F2)
    typist.field().selectAll()  # type: ignore[attr-defined]
    typist.type(text)
    typist.press(KEY.Key_Return)
    typist.qtbot.wait(30)


def place(typist: Typist) -> None:
    typist.sheet.cells.change({"a3": {"place": "Hội trường"}}, "edit_cell")
    typist.qtbot.wait(30)


def test_an_entry_that_becomes_like_another_is_marked_and_says_why(
    twin: Typist,
) -> None:
    place(twin)
    assert doubt(twin, "a3") == ""
    write_title(twin, "a3", "Lop tap huan quyen con nguoi")
    said = doubt(twin, "a3")
    assert "Lớp tập huấn quyền con người" in said
    assert said.startswith("Có thể trùng với")
    assert doubt(twin, "a4") == ""


def test_the_mark_goes_when_the_entry_is_changed_again(twin: Typist) -> None:
    place(twin)
    write_title(twin, "a3", "Lop tap huan quyen con nguoi")
    write_title(twin, "a3", "Hop mat cuoi nam")
    assert doubt(twin, "a3") == ""


def test_the_mark_goes_when_both_are_said_to_be_one_event(twin: Typist) -> None:
    place(twin)
    write_title(twin, "a3", "Lop tap huan quyen con nguoi")
    assert doubt(twin, "a3")
    twin.session.start(
        lambda _p: join(twin.session.store, RecordId("other"), (RecordId("a3"),))
    )
    twin.qtbot.wait(30)
    joined = records.get(twin.session.store.reader, Activity, "a3")
    assert joined is not None
    assert joined.joined_to == "other"
    assert doubt(twin, "a3") == ""


def test_more_than_a_hand_writes_is_not_looked_at(
    twin: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twin_marks, "MOST", 0)
    place(twin)
    write_title(twin, "a3", "Lop tap huan quyen con nguoi")
    assert doubt(twin, "a3") == ""


def test_tables_shown_one_after_the_other_read_on_one_thread(typist: Typist) -> None:
    owner, session = typist.owner, typist.session
    for _ in range(2):
        TwinMarks(session, typist.model, owner, typist.view)
    assert len(owner.findChildren(Lookout)) == 1
