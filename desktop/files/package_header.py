"""Read what a package says of itself, unjudged, and name it after that."""

import zipfile
from pathlib import Path
from typing import Final

from desktop.errors import PackageUnreadableError
from desktop.files.signed_file import ENDING, MANIFEST
from desktop.files.wire import manifest as wire
from desktop.records.exchange import EvidenceCarried, PackageHeader
from desktop.rules.calendar import CUSTOM
from desktop.rules.vietnamese import slug

SIZE_LIMIT: Final = 1_000_000
"""Bytes of a manifest; those of a package with evidence have some ten
thousand."""

_CARRYING: Final = {
    EvidenceCarried.NONE: "",
    EvidenceCarried.REDUCED: "mc-gon",
    EvidenceCarried.FULL: "mc",
}
"""What the name of a package with evidence ends in: each is a file of its own."""


def read_header(path: Path) -> PackageHeader:
    """Return the header of a package of our own, to tell which report is in it.

    Nothing is verified: what came from elsewhere is for `package.read_package`.

    Raises:
        PackageUnreadableError: `not_package`, or `content`.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(MANIFEST).file_size > SIZE_LIMIT:
                raise PackageUnreadableError(path, "too_large")
            manifest = archive.read(MANIFEST)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, OSError) as error:
        raise PackageUnreadableError(path, "not_package") from error
    return wire.manifest_from_json(manifest, name=path)


def bears_seal(path: Path) -> bool:
    """Tell whether a package of our own bears a seal; whether it holds is not judged.

    Raises:
        PackageUnreadableError: `not_package`.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST + ENDING in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise PackageUnreadableError(path, "not_package") from error


def file_name(header: PackageHeader) -> str:
    """Return the ASCII name that a package with this header bears."""
    days = f"{header.first_day}-{header.last_day}"
    period = days if header.period_code == CUSTOM else header.period_code
    parts = (
        slug(header.agency),
        slug(period),
        f"v{header.version}",
        f"dc{header.slip}" if header.slip else "",
        _CARRYING[header.evidence],
        f"{header.part}-{header.parts}" if header.parts > 1 else "",
    )
    return "_".join(("goi", *(one for one in parts if one))) + ".zip"
