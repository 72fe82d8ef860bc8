"""What was delivered is verified as the office above would."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import FileError, LockError, PackageError
from desktop.files.locking import lock_as_archive, lock_with_key, new_key
from desktop.files.signatures.trust import Trust
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.verify_file import own_trust, stands, verify_file
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Integrity,
    Revocation,
    SignatureVerdict,
)
from tests.builders import NOW
from tests.operations.desk import REPORT, Desk, lay_out, sit_down


def delivered(desk: Desk, stick: Path) -> Path:
    stick.mkdir()
    desk.sign()
    package = pack_report(desk.store, desk.files, desk.key).value.path
    return deliver_package(desk.store, REPORT, package, stick).value.path


def test_from_export_to_the_stick_everything_holds(desk: Desk, tmp_path: Path) -> None:
    package = delivered(desk, tmp_path / "stick")
    verdict = verify_file(package, Trust(), now=NOW)
    assert verdict.intact
    assert stands(verdict)
    signed = {one.file_name for one in verdict.members if one.signatures}
    assert signed == {desk.pdf.name, desk.workbook.name}


def test_a_test_key_is_not_good_enough_for_an_office_that_is_no_practice(
    tmp_path: Path,
) -> None:
    lay_out(tmp_path, practice=False)
    desk = sit_down(tmp_path)
    verdict = verify_file(delivered(desk, tmp_path / "stick"), Trust(), now=NOW)
    desk.store.close()
    assert not stands(verdict)
    assert {one.code for one in verdict.findings} == {"test_key_on_real_report"}


def test_one_changed_byte_in_a_delivered_package_is_noticed(
    desk: Desk, tmp_path: Path
) -> None:
    package = delivered(desk, tmp_path / "stick")
    data = package.read_bytes()
    for place in range(100, len(data) - 100, len(data) // 7):
        spoilt = bytearray(data)
        spoilt[place] ^= 1
        package.write_bytes(spoilt)
        try:
            assert not stands(verify_file(package, Trust(), now=NOW)), place
        except PackageError:
            continue


def test_what_is_not_there_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        verify_file(tmp_path / "nothing.pdf", Trust())


def test_what_is_locked_is_called_locked_and_not_damaged(tmp_path: Path) -> None:
    locked = {
        "goi.zip.age": lock_with_key(b"PK", new_key().public),
        "goi_khoa.zip": lock_as_archive(b"PK", "bon cau mat khau dai"),
    }
    for name, data in locked.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(LockError) as caught:
            verify_file(path, Trust())
        assert (caught.value.reason, caught.value.path) == ("closed", path)
    (tmp_path / "hong.zip").write_bytes(b"PK\x03\x04")
    with pytest.raises((FileError, PackageError)) as caught_:
        verify_file(tmp_path / "hong.zip", Trust())
    assert not isinstance(caught_.value, LockError)


GOOD = SignatureVerdict(
    signer="A",
    issuer="B",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"chain": Chain.TEST}, True),
        ({"chain": Chain.UNKNOWN}, False),
        ({"chain": Chain.EXPIRED}, False),
        ({"chain": Chain.USAGE}, False),
        ({"revocation": Revocation.REVOKED}, False),
        ({"revocation": Revocation.GOOD}, True),
        ({"integrity": Integrity.CHANGED}, False),
        ({"coverage": Coverage.INCOMPLETE}, False),
    ],
)
def test_a_file_stands_when_it_is_whole_and_by_someone_we_know(
    changes: dict[str, object], expected: bool
) -> None:
    one = replace(GOOD, **changes)  # type: ignore[arg-type]
    alone = FileVerdict(file_name="a", format="pdf", signatures=(one,))
    inside = FileVerdict(
        file_name="b", format="package", signatures=(GOOD,), members=(alone,)
    )
    assert stands(alone) is expected
    assert stands(inside) is expected


def test_nothing_signed_stands_for_nothing() -> None:
    assert not stands(FileVerdict(file_name="a", format="pdf"))


def test_trust_is_what_ships_and_what_the_office_adds(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        own_trust(extra=(tmp_path / "nothing.pem",))
    assert isinstance(own_trust(), Trust)
