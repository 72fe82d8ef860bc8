"""An office in which three agencies recorded one contest."""

from desktop.gui.session import Session
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep

LA = "ubnd-xa-dak-la"
OFFICE, MAR, DAK_LA = RecordId("office"), RecordId("mar"), RecordId("la")
TITLE = "Hội thi tìm hiểu pháp luật về quyền con người"


def contest(name: str, agency: str, title: str = TITLE) -> Activity:
    return builders.an_activity(
        "contest",
        id=name,
        agency=agency,
        title=title,
        place="Nhà văn hóa",
        form="quiz_contest",
        attendance=300,
        tasks=(builders.task("5.1"),),
    )


def keep_contests(session: Session) -> tuple[Activity, ...]:
    many = (
        contest("mar", builders.UNIT),
        contest("office", builders.OWN),
        contest("la", LA),
    )
    keep(session, *many)
    return many


def joined_to(session: Session, one: str) -> str | None:
    found = records.get(session.store.reader, Activity, one)
    assert found is not None
    return found.joined_to
