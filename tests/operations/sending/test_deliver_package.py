"""The history of a delivery tells the truth, whichever way it went."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import Cancelled, DeliveryError, FileError
from desktop.operations.sending.deliver_package import deliver_package
from desktop.progress import Step
from desktop.records.exchange import Delivery, DeliveryState
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW
from tests.operations.desk import REPORT


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "goi.zip"
    path.write_bytes(b"PK" + bytes(300_000))
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def history(store: Store) -> list[tuple[DeliveryState, str]]:
    return [(one.state, one.reason) for one in records.find(store.reader, Delivery)]


def test_a_delivery_is_noted_before_and_after(
    store: Store, package: Path, stick: Path
) -> None:
    seen: list[list[tuple[DeliveryState, str]]] = []

    def look(_: Step) -> None:
        seen.append(history(store))

    outcome = deliver_package(store, REPORT, package, stick, look)
    assert seen[0] == [(DeliveryState.PREPARED, "")]
    assert outcome.touched == {"deliveries"}
    assert outcome.value.path == stick / package.name
    assert outcome.value.path.read_bytes() == package.read_bytes()
    (noted,) = records.find(store.reader, Delivery)
    assert (noted.state, noted.finished_at) == (DeliveryState.DELIVERED, NOW)
    assert noted.sha256 == hashlib.sha256(package.read_bytes()).hexdigest()
    assert (noted.report, noted.file_name, noted.target) == (
        REPORT,
        "goi.zip",
        str(stick),
    )


def test_a_stick_that_is_not_there_is_noted_as_failed(
    store: Store, package: Path, tmp_path: Path
) -> None:
    with pytest.raises(DeliveryError):
        deliver_package(store, REPORT, package, tmp_path / "no stick")
    assert history(store) == [(DeliveryState.FAILED, "missing")]


def test_another_file_of_that_name_is_not_replaced_and_noted(
    store: Store, package: Path, stick: Path
) -> None:
    (stick / package.name).write_text("khác")
    with pytest.raises(DeliveryError):
        deliver_package(store, REPORT, package, stick)
    assert history(store) == [(DeliveryState.FAILED, "exists")]
    assert (stick / package.name).read_text() == "khác"


def test_a_stopped_delivery_is_noted_as_stopped_and_leaves_nothing(
    store: Store, package: Path, stick: Path
) -> None:
    def stop(step: Step) -> None:
        if step.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        deliver_package(store, REPORT, package, stick, stop)
    assert history(store) == [(DeliveryState.FAILED, "cancelled")]
    assert list(stick.iterdir()) == []


def test_a_stick_pulled_out_half_way_is_noted(
    store: Store, package: Path, stick: Path
) -> None:
    def pull(step: Step) -> None:
        if step.done and stick.exists():
            for one in stick.iterdir():
                one.unlink()
            stick.rmdir()

    with pytest.raises(DeliveryError) as caught:
        deliver_package(store, REPORT, package, stick, pull)
    assert history(store) == [(DeliveryState.FAILED, caught.value.reason)]
    assert caught.value.reason in {"gone", "missing"}


def test_a_package_that_is_not_there_is_no_delivery(
    store: Store, package: Path, stick: Path
) -> None:
    package.unlink()
    with pytest.raises(FileError):
        deliver_package(store, REPORT, package, stick)
    assert history(store) == []


def test_a_fault_of_our_own_is_no_promise_of_delivery(
    store: Store, package: Path, stick: Path
) -> None:
    def break_down(_: Step) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deliver_package(store, REPORT, package, stick, break_down)
    assert DeliveryState.DELIVERED not in {state for state, _ in history(store)}


def test_delivering_twice_is_two_deliveries(
    store: Store, package: Path, stick: Path
) -> None:
    for _ in range(2):
        deliver_package(store, REPORT, package, stick)
    assert [state for state, _ in history(store)] == [DeliveryState.DELIVERED] * 2
