"""Office files with as many activities as a bench asks for."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

from desktop.records.activity import Activity, AudienceCount, Spending
from desktop.records.identity import Code
from desktop.store import records
from desktop.store.store import Store
from tests import builders

YEAR = 2024
FORMS = {
    "training": "training_both",
    "conference": "briefing",
    "exhibition": "exhibition_on_site",
    "mobile_show": "mobile_pictures",
    "school_session": "extracurricular",
}
KINDS = tuple(FORMS)
DAYS = 350
"""Before the day on which tests take place: all have been held."""
UNITS = ("phong-vhtt-dak-ha", "ubnd-xa-dak-mar", "ubnd-xa-dak-la", "ubnd-xa-dak-ui")


def activities(count: int) -> Iterator[Activity]:
    """Yield activities of five kinds and four agencies, spread over a year."""
    first = dt.date(YEAR, 1, 1)
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        day = first + dt.timedelta(days=number % DAYS)
        yield builders.an_activity(
            kind,
            id=f"a{number:06}",
            title=f"Tuyên truyền quyền con người, đợt {number}",
            last_day=day,
            form=FORMS[kind],
            agency=UNITS[number % len(UNITS)],
            place="Nhà văn hóa trung tâm huyện",
            attendance=40 + number % 200,
            people=30,
            audiences=(AudienceCount(audience=Code("people"), attendance=20),),
            spending=(
                Spending(source=Code("regular"), planned=9 * 10**6, spent=10**6),
            ),
            languages=("vietnamese",),
            themes=(),
        )


def an_office(folder: Path, count: int) -> Path:
    """Make an office of that many activities."""
    pattern = folder / "pattern.stt"
    if not pattern.exists():
        builders.an_office(pattern)
    path = Path(shutil.copy(pattern, folder / f"office-{count}.stt"))
    with Store(path) as store, store.change("record_many") as change:
        for one in activities(count):
            records.put(change, one)
    return path
