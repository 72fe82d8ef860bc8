"""Give entries of the practice office pictures, so that its screens show evidence."""

import datetime as dt
import shutil
from contextlib import suppress

from desktop.files.evidence import contents
from desktop.files.evidence.contents import Content, hash_of
from desktop.files.practice_pictures import Picture, load_album
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.records.activity import Activity, ActivityState
from desktop.records.evidence import Evidence, Exposure
from desktop.records.identity import RecordId
from desktop.store import joint_events, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Change, Store

_TURNS = 3
"""Of three activities one has two pictures, one has one, and one has none yet.

An event of several agencies has two, which prove what each of them recorded.
"""


def practise_evidence(store: Store) -> int:
    """Attach pictures to activities done; return how many, the same each time."""
    album = load_album()
    folder = folder_of(store)
    kept = [(one, contents.keep(folder, one.data, one.media)) for one in album.pictures]
    done = [
        one
        for one in records.each(store.reader, Activity)
        if one.state is ActivityState.DONE and one.joined_to is None
    ]
    leads = joint_events.leads(store.reader)
    made = 0
    with store.change("fill_practice", album.subject) as change:
        for number, activity in enumerate(done):
            turns = _TURNS - 1 if activity.id in leads else number % _TURNS
            for turn in range(turns):
                which = kept[(number + turn) % len(kept)]
                made += _attach(change, activity, which, turn)
    return made


def forget_pictures(store: Store) -> None:
    """Remove the contents of an office that is not to be."""
    folder = folder_of(store)
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # of another office beside it
        folder.parent.rmdir()


def _noon_after(activity: Activity) -> dt.datetime:
    """Return the noon of its last day, in the country's own time."""
    noon = dt.time(12, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    return dt.datetime.combine(activity.last_day, noon)


def _attach(
    change: Change, activity: Activity, kept: tuple[Picture, Content], turn: int
) -> bool:
    picture, content = kept
    return records.put(
        change,
        Evidence(
            id=RecordId(f"{activity.id}/{turn}"),
            place=BY_RECORD[Activity].table,
            row_id=activity.id,
            name=picture.name,
            sha256=content.sha256,
            size=len(picture.data),
            media=content.media,
            added_at=_noon_after(activity),
            source_sha256=hash_of(picture.data),
            exposure=Exposure.NOBODY,
            note=picture.note,
        ),
    )
