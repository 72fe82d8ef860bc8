"""What is believed is listed with what one compares, and what is not used is told."""

import hashlib
from pathlib import Path

import pytest

from desktop.operations.trust.add_anchor import add_anchor
from desktop.operations.trust.import_crl import import_crl
from desktop.operations.trust.import_intermediate import import_intermediate
from desktop.operations.trust.read_trust import read_trust, trust_folder
from desktop.records.trust import Doubt, KeptTrust, TrustKind
from tests.files.pki import NOW, pki
from tests.operations.trusting import own, root, written

__all__ = ["own", "root"]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_with_an_empty_folder_nothing_of_the_office_is_believed(own: Path) -> None:
    assert not own.exists()
    assert read_trust().value == KeptTrust()


def test_the_offices_own_certificates_and_lists_are_told(
    own: Path, root: Path, tmp_path: Path
) -> None:
    everybody = pki()
    add_anchor(root, sha256(everybody.root.der))
    import_intermediate(written(tmp_path, "cap.cer", everybody.issuing.der))
    import_crl(written(tmp_path, "a.crl", everybody.crls[1]), now=NOW)
    kept = read_trust().value
    (anchor,) = kept.anchors
    assert (anchor.name, anchor.issuer, anchor.shipped) == ("Gốc", "Gốc", False)
    assert anchor.sha256 == sha256(everybody.root.der)
    assert anchor.not_after == everybody.root.certificate.not_valid_after_utc
    (helper,) = kept.intermediates
    assert (helper.name, helper.kind) == ("Cấp phát", TrustKind.INTERMEDIATE)
    (listed,) = kept.lists
    assert (listed.issuer, listed.revoked, listed.known) == ("Cấp phát", 1, True)
    assert kept.passed_over == ()
    assert trust_folder() == own


def test_a_file_merely_dropped_into_the_folder_is_not_believed_and_told(
    own: Path,
) -> None:
    (own / "anchors").mkdir(parents=True)
    written(own / "anchors", "lạ.cer", pki().root.der)
    kept = read_trust().value
    assert kept.anchors == ()
    (passed,) = kept.passed_over
    assert (passed.kind, passed.name) == (TrustKind.ANCHOR, "lạ.cer")
    assert (passed.doubt, passed.sha256) == (Doubt.NOT_PINNED, sha256(pki().root.der))


@pytest.mark.parametrize("folder", ["anchors", "intermediates", "crls"])
def test_a_file_that_cannot_be_read_is_named_and_stops_nothing(
    own: Path, folder: str
) -> None:
    (own / folder).mkdir(parents=True)
    name = "hỏng.crl" if folder == "crls" else "hỏng.cer"
    written(own / folder, name, b"no")
    (passed,) = read_trust().value.passed_over
    assert (passed.name, passed.doubt) == (name, Doubt.UNREADABLE)


def test_a_root_whose_file_was_exchanged_is_told_as_missing(
    own: Path, root: Path
) -> None:
    add_anchor(root, sha256(pki().root.der))
    (kept,) = (own / "anchors").iterdir()
    kept.write_bytes(pki().agency.der)
    told = read_trust().value
    assert told.anchors == ()
    assert [(one.doubt, one.name) for one in told.passed_over] == [
        (Doubt.NOT_PINNED, kept.name),
        (Doubt.MISSING, "Gốc"),
    ]


def test_a_list_nobody_known_signed_is_told_as_unknown(own: Path) -> None:
    (own / "crls").mkdir(parents=True)
    written(own / "crls", "a.crl", pki().crls[0])
    assert [one.known for one in read_trust().value.lists] == [False]
