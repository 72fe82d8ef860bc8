"""Tell whether a file bears a signature that must not be lost, whoever made it."""

import zipfile
from pathlib import Path
from typing import Final

_IN_PDF: Final = b"/ByteRange"
"""Every signature in a PDF says which bytes it covers; ISO 32000, 12.8.1."""
_IN_WORKBOOK: Final = "_xmlsignatures/"
_PIECE: Final = 1 << 20


def bears_signature(path: Path) -> bool:
    """Tell it of a PDF or a workbook by what must be in it; a doubt counts as yes.

    Whether the signature holds is another question: what was signed is not to be
    overwritten unasked even where it does not. A missing file bears none.

    Raises:
        OSError: The file is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(b"PK\x03\x04")) == b"PK\x03\x04":
                return _in_workbook(path)
            file.seek(0)
            tail = b""
            while piece := file.read(_PIECE):
                if _IN_PDF in tail + piece:
                    return True
                tail = piece[-len(_IN_PDF) :]
    except FileNotFoundError:
        return False
    return False


def _in_workbook(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [one.casefold() for one in archive.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return True
    return any(name.lstrip("/").startswith(_IN_WORKBOOK) for name in names)
