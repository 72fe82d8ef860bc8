"""Small true records for tests: name what matters, the rest is ordinary."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.operations.offices.create_office import create_office
from desktop.records.activity import Activity, ActivityKind, StaffCount
from desktop.records.agency import Agency, SpokespersonCheck, UnitPlan
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.store import records, upkeep
from desktop.store.store import Store

PLAN = "dak-ha-2023-2028"
OWN = "phong-vhtt-dak-ha"
UNIT = "ubnd-xa-dak-mar"
NOW = dt.datetime(2024, 12, 20, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
DAY = dt.date(2024, 6, 5)


def a_clock() -> dt.datetime:
    """Return the moment at which every test takes place."""
    return NOW


def task(code: str) -> str:
    """Return the id of a task of the plan."""
    return f"{PLAN}/{code}"


def an_office(path: Path) -> Path:
    """Make an office file of the shipped plan."""
    return create_office(path, PLAN).value


@cache
def _empty_file() -> bytes:
    """Return an office file with the whole schema and no row: always the same."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "pattern.stt"
        upkeep.create(path)
        return path.read_bytes()


def a_bare_store(path: Path) -> Store:
    """Return an open file with one agency and no plan."""
    upkeep.refuse_existing(path)
    path.write_bytes(_empty_file())
    store = Store(path, clock=a_clock)
    with store.change("prepare") as change:
        records.put(change, Agency(id=OWN, name="Phòng"))  # type: ignore[arg-type]
    return store


@contextmanager
def a_copy(
    pattern: Path, clock: Callable[[], dt.datetime] = a_clock
) -> Iterator[Store]:
    """Open a copy of an office file for as long as it is looked at."""
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copy(pattern, Path(folder) / "so.stt"))
        with Store(copied, clock=clock) as store:
            yield store


def staff(group: str, complete: int, **changes: Any) -> StaffCount:
    """Return people of whom `complete` completed both contents here."""
    values: dict[str, Any] = {
        "group": group,
        "people": complete,
        "first_updated": complete,
        "first_trained": complete,
        "first_complete": complete,
    }
    return StaffCount(**(values | changes))


def an_activity(kind: str = "training", **changes: Any) -> Activity:
    """Return an activity that took place."""
    values: dict[str, Any] = {
        "id": "activity",
        "kind": ActivityKind(kind),
        "title": "Tập huấn kiến thức về quyền con người",
        "first_day": DAY,
        "last_day": DAY,
        "agency": OWN,
        "form": "training_both" if kind == "training" else None,
        "pillar": "knowledge",
        "tasks": (task("2.2"),),
        "attendance": 40,
    }
    if "last_day" in changes and "first_day" not in changes:
        values["first_day"] = changes["last_day"]
    return Activity(**(values | changes))


def a_product(**changes: Any) -> Product:
    """Return a Vietnamese radio report that is on no digital platform."""
    values: dict[str, Any] = {
        "id": "product",
        "title": "Phóng sự về quyền trẻ em",
        "type": "radio_report",
        "first_published": DAY,
        "agency": OWN,
        "languages": ("vietnamese",),
        "pillar": "knowledge",
        "tasks": (task("3.3"),),
    }
    return Product(**(values | changes))


def a_source(**changes: Any) -> DataSource:
    """Return a source of data with none of the three flags."""
    values: dict[str, Any] = {
        "id": "source",
        "name": "Kho ảnh tư liệu",
        "agency": OWN,
        "recorded_on": DAY,
    }
    return DataSource(**(values | changes))


def a_posting(**changes: Any) -> Posting:
    """Return one item on one channel."""
    values: dict[str, Any] = {
        "id": "posting",
        "title": "Tin về ngày nhân quyền",
        "agency": OWN,
        "channel": "facebook",
        "first_day": DAY,
        "last_day": DAY,
        "tasks": (task("3.1"),),
    }
    return Posting(**(values | changes))


def a_channel(**changes: Any) -> OwnChannel:
    """Return a page of the office that is open."""
    values: dict[str, Any] = {
        "id": "channel",
        "name": "Fanpage của huyện",
        "channel": "facebook",
        "agency": OWN,
        "opened_on": DAY,
    }
    return OwnChannel(**(values | changes))


def a_broadcast(**changes: Any) -> Broadcast:
    """Return a programme of ten minutes put on the air once."""
    values: dict[str, Any] = {
        "id": "broadcast",
        "title": "Chuyên mục quyền con người",
        "agency": UNIT,
        "channel": "commune_radio",
        "first_day": DAY,
        "last_day": DAY,
        "language": "vietnamese",
        "minutes": 10,
        "times": 1,
        "tasks": (task("3.3"),),
    }
    return Broadcast(**(values | changes))


def a_headcount(group: str, people: int, **changes: Any) -> Headcount:
    """Return the people of a group at the start of 2024."""
    values: dict[str, Any] = {
        "id": f"headcount-{group}",
        "agency": OWN,
        "group": group,
        "as_of": dt.date(2024, 1, 1),
        "people": people,
    }
    return Headcount(**(values | changes))


def a_departure(group: str, people: int, **changes: Any) -> Departure:
    """Return people of a group who left in 2024."""
    values: dict[str, Any] = {
        "id": f"departure-{group}",
        "agency": OWN,
        "group": group,
        "left_on": DAY,
        "people": people,
    }
    return Departure(**(values | changes))


def a_tally(detected: int, handled: int, **changes: Any) -> Tally:
    """Return totals another agency supplied."""
    values: dict[str, Any] = {
        "id": "tally",
        "subject": "false_information",
        "agency": "cong-an-huyen-dak-ha",
        "first_day": dt.date(2024, 1, 1),
        "last_day": DAY,
        "detected": detected,
        "handled": handled,
        "document_number": "12/BC-CAH",
        "document_date": DAY,
    }
    return Tally(**(values | changes))


def a_check(agency: str, **changes: Any) -> SpokespersonCheck:
    """Return a spokesperson assigned and made public in 2024."""
    values: dict[str, Any] = {
        "id": f"check-{agency}",
        "agency": agency,
        "year": 2024,
        "document_number": "05/QĐ-UBND",
        "document_date": dt.date(2024, 1, 15),
        "made_public": True,
    }
    return SpokespersonCheck(**(values | changes))


def a_unit_plan(agency: str, **changes: Any) -> UnitPlan:
    """Return a unit's own plan of 2024."""
    values: dict[str, Any] = {
        "id": f"plan-{agency}",
        "agency": agency,
        "number": "10/KH-UBND",
        "issued_on": dt.date(2024, 2, 1),
        "year": 2024,
    }
    return UnitPlan(**(values | changes))


def at(moment: str) -> dt.datetime:
    """Return a moment in the office's own time, such as `2024-07-12T08:30`."""
    return dt.datetime.fromisoformat(moment)
