"""Test certificates: every name fits, and every one is made anew."""

import unicodedata
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from desktop.files.signatures import certificates
from desktop.files.signatures.throwaway import make_bundle
from tests.files.pki import NOW


def certificate(name: str, organisation: str = "Phòng") -> x509.Certificate:
    data = make_bundle(name=name, organisation=organisation, password="x", now=NOW)
    bundle = pkcs12.load_pkcs12(data, b"x")
    assert bundle.cert is not None
    return bundle.cert.certificate


def text(found: x509.Certificate, kind: x509.ObjectIdentifier) -> str:
    return str(found.subject.get_attributes_for_oid(kind)[0].value)


@pytest.mark.parametrize("name", ["A", "", "Ễ" * 80, "Nguyễn " * 40])
def test_every_name_ends_in_the_mark_and_fits(name: str) -> None:
    shown = text(certificate(name, "Ủy ban " * 30), NameOID.COMMON_NAME)
    assert shown.endswith(certificates.test_mark().mark)
    assert len(shown.encode()) <= 64


def test_names_are_stored_composed() -> None:
    found = certificate(unicodedata.normalize("NFD", "Nguyễn Thị Ánh"))
    assert text(found, NameOID.COMMON_NAME).startswith("Nguyễn Thị Ánh")


def test_an_office_may_have_no_name() -> None:
    assert not certificate("A", "").subject.get_attributes_for_oid(
        NameOID.ORGANIZATION_NAME
    )


def test_no_two_test_keys_are_alike() -> None:
    first, second = certificate("A"), certificate("A")
    assert first.public_key() != second.public_key()
    assert first.serial_number != second.serial_number


def test_the_chain_of_a_test_key_holds_by_itself(tmp_path: Path) -> None:
    data = make_bundle(name="A", organisation="B", password="x", now=NOW)
    bundle = pkcs12.load_pkcs12(data, b"x")
    assert bundle.cert is not None
    (authority,) = bundle.additional_certs
    bundle.cert.certificate.verify_directly_issued_by(authority.certificate)
