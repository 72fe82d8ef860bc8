"""Three units and what they sent: a correction, and a file with faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.records.activity import Activity
from desktop.records.arrival import Arrival
from desktop.records.returns import UnlistedTotal
from desktop.rules.intake.statements import ticked_at_first
from desktop.store import records
from desktop.store.store import Store
from tests.operations.intake.twelve import a_meeting, filled, made, seen

MAR, UI, LA = "ubnd-xa-dak-mar", "ubnd-xa-dak-ui", "ubnd-xa-dak-la"


@dataclass(frozen=True, slots=True)
class Senders:
    """Files that came back, by short names."""

    files: Mapping[str, Path]

    def __getitem__(self, name: str) -> Path:
        """Return one file."""
        return self.files[name]


def at_work(store: Store, folder: Path) -> Senders:
    """Send forms out, and fill them in as the units do.

    `mar1` was corrected as `mar1b` on the same form; `bad` cannot be taken in.
    """
    first = made(store, folder / "đi", (MAR, UI, LA))
    back = folder / "về"
    back.mkdir()
    files = {
        "mar1": filled(
            first[MAR],
            back / "mar1.xlsx",
            a_meeting("Hội nghị A", 10),
            a_meeting("Hội nghị B", 20),
        ),
        "mar1b": filled(
            first[MAR],
            back / "mar1 sửa.xlsx",
            a_meeting("Hội nghị A", 11),
            a_meeting("Hội nghị B", 20),
            a_meeting("Hội nghị C", 30),
        ),
        "ui": filled(first[UI], back / "ui.xlsx", a_meeting("Hội nghị U", 40)),
        "la": filled(first[LA], back / "la.xlsx", a_meeting("Hội nghị L", 50)),
        "bad": filled(
            first[LA], back / "hỏng.xlsx", a_meeting("Hội nghị X", "12 buổi")
        ),
    }
    return Senders(files)


def data_of(store: Store) -> dict[str, object]:
    """Return all that intakes put: entries and totals by their ids."""
    db = store.reader
    found: list[Activity | UnlistedTotal] = [
        *records.find(db, Activity),
        *records.find(db, UnlistedTotal),
    ]
    return {one.id: one for one in found}


def ready(
    store: Store, *files: Path
) -> tuple[tuple[Arrival, ...], tuple[Arrival, ...]]:
    """Return what would be taken in at once of some files, and the others."""
    found = seen(store, files)
    ticked = tuple(one for one in found if ticked_at_first(one))
    return ticked, tuple(one for one in found if one not in ticked)
