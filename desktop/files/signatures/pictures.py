"""Read and keep the pictures of a signature and of a seal, on this machine only.

They lie in the user's folder and never in an office file: a copied office must not
carry somebody's seal.
"""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.records.signing import SignerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing on nothing, cut to what is drawn."""

    png: bytes = field(repr=False)
    pixels: tuple[int, int]
    """Width and height."""
    width_mm: float = 0.0
    """Real width on paper; 0: as large as its place allows."""


def read_picture(path: Path, width_mm: float = 0.0) -> Picture:
    """Read a PNG with a transparent ground, and cut away its empty edges.

    Raises:
        FileError: `missing`, `unreadable`, `picture_not_png`, `picture_too_large`,
            `picture_opaque`, `picture_empty`, `picture_small`.
    """
    raise NotImplementedError


def picture_doubts(role: SignerRole, picture: Picture) -> tuple[str, ...]:
    """Return keys of what is odd: `not_blue`, `not_red`, `seal_size`, `coarse`."""
    raise NotImplementedError


def keep_picture(
    role: SignerRole, picture: Picture, folder: Path | None = None
) -> Path:
    """Keep the picture of a role in the user's folder, in place of the one before.

    Raises:
        FileError: The folder cannot be written.
    """
    raise NotImplementedError


def kept_picture(role: SignerRole, folder: Path | None = None) -> Picture | None:
    """Return the picture kept for a role, or None when there is none.

    Raises:
        FileError: As `read_picture`.
    """
    raise NotImplementedError


def forget_picture(role: SignerRole, folder: Path | None = None) -> None:
    """Remove the picture kept for a role.

    Raises:
        FileError: `read_only`.
    """
    raise NotImplementedError
