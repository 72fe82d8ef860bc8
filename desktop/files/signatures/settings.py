"""Where this machine finds the key it signs with; no PIN and no password is kept.

It lies in the user's folder and not in the office file: a copied office must not tell
where its officers keep their keys. A key file on the program's stick moves with it.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from desktop import paths
from desktop.files import whole_file
from desktop.files.signatures.keys import Scheme

FILE_NAME: Final = "chu-ky.json"


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
    try:
        kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
        return _read(kept)
    except (OSError, ValueError, TypeError, AttributeError):
        return SigningSettings()


def keep_settings(folder: Path, settings: SigningSettings) -> None:
    """Write the choice into the user's folder.

    Raises:
        FileError: The file cannot be written.
    """
    with suppress(OSError):  # writing tells the reason
        folder.mkdir(parents=True, exist_ok=True)
    kept = {
        "key_file": _text(settings.key_file),
        "module": _text(settings.module),
        "serial": settings.serial,
        "key_id": settings.key_id,
        "scheme": settings.scheme,
    }
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    whole_file.write(folder / FILE_NAME, f"{text}\n".encode())


def _read(kept: dict[str, Any]) -> SigningSettings:
    settings = SigningSettings(
        key_file=_path(kept.get("key_file")),
        module=_path(kept.get("module")),
        serial=str(kept.get("serial", "")),
        key_id=_hexadecimal(kept.get("key_id", "")),
    )
    return replace(settings, scheme="pss") if kept.get("scheme") == "pss" else settings


def _path(written: object) -> Path | None:
    return paths.found(written) if isinstance(written, str) and written else None


def _text(path: Path | None) -> str:
    return "" if path is None else paths.kept(path)


def _hexadecimal(written: object) -> str:
    try:
        return bytes.fromhex(str(written)).hex()
    except ValueError:
        return ""
