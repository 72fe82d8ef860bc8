"""Talk to the tokens behind one PKCS#11 module; only the helper process does."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

import pkcs11
from pkcs11 import Attribute, CertificateType, ObjectClass, TokenFlag
from pkcs11.exceptions import PKCS11Error
from pkcs11.types import PROTECTED_AUTH

from desktop.files.signatures.token.found import PinState
from desktop.files.signatures.token.mechanisms import ways
from desktop.files.signatures.token.wire import RefusedError

MOST: Final = 64
"""Certificates read from one token."""

_PIN_STATES: Final = (
    (TokenFlag.USER_PIN_LOCKED, PinState.LOCKED),
    (TokenFlag.USER_PIN_FINAL_TRY, PinState.LAST_TRY),
    (TokenFlag.USER_PIN_COUNT_LOW, PinState.LOW),
)
_WRONG: Final = (
    pkcs11.exceptions.PinIncorrect,
    pkcs11.exceptions.PinInvalid,
    pkcs11.exceptions.PinLenRange,
)
_NO_PIN_HELPS: Final = {
    pkcs11.exceptions.PinExpired: "pin_expired",
    pkcs11.exceptions.PinLocked: "pin_locked",
    pkcs11.exceptions.UserPinNotInitialized: "pin_not_set",
}
_AFTER_A_WRONG_PIN: Final = {
    PinState.LOCKED: "wrong_pin_locked",
    PinState.LAST_TRY: "wrong_pin_last",
}
_NOT_THIS_WAY: Final = (
    pkcs11.exceptions.MechanismInvalid,
    pkcs11.exceptions.MechanismParamInvalid,
    pkcs11.exceptions.FunctionNotSupported,
)


@dataclass(slots=True)
class LoggedIn:
    """A private key one may sign with."""

    session: pkcs11.Session
    key: Any
    serial: str
    pin: str | None = field(default=None, repr=False)
    """Kept only for a key that asks for it at every signature."""


class Device:
    """The tokens of one module."""

    def __init__(self, module: str) -> None:
        """Load the module; its code runs in this process from now on."""
        self._module = pkcs11.lib(module)
        self._keys: dict[int, LoggedIn] = {}
        self._numbers = count()

    def tokens(self) -> list[dict[str, Any]]:
        """List the tokens plugged in, as the wire carries them."""
        return [
            {
                "serial": _serial(token),
                "label": token.label,
                "model": token.model,
                "manufacturer": token.manufacturer_id,
                "pin": pin_state(token.flags).value,
                "pin_pad": _pin_pad(token),
            }
            for token in self._plugged()
        ]

    def certificates(self, serial: str) -> list[tuple[str, bytes]]:
        """Return CKA_ID and DER of the X.509 certificates on a token."""
        with self._token(serial).open() as session:
            wanted = {Attribute.CLASS: ObjectClass.CERTIFICATE}
            found = [_certificate(one) for one in session.get_objects(wanted)]
        return [one for one in found if one is not None][:MOST]

    def login(self, serial: str, key_id: str, pin: str, *, last_try: bool) -> int:
        """Give the PIN once; return the number of the key."""
        token = self._token(serial)
        if not pin and not _pin_pad(token):
            raise RefusedError("pin_blank", token.label)
        _refuse_to_try(token, last_try=last_try)
        self._log_out(serial)
        given = unicodedata.normalize("NFC", pin)
        session = self._opened(token, given)
        key = _signing_key(session, key_id)
        always = _asks_always(key)
        number = next(self._numbers)
        self._keys[number] = LoggedIn(session, key, serial, given if always else None)
        return number

    def sign(
        self, number: int, data: bytes, digest: str, *, curve: int, pss: bool
    ) -> bytes:
        """Return the raw signature of a key; on a curve r, then s."""
        held = self._keys.get(number)
        if held is None:
            raise RefusedError("session_over")
        for way in ways(data, digest, curve=curve, pss=pss):
            given = {} if held.pin is None else {"pin": held.pin}
            try:
                return bytes(
                    held.key.sign(
                        way.data,
                        mechanism=way.mechanism,
                        mechanism_param=way.parameter,
                        **given,
                    )
                )
            except _NOT_THIS_WAY:
                continue
        raise RefusedError("scheme_unsupported" if pss else "key_unusable")

    def _plugged(self) -> Iterator[pkcs11.Token]:
        for slot in self._module.get_slots(token_present=True):
            try:
                token = slot.get_token()
            except PKCS11Error:
                continue  # pulled out this moment, or a card of another kind
            if token.label or token.flags & TokenFlag.TOKEN_INITIALIZED:
                yield token

    def _token(self, serial: str) -> pkcs11.Token:
        found = [one for one in self._plugged() if _serial(one) == serial]
        if not found:
            raise RefusedError("token_missing", serial)
        if len(found) > 1:  # a PIN must not reach the wrong one
            raise RefusedError("token_twice", serial)
        return found[0]

    def _opened(self, token: pkcs11.Token, pin: str) -> pkcs11.Session:
        given = PROTECTED_AUTH if _pin_pad(token) else pin
        try:
            return token.open(user_pin=given)
        except pkcs11.exceptions.UserAlreadyLoggedIn:
            return token.open()  # by a module that shares this among programs
        except tuple(_NO_PIN_HELPS) as error:
            raise RefusedError(_NO_PIN_HELPS[type(error)], token.label) from error
        except _WRONG as error:
            state = pin_state(self._token(_serial(token)).flags)
            reason = _AFTER_A_WRONG_PIN.get(state, "wrong_pin")
            raise RefusedError(reason, token.label) from error

    def _log_out(self, serial: str) -> None:
        mine = [at for at, held in self._keys.items() if held.serial == serial]
        for number in mine:
            with suppress(PKCS11Error):  # pulled out and put in again
                self._keys.pop(number).session.close()


def pin_state(flags: TokenFlag) -> PinState:
    """Return what the flags of a token say of its PIN."""
    if flags & TokenFlag.LOGIN_REQUIRED and not flags & TokenFlag.USER_PIN_INITIALIZED:
        return PinState.NOT_SET
    found = (state for flag, state in _PIN_STATES if flags & flag)
    return next(found, PinState.FINE)


def _serial(token: pkcs11.Token) -> str:
    return token.serial.decode("utf-8", "replace").strip("\0 ")


def _pin_pad(token: pkcs11.Token) -> bool:
    return bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH)


def _refuse_to_try(token: pkcs11.Token, *, last_try: bool) -> None:
    state = pin_state(token.flags)
    if state is PinState.LOCKED:
        raise RefusedError("pin_locked", token.label)
    if state is PinState.NOT_SET:
        raise RefusedError("pin_not_set", token.label)
    if state is PinState.LAST_TRY and not last_try:
        raise RefusedError("pin_last_try", token.label)


def _certificate(found: Any) -> tuple[str, bytes] | None:  # noqa: ANN401
    try:
        if found[Attribute.CERTIFICATE_TYPE] != CertificateType.X_509:
            return None
        return bytes(found[Attribute.ID]).hex(), bytes(found[Attribute.VALUE])
    except PKCS11Error:
        return None  # without an id or a value nobody can choose it


def _signing_key(session: pkcs11.Session, key_id: str) -> Any:  # noqa: ANN401
    wanted = {
        Attribute.CLASS: ObjectClass.PRIVATE_KEY,
        Attribute.ID: bytes.fromhex(key_id),
    }
    found = list(session.get_objects(wanted))
    if not found:
        raise RefusedError("no_key", key_id)
    signing = [one for one in found if hasattr(one, "sign")]  # CKA_SIGN
    if not signing:
        raise RefusedError("key_unusable", key_id)
    return signing[0]


def _asks_always(key: Any) -> bool:  # noqa: ANN401
    try:
        return bool(key[Attribute.ALWAYS_AUTHENTICATE])
    except PKCS11Error:
        return False
