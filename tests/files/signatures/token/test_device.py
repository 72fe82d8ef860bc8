"""Tests of what is asked of a token: which key, in which state, and how often."""

import unicodedata
from pathlib import Path

import pytest
from pkcs11 import TokenFlag

from desktop.errors import SignatureError
from desktop.files.signatures.precheck import fits
from desktop.files.signatures.token.device import pin_state
from desktop.files.signatures.token.found import PinState
from desktop.files.signatures.token.session import TokenSession
from tests.files.pki import pki
from tests.files.softhsm import PIN, WRONG, SoftHsm, of, soft_hsm
from tests.files.spying import spy

READY = TokenFlag.LOGIN_REQUIRED | TokenFlag.USER_PIN_INITIALIZED


@pytest.mark.parametrize(
    ("flags", "state"),
    [
        (READY, PinState.FINE),
        (READY | TokenFlag.USER_PIN_COUNT_LOW, PinState.LOW),
        (
            READY | TokenFlag.USER_PIN_COUNT_LOW | TokenFlag.USER_PIN_FINAL_TRY,
            PinState.LAST_TRY,
        ),
        (READY | TokenFlag.USER_PIN_LOCKED | 0x30000, PinState.LOCKED),
        (TokenFlag.LOGIN_REQUIRED, PinState.NOT_SET),
        (READY | TokenFlag.SO_PIN_LOCKED, PinState.FINE),
    ],
)
def test_the_flags_of_a_token_say_how_its_pin_stands(
    flags: TokenFlag, state: PinState
) -> None:
    assert pin_state(TokenFlag(flags)) is state


def refused(hsm: SoftHsm, serial: str, key_id: str = "01") -> str:
    with TokenSession(hsm.module) as session, pytest.raises(SignatureError) as caught:
        session.login(serial, key_id, PIN)
    return caught.value.reason


def test_a_key_that_may_not_sign_is_told_apart_from_a_missing_one(
    tmp_path: Path,
) -> None:
    with soft_hsm(tmp_path) as hsm:
        (key, certificate) = of(pki().person, "01", signs=False)
        token = hsm.token(entries=(key, certificate))
        assert refused(hsm, token.serial) == "key_unusable"


def test_a_certificate_without_its_key_is_told(tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token(entries=of(pki().person, "01")[1:])
        assert refused(hsm, token.serial) == "no_key"


def test_of_two_keys_of_one_id_the_one_that_signs_is_taken(tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm:
        deaf = of(pki().agency, "01", signs=False)[0]
        token = hsm.token(entries=(deaf, *of(pki().person, "01")))
        with TokenSession(hsm.module) as session:
            assert fits(session.login(token.serial, "01", PIN))


def test_a_key_that_asks_for_the_pin_each_time_gets_it_from_one_entry(
    tmp_path: Path,
) -> None:
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token(entries=of(pki().person, "01", always=True))
        with spy(tmp_path) as watch, TokenSession(watch.module) as session:
            key = session.login(token.serial, "01", PIN)
            assert fits(key)
            assert fits(key)
        assert watch.asked("C_Login") == 3  # once for the session, once a signature


def test_a_wrong_pin_for_such_a_key_is_still_given_once(tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token(entries=of(pki().person, "01", always=True))
        with (
            spy(tmp_path) as watch,
            TokenSession(watch.module) as session,
            pytest.raises(SignatureError, match="wrong_pin"),
        ):
            session.login(token.serial, "01", WRONG)
        assert watch.asked("C_Login") == 1


def test_a_pin_typed_in_decomposed_letters_is_given_composed(tmp_path: Path) -> None:
    secret = "mã số một"
    assert unicodedata.normalize("NFD", secret) != secret
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token("A", pki().person, pin=secret)
        with spy(tmp_path) as watch, TokenSession(watch.module) as session:
            typed = unicodedata.normalize("NFD", secret)
            assert fits(session.login(token.serial, "01", typed))
        assert watch.asked("C_Login") == 1


def test_a_token_that_takes_its_pin_on_the_device_is_not_given_one(
    tmp_path: Path,
) -> None:
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token("A", pki().person)
        deeds = "flags=100,C_Login=0,C_SignInit=101"
        with spy(tmp_path, deeds) as watch, TokenSession(watch.module) as session:
            assert session.tokens()[0].pin_pad
            # SoftHSM has no device: what counts is that a blank PIN was let through
            with pytest.raises(SignatureError, match="no_key"):
                session.login(token.serial, "01", "")
        assert watch.asked("C_Login") == 1


def test_another_program_that_logged_in_first_does_no_harm(tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm:
        token = hsm.token("A", pki().person)
        with (
            spy(tmp_path, "C_Login=100") as watch,
            TokenSession(watch.module) as session,
            pytest.raises(SignatureError, match="no_key"),  # nobody is, in truth
        ):
            session.login(token.serial, "01", PIN)
        assert watch.asked("C_Login") == 1
