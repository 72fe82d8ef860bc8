"""A certificate and a token say what must be known before anybody signs."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.files.signatures.keys import load_key
from desktop.files.signatures.token.found import PinState, Token, TokenCertificate
from desktop.gui.pages.signing.key_words import (
    choice_words,
    facts,
    pin_words,
    token_facts,
)
from desktop.gui.pages.signing.key_work import OpenKey
from tests.files import pki

NOW = dt.datetime(2026, 10, 2, 8, tzinfo=dt.UTC)
YEAR = dt.timedelta(days=365)


def a_token(pin: PinState = PinState.FINE) -> Token:
    return Token(serial="0123", label="Ánh", model="ePass", manufacturer="F", pin=pin)


def a_certificate(*, signs: bool = True, until: dt.datetime = NOW) -> TokenCertificate:
    return TokenCertificate(
        key_id="01",
        name="Trần Thị Thủy",
        issuer="CA",
        not_before=until - YEAR,
        not_after=until,
        signs=signs,
        certificate=b"",
    )


def test_every_doubt_is_told_beside_the_facts(tmp_path: Path) -> None:
    path = pki.pki().person.write_p12(tmp_path / "a.p12")
    key = load_key(path, pki.PASSWORD)
    said = facts(OpenKey(key, ("untrusted", "expires_soon")))
    assert f"Chủ chứng thư: {key.name}" in said
    assert "▲ Máy này chưa biết nơi cấp chứng thư số." in said
    assert "▲ Chứng thư số sắp hết hạn." in said
    assert "KÝ THỬ" not in said


def test_a_certificate_of_another_name_is_doubted_before_it_signs(
    tmp_path: Path,
) -> None:
    path = pki.pki().person.write_p12(tmp_path / "a.p12")
    opened = OpenKey(load_key(path, pki.PASSWORD), ())
    for name, doubtful in (
        ("", False),
        ("NGUYEN THI ANH", False),
        ("Trần Văn Đức", True),
    ):
        assert ("mang tên khác" in facts(opened, name)) is doubtful, name


@pytest.mark.parametrize(
    ("pin", "said"),
    [
        (PinState.FINE, ""),
        (PinState.LOW, "đã bị gõ sai"),
        (PinState.LAST_TRY, "Chỉ còn một lần"),
        (PinState.LOCKED, "đang bị khóa"),
        (PinState.NOT_SET, "chưa có mã PIN"),
    ],
)
def test_a_token_tells_how_its_pin_stands(pin: PinState, said: str) -> None:
    words = pin_words(a_token(pin))
    assert said in words
    assert bool(words) == bool(said)


def test_a_certificate_that_cannot_sign_says_so_before_the_pin() -> None:
    ended = token_facts(a_token(), a_certificate(), NOW + YEAR)
    other = token_facts(a_token(), a_certificate(signs=False, until=NOW + YEAR), NOW)
    assert "▲ Chứng thư số không còn, hoặc chưa có hiệu lực." in ended
    assert "▲ Chứng thư số này không dùng để ký văn bản." in other
    assert "hiệu lực." not in other


def test_a_certificate_is_told_from_others_by_day_and_token() -> None:
    said = choice_words(a_token(), a_certificate())
    assert said == "Trần Thị Thủy – đến 02/10/2026 – Ánh (0123)"
