"""Where this machine finds the key it signs with; no PIN and no password is kept."""

from dataclasses import dataclass
from pathlib import Path

from desktop.files.signatures.keys import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningSettings:
    """The key last chosen: a file, or one on a token."""

    key_file: Path | None = None
    """PKCS#12; None when the key is on a token, or nothing was chosen yet."""
    module: Path | None = None
    """The vendor's PKCS#11 module."""
    serial: str = ""
    """Of the token."""
    key_id: str = ""
    """CKA_ID in hexadecimal."""
    scheme: Scheme = "plain"
    """How RSA pads in PDF and detached signatures; workbooks are always plain."""


def load_settings(folder: Path) -> SigningSettings:
    """Read what was kept in the user's folder; what cannot be read counts as none."""
    return SigningSettings()


def keep_settings(folder: Path, settings: SigningSettings) -> None:
    """Write the choice into the user's folder.

    Raises:
        OSError: The file cannot be written.
    """
