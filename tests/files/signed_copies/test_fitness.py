"""What can be no signed copy is known before its signatures are looked at."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop.files.pdf.drawn import Box
from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.pdf.fields import prepare_fields
from desktop.files.signed_copies.fitness import SIZE_LIMIT, unfit
from tests.builders import NOW
from tests.files.signed_copies.printed import BODY, HEAD, printed
from tests.operations.signed_elsewhere import signed

SENT = printed(HEAD, BODY)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    path = tmp_path_factory.mktemp("key") / "k.p12"
    made = make_test_key(path, name="A", organisation="B", password="x", now=NOW)
    return load_key(made, "x")


def locked(data: bytes, user: str) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as document:
        words = pikepdf.Encryption(owner="chủ", user=user)
        document.save(output, encryption=words)
    return output.getvalue()


def a_scan(path: Path) -> bytes:
    Image.new("RGB", (60, 80), "white").save(path, "PDF")
    return path.read_bytes()


def test_a_signed_file_is_fit(key: Key) -> None:
    person = Box(page=0, x0=100, y0=100, x1=200, y1=150)
    agency = Box(page=0, x0=300, y0=100, x1=400, y1=150)
    ready = prepare_fields(SENT, person, agency)
    assert unfit(signed(ready, key)) == ""
    assert unfit(ready) == "unsigned", "its fields are blank"


def test_a_scan_is_unsigned(tmp_path: Path) -> None:
    assert unfit(a_scan(tmp_path / "a.pdf")) == "unsigned"


@pytest.mark.parametrize("user", ["", "mật khẩu"])
def test_a_file_under_a_password_is_locked(user: str) -> None:
    assert unfit(locked(SENT, user)) == "locked"


def test_what_is_larger_than_is_looked_into_is_too_large() -> None:
    assert unfit(b"%PDF-1.7" + bytes(SIZE_LIMIT)) == "too_large"


def test_what_cannot_be_read_is_left_to_those_who_check_signatures() -> None:
    assert unfit(b"%PDF-1.7\nhello") == ""
