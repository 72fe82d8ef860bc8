"""Key files: read, refused, and made for trying out."""

import datetime as dt
import subprocess
import unicodedata
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    NoEncryption,
    pkcs12,
)

from desktop.errors import SignatureError
from desktop.files.signatures import certificates
from desktop.files.signatures.keys import SIZE_LIMIT, Scheme, load_key, make_test_key
from tests.files.pki import NOW, PASSWORD, pki

DIGESTS = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def refusal(path: Path, password: str) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(SignatureError) as caught:
        load_key(path, password)
    return caught.value.reason, caught.value.facts


def openssl(*given: str | Path) -> None:
    subprocess.run(["openssl", "pkcs12", *given], check=True, capture_output=True)


def test_a_key_file_gives_certificate_chain_and_power_to_sign(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    assert (key.name, key.issuer, key.test) == ("Nguyễn Thị Ánh", "Cấp phát", False)
    assert key.certificate == pki().person.der
    assert key.chain == (pki().issuing.der,)
    assert key.algorithm == "rsa"
    assert len(key.sign(b"x", "sha256")) == 256


def test_a_key_on_a_curve_is_read_too(tmp_path: Path) -> None:
    assert pki().curve.key(tmp_path).algorithm == "ec"


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_a_key_pads_as_it_is_asked_to(tmp_path: Path, digest: str) -> None:
    key, kind = pki().person.key(tmp_path), DIGESTS[digest]
    public = pki().person.certificate.public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(key.sign(b"x", digest), b"x", padding.PKCS1v15(), kind)
    salted = padding.PSS(padding.MGF1(kind), kind.digest_size)
    public.verify(key.sign(b"x", digest, "pss"), b"x", salted, kind)


@pytest.mark.parametrize("scheme", ["plain", "pss"])
def test_a_curve_has_one_way_to_sign(tmp_path: Path, scheme: Scheme) -> None:
    key = pki().curve.key(tmp_path)
    public = pki().curve.certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    signature = key.sign(b"x", "sha384", scheme)
    public.verify(signature, b"x", ec.ECDSA(hashes.SHA384()))


def test_nothing_private_is_shown(tmp_path: Path) -> None:
    shown = repr(pki().person.key(tmp_path))
    assert "sign" not in shown
    assert "Private" not in shown
    assert PASSWORD not in shown


@pytest.mark.parametrize("password", ["", "sai", PASSWORD.upper(), PASSWORD + " "])
def test_a_wrong_password_is_told(tmp_path: Path, password: str) -> None:
    path = pki().person.write_p12(tmp_path / "k.p12")
    assert refusal(path, password) == ("wrong_password", ("k.p12",))


def test_a_password_typed_in_decomposed_letters_opens_it(tmp_path: Path) -> None:
    path = pki().person.write_p12(tmp_path / "k.p12")
    typed = unicodedata.normalize("NFD", PASSWORD)
    assert typed != PASSWORD
    assert load_key(path, typed).name == "Nguyễn Thị Ánh"


def test_an_old_file_with_weak_ciphers_is_read(tmp_path: Path) -> None:
    old, path = tmp_path / "old.p12", tmp_path / "new.p12"
    pki().person.write_p12(path, "secret")
    pem = tmp_path / "k.pem"
    openssl("-in", path, "-out", pem, "-nodes", "-passin", "pass:secret")
    weak = ("-export", "-legacy", "-descert", "-passout", "pass:secret")
    openssl(*weak, "-in", pem, "-out", old)
    assert load_key(old, "secret").name == "Nguyễn Thị Ánh"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"0\x80", b"\x30\x82\xff\xff" + bytes(100), b"-" * 2000],
)
def test_what_is_no_key_file_is_unreadable(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "k.p12"
    path.write_bytes(data)
    assert refusal(path, PASSWORD) == ("key_unreadable", ("k.p12",))


def test_a_file_cut_short_is_unreadable(tmp_path: Path) -> None:
    path = pki().person.write_p12(tmp_path / "k.p12")
    path.write_bytes(path.read_bytes()[:-40])
    assert refusal(path, PASSWORD)[0] == "key_unreadable"


def test_a_file_that_is_not_there_or_is_huge_is_unreadable(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.p12", "")[0] == "key_missing"
    huge = tmp_path / "huge.p12"
    huge.write_bytes(bytes(SIZE_LIMIT + 1))
    assert refusal(huge, "")[0] == "key_unreadable"


def test_a_file_with_certificates_alone_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "k.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", None, pki().person.certificate, None, BestAvailableEncryption(b"x")
        )
    )
    assert refusal(path, "x")[0] == "key_unreadable"


def test_a_file_without_password_opens_with_none(tmp_path: Path) -> None:
    path = tmp_path / "k.p12"
    person = pki().person
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"x", person.private, person.certificate, None, NoEncryption()
        )
    )
    assert load_key(path, "").chain == ()


def test_a_test_key_says_so_in_name_unit_and_policy(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "k.p12",
        name="Lê Thị Thử",
        organisation="Phòng Văn hóa - Thông tin",
        password=PASSWORD,
        now=NOW,
    )
    key = load_key(path, PASSWORD)
    assert key.test
    assert key.name == f"Lê Thị Thử - {certificates.test_mark().mark}"
    assert key.not_before <= NOW < key.not_after <= NOW + dt.timedelta(days=366)


def test_no_password_in_the_file_of_a_test_key(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="a", organisation="b", password=PASSWORD, now=NOW
    )
    assert PASSWORD.encode() not in path.read_bytes()
