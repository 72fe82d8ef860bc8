"""Tests of what is said of a token's PIN."""

import pytest

from desktop.files.signatures.token.found import PinState, Token
from desktop.wording.tokens import pin_state


def a_token(state: PinState, *, pin_pad: bool = False) -> Token:
    return Token(
        serial="1",
        label="A",
        model="",
        manufacturer="",
        pin=state,
        pin_pad=pin_pad,
    )


def test_every_state_has_words_of_its_own() -> None:
    assert len({pin_state(a_token(state)) for state in PinState}) == len(PinState)


@pytest.mark.parametrize(
    ("state", "word"),
    [(PinState.LAST_TRY, "MỘT LẦN"), (PinState.LOCKED, "KHÓA")],
)
def test_what_must_not_be_overlooked_is_in_capitals(state: PinState, word: str) -> None:
    assert word in pin_state(a_token(state))


def test_a_token_with_keys_of_its_own_says_where_to_type() -> None:
    assert "thiết bị" in pin_state(a_token(PinState.FINE, pin_pad=True))
    assert "thiết bị" not in pin_state(a_token(PinState.FINE))
