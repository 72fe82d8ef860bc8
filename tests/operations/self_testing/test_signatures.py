"""A throw-away key signs both files, and each signature is checked."""

import pytest

from desktop.operations.self_testing import signatures
from desktop.operations.self_testing.bench import NAME, Bench


def test_both_are_signed_by_nobody_real_and_are_whole(bench: Bench) -> None:
    told = {
        signatures.pdf(bench),
        signatures.workbook(bench),
        signatures.checked_apart(bench),
    }
    assert len(told) == 1
    assert told.pop().startswith(f"{NAME} - ")


def test_a_signature_that_does_not_hold_is_told(bench: Bench) -> None:
    other = Bench()
    other.__dict__["folder"] = bench.folder
    data = bytearray(bench.signed_pdf)
    data[2000] ^= 1
    other.__dict__["signed_pdf"] = bytes(data)
    with pytest.raises(ValueError, match=r"changed|unreadable"):
        signatures.pdf(other)
    with pytest.raises(ValueError, match=r"changed|unreadable"):
        signatures.checked_apart(other)
