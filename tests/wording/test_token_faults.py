"""Tests of the words for faults of tokens: what `token_faults` says of a PIN."""

import pytest

from desktop.errors import SignatureError
from desktop.wording.faults import explain
from desktop.wording.token_faults import TOKEN_LINES

TRIED = ("wrong_pin", "wrong_pin_last", "wrong_pin_locked")
NOT_TRIED = ("pin_last_try", "pin_blank", "token_twice")


@pytest.mark.parametrize("reason", TRIED)
def test_a_wrong_pin_names_the_token(reason: str) -> None:
    assert "“Ánh”" in explain(SignatureError(reason, "Ánh")).what


def test_after_a_wrong_pin_one_attempt_is_admitted_and_no_more() -> None:
    assert "đúng một lần" in explain(SignatureError("wrong_pin", "Ánh")).why


@pytest.mark.parametrize("reason", NOT_TRIED)
def test_a_pin_that_was_not_tried_is_said_to_be_untried(reason: str) -> None:
    told = explain(SignatureError(reason, "Ánh"))
    assert "mã PIN chưa được gửi" in told.data


@pytest.mark.parametrize("reason", TRIED)
def test_a_pin_that_was_tried_is_not_said_to_be_untried(reason: str) -> None:
    assert "chưa được gửi" not in explain(SignatureError(reason, "Ánh")).data


def test_a_module_of_other_bits_names_both() -> None:
    told = explain(SignatureError("module_bits", "x.dll", "32", "64"))
    assert "32 bit" in told.what
    assert "64 bit" in told.why


def test_no_words_ask_for_the_pin_of_a_token_by_telephone_or_letter() -> None:
    told = [line for lines in TOKEN_LINES.values() for line in lines]
    assert not [line for line in told if "gửi mã PIN" in line]
