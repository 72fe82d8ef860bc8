"""Packages as a commune's office would make them, and the office that takes them in."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from desktop.files.package import pack
from desktop.files.plans import load_plan
from desktop.files.signatures.keys import Key
from desktop.files.signatures.trust import Trust
from desktop.files.wire.entries import control_total, entries_to_json
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.translating import read_office, translate
from desktop.progress import silent
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival
from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import (
    Entries,
    EntryRecord,
    SentEvidence,
    SentPlan,
    SentTask,
)
from desktop.records.identity import AgencyId, PlanId
from desktop.records.plan import Plan
from desktop.records.returns import Return, ReturnState
from desktop.rules.intake.translation import Translation
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.builders import OWN, PLAN
from tests.files.pki import NOW

COMMUNE: Final = "ubnd-xa-dak-mar"
OTHER: Final = "ubnd-xa-ha-mon"
FIRST: Final = dt.date(2024, 4, 1)
LAST: Final = dt.date(2024, 6, 30)
NAMES: Final = {str(one.id): one.name for one in load_plan(PLAN).agencies}


def a_receiver(path: Path) -> Store:
    """Open an office of one tier above, which has the commune in its list."""
    return Store(builders.an_office(path), clock=lambda: NOW)


def an_entry(number: int, **changes: Any) -> EntryRecord:
    """Return an activity of the commune."""
    values: dict[str, Any] = {
        "id": f"a{number:03}",
        "title": f"Tuyên truyền lưu động đợt {number}",
        "kind": "conference",
        "agency": COMMUNE,
        "attendance": 10 * number,
        "tasks": (),
    }
    return builders.an_activity(**(values | changes))


def entries_of(
    rows: Iterable[EntryRecord],
    *,
    sender: str = COMMUNE,
    days: tuple[dt.date, dt.date] = (FIRST, LAST),
    **more: Any,
) -> Entries:
    """Return entries as a sender's office freezes them."""
    plan = load_plan(PLAN)
    values: dict[str, Any] = {
        "agency": AgencyId(sender),
        "plan": PlanId(PLAN),
        "first_day": days[0],
        "last_day": days[1],
        "agencies": tuple(sorted(plan.agencies, key=lambda one: one.id)),
        "plans": (sent_plan(plan.plan),),
        "tasks": tuple(
            SentTask(id=t.id, plan=t.plan, code=t.code, number=t.number, text=t.text)
            for t in plan.tasks
        ),
        "rows": tuple(rows),
    }
    return Entries(**(values | more))


def sent_plan(plan: Plan, **changes: Any) -> SentPlan:
    """Return a plan as its sender tells of it."""
    told = SentPlan(
        id=plan.id,
        title=plan.title,
        number=plan.number,
        issued_on=plan.issued_on,
        issuer=plan.issuer,
        first_day=plan.first_day,
        last_day=plan.last_day,
    )
    return replace(told, **changes)


def a_header(entries: Entries, **changes: Any) -> PackageHeader:
    """Return what a package with these entries says of itself."""
    version, slip = changes.get("version", 1), changes.get("slip", 0)
    sender = str(entries.agency)
    values: dict[str, Any] = {
        "format_version": 2,
        "package_id": f"goi-{sender}-{version}-{slip}",
        "plan_id": str(entries.plan),
        "plan_title": "Kế hoạch",
        "agency_id": sender,
        "agency": NAMES.get(sender, sender),
        "recipient": NAMES[OWN],
        "recipient_id": OWN,
        "period_code": "2024-Q2",
        "first_day": entries.first_day,
        "last_day": entries.last_day,
        "report_id": f"bc-{sender}-{version}",
        "version": version,
        "created_at": NOW,
        "program_version": "1.0",
        "practice": False,
        "control": control_total(entries.rows),
        "members": (),
    }
    return PackageHeader(**(values | changes))


def a_package(
    folder: Path,
    entries: Entries,
    key: Key | None,
    files: Mapping[str, bytes] | None = None,
    **changes: Any,
) -> Path:
    """Write a package with these entries, sealed by a key if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    members = {"entries.json": entries_to_json(entries), **(files or {})}
    header = a_header(entries, **changes)
    made = pack(folder, header, members, key, NOW, silent)
    name = f"{header.agency_id}-{header.version}-{header.slip}-{made.sha256[:8]}.zip"
    return made.path.rename(folder / name)


def a_slip(entries: Entries, number: int = 1) -> dict[str, Any]:
    """Return what the header of a correction slip has otherwise than its report's."""
    return {
        "slip": number,
        "corrects": f"bc-{entries.agency}-1",
        "report_id": f"bc-{entries.agency}-1-dc{number}",
    }


def a_photo(folder: Path, row_id: str) -> tuple[SentEvidence, bytes]:
    """Return a picture beside an entry, and its bytes."""
    from PIL import Image

    place = folder / "anh.jpg"
    Image.new("RGB", (8, 8), "teal").save(place)
    data = place.read_bytes()
    sent = SentEvidence(
        id=f"e-{row_id}",
        place="activities",
        row_id=row_id,
        name="Ảnh hội nghị.jpg",
        media="image/jpeg",
        sha256=hashlib.sha256(data).hexdigest(),
        member="anh-03.jpg",
    )
    return sent, data


def drop(store: Store, trust: Trust, *paths: Path) -> tuple[Arrival, ...]:
    """Drop files into the tray."""
    return inspect_arrivals(store, paths, trust)


def take_in(store: Store, trust: Trust, *paths: Path) -> tuple[Arrival, ...]:
    """Drop files into the tray and take in whatever can be."""
    from desktop.rules.intake.statements import takeable

    found = drop(store, trust, *paths)
    accept_arrivals(store, [one for one in found if takeable(one)], frozenset())
    return found


def an_agency_below(name: str = "Đài truyền thanh xã") -> Agency:
    """Return an agency only the commune knows."""
    return Agency(id=AgencyId("dai-truyen-thanh"), name=name, parent=AgencyId(COMMUNE))


def activities(store: Store) -> dict[str, Activity]:
    """Return the activities here by their ids."""
    return {str(one.id): one for one in records.each(store.reader, Activity)}


def states(store: Store) -> dict[tuple[int, int], ReturnState]:
    """Return what became of each version and slip."""
    found = records.find(store.reader, Return)
    return {(one.version, one.slip): one.state for one in reversed(found)}


def reason_of(arrival: Arrival) -> str:
    """Return the code of the first reason; blank where there is none."""
    return arrival.reasons[0][0] if arrival.reasons else ""


def translated(store: Store, entries: Entries, **changes: Any) -> Translation:
    """Return what the ids of a package with these entries are here."""
    return translate(read_office(store.reader), a_header(entries, **changes), entries)
