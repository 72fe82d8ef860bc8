"""Read and change how this machine signs, off the main thread."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.records.signing import SignerRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.errors import DesktopError
    from desktop.files.pdf.sizes import Sizes
    from desktop.files.signatures.keys import Scheme
    from desktop.files.signatures.pdf.pictures import Picture
    from desktop.files.signatures.settings import SigningSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSigning:
    """What this machine signs with, and what is odd about its pictures."""

    pictures: "Mapping[str, Picture | None]"
    """By role."""
    doubts: "Mapping[str, tuple[str, ...]]"
    """Keys of what is odd about the picture of a role."""
    faults: "tuple[DesktopError, ...]"
    """Why a picture that lies there cannot be used."""
    sizes: "Sizes"
    settings: "SigningSettings"


def read_own(_progress: Progress) -> Outcome[object]:
    """Read the pictures and the key this machine signs with."""
    from desktop.errors import FileError
    from desktop.files.pdf.sizes import sizes
    from desktop.files.signatures.pdf.pictures import kept_picture, picture_doubts
    from desktop.files.signatures.settings import load_settings

    pictures: dict[str, Picture | None] = {}
    doubts: dict[str, tuple[str, ...]] = {}
    faults: list[DesktopError] = []
    for role in SignerRole:
        try:
            found = kept_picture(role)
        except FileError as error:
            faults.append(error)
            found = None
        pictures[role] = found
        doubts[role] = () if found is None else picture_doubts(role, found)
    return Outcome(
        OwnSigning(
            pictures=pictures,
            doubts=doubts,
            faults=tuple(faults),
            sizes=sizes(),
            settings=load_settings(paths.user_folder()),
        )
    )


def keep_picture(
    role: SignerRole, path: Path, width_mm: float, progress: Progress
) -> Outcome[object]:
    """Keep the picture of a file for a role, at its real width where one is given.

    Raises:
        FileError: It is no such picture.
    """
    from desktop.files.signatures.pdf import pictures

    pictures.keep_picture(role, pictures.read_picture(path, width_mm))
    return read_own(progress)


def resize_seal(width_mm: float, progress: Progress) -> Outcome[object]:
    """Give the seal kept another real width.

    Raises:
        FileError: `picture_wide`; the folder cannot be written to.
    """
    from desktop.errors import FileError
    from desktop.files.pdf.sizes import sizes
    from desktop.files.signatures.pdf import pictures

    kept = pictures.kept_picture(SignerRole.AGENCY)
    if kept is not None:
        largest = sizes().seals[1]
        if width_mm > largest:
            raise FileError(Path("dấu.png"), "picture_wide", f"{largest:g}")
        path = pictures.keep_picture(SignerRole.AGENCY, kept)
        sized = pictures.read_picture(path, width_mm)
        pictures.keep_picture(SignerRole.AGENCY, sized)
    return read_own(progress)


def forget_picture(role: SignerRole, progress: Progress) -> Outcome[object]:
    """Remove the picture kept for a role.

    Raises:
        FileError: The folder cannot be written to.
    """
    from desktop.files.signatures.pdf import pictures

    pictures.forget_picture(role)
    return read_own(progress)


def set_scheme(scheme: "Scheme", progress: Progress) -> Outcome[object]:
    """Keep how RSA pads in PDF and detached signatures.

    Raises:
        FileError: The folder cannot be written to.
    """
    return _keep(progress, scheme=scheme)


def forget_key(progress: Progress) -> Outcome[object]:
    """Forget which key was used last: file, module and token.

    Raises:
        FileError: The folder cannot be written to.
    """
    return _keep(progress, key_file=None, module=None, serial="", key_id="")


def _keep(progress: Progress, **changes: object) -> Outcome[object]:
    from desktop.files.signatures.settings import keep_settings, load_settings

    folder = paths.user_folder()
    keep_settings(folder, replace(load_settings(folder), **changes))  # type: ignore[arg-type]
    return read_own(progress)
