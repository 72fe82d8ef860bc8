"""Tell why a PDF cannot be a signed copy, before its signatures are looked at."""

from io import BytesIO
from typing import Any, Final

SIZE_LIMIT: Final = 50_000_000
"""Bytes of a PDF that is looked into."""


def unfit(data: bytes) -> str:
    """Return `too_large`, `locked` or `unsigned`; blank where none of them is so.

    Blank too where the file cannot be read: what is then wrong with its signatures is
    told by those who check them. A scan that came by another program is often not
    quite a PDF, and is known here for what it is: unsigned.
    """
    import pikepdf

    if len(data) > SIZE_LIMIT:
        return "too_large"
    try:
        with pikepdf.open(BytesIO(data)) as document:
            if document.is_encrypted:
                return "locked"
            return "" if _signed(document) else "unsigned"
    except pikepdf.PasswordError:
        return "locked"
    except Exception:  # noqa: BLE001  hostile files raise anything in the parser
        return ""


def _signed(document: Any) -> bool:  # noqa: ANN401  a library without types
    """Tell whether any object of a document holds a signature."""
    import pikepdf

    found = (one for one in document.objects if isinstance(one, pikepdf.Dictionary))
    return any(
        "/ByteRange" in each
        for one in found
        for each in (one, one.get("/V"))
        if isinstance(each, pikepdf.Dictionary)
    )
