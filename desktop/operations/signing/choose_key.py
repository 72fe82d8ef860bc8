"""Know, and keep, which key this machine signs with: never its secret."""

from typing import TYPE_CHECKING

from desktop import paths
from desktop.operations.outcome import Outcome

if TYPE_CHECKING:
    from desktop.files.signatures.settings import SigningSettings


def chosen_key() -> "Outcome[SigningSettings]":
    """Return what was last chosen on this machine."""
    from desktop.files.signatures.settings import load_settings

    return Outcome(load_settings(paths.user_folder()))


def choose_key(settings: "SigningSettings") -> "Outcome[SigningSettings]":
    """Keep a choice for the next signing.

    Raises:
        FileError: The user's folder cannot be written to.
    """
    from desktop.files.signatures.settings import keep_settings

    keep_settings(paths.user_folder(), settings)
    return Outcome(settings)
