"""A key on a token signs a PDF as one in a file does, whatever its token can do."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signatures.token.session import TokenSession
from desktop.records.signing import SignerRole
from desktop.records.verification import Chain
from tests.files.pki import NOW, pki
from tests.files.signatures.printed import SEEN, blank, certified, pdfsig
from tests.files.softhsm import ID, PIN, soft_hsm

REFUSES_MECHANISM = "slots.mechanisms = -CKM_SHA256_RSA_PKCS,CKM_ECDSA_SHA256"
WAYS = {
    "mechanism": ("person", "plain", (), "sha256_rsa"),
    "raw": ("person", "plain", (REFUSES_MECHANISM,), "sha256_rsa"),
    "pss": ("person", "pss", (), "rsassa_pss"),
    "curve": ("curve", "plain", (), "sha256_ecdsa"),
}


def signed(key: Key, scheme: Scheme = "plain") -> bytes:
    person = SignerRole.PERSON
    return sign_pdf(blank(), key, role=person, at=NOW, seen=SEEN, scheme=scheme)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_a_token_gives_a_signature_everybody_believes(
    tmp_path: Path, way: str
) -> None:
    who, scheme, settings, algorithm = WAYS[way]
    with soft_hsm(tmp_path / "hsm", *settings) as hsm:
        token = hsm.token("Ánh", getattr(pki(), who))
        with TokenSession(hsm.module) as session:
            key = session.login(token.serial, ID, PIN)
            data = signed(key, "pss" if scheme == "pss" else "plain")
    assert key.token
    found = verify_pdf(data, pki().trust, "x.pdf", now=NOW)
    assert found.intact
    assert found.signatures[0].chain is Chain.PINNED
    (embedded,) = PdfFileReader(BytesIO(data)).embedded_signatures
    used = embedded.signer_info["signature_algorithm"]["algorithm"].native
    assert used == algorithm
    said = pdfsig(data, tmp_path, pki().root.pem)
    assert said.count("Signature is Valid.") == 1


def test_person_and_agency_sign_with_keys_of_one_token(tmp_path: Path) -> None:
    with soft_hsm(tmp_path / "hsm") as hsm:
        token = hsm.token("Ánh", pki().person, pki().agency)
        with TokenSession(hsm.module) as session:
            one = signed(session.login(token.serial, "01", PIN))
            agency = session.login(token.serial, "02", PIN)
            both = sign_pdf(
                one, agency, role=SignerRole.AGENCY, at=NOW, seen=Appearance()
            )
    found = verify_pdf(both, pki().trust, "x.pdf", now=NOW)
    assert found.intact
    assert [each.role for each in found.signatures] == list(SignerRole)
    said = pdfsig(both, tmp_path, pki().root.pem)
    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2


def test_a_token_pulled_out_before_signing_gives_no_file(tmp_path: Path) -> None:
    with soft_hsm(tmp_path / "hsm") as hsm:
        token = hsm.token("Ánh", pki().person)
        with TokenSession(hsm.module) as session:
            key = session.login(token.serial, ID, PIN)
        with pytest.raises(SignatureError) as refused:
            signed(key)
    assert refused.value.reason != "document_changed", "the token is at fault"


def test_what_lay_on_the_token_beside_does_not_travel_with_the_paper(
    tmp_path: Path,
) -> None:
    """Other holders' certificates, and what is none at all."""
    key = pki().person.key(tmp_path)
    strangers = (b"junk", pki().agency.der, pki().impostor.der, pki().root.der)
    data = certified(replace(key, chain=(*strangers, *key.chain)))
    (embedded,) = PdfFileReader(BytesIO(data)).embedded_signatures
    held = {one.chosen.dump() for one in embedded.signed_data["certificates"]}
    assert held == {pki().person.der, pki().issuing.der, pki().root.der}
