"""Use the tokens behind a vendor's module, which runs in a process of its own."""

from pathlib import Path
from types import TracebackType
from typing import Self

from desktop.files.signatures.keys import Key
from desktop.files.signatures.token.found import Token, TokenCertificate


class TokenSession:
    """A helper process with one module loaded, as long as the context lasts."""

    def __init__(self, module: Path) -> None:
        """Take the path of the vendor's PKCS#11 module."""
        self._module = module

    def __enter__(self) -> Self:
        """Start the helper and let it load the module.

        Raises:
            SignatureError: `module_missing`, `module_bits`, `module_failed`,
                `helper_died`, `module_silent`.
        """
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the helper, whatever it is doing."""

    def tokens(self) -> tuple[Token, ...]:
        """List the tokens plugged in."""
        raise NotImplementedError

    def certificates(self, serial: str) -> tuple[TokenCertificate, ...]:
        """List the holders' certificates on a token; those of authorities are left out.

        Raises:
            SignatureError: `token_missing`, `token_twice`, `token_gone`.
        """
        raise NotImplementedError

    def login(
        self, serial: str, key_id: str, pin: str, *, last_try: bool = False
    ) -> Key:
        """Give the PIN once and return the key, which signs until the session ends.

        `last_try` says that the holder knows a wrong PIN would lock the token.

        Raises:
            SignatureError: `token_missing`, `token_twice`, `token_gone`, `pin_blank`,
                `pin_locked`, `pin_not_set`, `pin_expired`, `pin_last_try` (the PIN was
                not tried); `wrong_pin`, `wrong_pin_last`, `wrong_pin_locked` (it was,
                once); `no_key`, `key_unusable`.
        """
        raise NotImplementedError
