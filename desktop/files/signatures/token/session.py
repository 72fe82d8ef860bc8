"""Use the tokens behind a vendor's module, which runs in a process of its own.

A module that crashes, hangs or is not what it says costs that process and nothing of
ours. The PIN goes through a pipe, once, and is neither kept nor shown here.
"""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key
from desktop.files.signatures.token import wire
from desktop.files.signatures.token.found import PinState, Token, TokenCertificate
from desktop.files.signatures.token.holders import Holder, holders, token_key
from desktop.files.signatures.token.modules import check_module
from desktop.files.signatures.token.process import HelperProcess

T = TypeVar("T")

PATIENCE: Final = 60.0
"""Seconds a module may take for one answer; a card with a long key takes a few."""


class TokenSession:
    """A helper process with one module loaded, as long as the context lasts."""

    def __init__(self, module: Path, *, patience: float = PATIENCE) -> None:
        """Take the path of the vendor's PKCS#11 module; nothing is started yet."""
        self._module = module
        self._patience = patience
        self._process: HelperProcess | None = None

    def __enter__(self) -> Self:
        """Start the helper and let it load the module.

        Raises:
            SignatureError: `module_missing`, `module_bits`, `module_failed`,
                `helper_died`, `module_silent`.
        """
        check_module(self._module)
        self._process = HelperProcess(self._module, self._patience)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the helper, whatever it is doing; its keys sign no more."""
        self._helper.end()
        self._process = None

    def tokens(self) -> tuple[Token, ...]:
        """List the tokens plugged in.

        Raises:
            SignatureError: `module_failed`, `module_silent`, `helper_died`.
        """
        return self._asked(_tokens, "tokens")

    def certificates(self, serial: str) -> tuple[TokenCertificate, ...]:
        """List the holders' certificates on a token; those of authorities are left out.

        Raises:
            SignatureError: `token_missing`, `token_twice`, `token_gone`, and what
                `tokens` raises.
        """
        return tuple(one.certificate for one in self._holders(serial))

    def login(
        self, serial: str, key_id: str, pin: str, *, last_try: bool = False
    ) -> Key:
        """Give the PIN once and return the key, which signs until the session ends.

        `last_try` says that the holder knows a wrong PIN would lock the token. Of
        several certificates of one key the one that lasts longest is taken.

        Raises:
            SignatureError: `token_missing`, `token_twice`, `token_gone`, `no_key`,
                `pin_blank`, `pin_locked`, `pin_not_set`, `pin_last_try` (the PIN was
                not tried); `wrong_pin`, `wrong_pin_last`, `wrong_pin_locked` (it was,
                once); `pin_expired`, `key_unusable`, and what `tokens` raises.
        """
        holder = self._holder(serial, key_id)
        told = {"serial": serial, "key_id": key_id, "pin": pin, "last_try": last_try}
        number = self._asked(int, "login", **told)

        def sign(data: bytes, digest: str, *, curve: int, pss: bool) -> bytes:
            told = {"number": number, "digest": digest, "curve": curve, "pss": pss}
            return self._asked(wire.read, "sign", data=wire.written(data), **told)

        return token_key(holder, sign)

    def _holders(self, serial: str) -> tuple[Holder, ...]:
        return self._asked(_held, "certificates", serial=serial)

    def _holder(self, serial: str, key_id: str) -> Holder:
        found = [
            one for one in self._holders(serial) if one.certificate.key_id == key_id
        ]
        if not found:
            raise SignatureError("no_key", key_id)
        return max(found, key=lambda one: one.certificate.not_after)

    def _asked(self, understand: Callable[[Any], T], name: str, **told: object) -> T:
        """Ask the helper; one that answers what nobody understands is ended."""
        helper = self._helper
        answer = helper.ask(name, **told)
        try:
            return understand(answer)
        except (ValueError, TypeError, KeyError):
            raise helper.dead() from None

    @property
    def _helper(self) -> HelperProcess:
        if self._process is None:
            raise SignatureError("session_over", self._module.name)
        return self._process


def _tokens(told: list[dict[str, Any]]) -> tuple[Token, ...]:
    return tuple(Token(**{**one, "pin": PinState(one["pin"])}) for one in told)


def _held(told: list[tuple[str, str]]) -> tuple[Holder, ...]:
    return holders((key_id, wire.read(der)) for key_id, der in told)
