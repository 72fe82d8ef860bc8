"""Open keys and look at tokens off the main thread."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key
    from desktop.files.signatures.settings import SigningSettings
    from desktop.files.signatures.token.modules import Suggestion
    from desktop.operations.signing.open_key import FoundToken
    from desktop.store.store import Store

OpenWork = Callable[["Store", Progress], Outcome[object]]
"""What opens the key that was chosen, and gives an `OpenKey`."""


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A key that was read, and the keys of what is doubtful about it."""

    key: "Key"
    doubts: tuple[str, ...]
    hold: ExitStack = field(default_factory=ExitStack, repr=False, compare=False)
    """What a key on a token needs to sign: closed, the token is let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenChoice:
    """A certificate on a token, and the module it is reached by."""

    module: Path
    serial: str
    key_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTokens:
    """The modules of this machine, the one asked, and the tokens behind it."""

    modules: "tuple[Suggestion, ...]"
    module: Path | None
    """None where no module was chosen and none is known to be here."""
    tokens: "tuple[FoundToken, ...]"


def own_settings() -> "SigningSettings":
    """Return which key this machine signed with last, and how."""
    from desktop.files.signatures.settings import load_settings

    return load_settings(paths.user_folder())


def remember(settings: "SigningSettings") -> None:
    """Keep which key this machine signs with; never a PIN or a password.

    Raises:
        FileError: The user's folder cannot be written to.
    """
    from desktop.files.signatures.settings import keep_settings

    keep_settings(paths.user_folder(), settings)


def open_file(
    path: Path, password: str, store: "Store", _progress: Progress
) -> Outcome[object]:
    """Read a key file and look at its certificate before anything is signed.

    Raises:
        SignatureError: It cannot be read, or cannot sign.
    """
    from desktop.operations.signing.open_key import load_key
    from desktop.operations.signing.verify_file import own_trust

    key = load_key(path, password, own_trust())
    opened = _looked_at(key, store, ExitStack())
    remember(replace(own_settings(), key_file=path))
    return Outcome(opened)


def open_token(
    chosen: TokenChoice,
    pin: str,
    store: "Store",
    progress: Progress,
    *,
    last_try: bool = False,
) -> Outcome[object]:
    """Give the PIN to the token once; the key signs until what holds it is closed.

    Raises:
        SignatureError: The token cannot be used, refuses the PIN, or its certificate
            must not sign.
    """
    from desktop.operations.signing.open_key import open_token_key
    from desktop.operations.signing.verify_file import own_trust

    progress(Step("opening_token", 0, 0))
    with ExitStack() as held:
        names = (chosen.module, chosen.serial, chosen.key_id)
        key = held.enter_context(
            open_token_key(*names, pin, last_try=last_try, trust=own_trust())
        )
        opened = _looked_at(key, store, held.pop_all())
    _remember_token(chosen)
    return Outcome(opened)


def find_tokens(module: Path | None, progress: Progress) -> Outcome[object]:
    """List the modules of this machine, and the tokens behind one of them.

    Raises:
        SignatureError: The module cannot be used.
    """
    from desktop.operations.signing.open_key import list_modules, list_tokens

    progress(Step("reading_tokens", 0, 0))
    modules = list_modules().value
    likely = (one.path for one in modules if one.loadable)
    asked = module or own_settings().module or next(likely, None)
    tokens = () if asked is None else list_tokens(asked).value
    return Outcome(FoundTokens(modules=modules, module=asked, tokens=tokens))


def _looked_at(key: "Key", store: "Store", hold: ExitStack) -> OpenKey:
    """Look at a key that was opened; one that must not sign is let go at once."""
    from desktop.files.signatures.precheck import precheck
    from desktop.operations.signing.signings import last_signed_at
    from desktop.operations.signing.verify_file import own_trust

    scheme = own_settings().scheme
    try:
        last = last_signed_at(store)
        doubts = precheck(key, own_trust(), store.now(), last_seen=last, scheme=scheme)
    except BaseException:
        hold.close()
        raise
    return OpenKey(key, doubts, hold)


def _remember_token(chosen: TokenChoice) -> None:
    remember(
        replace(
            own_settings(),
            key_file=None,
            module=chosen.module,
            serial=chosen.serial,
            key_id=chosen.key_id,
        )
    )
