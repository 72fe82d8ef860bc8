"""What was noted as signed comes to its place; what nobody noted is dropped."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import waiting_files
from desktop.files.signatures.trust import Trust
from desktop.operations.signing import sign_report
from desktop.operations.signing.finish_signing import finish_signing, finish_signings
from desktop.operations.signing.signed_files import signed_files
from desktop.operations.signing.verify_file import verify_file
from desktop.records.signing import SignerRole
from desktop.taking_place import take_place
from tests.builders import NOW
from tests.operations.desk import REPORT, Desk


@pytest.fixture
def stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk where the power went once the signing was noted."""
    with monkeypatch.context() as patch:
        patch.setattr(sign_report, "finish_signing", lambda *_: ())
        desk.sign_as(SignerRole.PERSON)
        desk_unsigned = desk.pdf.read_bytes()
        assert b"/ByteRange" not in desk_unsigned
    return desk


def test_both_files_come_to_their_places(stopped: Desk) -> None:
    found = finish_signing(stopped.store, REPORT, stopped.files.folder)
    assert found == (stopped.pdf, stopped.workbook)
    for path in found:
        assert verify_file(path, Trust(), now=NOW).intact
    assert finish_signing(stopped.store, REPORT, stopped.files.folder) == ()


def test_opening_the_office_brings_them_there(stopped: Desk) -> None:
    assert finish_signings(stopped.store).value == (stopped.pdf, stopped.workbook)
    assert finish_signings(stopped.store).value == ()


def test_the_one_that_had_come_already_stays(stopped: Desk) -> None:
    waiting_files.waiting_place(stopped.pdf).replace(stopped.pdf)
    found = finish_signing(stopped.store, REPORT, stopped.files.folder)
    assert found == (stopped.workbook,)


def test_the_next_to_sign_and_to_pack_find_them(stopped: Desk) -> None:
    assert stopped.sign_as(SignerRole.AGENCY).next_role is None
    assert set(signed_files(stopped.store, stopped.files)) == {
        stopped.pdf.name,
        stopped.workbook.name,
    }


def test_what_waits_of_a_signing_nobody_noted_is_dropped(desk: Desk) -> None:
    before = desk.pdf.read_bytes()
    waiting_files.wait(desk.pdf, b"signed, and the power went")
    assert finish_signing(desk.store, REPORT, desk.files.folder) == ()
    assert desk.pdf.read_bytes() == before
    assert not waiting_files.waiting_place(desk.pdf).exists()


def test_a_file_that_is_held_does_not_keep_the_office_from_opening(
    stopped: Desk, hold: Callable[[Path], None]
) -> None:
    hold(stopped.pdf)
    with pytest.raises(FileError) as caught:
        finish_signing(stopped.store, REPORT, stopped.files.folder)
    assert (caught.value.path, caught.value.reason) == (stopped.pdf, "signed_waits")
    assert finish_signings(stopped.store).value == ()
    assert waiting_files.waiting_place(stopped.pdf).exists()


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what lets another program hold a file, as Windows does."""

    def holding(held: Path) -> None:
        def refused(part: Path, target: Path) -> None:
            if target == held:
                raise PermissionError(13, "held")
            take_place(part, target)

        monkeypatch.setattr(waiting_files, "take_place", refused)

    return holding
