"""A signature beside its file: ours and OpenSSL's opinions agree."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from asn1crypto import cms as shapes
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import SignatureError
from desktop.files.signatures.detached import (
    SIZE_LIMIT,
    sign_detached,
    verify_detached,
)
from desktop.files.signatures.keys import Scheme, load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.records.verification import (
    Chain,
    Coverage,
    Integrity,
    Revocation,
    SignatureVerdict,
)
from tests.files.pki import NOW, YEAR, pki

DATA = "Báo cáo\r\nnăm 2024\n".encode()


def signed(who: str, folder: Path) -> bytes:
    return sign_detached(DATA, getattr(pki(), who).key(folder), NOW)


def judged(signature: bytes, data: bytes = DATA) -> SignatureVerdict:
    return verify_detached(data, signature, pki().trust, "x.p7s", now=NOW)


def openssl(folder: Path, signature: bytes, data: bytes, *more: str) -> str:
    """Ask OpenSSL, at the moment of the tests, with our root alone."""
    (folder / "s").write_bytes(signature)
    (folder / "c").write_bytes(data)
    (folder / "root.pem").write_bytes(pki().root.pem)
    command = (
        "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "s",
        "-content", "c", "-CAfile", "root.pem", "-no-CApath", "-no-CAstore",
        "-purpose", "smimesign", "-attime", str(int(NOW.timestamp())),
        "-out", "/dev/null", *more,
    )  # fmt: skip
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=folder
    )
    return done.stderr


@pytest.mark.parametrize("who", ["person", "agency", "curve"])
def test_a_good_signature_is_good_to_us_and_to_openssl(
    tmp_path: Path, who: str
) -> None:
    signature = signed(who, tmp_path)
    found = judged(signature)
    assert found == SignatureVerdict(
        signer=found.signer,
        issuer="Cấp phát",
        integrity=Integrity.INTACT,
        coverage=Coverage.COMPLETE,
        chain=Chain.PINNED,
        revocation=Revocation.NOT_CHECKED,
        claimed_time=NOW,
        field="x.p7s",
        certificate_sha256=hashlib.sha256(getattr(pki(), who).der).hexdigest(),
        valid_until=getattr(pki(), who).certificate.not_valid_after_utc,
    )
    assert "CMS Verification successful" in openssl(tmp_path, signature, DATA)
    strict = openssl(tmp_path, signature, DATA, "-cades")
    assert "CAdES Verification successful" in strict


@pytest.mark.parametrize(
    ("who", "chain", "openssl_says"),
    [
        ("expired", Chain.EXPIRED, "certificate has expired"),
        ("early", Chain.NOT_YET, "not yet valid"),
        ("self_signed", Chain.UNKNOWN, "self-signed certificate"),
        ("impostor", Chain.UNKNOWN, "unable to get local issuer certificate"),
        ("tls", Chain.USAGE, "unsuitable certificate purpose"),
        ("encipher", Chain.USAGE, "unsuitable certificate purpose"),
    ],
)
def test_a_bad_certificate_is_told_apart_from_a_bad_signature(
    tmp_path: Path, who: str, chain: Chain, openssl_says: str
) -> None:
    signature = signed(who, tmp_path)
    found = judged(signature)
    assert found.integrity is Integrity.INTACT
    assert found.chain is chain
    assert openssl_says in openssl(tmp_path, signature, DATA)


def test_a_revoked_certificate_is_told_when_a_list_is_at_hand(tmp_path: Path) -> None:
    signature = signed("revoked", tmp_path)
    assert judged(signature).revocation is Revocation.NOT_CHECKED
    trust = replace(pki().trust, crls=pki().crls)
    found = verify_detached(DATA, signature, trust, "", now=NOW)
    assert found.revocation is Revocation.REVOKED


@pytest.mark.parametrize("scheme", ["plain", "pss"])
@pytest.mark.parametrize("who", ["person", "curve"])
def test_either_padding_is_confirmed_by_openssl(
    tmp_path: Path, who: str, scheme: Scheme
) -> None:
    signature = sign_detached(DATA, getattr(pki(), who).key(tmp_path), NOW, scheme)
    used = shapes.ContentInfo.load(signature)["content"]["signer_infos"][0]
    kind = used["signature_algorithm"]["algorithm"].native
    assert (kind == "rsassa_pss") is (scheme == "pss" and who == "person")
    assert judged(signature).integrity is Integrity.INTACT
    told = openssl(tmp_path, signature, DATA, "-cades")
    assert "CAdES Verification successful" in told


def by_openssl(folder: Path, bits: int, digest: str) -> bytes:
    """Sign as nobody should any more."""
    (folder / "c").write_bytes(DATA)
    made = f"req -x509 -newkey rsa:{bits} -nodes -keyout k -out q -subj /CN=Weak"
    used = "cms -sign -binary -in c -signer q -inkey k -outform DER -out w -md "
    for command in (f"openssl {made}", f"openssl {used}{digest}"):
        subprocess.run(command.split(), check=True, capture_output=True, cwd=folder)
    return (folder / "w").read_bytes()


@pytest.mark.parametrize(("bits", "digest"), [(2048, "sha1"), (1024, "sha256")])
def test_what_can_be_broken_is_weak_and_says_whose_it_claims_to_be(
    tmp_path: Path, bits: int, digest: str
) -> None:
    found = judged(by_openssl(tmp_path, bits, digest))
    assert (found.integrity, found.signer) == (Integrity.WEAK, "Weak")
    assert found.chain is Chain.UNKNOWN


def test_two_signers_in_one_container_are_not_supported(tmp_path: Path) -> None:
    container = shapes.ContentInfo.load(signed("person", tmp_path))
    signers = container["content"]["signer_infos"]
    signers.append(signers[0])
    found = judged(container.dump(force=True))
    assert (found.integrity, found.signer) == (
        Integrity.UNSUPPORTED,
        pki().person.key(tmp_path).name,
    )


@pytest.mark.parametrize(
    ("who", "state", "openssl_says"),
    [
        ("person", Revocation.GOOD, "CMS Verification successful"),
        ("revoked", Revocation.REVOKED, "certificate revoked"),
    ],
)
def test_with_lists_at_hand_openssl_says_the_same_of_revocation(
    tmp_path: Path, who: str, state: Revocation, openssl_says: str
) -> None:
    signature = signed(who, tmp_path)
    trust = replace(pki().trust, crls=pki().crls)
    found = verify_detached(DATA, signature, trust, "", now=NOW)
    assert found.revocation is state
    lists = [
        x509.load_der_x509_crl(one).public_bytes(Encoding.PEM) for one in trust.crls
    ]
    (tmp_path / "all.pem").write_bytes(b"".join((pki().root.pem, *lists)))
    told = openssl(tmp_path, signature, DATA, "-CAfile", "all.pem", "-crl_check_all")
    assert openssl_says in told


def test_changed_content_is_told_by_us_and_by_openssl(tmp_path: Path) -> None:
    signature = signed("person", tmp_path)
    other = DATA.replace(b"2024", b"2025")
    assert judged(signature, other).integrity is Integrity.CHANGED
    assert "CMS Verification failure" in openssl(tmp_path, signature, other)


def test_line_endings_are_content(tmp_path: Path) -> None:
    found = judged(signed("person", tmp_path), DATA.replace(b"\r\n", b"\n"))
    assert found.integrity is Integrity.CHANGED


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return signed("person", tmp_path_factory.mktemp("kept"))


@given(draw=st.data())
def test_no_byte_of_the_content_may_change(kept: bytes, draw: st.DataObject) -> None:
    place = draw.draw(st.integers(0, len(DATA) - 1))
    flip = draw.draw(st.integers(1, 255))
    changed = bytearray(DATA)
    changed[place] ^= flip
    found = verify_detached(bytes(changed), kept, Trust(), "", now=NOW)
    assert found.integrity is Integrity.CHANGED


@given(junk=st.binary(max_size=400))
def test_any_bytes_for_a_signature_give_a_verdict(junk: bytes) -> None:
    found = verify_detached(DATA, junk, pki().trust, "x", now=NOW)
    assert found.integrity is Integrity.UNREADABLE


@given(length=st.integers(0, 3000))
def test_a_signature_cut_anywhere_is_not_intact(kept: bytes, length: int) -> None:
    found = verify_detached(DATA, kept[:length], pki().trust, "x", now=NOW)
    assert (found.integrity is Integrity.INTACT) is (length >= len(kept))


def test_the_signed_attributes_may_not_change(tmp_path: Path) -> None:
    container = shapes.ContentInfo.load(signed("person", tmp_path))
    for attribute in container["content"]["signer_infos"][0]["signed_attrs"]:
        if attribute["type"].native == "signing_time":
            attribute["values"] = [shapes.Time({"utc_time": NOW - YEAR})]
    found = judged(container.dump(force=True))
    assert found.integrity is not Integrity.INTACT


def test_another_persons_certificate_in_its_place_is_not_believed(
    tmp_path: Path,
) -> None:
    signature = signed("person", tmp_path)
    container = shapes.ContentInfo.load(signature)
    other = shapes.ContentInfo.load(signed("agency", tmp_path))
    container["content"]["certificates"] = other["content"]["certificates"]
    assert judged(container.dump(force=True)).integrity is not Integrity.INTACT


def test_a_huge_signature_is_not_even_parsed() -> None:
    assert judged(bytes(SIZE_LIMIT + 1)).integrity is Integrity.UNREADABLE


def test_a_key_that_signs_wrongly_is_caught_before_anyone_sees_it(
    tmp_path: Path,
) -> None:
    liar = replace(pki().person.key(tmp_path), sign=pki().agency.key(tmp_path).sign)
    with pytest.raises(SignatureError) as caught:
        sign_detached(DATA, liar, NOW)
    assert caught.value.reason == "own_check_failed"


def test_a_test_key_signs_but_is_never_trusted(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    found = judged(sign_detached(DATA, load_key(path, "x"), NOW))
    assert (found.integrity, found.chain) == (Integrity.INTACT, Chain.TEST)


def test_libraries_we_do_not_ship_are_not_needed() -> None:
    code = (
        "import sys\n"
        "for name in ('oscrypto', 'fontTools', 'requests'): sys.modules[name] = None\n"
        "import desktop.files.signatures.pdf.signing\n"
        "import desktop.files.signatures.detached\n"
        "print([n for n in ('oscrypto', 'requests') if sys.modules.get(n)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "[]"
