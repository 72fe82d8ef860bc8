"""Check that a signature of a PDF leaves out nothing but itself."""

import os
from typing import TYPE_CHECKING, Final

from asn1crypto.cms import ContentInfo

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_PARTS: Final = 4


def odd_range(embedded: "EmbeddedPdfSignature") -> str:
    """Return `byte_range_wrong` or `gap_filled`, or nothing when all is well.

    The range starts with the file and is broken only by the signature's own
    hexadecimal, in which nothing stands but the signature and zeros behind it.
    """
    parts = [_whole(one) for one in embedded.byte_range]
    if len(parts) != _PARTS or not _is_inside(embedded, parts):
        return "byte_range_wrong"
    _, before, resume, _ = parts
    stream = embedded.reader.stream
    stream.seek(before)
    gap = stream.read(resume - before)
    if gap[:1] != b"<" or gap[-1:] != b">":
        return "byte_range_wrong"
    try:
        content = bytes.fromhex(gap[1:-1].decode("ascii"))
    except ValueError:
        return "gap_filled"
    signed = ContentInfo.load(content).dump()
    # blanks among the digits would be passed over in silence
    alone = len(content) * 2 == len(gap) - 2 and content == embedded.pkcs7_content
    return "" if alone and not any(content[len(signed) :]) else "gap_filled"


def _whole(number: object) -> int:
    return int(number) if isinstance(number, int) else -1


def _is_inside(embedded: "EmbeddedPdfSignature", parts: list[int]) -> bool:
    size = embedded.reader.stream.seek(0, os.SEEK_END)
    start, before, resume, after = parts
    return start == 0 and 0 < before < resume and 0 <= after <= size - resume


def bytes_behind(embedded: "EmbeddedPdfSignature") -> int:
    """Return how many bytes of the file follow what the signature covers."""
    size = int(embedded.reader.stream.seek(0, os.SEEK_END))
    return size - int(embedded.byte_range[2]) - int(embedded.byte_range[3])
