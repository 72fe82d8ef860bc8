"""Whose certificate a signature bears."""

import datetime as dt
from pathlib import Path

from desktop.files.signatures.detached import sign_detached
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.signer_of import signer_of
from tests.builders import NOW

PASSWORD = "mật khẩu"


def a_signature(folder: Path) -> bytes:
    made = make_test_key(
        folder / "khóa.p12",
        name="Y Hà",
        organisation="Phòng",
        password=PASSWORD,
        now=NOW,
    )
    return sign_detached(b"noi dung", load_key(made, PASSWORD), NOW)


def test_the_signer_is_read_from_the_signature_alone(tmp_path: Path) -> None:
    facts = signer_of(a_signature(tmp_path))
    assert facts is not None
    assert facts.name.startswith("Y Hà")
    assert facts.test
    assert facts.not_after > NOW + dt.timedelta(days=1)


def test_the_noughts_a_pdf_keeps_behind_it_do_no_harm(tmp_path: Path) -> None:
    signature = a_signature(tmp_path)
    assert signer_of(signature + bytes(500)) == signer_of(signature)


def test_anything_else_tells_nobody(tmp_path: Path) -> None:
    signature = a_signature(tmp_path)
    assert signer_of(b"") is None
    assert signer_of(bytes(40)) is None
    assert signer_of(signature[: len(signature) // 2]) is None
    assert signer_of(b"\x30\x03\x02\x01\x05") is None
