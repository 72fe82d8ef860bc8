"""A list of revoked certificates is kept when somebody known signed it, and is new."""

import datetime as dt
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.errors import FileError, TrustError
from desktop.files.signatures.trust import load_trust
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from desktop.operations.trust.import_crl import import_crl
from desktop.operations.trust.import_intermediate import import_intermediate
from tests.files.pki import NOW, Identity, pki
from tests.operations.trusting import own, root, written

__all__ = ["own", "root"]

DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def believed(own: Path, root: Path, tmp_path: Path) -> None:
    add_anchor(root, look_at_anchor(root).sha256)
    import_intermediate(written(tmp_path, "cap.cer", pki().issuing.der))


def a_list(
    issuer: Identity, at: dt.datetime, *more: x509.ExtensionType, name: str = ""
) -> bytes:
    """Return a list of that moment."""
    subject = issuer.certificate.subject
    if name:
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(subject)
        .last_update(at)
        .next_update(at + 30 * DAY)
    )
    for one in more:
        builder = builder.add_extension(one, critical=True)
    made = builder.sign(issuer.private, hashes.SHA256())
    return made.public_bytes(Encoding.DER)


def refused(path: Path) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(TrustError) as caught:
        import_crl(path, now=NOW)
    return caught.value.reason, caught.value.facts


def test_a_list_of_an_authority_that_is_kept_is_kept(own: Path, tmp_path: Path) -> None:
    kept = import_crl(written(tmp_path, "a.crl", pki().crls[1]), now=NOW).value
    assert (kept.issuer, kept.revoked, kept.known) == ("Cấp phát", 1, True)
    assert kept.this_update == NOW - DAY
    assert kept.next_update == NOW + 30 * DAY
    assert load_trust(own).crls == (pki().crls[1],)


def test_a_newer_list_takes_the_place_of_the_older_and_never_the_other_way(
    own: Path, tmp_path: Path
) -> None:
    old = written(tmp_path, "a.crl", a_list(pki().issuing, NOW - 9 * DAY))
    new = written(tmp_path, "b.crl", a_list(pki().issuing, NOW - 2 * DAY))
    others = written(tmp_path, "c.crl", a_list(pki().root, NOW - 20 * DAY))
    for path in (old, others, new):
        import_crl(path, now=NOW)
    both = {new.read_bytes(), others.read_bytes()}
    assert set(load_trust(own).crls) == both
    told = ((NOW - 9 * DAY).isoformat(), (NOW - 2 * DAY).isoformat())
    assert refused(old) == ("list_older", told)
    assert refused(new)[0] == "kept_already"
    assert set(load_trust(own).crls) == both


def test_a_list_that_bears_only_the_name_of_an_authority_is_refused(
    own: Path, tmp_path: Path
) -> None:
    """A forger wants it, to call a good certificate revoked or a revoked one good."""
    authority = pki().impostor.above[0]
    forged = a_list(pki().person, NOW - DAY, name="Cấp phát")
    assert refused(written(tmp_path, "a.crl", forged)) == (
        "list_unknown",
        ("Cấp phát",),
    )
    same = Identity(certificate=authority, private=pki().impostor.private)
    assert same.certificate.subject == pki().issuing.certificate.subject
    assert refused(written(tmp_path, "b.crl", a_list(same, NOW - DAY)))[0] == (
        "list_unknown"
    )
    assert load_trust(own).crls == ()


def test_a_list_of_a_day_to_come_or_of_changes_alone_is_refused(
    own: Path, tmp_path: Path
) -> None:
    early = a_list(pki().issuing, NOW + DAY)
    partial = a_list(pki().issuing, NOW - DAY, x509.DeltaCRLIndicator(1))
    assert refused(written(tmp_path, "a.crl", early)) == (
        "list_early",
        ((NOW + DAY).isoformat(),),
    )
    assert refused(written(tmp_path, "b.crl", partial)) == ("list_partial", ())
    assert load_trust(own).crls == ()


def test_what_is_no_list_is_told(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "a.crl", b"no"))[0] == "not_list"
    assert refused(written(tmp_path, "b.crl", pki().root.der))[0] == "not_list"
    with pytest.raises(FileError) as caught:
        import_crl(tmp_path / "none.crl")
    assert caught.value.reason == "missing"
