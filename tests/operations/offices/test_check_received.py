"""A received file that is gone, or is another, is found by the check of the office."""

import datetime as dt
from pathlib import Path

from desktop.files.arriving.kept import keep
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.offices.check_office import check_office
from desktop.operations.offices.check_received import check_received
from desktop.records.identity import AgencyId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests.builders import UNIT


def received(store: Store, place: Path, key: str) -> Path:
    """Note a file as received, and return where our copy of it lies."""
    place.write_bytes(key.encode())
    kept = keep(received_folder(store), place)
    day = dt.date(2024, 6, 30)
    ret = Return(
        id=key,
        intake=f"intake-{key}",
        kind=ReturnKind.FORM,
        agency=AgencyId(UNIT),
        sender=UNIT,
        period_code="2024-H1",
        first_day=day,
        last_day=day,
        source=key,
        version=1,
        file_name=place.name,
        file_sha256=kept.sha256,
        content_sha256=kept.sha256,
        state=ReturnState.ACCEPTED,
        received_at=store.now(),
    )
    with store.change("take_in") as change:
        records.put(change, Intake(id=ret.intake, at=store.now(), seen=1, files=()))
        records.put(change, ret)
    return kept.path


def test_what_is_gone_and_what_was_changed_are_named(
    store: Store, tmp_path: Path
) -> None:
    received(store, tmp_path / "một.xlsx", "one")
    gone = received(store, tmp_path / "hai.xlsx", "two")
    changed = received(store, tmp_path / "ba.zip", "three")
    assert check_received(store).good
    assert check_received(store).files == 3
    gone.unlink()
    changed.write_bytes(changed.read_bytes() + b"!")
    found = check_received(store)
    assert (found.missing, found.altered) == (("hai.xlsx",), ("ba.zip",))
    health = check_office(store).value
    assert health.received == found
    assert not health.good
