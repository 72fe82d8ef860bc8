"""An office with one activity and files attached to it."""

from collections.abc import Sequence
from pathlib import Path

from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.attach_evidence import attach_evidence
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence
from desktop.store.store import Store
from tests.builders import an_activity
from tests.files.evidence.pictures import a_pdf, a_png

OWNER = (Activity, "activity")
FILES = {"anh.png": a_png(80, 60), "giay moi.pdf": a_pdf("Giay moi")}


def attached(store: Store, names: Sequence[str] = tuple(FILES)) -> list[Evidence]:
    """Record an activity and attach files to it; return what is kept."""
    record(store, an_activity())
    folder = Path(store.path.parent, "nguon")
    folder.mkdir(exist_ok=True)
    paths = []
    for name in names:
        paths.append(folder / name)
        paths[-1].write_bytes(FILES[name])
    answers = attach_evidence(store, OWNER, paths).value
    return [one.evidence for one in answers if one.evidence is not None]
