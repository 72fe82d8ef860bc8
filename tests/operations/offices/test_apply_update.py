"""An installer starts only when it may, and only after every office has its backup."""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import Cancelled, DesktopError, UpdateError
from desktop.files.known_offices import remember
from desktop.files.release.private_copy import sha256_of
from desktop.operations.offices import apply_update as module
from desktop.operations.offices.apply_update import apply_update
from desktop.operations.offices.check_update import CheckedUpdate, check_update
from desktop.progress import Step
from desktop.store.store import Store
from tests.files.release.releases import a_key, a_release

Started = list[tuple[Path, Path]]


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test its own folder of data, of passing files, and of the program."""
    for name in ("tạm", "chương trình"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tạm"))
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "dữ liệu")
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path / "chương trình"))
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Take down what would be started, and over which folder."""
    found: Started = []
    monkeypatch.setattr(
        module, "start_installer", lambda copy, program: found.append((copy, program))
    )
    return found


@pytest.fixture
def listed(places: Path) -> CheckedUpdate:
    a_release(places / "USB")
    return check_update(places / "USB", keys=()).value


@pytest.fixture
def signed(places: Path) -> CheckedUpdate:
    key, public = a_key()
    a_release(places / "USB", key=key)
    return check_update(places / "USB", keys=(public,)).value


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(UpdateError) as caught:
        call()
    return caught.value.reason


def test_a_signed_one_starts_over_the_program_s_folder(
    signed: CheckedUpdate, started: Started, places: Path
) -> None:
    assert apply_update(signed).value == "9.1.0"
    assert started == [(signed.copy, places / "chương trình")]


def test_one_only_listed_starts_when_somebody_compared_its_code(
    listed: CheckedUpdate, started: Started
) -> None:
    assert refused(lambda: apply_update(listed)) == "not_compared"
    assert not started
    apply_update(listed, compared=True)
    assert len(started) == 1


def test_every_known_office_and_the_open_one_are_backed_up_first(
    signed: CheckedUpdate, started: Started, office: Path, places: Path
) -> None:
    other = places / "khác" / "so.stt"
    other.parent.mkdir()
    other.write_bytes(office.read_bytes())
    for one in (other, office):
        remember(one)
    with Store(office) as store:
        apply_update(signed, store)
    for one in (other, office):
        (backup,) = (one.parent / "sao-luu").glob("*.stt")
        with Store(backup, writable=False) as kept:
            assert kept.reader is not None
    assert len(started) == 1


def test_an_office_that_cannot_be_backed_up_stops_everything(
    signed: CheckedUpdate, started: Started, office: Path
) -> None:
    remember(office)
    with Store(office), pytest.raises(UpdateError) as caught:
        apply_update(signed)
    assert (caught.value.reason, caught.value.path) == ("not_backed_up", office)
    assert not started


def test_a_copy_that_was_changed_after_the_check_never_starts(
    signed: CheckedUpdate, started: Started
) -> None:
    assert signed.copy is not None
    with signed.copy.open("ab") as file:
        file.write(b"x")
    assert refused(lambda: apply_update(signed)) == "changed_meanwhile"
    signed.copy.unlink()
    assert refused(lambda: apply_update(signed)) == "changed_meanwhile"
    assert not started


def test_what_was_refused_or_has_no_copy_never_starts(
    signed: CheckedUpdate, started: Started, places: Path
) -> None:
    (places / "USB" / "SHA256SUMS").unlink()
    bad = check_update(places / "USB", keys=()).value
    for one in (bad, replace(signed, copy=None), replace(bad, copy=signed.copy)):
        with pytest.raises(UpdateError, match="not_checked"):
            apply_update(one, compared=True)
    assert not started


def test_a_checkout_starts_nothing(
    signed: CheckedUpdate, started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.PROGRAM_VARIABLE)
    assert refused(lambda: apply_update(signed)) == "checkout"
    assert not started


def test_stopping_while_offices_are_copied_starts_nothing(
    signed: CheckedUpdate, started: Started, office: Path
) -> None:
    remember(office)

    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        apply_update(signed, progress=stop)
    assert not started


def test_the_real_file_is_started_as_it_was_checked(
    places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, public = a_key()
    a_release(places / "USB", key=key)
    found = check_update(places / "USB", keys=(public,)).value
    assert found.copy is not None
    if sys.platform == "win32":  # the smallest installer there is does not run
        with pytest.raises(DesktopError):
            apply_update(found)
        return
    found.copy.write_text("#!/bin/sh\necho > ran\n")
    found.copy.chmod(0o700)
    digest = sha256_of(found.copy)
    apply_update(replace(found, verdict=replace(found.verdict, sha256=digest)))
    for _ in range(200):
        if (found.copy.parent / "ran").exists():
            return
        time.sleep(0.01)
    pytest.fail("nothing was started")
