"""The certificate last signed with is read from what was signed."""

import datetime as dt
import hashlib
from dataclasses import replace

from desktop.operations.check_report import check_report
from desktop.operations.last_certificate import last_certificate
from desktop.records.issued import IssuedCopy
from desktop.store import records
from tests.builders import NOW
from tests.operations.desk import Desk
from tests.operations.sound_office import a_request


def test_nothing_signed_tells_nothing(desk: Desk) -> None:
    assert last_certificate(desk.store) is None


def test_it_is_that_of_the_newest_signed_copy(desk: Desk) -> None:
    desk.sign()
    found = last_certificate(desk.store)
    assert found is not None
    assert found.test
    assert found.name == desk.key.name
    assert found.ends == desk.key.not_after
    assert found.ends > NOW + dt.timedelta(days=1)


def test_a_copy_that_was_changed_or_moved_tells_nothing(desk: Desk) -> None:
    desk.sign()
    (copy,) = (o for o in records.find(desk.store.reader, IssuedCopy) if o.signed_by)
    place = desk.files.folder / copy.file_name
    place.write_bytes(place.read_bytes() + b"\n")
    assert last_certificate(desk.store) is None
    place.unlink()
    assert last_certificate(desk.store) is None


def test_a_signature_that_cannot_be_read_tells_nothing(desk: Desk) -> None:
    desk.sign()
    (copy,) = (o for o in records.find(desk.store.reader, IssuedCopy) if o.signed_by)
    place = desk.files.folder / copy.file_name
    odd = b"%PDF-1.7 /Contents <30 03 020105>"
    place.write_bytes(odd)
    with desk.store.change("attach") as change:
        sha256 = hashlib.sha256(odd).hexdigest()
        records.put(change, replace(copy, sha256=sha256))
    assert last_certificate(desk.store) is None


def test_nobody_is_told_of_a_test_key_that_ends(desk: Desk) -> None:
    desk.sign()
    found = check_report(desk.store, a_request()).value
    assert not [one for one in found if one.code == "certificate_ends"]
