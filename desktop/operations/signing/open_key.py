"""Open the key somebody signs with: in a file, or on a token."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.errors import SignatureError
from desktop.operations.outcome import Outcome

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key
    from desktop.files.signatures.settings import SigningSettings
    from desktop.files.signatures.token.found import Token, TokenCertificate
    from desktop.files.signatures.token.modules import Suggestion
    from desktop.files.signatures.token.session import TokenSession
    from desktop.files.signatures.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundToken:
    """A token plugged in, and whose certificates are on it."""

    token: "Token"
    certificates: tuple["TokenCertificate", ...]


def list_modules() -> Outcome[tuple["Suggestion", ...]]:
    """List the modules token makers are known to install, present ones first.

    What the office wrote into a table of its own, in the user's folder, comes before
    what the program knows.

    Raises:
        FileError: A table is damaged.
    """
    from desktop.files.signatures.token import modules

    own = paths.user_folder() / modules.TABLE.name
    found = modules.suggestions(own) if own.is_file() else ()
    known = {one.path for one in found}
    more = (one for one in modules.suggestions() if one.path not in known)
    return Outcome((*found, *more))


def list_tokens(module: Path) -> Outcome[tuple[FoundToken, ...]]:
    """List the tokens behind a module, with their certificates; no PIN is needed.

    Raises:
        SignatureError: The module cannot be used.
    """
    from desktop.files.signatures.token.session import TokenSession

    with TokenSession(module) as session:
        found = (_found(session, one) for one in session.tokens())
        return Outcome(tuple(one for one in found if one is not None))


def _found(session: "TokenSession", token: "Token") -> FoundToken | None:
    """Return a token with its certificates; None when it was just pulled out."""
    try:
        certificates = session.certificates(token.serial)
    except SignatureError as error:
        if error.reason in {"token_missing", "token_gone"}:
            return None
        raise
    return FoundToken(token=token, certificates=certificates)


def load_key(path: Path, password: str, trust: "Trust | None" = None) -> "Key":
    """Read the key in a file; add the certificates above it that it lacks.

    Raises:
        SignatureError: `key_missing`, `key_unreadable`, `wrong_password`.
    """
    from desktop.files.signatures import keys

    return _completed(keys.load_key(path, password), trust)


@contextmanager
def open_token_key(
    module: Path,
    serial: str,
    key_id: str,
    pin: str,
    *,
    last_try: bool = False,
    trust: "Trust | None" = None,
) -> Iterator["Key"]:
    """Give the PIN once; the key signs until the context ends, and no longer.

    Raises:
        SignatureError: As `TokenSession` says.
    """
    from desktop.files.signatures.token.session import TokenSession

    with TokenSession(module) as session:
        key = session.login(serial, key_id, pin, last_try=last_try)
        yield _completed(key, trust)


@contextmanager
def open_key(
    chosen: "SigningSettings",
    secret: str,
    *,
    last_try: bool = False,
    trust: "Trust | None" = None,
) -> Iterator["Key"]:
    """Open the key that was chosen, file or token, by its password or PIN.

    Raises:
        SignatureError: `no_key_chosen`, and whatever the two ways raise.
    """
    if chosen.key_file is not None:
        yield load_key(chosen.key_file, secret, trust)
    elif chosen.module is not None:
        names = (chosen.module, chosen.serial, chosen.key_id)
        with open_token_key(*names, secret, last_try=last_try, trust=trust) as key:
            yield key
    else:
        raise SignatureError("no_key_chosen")


def _completed(key: "Key", trust: "Trust | None") -> "Key":
    """Add the certificates above the key's that did not come with it."""
    from desktop.files.signatures.issuers import complete

    return key if trust is None else complete(key, trust)
