"""Tests of what a token tells before anybody logs in."""

import datetime as dt

from desktop.files.signatures.token.found import TokenCertificate
from tests.files.pki import NOW

DAY = dt.timedelta(days=1)


def a_certificate() -> TokenCertificate:
    return TokenCertificate(
        key_id="01",
        name="Ánh",
        issuer="Cấp phát",
        not_before=NOW,
        not_after=NOW + DAY,
        signs=True,
        certificate=b"DER",
    )


def test_a_certificate_holds_from_its_first_to_its_last_second() -> None:
    one = a_certificate()
    assert one.holds(NOW)
    assert one.holds(NOW + DAY)
    assert not one.holds(NOW - dt.timedelta(seconds=1))
    assert not one.holds(NOW + DAY + dt.timedelta(seconds=1))


def test_the_bytes_of_a_certificate_are_not_shown() -> None:
    assert "DER" not in repr(a_certificate())
