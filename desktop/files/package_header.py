"""Read what a package says of itself, without judging whether it is true."""

import zipfile
from pathlib import Path
from typing import Final

from desktop.errors import PackageUnreadableError
from desktop.files.signed_file import MANIFEST
from desktop.files.wire import manifest as wire
from desktop.records.exchange import PackageHeader

SIZE_LIMIT: Final = 1_000_000
"""Bytes of a manifest; ours are about two thousand."""


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
